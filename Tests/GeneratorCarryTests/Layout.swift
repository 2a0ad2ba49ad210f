import GeneratorYAML
import RepeatableNumbers

/// Lays out a document as somebody else would: without the decisions of this project, with other component names, a share of the
/// components written where they are used, and everything in another order. The service that it describes stays the same.
struct Layout {
    private var numbers: SeededNumbers
    /// The components to write where they are used.
    private var inlined: Set<String> = []
    private var schemas: [String: DocumentValue] = [:]

    private static let prefix = "#/components/schemas/"

    /// - Parameters:
    ///   - share: The share of components to write where they are used.
    ///   - inlinesScalars: `true` to write every enum and every named string where it is used.
    static func laidOut(_ document: DocumentValue, seed: UInt64, share: Double = 1 / 3, inlinesScalars: Bool = false) -> DocumentValue {
        var layout = Layout(numbers: SeededNumbers(seed: seed))
        let bare = withoutExtensions(document)
        layout.choose(in: bare, share: share, inlinesScalars: inlinesScalars)
        return layout.shuffled(renamed(layout.expanded(bare)), in: "")
    }

    /// Writes a document as vendors do: OpenAPI 3.0, no servers, no list of tags, `*/*` for JSON, and identifiers of their own.
    static func vendor(_ document: DocumentValue, seed: UInt64) -> DocumentValue {
        var document = version30(laidOut(document, seed: seed, inlinesScalars: true))
        document["openapi"] = .text("3.0.1")
        for name in ["servers", "tags", "webhooks"] { document[name] = nil }
        for path in document["paths"]?.members ?? [] {
            document["paths"]?[path.key]?["servers"] = nil
            for method in path.value.members ?? [] where method.value["operationId"] != nil {
                var operation = method.value
                operation["servers"] = nil
                if case .scalar(.string(let id))? = operation["operationId"] { operation["operationId"] = .text(id + "_1") }
                if case .list(let tags)? = operation["tags"] {
                    operation["tags"] = .list(
                        tags.map { if case .scalar(.string(let tag)) = $0 { .text(tag + "-controller") } else { $0 } })
                }
                for response in operation["responses"]?.members ?? [] {
                    guard let content = response.value["content"]?.members, content.count == 1, content[0].key == "application/json" else {
                        continue
                    }
                    operation["responses"]?[response.key]?["content"] = .object([.init(key: "*/*", value: content[0].value)])
                }
                document["paths"]?[path.key]?[method.key] = operation
            }
        }
        return document
    }

    /// Returns schemas as OpenAPI 3.0 has them: one type, and null beside it.
    private static func version30(_ value: DocumentValue) -> DocumentValue {
        switch value {
        case .scalar: return value
        case .list(let elements): return .list(elements.map(version30))
        case .object(let members):
            var object = DocumentValue.object(
                members.map { data.contains($0.key) ? $0 : .init(key: $0.key, value: version30($0.value)) })
            guard case .list(let types)? = object["type"] else { return object }
            if types.contains(.text("null")) { object["nullable"] = .scalar(.bool(true)) }
            object["type"] = types.first { $0 != .text("null") }
            return object
        }
    }

    private init(numbers: SeededNumbers) { self.numbers = numbers }

    // MARK: Extensions

    private static let namesOfOthers: Set<String> = ["properties", "schemas", "parameters", "mapping", "responses", "headers"]
    private static let data: Set<String> = ["example", "examples", "default", "enum"]

    private static func withoutExtensions(_ value: DocumentValue, hasNames: Bool = false) -> DocumentValue {
        switch value {
        case .scalar: value
        case .list(let elements): .list(elements.map { withoutExtensions($0) })
        case .object(let members):
            .object(
                members.filter { hasNames || !$0.key.hasPrefix("x-") }.map { member in
                    guard hasNames || !data.contains(member.key) else { return member }
                    return .init(
                        key: member.key, value: withoutExtensions(member.value, hasNames: !hasNames && namesOfOthers.contains(member.key)))
                })
        }
    }

    // MARK: Components

    private mutating func choose(in document: DocumentValue, share: Double, inlinesScalars: Bool) {
        for member in document["components"]?["schemas"]?.members ?? [] { schemas[member.key] = member.value }
        var targets: [String: Set<String>] = [:]
        for (name, schema) in schemas { targets[name] = Set(Layout.references(in: schema)) }
        let mapped = Set(Layout.mappings(in: document))
        let candidates = schemas.keys.sorted().filter { name in
            !mapped.contains(name) && schemas[name]?["discriminator"] == nil && !Layout.reaches(name, from: targets[name] ?? [], targets)
        }
        inlined = Set(candidates.shuffled(using: &numbers).prefix(Int(Double(schemas.count) * share)))
        guard inlinesScalars else { return }
        inlined.formUnion(candidates.filter { schemas[$0]?["enum"] != nil || schemas[$0]?["type"] == .text("string") })
    }

    private static func references(in value: DocumentValue) -> [String] {
        switch value {
        case .scalar: []
        case .list(let elements): elements.flatMap(references)
        case .object(let members):
            members.flatMap { $0.key == "$ref" ? [component(in: $0.value)].compactMap(\.self) : references(in: $0.value) }
        }
    }

    private static func mappings(in value: DocumentValue) -> [String] {
        switch value {
        case .scalar: []
        case .list(let elements): elements.flatMap(mappings)
        case .object(let members):
            members.flatMap { member in
                member.key == "mapping" ? (member.value.members ?? []).compactMap { component(in: $0.value) } : mappings(in: member.value)
            }
        }
    }

    private static func component(in reference: DocumentValue) -> String? {
        guard case .scalar(.string(let text)) = reference, text.hasPrefix(prefix) else { return nil }
        return String(text.dropFirst(prefix.count))
    }

    private static func reaches(_ name: String, from start: Set<String>, _ targets: [String: Set<String>]) -> Bool {
        var seen: Set<String> = []
        var pending = Array(start)
        while let next = pending.popLast() {
            guard seen.insert(next).inserted else { continue }
            pending += targets[next] ?? []
        }
        return seen.contains(name)
    }

    /// Returns the value with the chosen components in place of references to them.
    private func expanded(_ value: DocumentValue) -> DocumentValue {
        switch value {
        case .scalar: return value
        case .list(let elements): return .list(elements.map(expanded))
        case .object(var members):
            if let reference = members["$ref"], let name = Layout.component(in: reference), inlined.contains(name),
                case .object(var target)? = schemas[name].map(expanded)
            {
                for member in members where member.key != "$ref" { target[member.key] = member.value }
                return .object(target)
            }
            for index in members.indices {
                if members[index].key == "schemas", case .object(let schemas) = members[index].value {
                    members[index].value = .object(schemas.filter { !inlined.contains($0.key) })
                }
                members[index].value = expanded(members[index].value)
            }
            return .object(members)
        }
    }

    private static func renamed(_ value: DocumentValue) -> DocumentValue {
        switch value {
        case .scalar(.string(let text)) where text.hasPrefix(prefix): .text(prefix + name(String(text.dropFirst(prefix.count))))
        case .scalar: value
        case .list(let elements): .list(elements.map(renamed))
        case .object(let members):
            .object(
                members.map { member in
                    guard member.key == "schemas", case .object(let schemas) = member.value else {
                        return .init(key: member.key, value: renamed(member.value))
                    }
                    return .init(key: "schemas", value: .object(schemas.map { .init(key: name($0.key), value: renamed($0.value)) }))
                })
        }
    }

    private static func name(_ component: String) -> String { "Api\(component)ModelV7" }

    // MARK: Order

    private static let unordered: Set<String> = ["parameters", "required", "tags"]

    private mutating func shuffled(_ value: DocumentValue, in key: String) -> DocumentValue {
        switch value {
        case .scalar: return value
        case .list(let elements):
            let elements = elements.map { shuffled($0, in: "") }
            return .list(Layout.unordered.contains(key) ? elements.shuffled(using: &numbers) : elements)
        case .object(let members):
            let members = members.map { member in
                Layout.data.contains(member.key)
                    ? member : DocumentValue.Member(key: member.key, value: shuffled(member.value, in: member.key))
            }
            return .object(members.shuffled(using: &numbers))
        }
    }
}

extension DocumentValue {
    var members: [Member]? { if case .object(let members) = self { members } else { nil } }

    subscript(key: String) -> DocumentValue? {
        get { members?[key] }
        set {
            guard case .object(var members) = self else { return }
            members[key] = newValue
            self = .object(members)
        }
    }
}

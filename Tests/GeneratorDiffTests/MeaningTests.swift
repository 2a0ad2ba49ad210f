import GeneratorOpenAPI
import RepeatableNumbers
import Testing

@testable import GeneratorDiff

/// Rewrites of a spec that do not change its meaning.
enum Rewriting: String, CaseIterable {
    /// Reorders the members of every object, and parameters.
    case reordered
    /// Changes texts and removes samples.
    case reworded
    /// Moves the components of every section to a separate file.
    case split
    /// Renames every component.
    case renamed
    /// Moves every inline schema of a property, item or body into a component.
    case extracted
    /// Replaces every reference with its target, unless it is circular.
    case inlined
    /// Puts every reference into a separate `allOf`.
    case wrapped
    /// Rewrites every object as an `allOf` of its members.
    case taken

    func apply(to files: [String: Written], seed: UInt64) -> [String: Written] {
        switch self {
        case .reordered: return shuffled(files, seed: seed)
        case .reworded: return files.mapValues { $0.mapped(withOtherWords) }
        case .split: return withComponentsApart(files)
        case .renamed: return withOtherNames(files)
        case .extracted: return withComponentsForAll(files)
        case .inlined: return withoutReferences(files)
        case .wrapped:
            return rewriting(files) { schema in
                schema.reference == nil ? schema : keepingOtherNames(of: schema) { .object(["allOf": .list([$0])]) }
            }
        case .taken:
            return rewriting(files) { schema in
                guard let properties = schema["properties"], properties.members.count > 1, schema["oneOf"] == nil, schema["allOf"] == nil
                else { return schema }
                var (rest, part) = (schema, Written.object(["type": .string("object")]))
                let (first, others) = (properties.members[0], Array(properties.members.dropFirst()))
                part["properties"] = .object([first])
                rest["properties"] = .object(others)
                rest["allOf"] = .list([part])
                return rest
            }
        }
    }

    /// The other names of a property in responses belong to the property, so they are not moved.
    private func keepingOtherNames(of schema: Written, _ change: (Written) -> Written) -> Written {
        var rest = schema
        rest["x-also-read-as"] = nil
        var changed = change(rest)
        changed["x-also-read-as"] = schema["x-also-read-as"]
        return changed
    }

    private func rewriting(_ files: [String: Written], _ change: @escaping (Written) -> Written) -> [String: Written] {
        files.mapValues { SchemaRewriter(includesComponents: true, change: change).rewrite($0) }
    }

    private func shuffled(_ files: [String: Written], seed: UInt64) -> [String: Written] {
        var numbers = SeededNumbers(seed: seed)
        return files.mapValues { file in
            file.mapped { value in
                switch value {
                case .object(let members): return .object(members.shuffled(using: &numbers))
                case .list(let elements) where elements.allSatisfy({ $0["in"] != nil || $0["$ref"] != nil || $0.string != nil }):
                    // Parameters, alternatives, required names and enum values. Not tags, because the first one matters.
                    return .list(elements.shuffled(using: &numbers))
                default: return value
                }
            }
        }
    }

    private func withOtherWords(_ value: Written) -> Written {
        guard case .object(let members) = value else { return value }
        return .object(
            members.compactMap { member in
                switch (member.key, member.value) {
                case ("description", .string): Written.Member(member.key, .string("Other words."))
                case ("summary", .string): Written.Member(member.key, .string("Others."))
                case ("example", _) where value["schema"] != nil || value["type"] != nil: nil
                case ("x-swift-name", .string), ("x-source", .string): nil
                case ("x-enum-varnames", _): nil
                default: member
                }
            })
    }

    private func withComponentsApart(_ files: [String: Written]) -> [String: Written] {
        var result: [String: Written] = [:]
        for (name, file) in files {
            var rest = file
            if name != "openapi.yaml", let components = file["components"] {
                rest["components"] = nil
                result["parts/\(name)"] = .object(["components": components])
            }
            result[name] = rest
        }
        let moved = Set(result.keys.filter { $0.hasPrefix("parts/") }.map { String($0.dropFirst(6)) })
        return Dictionary(
            uniqueKeysWithValues: result.map { name, file in
                let home = name.hasPrefix("parts/") ? String(name.dropFirst(6)) : name
                return (
                    name,
                    referring(file) { reference in
                        let parts = reference.split(separator: "#", omittingEmptySubsequences: false)
                        let target = parts[0].isEmpty ? home : String(parts[0])
                        let isInside = name.hasPrefix("parts/")
                        guard parts.count == 2, parts[1].hasPrefix("/components/"), moved.contains(target) else {
                            return isInside ? "../\(target)#\(parts[1])" : reference
                        }
                        return isInside ? (target == home ? "#\(parts[1])" : "\(target)#\(parts[1])") : "parts/\(target)#\(parts[1])"
                    }
                )
            })
    }

    private func withOtherNames(_ files: [String: Written]) -> [String: Written] {
        files.mapValues { file in
            var file = referring(file) { reference in
                guard let range = reference.range(of: "#/components/schemas/") else { return reference }
                return reference[..<range.upperBound] + "Renamed" + reference[range.upperBound...]
            }
            if let schemas = file["components"]?["schemas"] {
                file["components"]?["schemas"] = .object(schemas.members.map { Written.Member("Renamed\($0.key)", $0.value) })
            }
            return file
        }
    }

    private func withComponentsForAll(_ files: [String: Written]) -> [String: Written] {
        files.mapValues { file in
            var number = 0
            var moved: [Written.Member] = []
            var file = SchemaRewriter { schema in
                // A lenient property cannot be a component.
                guard schema.reference == nil, schema["type"] != nil || schema["oneOf"] != nil, schema["x-lenient"] == nil else {
                    return schema
                }
                number += 1
                return keepingOtherNames(of: schema) { schema in
                    moved.append(Written.Member("Extracted\(number)", schema))
                    return .object(["$ref": .string("#/components/schemas/Extracted\(number)")])
                }
            }.rewrite(file)
            let schemas = file["components"]?["schemas"]?.members ?? []
            if file["components"] == nil { file["components"] = .object([Written.Member]()) }
            file["components"]?["schemas"] = .object(schemas + moved)
            return file
        }
    }

    private func withoutReferences(_ files: [String: Written]) -> [String: Written] {
        // One level is sufficient: the inserted target keeps its references.
        files.reduce(into: [:]) { result, file in
            result[file.key] = SchemaRewriter { schema in
                guard let reference = schema.reference, schema.members.count == 1 else { return schema }
                let parts = reference.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
                guard parts.count == 2, parts[1].hasPrefix("/components/schemas/") else { return schema }
                let home = parts[0].isEmpty ? file.key : parts[0]
                guard let target = files[home]?["components"]?["schemas"]?[String(parts[1].dropFirst(20))] else { return schema }
                // Its references are relative to its own file.
                return referring(target) { $0.hasPrefix("#") ? home + $0 : $0 }
            }.rewrite(file.value)
        }
    }
}

/// Applies a change to every schema of a file, inner schemas first. Components are not replaced, but their inner schemas are.
struct SchemaRewriter {
    var includesComponents = false
    let change: (Written) -> Written

    func rewrite(_ value: Written) -> Written {
        switch value {
        case .object(let members): .object(members.map { Written.Member($0.key, member($0.key, $0.value)) })
        case .list(let elements): .list(elements.map(rewrite))
        default: value
        }
    }

    private func member(_ key: String, _ value: Written) -> Written {
        switch key {
        case "schema": schema(value)
        case "schemas": .object(value.members.map { Written.Member($0.key, includesComponents ? schema($0.value) : parts(of: $0.value)) })
        case "example", "examples": value
        default: rewrite(value)
        }
    }

    private func schema(_ value: Written) -> Written { change(parts(of: value)) }

    /// The inner schemas of a schema.
    private func parts(of value: Written) -> Written {
        guard case .object(let members) = value else { return value }
        return .object(members.map { Written.Member($0.key, part($0.key, $0.value)) })
    }

    private func part(_ key: String, _ value: Written) -> Written {
        switch key {
        case "properties": .object(value.members.map { Written.Member($0.key, schema($0.value)) })
        case "items": schema(value)
        case "additionalProperties": value.members.isEmpty ? value : schema(value)
        // The alternative null is a notation, and no schema that can have a name.
        case "oneOf", "anyOf", "allOf": .list(value.elements.map { $0["type"]?.string == "null" ? $0 : schema($0) })
        default: value
        }
    }
}

/// Applies the change to the text of every reference.
func referring(_ value: Written, _ change: (String) -> String) -> Written {
    value.mapped { value in
        guard let reference = value.reference else { return value }
        var value = value
        value["$ref"] = .string(change(reference))
        return value
    }
}

@Suite struct MeaningTests {
    /// The current spec, which is read once.
    static let files = try? values(of: texts(in: "Spec/Clockify"))
    static let spec = try? document(texts(in: "Spec/Clockify"))

    @Test("A spec in another notation has the same meaning", arguments: Rewriting.allCases) func notation(
        _ rewriting: Rewriting
    ) throws {
        let files = try #require(Self.files)
        let rewritten = rewriting.apply(to: files, seed: 1)
        let isRewritten = rewritten.texts != files.texts
        #expect(isRewritten)
        let (old, new) = (try #require(Self.spec), try document(rewritten.texts))
        #expect(changes(from: old, to: new).map(\.brief) == [])
        #expect(changes(from: new, to: old).map(\.brief) == [])
    }

    @Test("The order of a spec does not affect its meaning", arguments: [2, 3] as [UInt64]) func order(_ seed: UInt64) throws {
        let shuffled = Rewriting.reordered.apply(to: try #require(Self.files), seed: seed)
        let extracted = Rewriting.extracted.apply(to: shuffled, seed: seed)
        #expect(changes(from: try #require(Self.spec), to: try document(extracted.texts)).map(\.brief) == [])
    }
}

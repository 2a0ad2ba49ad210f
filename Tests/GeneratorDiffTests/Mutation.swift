import Testing

@testable import GeneratorDiff

/// A place in the files of a spec.
struct Site: CustomStringConvertible {
    let file: String
    let path: [String]

    var description: String { "\(file)#/\(path.joined(separator: "/"))" }
}

/// A change that an editor of a spec makes, and its expected report.
struct Mutator: Sendable, CustomTestStringConvertible {
    enum Kind { case schema, operation, parameter, body, response }
    /// The suffixes of check names, with their verdicts.
    typealias Expectation = [String: Set<Verdict>]

    let name: String
    let kind: Kind
    /// The expectation if the client encodes the value, and if it decodes it.
    let request: Expectation
    let response: Expectation
    /// The value after the change, or `nil` if the change is not possible.
    let change: @Sendable (Written) -> Written?

    var testDescription: String { name }

    init(
        _ name: String, _ kind: Kind, request: Expectation = [:], response: Expectation = [:],
        change: @escaping @Sendable (Written) -> Written?
    ) {
        self.name = name
        self.kind = kind
        self.request = request
        self.response = response
        self.change = change
    }

    /// `true` if the change is one that the mutator makes, with the expected verdict.
    func expects(_ found: Change) -> Bool {
        let expectation = found.check.contains("request") || kind != .schema ? request : response
        return expectation.contains { found.check.hasSuffix($0.key) && $0.value.contains(found.wire) }
    }

    static let all = properties + values + operations

    private static func member(
        of schema: Written, required: Bool, where fits: (Written) -> Bool = { _ in true }
    ) -> Written.Member? {
        let names = schema["required"]?.elements.compactMap(\.string) ?? []
        return schema["properties"]?.members.first { names.contains($0.key) == required && fits($0.value) }
    }

    private static func without(_ name: String, _ schema: Written) -> Written {
        .list((schema["required"]?.elements ?? []).filter { $0.string != name })
    }

    private static let properties: [Mutator] = [
        .init(
            "remove an optional property", .schema, request: ["property-removed": [.risky]],
            response: ["optional-property-removed": [.risky]]
        ) {
            schema in
            guard let member = member(of: schema, required: false) else { return nil }
            var schema = schema
            schema["properties"]?[member.key] = nil
            return schema
        },
        .init(
            "remove a required property", .schema, request: ["property-removed": [.risky]],
            response: ["required-property-removed": [.breaking]]
        ) { schema in
            guard let member = member(of: schema, required: true, where: { $0["type"] == nil || $0["type"]?.string == "string" }) else {
                return nil
            }
            var schema = schema
            schema["properties"]?[member.key] = nil
            schema["required"] = without(member.key, schema)
            return schema
        },
        .init(
            "add a property", .schema, request: ["new-optional-request-property": [.compatible]],
            response: ["optional-property-added": [.compatible]]
        ) {
            schema in
            guard schema["properties"] != nil else { return nil }
            var schema = schema
            schema["properties"]?["quiteNew"] = .object(["type": .string("string")])
            return schema
        },
        .init(
            "add a required property", .schema, request: ["new-required-request-property": [.breaking]],
            response: ["required-property-added": [.compatible]]
        ) { schema in
            guard schema["properties"] != nil else { return nil }
            var schema = schema
            schema["properties"]?["quiteNew"] = .object(["type": .string("string")])
            schema["required"] = .list((schema["required"]?.elements ?? []) + [.string("quiteNew")])
            return schema
        },
        .init(
            "require a property", .schema, request: ["became-required": [.breaking]], response: ["became-required": [.compatible]]
        ) { schema in
            guard let member = member(of: schema, required: false, where: { $0["default"] == nil && $0.reference == nil }) else {
                return nil
            }
            var schema = schema
            schema["required"] = .list((schema["required"]?.elements ?? []) + [.string(member.key)])
            return schema
        },
        .init(
            "require a property no more", .schema, request: ["became-optional": [.compatible]], response: ["became-optional": [.breaking]]
        ) { schema in
            guard let member = member(of: schema, required: true, where: { $0["type"]?.string == "string" }) else { return nil }
            var schema = schema
            schema["required"] = without(member.key, schema)
            return schema
        },
        .init(
            "deprecate a property", .schema, request: ["property-deprecated": [.compatible]],
            response: ["property-deprecated": [.compatible]]
        ) { schema in
            guard let member = member(of: schema, required: false, where: { $0.reference == nil && $0["deprecated"] == nil }) else {
                return nil
            }
            var schema = schema
            schema["properties"]?[member.key]?["deprecated"] = .bool(true)
            return schema
        },
    ]

    /// Returns a change that replaces a member of a schema, if it exists.
    private static func replacing(_ key: String, _ change: @escaping @Sendable (Written) -> Written?) -> @Sendable (Written) -> Written? {
        { schema in
            guard schema["properties"]?["type"] == nil, let value = schema[key], let new = change(value) else { return nil }
            var schema = schema
            schema[key] = new
            return schema
        }
    }

    private static let values: [Mutator] = [
        .init(
            "bound a text", .schema, request: ["max-length-set": [.breaking]], response: ["max-length-set": [.compatible]]
        ) { schema in
            guard schema["type"]?.string == "string", schema["maxLength"] == nil, schema["enum"] == nil, schema["minLength"] == nil else {
                return nil
            }
            var schema = schema
            schema["maxLength"] = .integer(3)
            return schema
        },
        .init(
            "lower a bound", .schema, request: ["max-length-decreased": [.breaking]], response: ["max-length-decreased": [.compatible]],
            change: replacing("maxLength") { if case .integer(let length) = $0 { .integer(length - 1) } else { nil } }),
        .init(
            "raise a bound", .schema, request: ["min-increased": [.breaking]], response: ["min-increased": [.compatible]],
            change: replacing("minimum") { if case .integer(let number) = $0 { .integer(number + 1) } else { nil } }),
        .init(
            "remove a value", .schema, request: ["enum-value-removed": [.breaking]], response: ["enum-value-removed": [.compatible]],
            change: replacing("enum") { $0.elements.count > 1 ? .list(Array($0.elements.dropFirst())) : nil }),
        .init(
            "add a value", .schema, request: ["enum-value-added": [.compatible]], response: ["enum-value-added": [.compatible]],
            change: replacing("enum") { $0.elements.allSatisfy { $0.string != nil } ? .list($0.elements + [.string("QUITE_NEW")]) : nil }),
        .init("change a type", .schema, request: ["type-changed": [.breaking]], response: ["type-changed": [.breaking]]) { schema in
            guard schema["type"]?.string == "boolean", schema["default"] == nil else { return nil }
            var schema = schema
            schema["type"] = .string("string")
            return schema
        },
        .init(
            "forget that a text is a time", .schema, request: ["type-generalized": [.compatible]],
            response: ["type-generalized": [.breaking]]
        ) { schema in
            guard schema["format"]?.string == "date-time" else { return nil }
            var schema = schema
            schema["format"] = nil
            return schema
        },
        .init(
            "change a default", .schema, request: ["default-value-changed": [.risky]], response: ["default-value-changed": [.risky]],
            change: replacing("default") {
                switch $0 {
                case .integer(let number): .integer(number + 1)
                case .bool(let value): .bool(!value)
                default: nil
                }
            }),
        .init(
            "allow doubles", .schema, request: ["unique-items-unset": [.compatible]], response: ["unique-items-unset": [.risky]],
            change: replacing("uniqueItems") { _ in .bool(false) }),
        .init(
            "forget a pattern", .schema, request: ["pattern-removed": [.compatible]], response: ["pattern-removed": [.risky]]
        ) { schema in
            guard schema["type"]?.string == "string", schema["pattern"] != nil else { return nil }
            var schema = schema
            schema["pattern"] = nil
            return schema
        },
    ]

    private static let operations: [Mutator] = [
        .init("deprecate an operation", .operation, request: ["endpoint-deprecated": [.compatible]]) { operation in
            guard operation["deprecated"] == nil else { return nil }
            var operation = operation
            operation["deprecated"] = .bool(true)
            return operation
        },
        .init("page no more", .operation, request: ["api-pagination-removed": [.risky]]) { operation in
            guard operation["x-pagination"] != nil else { return nil }
            var operation = operation
            operation["x-pagination"] = nil
            return operation
        },
        .init(
            "ask for other credentials", .operation,
            request: ["api-security-removed": [.breaking], "api-security-added": [.compatible]]
        ) { operation in
            guard operation["security"] == nil else { return nil }
            var operation = operation
            operation["security"] = .list([.object(["AddonKeyAuth": .list([])])])
            return operation
        },
        .init("serve elsewhere", .operation, request: ["api-server-removed": [.breaking], "api-server-added": [.compatible]]) { operation in
            guard operation["servers"] == nil else { return nil }
            var operation = operation
            operation["servers"] = .list([.object(["url": .string("https://elsewhere.test")])])
            return operation
        },
        .init("require a parameter", .parameter, request: ["request-parameter-became-required": [.breaking]]) { parameter in
            guard parameter["in"]?.string == "query", parameter["required"] == nil, parameter["schema"]?["default"] == nil,
                parameter["schema"]?.reference == nil
            else { return nil }
            var parameter = parameter
            parameter["required"] = .bool(true)
            return parameter
        },
        .init(
            "rename a parameter", .parameter,
            request: ["new-optional-request-parameter": [.compatible], "request-parameter-removed": [.risky]]
        ) { parameter in
            guard parameter["in"]?.string == "query", parameter["required"] == nil, parameter["name"]?.string?.contains("page") == false
            else { return nil }
            var parameter = parameter
            parameter["name"] = .string("quite-new")
            return parameter
        },
        .init("let a body be left out", .body, request: ["request-body-became-optional": [.compatible]]) { body in
            guard body["required"] != nil else { return nil }
            var body = body
            body["required"] = .bool(false)
            return body
        },
        .init(
            "answer in another form", .response,
            request: ["response-media-type-added": [.compatible], "response-media-type-removed": [.breaking]]
        ) { response in
            guard let content = response["content"], content.members.count == 1 else { return nil }
            var response = response
            response["content"] = .object(["application/vnd.quite-new+json": content.members[0].value])
            return response
        },
    ]
}

/// The places to which mutators apply.
struct Sites {
    let files: [String: Written]

    func sites(of kind: Mutator.Kind) -> [Site] {
        files.keys.sorted().flatMap { file in
            var found: [Site] = []
            visit(files[file] ?? .null, [], kind) { found.append(Site(file: file, path: $0)) }
            return found
        }
    }

    private func visit(_ value: Written, _ path: [String], _ kind: Mutator.Kind, _ note: ([String]) -> Void) {
        if isSite(value, path, kind) { note(path) }
        for member in value.members where member.key != "example" { visit(member.value, path + [member.key], kind, note) }
        for (index, element) in value.elements.enumerated() { visit(element, path + [String(index)], kind, note) }
    }

    private func isSite(_ value: Written, _ path: [String], _ kind: Mutator.Kind) -> Bool {
        guard !value.members.isEmpty else { return false }
        let parent = path.dropLast().last
        return switch kind {
        case .schema:
            path.last == "schema" || path.last == "items" && parent != "properties" || parent == "properties" || parent == "schemas"
        case .operation: value["operationId"] != nil
        case .parameter: value["in"] != nil && value["name"] != nil
        case .body: path.last == "requestBody"
        case .response: parent == "responses" && path.last?.hasPrefix("2") == true
        }
    }
}

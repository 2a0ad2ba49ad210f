import GeneratorOpenAPI
import GeneratorOutline
import Testing

@testable import GeneratorDiff

/// A key of the committed specs, and a possible edit of the object that has it.
struct KeyEdit: Sendable, CustomTestStringConvertible {
    /// The kind of object and its key: `schema.maxLength`. An asterisk stands for names that the spec chooses.
    let key: String
    /// The object after the edit, or `nil` if the edit is not possible.
    let edit: @Sendable (Written) -> Written?

    var testDescription: String { key }

    /// The section to compare if the key is where all sections share it. Tags have no amounts.
    var section: String { key == "document.x-units" ? "Workspaces.yaml" : "Tags.yaml" }

    init(_ key: String, _ edit: @escaping @Sendable (Written) -> Written?) {
        self.key = key
        self.edit = edit
    }

    /// Removes the key.
    static func removed(_ key: String) -> KeyEdit { KeyEdit(key) { $0.with(member(key), nil) } }

    /// Gives the key another value.
    static func other(_ key: String, _ value: @escaping @Sendable (Written) -> Written?) -> KeyEdit {
        KeyEdit(key) { object in
            guard let old = object[member(key)], let new = value(old) else { return nil }
            return object.with(member(key), new)
        }
    }

    static func other(_ key: String, _ value: Written) -> KeyEdit { other(key) { _ in value } }

    private static func member(_ key: String) -> String { String(key.drop { $0 != "." }.dropFirst()) }

    // MARK: Keys that a comparison of documents reports

    static let reported: [KeyEdit] = surroundings + operations + parameters + bodies + values + limits

    private static let boolean = Written.object(["type": .string("boolean")])
    private static let elsewhere = Written.list([.object(["url": .string("https://elsewhere.test")])])
    private static let next: @Sendable (Written) -> Written? = { if case .integer(let number) = $0 { .integer(number + 1) } else { nil } }
    private static let opposite: @Sendable (Written) -> Written? = { if case .bool(let value) = $0 { .bool(!value) } else { nil } }

    /// Paths in a section's file have no effect without the paths of the document.
    private static let withoutFirstPath: @Sendable (Written) -> Written? = { paths in
        paths.members.first?.value.reference == nil ? nil : .object(Array(paths.members.dropFirst()))
    }

    private static let surroundings: [KeyEdit] = [
        .other("document.servers", elsewhere), .other("document.paths", withoutFirstPath),
        .other("document.security", .list([])), KeyEdit("paths.*", withoutFirstPath),
        .other("server.url", .string("https://elsewhere.test")),
        KeyEdit("server.variables") { server in
            guard let url = server["url"]?.string, url.contains("{") else { return nil }
            return .object(["url": .string("https://elsewhere.test")])
        },
        .other("serverVariable.enum") { .list($0.elements.dropLast()) },
        KeyEdit("serverVariable.default") { variable in
            // If the variable has an enum, its default value must be in it.
            guard let values = variable["enum"]?.elements else { return variable.with("default", .string("other")) }
            return values.first { $0.string != variable["default"]?.string }.map { variable.with("default", $0) }
        },
        KeyEdit("securityScheme.type") { _ in .object(["type": .string("http"), "scheme": .string("bearer")]) },
        .other("securityScheme.in", .string("query")), .other("securityScheme.name", .string("X-Other")),
        KeyEdit("pathItem.$ref") { _ in .object([Written.Member]()) }, .other("pathItem.servers", elsewhere),
        .removed("pathItem.get"), .removed("pathItem.put"), .removed("pathItem.post"), .removed("pathItem.delete"),
        .removed("pathItem.patch"),
    ]

    private static let operations: [KeyEdit] = [
        .other("operation.tags", .list([.string("Other")])), .other("operation.operationId", .string("other")),
        .removed("operation.deprecated"), .removed("operation.x-experimental"), .removed("operation.x-pagination"),
        .removed("operation.x-export"), .other("operation.security", .list([])), .removed("operation.requestBody"),
        .other("operation.responses") { .object($0.members + [.init("418", .object(["description": .string("Tea")]))]) },
        .other("operation.parameters") { .list($0.elements + [parameter]) },
        KeyEdit("responses.*") { .object($0.members + [.init("418", .object(["description": .string("Tea")]))]) },
        .other("x-pagination.page", .string("other")), .other("x-pagination.size", .string("other")),
        .other("x-pagination.first", next), .removed("x-pagination.in"), .other("x-pagination.items", .string("other.items")),
        .other("x-export.by", .string("other")), .removed("x-export.in"), .other("x-export.json", .string("OTHER")),
        .other("x-export.files") { .list($0.elements.dropLast()) },
    ]

    private static let parameter = Written.object(["name": .string("quite-new"), "in": .string("query"), "schema": boolean])

    private static let parameters: [KeyEdit] = [
        KeyEdit("parameter.$ref") { $0.reference?.contains("page") == true ? parameter : nil },
        .other("parameter.schema", .object(["type": .string("array"), "items": boolean])),
        KeyEdit("parameter.name") { $0["in"]?.string == "query" ? $0.with("name", .string("quite-new")) : nil },
        KeyEdit("parameter.in") { $0["in"]?.string == "query" ? $0.with("in", .string("header")) : nil },
        KeyEdit("parameter.required") { $0["in"]?.string == "query" ? $0.with("required", nil) : nil },
    ]

    private static let bodies: [KeyEdit] = [
        .other("requestBody.required", opposite), .other("requestBody.content") { .object(["text/other": $0.members[0].value]) },
        .removed("response.content"), .removed("response.headers"), .removed("response.x-may-be-empty"), .removed("mediaType.schema"),
        KeyEdit("header.$ref") { _ in .object(["required": .bool(true), "schema": boolean]) },
        .other("header.schema", .object(["type": .string("integer")])),
    ]

    private static let values: [KeyEdit] = [
        KeyEdit("schema.$ref") { _ in boolean },
        KeyEdit("schema.type") { schema in
            guard schema["type"]?.string == "string", schema["enum"] == nil else { return nil }
            return schema.with("type", .string("integer")).with("format", nil).with("default", nil)
        },
        .other("schema.items", boolean), .other("schema.enum") { .list($0.elements.dropLast()) },
        .other("schema.properties") { .object($0.members + [.init("quiteNew", boolean)]) }, .removed("schema.required"),
        KeyEdit("schema.format") { schema in
            // A date has extensions that no other format has.
            schema["x-fraction-digits"] == nil && schema["x-wall-clock"] == nil ? schema.with("format", nil) : nil
        },
        .removed("schema.default"), .other("schema.oneOf") { .list($0.elements.dropLast()) },
        .other("schema.anyOf") { .list($0.elements.dropLast()) }, .removed("schema.allOf"),
        .removed("schema.deprecated"),
        // On its own, writeOnly does not affect values that are only sent.
        KeyEdit("schema.writeOnly") { $0.with("writeOnly", nil).with("readOnly", .bool(true)) },
        KeyEdit("schema.x-unit") { $0.with("x-unit", nil).with("x-unit-source", nil) },
        .other("document.x-units") { units in
            .object(units.members.map { .init($0.key, $0.value.with("digits", .integer(5))) })
        },
        .removed("schema.x-fraction-digits"), .removed("schema.x-lenient"), .removed("schema.x-also-read-as"),
        .removed("schema.x-wall-clock"),
    ]

    private static let limits: [KeyEdit] = [
        .other("schema.maximum", next), .other("schema.minimum", next), .other("schema.maxLength", next), .other("schema.minLength", next),
        .other("schema.maxItems", next), .other("schema.minItems", next), .removed("schema.pattern"), .removed("schema.uniqueItems"),
    ]

    // MARK: Keys that are ignored by decision

    /// A key without effect on requests and responses, and the reason.
    struct Silent: Sendable {
        let edit: KeyEdit
        let reason: String

        init(_ edit: KeyEdit, _ reason: String) {
            self.edit = edit
            self.reason = reason
        }
    }

    static let silent: [Silent] = words + names + places

    private static let words: [Silent] =
        [
            "operation.summary", "operation.description", "operation.externalDocs", "parameter.description", "schema.description",
            "requestBody.description", "server.description", "serverVariable.description", "securityScheme.description",
            "info.description", "info.termsOfService", "info.x-logo", "document.x-tagGroups", "tag.description", "tag.externalDocs",
            "header.description",
        ].map { Silent(.removed($0), "words for people") }
        + ["info.title", "response.description", "externalDocs.url"].map {
            Silent(.other($0, .string("https://other.test")), "words for people")
        }
        + ["parameter.example", "mediaType.example"].map { Silent(.removed($0), "a sample promises nothing that the schema does not") }
        + ["operation.x-replacement", "schema.x-replacement"].map {
            Silent(.removed($0), "advice beside a deprecation, which is a change of its own")
        }
        + ["schema.x-source", "schema.x-unit-source", "header.x-source", "securityScheme.x-source"].map {
            Silent(.removed($0), "where the keepers know it from; the fact stays")
        }
        + [Silent(.other("info.version", .string("other")), "the keepers' number; what changed with it is compared")]

    private static let names: [Silent] =
        [
            "info.x-swift-name", "tag.x-swift-name", "operation.x-swift-name", "parameter.x-swift-name", "schema.x-swift-name",
            "server.x-swift-name", "securityScheme.x-swift-name", "schema.x-enum-varnames", "serverVariable.x-enum-varnames", "x-export.as",
        ].map { Silent(.removed($0), "a name in Swift; the comparison of the Swift APIs reports it") }
        + [Silent(.removed("operation.x-replaces"), "what Swift has for replacing; the comparison of the Swift APIs reports it")]
        + ["operation.x-window", "schema.x-window"].map {
            Silent(.removed($0), "what Swift has for days; the comparison of the Swift APIs reports it")
        }

    private static let places: [Silent] =
        [
            Silent(.other("document.openapi", .string("3.1.1")), "how the document is written"),
            Silent(KeyEdit("document.info") { $0 }, "has nothing but words"),
            Silent(KeyEdit("document.components") { $0 }, "where things are kept that others refer to"),
            Silent(.removed("document.tags"), "words about sections; which section an operation is in, the operation says"),
            Silent(.other("tag.name", .string("other")), "words about sections; which section an operation is in, the operation says"),
        ]
        + [
            "components.schemas": boolean, "components.parameters": parameter, "components.headers": .object(["schema": boolean]),
            "components.securitySchemes": .object(["type": .string("http"), "scheme": .string("basic")]),
        ].sorted { $0.key < $1.key }.map { key, unused in
            Silent(.other(key) { .object($0.members + [.init("Unused", unused)]) }, "what nobody refers to concerns nobody")
        }
}

extension Written {
    fileprivate func with(_ key: String, _ value: Written?) -> Written {
        var object = self
        object[key] = value
        return object
    }
}

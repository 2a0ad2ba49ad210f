import ClockifyLegacyCatalog
@_spi(Generated) package import ClockifyRuntime

/// The spec as data. The sandbox uses it to create responses and to check requests.
package struct Catalog: Sendable {
    /// The operations, in the order of the spec's files.
    package let operations: [CatalogOperation]
    /// The schemas that are referenced by others, by place.
    package let schemas: [String: JSONValue]
    let securitySchemes: [CatalogSecurityScheme]
    let samples: SampleShapes

    /// The catalog of the current documentation page, parsed on first use.
    package static let shared = Result { () throws(JSONError) in try Catalog(records: SpecificationRecords.all.flatMap(\.self)) }
    /// The catalog of the older documentation page.
    package static let legacy = Result { () throws(JSONError) in try Catalog(records: LegacySpecification.records) }

    init(records: [String]) throws(JSONError) {
        var operations: [JSONValue] = []
        var schemas: [String: JSONValue] = [:]
        var document: JSONValue = .null
        for record in records {
            let record = try JSONReader.decode(JSONValue.self, from: Array(record.utf8))
            switch record["kind"]?.stringValue {
            case "operation": operations.append(record)
            case "schema": schemas[record["place"]?.stringValue ?? ""] = record["schema"]
            default: document = record
            }
        }
        let servers = document.list("servers")
        self.operations = operations.map { operation in
            let own = operation.list("servers")
            return CatalogOperation(operation, server: (own.isEmpty ? servers : own).first ?? [:])
        }
        samples = SampleShapes(of: self.operations)
        self.schemas = schemas
        securitySchemes = document.list("securitySchemes").map(CatalogSecurityScheme.init)
    }
}

/// An authentication scheme.
struct CatalogSecurityScheme: Sendable {
    let name: String
    /// The name of the header; `nil` if the secret is sent elsewhere.
    let header: String?

    init(_ json: JSONValue) {
        name = json["name"]?.stringValue ?? ""
        header = json["in"]?.stringValue == "header" ? json["field"]?.stringValue : nil
    }
}

extension JSONValue {
    /// Returns the elements of an array member; empty if it is absent.
    func list(_ name: String) -> [JSONValue] { self[name]?.arrayValue ?? [] }

    /// Returns the elements of a member that is an array of strings.
    func strings(_ name: String) -> [String] { list(name).compactMap(\.stringValue) }
}

extension CatalogOperation {
    fileprivate init(_ json: JSONValue, server: JSONValue) {
        let path = server["url"]?.stringValue?.split(separator: "/").dropFirst(2) ?? []
        // The first path segment distinguishes the services.
        self.init(json, service: server["service"]?.stringValue, base: path.dropFirst().map { "/" + $0 }.joined())
    }
}

import ClockifyLegacyCatalog
@_spi(Generated) import ClockifyRuntime

/// The spec as data: what the sandbox answers and checks by.
package struct Catalog: Sendable {
    /// In the order of the spec's files.
    package let operations: [CatalogOperation]
    /// The schemas that others refer to, by place.
    package let schemas: [String: JSONValue]
    let securitySchemes: [CatalogSecurityScheme]
    let samples: Samples

    /// The current page. Read once, when it is needed first.
    package static let shared = Result { () throws(JSONError) in try Catalog(records: SpecificationRecords.all.flatMap(\.self)) }
    /// The older page.
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
        samples = Samples(of: self.operations)
        self.schemas = schemas
        securitySchemes = document.list("securitySchemes").map(CatalogSecurityScheme.init)
    }
}

/// A way of being let in that a header carries.
struct CatalogSecurityScheme: Sendable {
    let name: String
    /// The name of the header; nil where the secret is elsewhere.
    let header: String?

    init(_ json: JSONValue) {
        name = json["name"]?.stringValue ?? ""
        header = json["in"]?.stringValue == "header" ? json["field"]?.stringValue : nil
    }
}

extension JSONValue {
    /// The elements of a member that is a list; none when it is absent.
    func list(_ name: String) -> [JSONValue] { self[name]?.arrayValue ?? [] }

    /// The strings of a member that is a list of them.
    func strings(_ name: String) -> [String] { list(name).compactMap(\.stringValue) }
}

extension CatalogOperation {
    fileprivate init(_ json: JSONValue, server: JSONValue) {
        let path = server["url"]?.stringValue?.split(separator: "/").dropFirst(2) ?? []
        // The first segment tells the services apart.
        self.init(json, service: server["service"]?.stringValue, base: path.dropFirst().map { "/" + $0 }.joined())
    }
}

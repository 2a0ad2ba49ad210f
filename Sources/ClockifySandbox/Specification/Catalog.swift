import ClockifyRuntime

/// The spec as data: what the sandbox answers and checks by.
struct Catalog: Sendable {
    /// In the order of the spec's files.
    let operations: [CatalogOperation]
    /// The schemas that others refer to, by place.
    let schemas: [String: JSONValue]
    let securitySchemes: [CatalogSecurityScheme]
    let samples: Samples

    /// Read once, when it is needed first.
    static let shared = Result { () throws(JSONError) in try Catalog(records: SpecificationRecords.all.joined().map { $0 }) }

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
        let service = document.firstService
        self.operations = operations.map { CatalogOperation($0, usualService: service) }
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

    /// The service that the first of the `servers` serves.
    fileprivate var firstService: String? { list("servers").first?["service"]?.stringValue }
}

extension CatalogOperation {
    fileprivate init(_ json: JSONValue, usualService: String?) {
        self.init(json, service: json.list("servers").isEmpty ? usualService : json.firstService)
    }
}

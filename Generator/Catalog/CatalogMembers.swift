import GeneratorOpenAPI
import GeneratorYAML

/// The members of an object. Members without a value are left out.
struct CatalogMembers {
    private var members: [DocumentValue.Member] = []

    mutating func add(_ name: String, _ value: DocumentValue?) {
        if let value { members.append(.init(key: name, value: value)) }
    }

    mutating func add(_ name: String, _ value: String?) { add(name, value.map { DocumentValue.text($0) }) }
    mutating func add(_ name: String, _ value: Int?) { add(name, value.map { DocumentValue.scalar(.integer(Int64($0))) }) }
    mutating func add(_ name: String, _ value: Number?) { add(name, value.map { DocumentValue.scalar(.decimal($0.text)) }) }

    /// Adds a flag if it is set.
    mutating func flag(_ name: String, _ value: Bool) { if value { add(name, .scalar(.bool(true))) } }

    /// Adds a list if it is not empty.
    mutating func list(_ name: String, _ values: [DocumentValue]) { if !values.isEmpty { add(name, .list(values)) } }

    var json: DocumentValue { .object(members) }
}

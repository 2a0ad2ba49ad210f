import GeneratorOpenAPI
import GeneratorYAML

extension Resolutions {
    /// Returns the members of an object that have one of a few listed values, which may be said by several schemas.
    func constants(of place: Place) -> [Constant] {
        members(of: place).all.compactMap { member in
            let resolution = resolved(member.schema)
            let isText = resolution.schema.types == [.string]
            let values = resolution.schema.enumeration.compactMap { $0.scalar.flatMap { isText ? $0.text : $0.value.discriminator } }
            guard !values.isEmpty, values.count == resolution.schema.enumeration.count, !resolution.isNullable else { return nil }
            return Constant(name: member.name, values: values, isRequired: member.isRequired)
        }
    }

    /// Returns, for each of the objects, those of its constants that distinguish it from any of the others.
    ///
    /// A constant with one value always does. One with several values, to which the service may add, does so only if another object has the
    /// same member with other values or with any value.
    func distinguishingConstants(of places: [Place], among all: [[Constant]]) -> [[Constant]] {
        guard places.count > 1 else { return all.map { _ in [] } }
        var valuesByName: [String: Set<Set<String>>] = [:]
        var counts: [String: Int] = [:]
        for constant in all.joined() { valuesByName[constant.name, default: []].insert(Set(constant.values)) }
        for place in places { for member in members(of: place).all { counts[member.name, default: 0] += 1 } }
        var listed: [String: Int] = [:]
        for constant in all.joined() { listed[constant.name, default: 0] += 1 }
        return all.map { constants in
            constants.filter { constant in
                if Set(constant.values).count == 1 { return true }
                return valuesByName[constant.name, default: []].count > 1 || listed[constant.name] != counts[constant.name]
            }
        }
    }
}

extension Scalar.Value {
    /// The value as text, as the reader of JSON compares it; `nil` for null.
    fileprivate var discriminator: String? {
        switch self {
        case .null: nil
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .decimal(let text):
            Double(text).map { number in Int64(exactly: number).map { String($0) } ?? "\(number)" }
        case .string(let text): text
        }
    }
}

import GeneratorOpenAPI
import GeneratorYAML

/// Expresses the defaults of the spec as literals.
struct DefaultValues {
    let types: DeclaredTypes
    let resolutions: Resolutions

    /// Returns the default value at a place as a literal of the type; `nil` if there is no default or it has another type.
    func literal(of place: Place, type: TypeReference) -> Literal? {
        guard let scalar = resolutions.resolved(place).defaultValue?.scalar else { return nil }
        switch (type, scalar.value) {
        case (.string, .string(let text)): return .string(text)
        case (.bool, .bool(let value)): return .bool(value)
        case (.int, .integer(let value)), (.int64, .integer(let value)), (.double, .integer(let value)): return .integer(value)
        case (.double, .decimal(let text)): return Bounds.literal(.init(text: text, integer: nil)).map { .number($0) }
        // Some tools write every default as a string.
        case (.bool, .string("true")): return .bool(true)
        case (.bool, .string("false")): return .bool(false)
        case (.int, .string(let text)), (.int64, .string(let text)): return Int64(text).map { .integer($0) }
        case (.named(let name), _):
            if let scale = types.scale(of: type) { return Number(text: scalar.text).flatMap(scale.literal) }
            guard case .enumeration(let enumeration) = types.kind(of: name) else { return nil }
            let member = enumeration.members.first { member in
                switch member.value {
                case .string(let text): text == scalar.text
                case .integer(let value): String(value) == scalar.text
                default: false
                }
            }
            return member.map { .member($0.name) }
        default: return nil
        }
    }
}

extension Scale {
    /// The literal in whole units for a number on the wire: `50.00` for 5000.
    func literal(_ number: Number) -> Literal? {
        let whole = isWhole ? number.roundedDown : number
        guard let whole, whole == number else { return nil }
        let literal = whole.multiplied(byPowerOfTen: -digits).literal(fractionLength: digits)
        return literal.map { .number($0) } ?? (isWhole ? whole.integer.map(String.init) : Bounds.literal(whole)).map { .rawValue($0) }
    }
}

import GeneratorOpenAPI

/// Determines the checks of values before they are sent.
struct Checks {
    let types: DeclaredTypes
    let resolutions: Resolutions
    let diagnostics: Diagnostics

    /// Returns the checks for a value of the schema that a caller sends.
    func of(_ place: Place, type: TypeReference, isRequired: Bool) -> [Rule.Check] {
        if case .optional(let type) = type { return of(place, type: type, isRequired: isRequired) }
        let resolution = resolutions.resolved(place)
        var checks = own(resolution, type: type)
        switch type {
        case .array(let element):
            if let items = resolution.schema.items { checks += nested(of(items, type: element, isRequired: false)) }
        case .dictionary(let value):
            if case .schema(let values) = resolution.schema.additionalProperties {
                checks += nested(of(values, type: value, isRequired: false))
            }
        case .named(let name):
            switch types.kind(of: name) {
            case .identifier: if isRequired { checks.append(.notEmpty) }
            case .unit(let scale):
                let bounds = Bounds(resolution, diagnostics: diagnostics)
                checks += scale.isWhole ? bounds.integerChecks : bounds.numberChecks
            case .structure, .union: checks.append(.model)
            case .enumeration, .answers, nil: break
            }
        default: break
        }
        return checks
    }

    /// Wraps the checks of elements. Lists and maps of models need no wrapper, because they check their elements themselves.
    private func nested(_ checks: [Rule.Check]) -> [Rule.Check] {
        checks.isEmpty || checks == [.model] ? checks : [.each(checks)]
    }

    private func own(_ resolution: Resolution, type: TypeReference) -> [Rule.Check] {
        let constraints = resolution.constraints.tightest
        var checks: [Rule.Check] = []
        switch type {
        case .string:
            if let (min, max) = counts(constraints.minLength, constraints.maxLength) { checks.append(.length(min: min, max: max)) }
            checks += resolution.constraints.patterns.map { .pattern($0) }
        case .int, .int64:
            checks += Bounds(resolution, diagnostics: diagnostics).integerChecks
        case .double:
            checks += Bounds(resolution, diagnostics: diagnostics).numberChecks
        case .array:
            if let (min, max) = counts(constraints.minItems, constraints.maxItems) { checks.append(.items(min: min, max: max)) }
            if constraints.uniqueItems { checks.append(.unique) }
        case .dictionary:
            if let (min, max) = counts(constraints.minProperties, constraints.maxProperties) { checks.append(.members(min: min, max: max)) }
        default: break
        }
        return checks
    }

    /// Returns the limits of a count; `nil` if every count is valid.
    private func counts(_ min: Int?, _ max: Int?) -> (min: Int?, max: Int?)? {
        let min = min == 0 ? nil : min
        return min == nil && max == nil ? nil : (min, max)
    }
}

/// The bounds of a number, expressed in Swift.
struct Bounds {
    let schema: Schema
    let joined: JoinedConstraints
    let diagnostics: Diagnostics
    private var constraints: Schema.Constraints { joined.tightest }

    init(_ resolution: Resolution, diagnostics: Diagnostics) {
        schema = resolution.schema
        joined = resolution.constraints
        self.diagnostics = diagnostics
    }

    /// One check, and another one for each additional factor that the value must be a multiple of.
    var integerChecks: [Rule.Check] {
        let low =
            integer(constraints.exclusiveMinimum, isExclusive: true, isLow: true)
            ?? integer(constraints.minimum, isExclusive: false, isLow: true)
        let high =
            integer(constraints.exclusiveMaximum, isExclusive: true, isLow: false)
            ?? integer(constraints.maximum, isExclusive: false, isLow: false)
        // The service would reject or truncate a value of more than 32 bits.
        let factors = joined.factors.compactMap(integerFactor)
        let others = factors.dropFirst().map { Rule.Check.integer(min: nil, max: nil, multipleOf: $0) }
        if schema.format == "int32" { return [.int32(min: low, max: high, multipleOf: factors.first)] + others }
        let isFree = low == nil && high == nil && factors.isEmpty
        return isFree ? [] : [.integer(min: low, max: high, multipleOf: factors.first)] + others
    }

    var numberChecks: [Rule.Check] {
        let low = number(constraints.exclusiveMinimum, isExclusive: true) ?? number(constraints.minimum, isExclusive: false)
        let high = number(constraints.exclusiveMaximum, isExclusive: true) ?? number(constraints.maximum, isExclusive: false)
        // A factor too small for a `Double` becomes zero and is ignored.
        let factors = joined.factors.compactMap { Bounds.literal($0) }.filter { Double($0) != 0 }
        let isFree = low == nil && high == nil && factors.isEmpty
        let others = factors.dropFirst().map { Rule.Check.number(min: nil, max: nil, multipleOf: $0) }
        return isFree ? [] : [.number(min: low, max: high, multipleOf: factors.first)] + others
    }

    /// Returns a bound for whole numbers.
    ///
    /// A fractional bound is rounded to the nearest whole number inside the range. A bound beyond 64 bits is ignored.
    private func integer(_ number: Number?, isExclusive: Bool, isLow: Bool) -> Bound? {
        guard let number else { return nil }
        if let integer = number.integer { return Bound(value: String(integer), isExclusive: isExclusive) }
        guard let value = Double(number.text) else { return nil }
        let inside = value.rounded(isLow ? .up : .down)
        if let integer = Int64(exactly: inside) {
            return Bound(value: String(integer), isExclusive: isExclusive && inside == value)
        }
        if isLow == (value > 0) {
            diagnostics.flaw(
                at: schema.location, "the bound \(number.text) leaves no whole number of 64 bits", otherwise: "it is not checked",
                remedy: "correct or remove it", about: .constraint)
        }
        return nil
    }

    private func integerFactor(_ factor: Number) -> String? {
        if let integer = factor.integer { return String(integer) }
        guard let value = Double(factor.text) else { return nil }
        if let integer = Int64(exactly: value) { return String(integer) }
        // Every whole number is a multiple of 0.5 or 0.01.
        if Number(1).isMultiple(of: factor) { return nil }
        diagnostics.flaw(
            at: schema.location, "a whole number cannot be checked to be a multiple of \(factor.text)", otherwise: "it is not checked",
            remedy: "correct or remove it", about: .constraint)
        return nil
    }

    private func number(_ number: Number?, isExclusive: Bool) -> Bound? {
        number.flatMap { Bounds.literal($0) }.map { Bound(value: $0, isExclusive: isExclusive) }
    }

    /// Returns the number as a Swift literal of type `Double`.
    static func literal(_ number: Number) -> String? {
        if let integer = number.integer { return String(integer) }
        return Double(number.text).flatMap { $0.isFinite ? "\($0)" : nil }
    }
}

import GeneratorOpenAPI

/// The constraints on values beyond their type, combined from several schemas.
struct Limits: Hashable {
    /// A bound of a number.
    struct Bound: Hashable {
        let number: Number
        let isExclusive: Bool

        var text: String { isExclusive ? "\(number.text), itself excluded" : number.text }
    }

    var lower: Bound?
    var upper: Bound?
    var multipleOf: Number?
    var minLength: Int?
    var maxLength: Int?
    var patterns: Set<String> = []
    var minItems: Int?
    var maxItems: Int?
    var uniqueItems = false
    var minProperties: Int?
    var maxProperties: Int?

    init() {}

    init(_ constraints: Schema.Constraints) { add(constraints) }

    mutating func add(_ constraints: Schema.Constraints) {
        for (number, isExclusive) in [(constraints.minimum, false), (constraints.exclusiveMinimum, true)] {
            guard let number else { continue }
            let bound = Bound(number: number, isExclusive: isExclusive)
            if lower.map({ Order.lower($0, bound) == .less }) ?? true { lower = bound }
        }
        for (number, isExclusive) in [(constraints.maximum, false), (constraints.exclusiveMaximum, true)] {
            guard let number else { continue }
            let bound = Bound(number: number, isExclusive: isExclusive)
            if upper.map({ Order.upper(bound, $0) == .less }) ?? true { upper = bound }
        }
        multipleOf = multipleOf ?? constraints.multipleOf
        minLength = [minLength, constraints.minLength.positive].compactMap { $0 }.max()
        maxLength = [maxLength, constraints.maxLength].compactMap { $0 }.min()
        if let pattern = constraints.pattern { patterns.insert(pattern) }
        minItems = [minItems, constraints.minItems.positive].compactMap { $0 }.max()
        maxItems = [maxItems, constraints.maxItems].compactMap { $0 }.min()
        uniqueItems = uniqueItems || constraints.uniqueItems
        minProperties = [minProperties, constraints.minProperties.positive].compactMap { $0 }.max()
        maxProperties = [maxProperties, constraints.maxProperties].compactMap { $0 }.min()
    }

    /// Removes constraints that do not apply to values of these types, and normalizes the bounds of integers.
    mutating func keepThose(for types: Set<Schema.ValueType>) {
        guard !types.isEmpty else { return }
        let old = self
        self = Limits()
        if !types.isDisjoint(with: [.integer, .number]) {
            (lower, upper, multipleOf) = (old.lower, old.upper, old.multipleOf)
            if types == [.integer] {
                lower = lower.map { $0.ofIntegers(isLower: true) }
                upper = upper.map { $0.ofIntegers(isLower: false) }
            }
        }
        if types.contains(.string) { (minLength, maxLength, patterns) = (old.minLength, old.maxLength, old.patterns) }
        if types.contains(.array) { (minItems, maxItems, uniqueItems) = (old.minItems, old.maxItems, old.uniqueItems) }
        if types.contains(.object) { (minProperties, maxProperties) = (old.minProperties, old.maxProperties) }
    }
}

extension Limits.Bound {
    /// Normalizes an exclusive or fractional bound of integers to an inclusive integer: more than 4 means 5 or more.
    fileprivate func ofIntegers(isLower: Bool) -> Limits.Bound {
        guard let inside = isLower ? number.roundedUp : number.roundedDown else { return self }
        guard isExclusive, inside == number else { return .init(number: inside, isExclusive: false) }
        return (isLower ? inside.successor : inside.predecessor).map { .init(number: $0, isExclusive: false) } ?? self
    }
}

extension Int? {
    /// The limit, or `nil` if it is 0, which constrains nothing.
    fileprivate var positive: Int? { self == 0 ? nil : self }
}

/// The order of two bounds.
enum Order {
    case less, equal, greater

    init(_ left: Number, _ right: Number) { self = left < right ? .less : left == right ? .equal : .greater }

    /// Returns `less` if the left bound permits more numbers.
    static func lower(_ left: Limits.Bound, _ right: Limits.Bound) -> Order {
        let order = Order(left.number, right.number)
        guard order == .equal, left.isExclusive != right.isExclusive else { return order }
        return left.isExclusive ? .greater : .less
    }

    /// Returns `less` if the left bound permits fewer numbers.
    static func upper(_ left: Limits.Bound, _ right: Limits.Bound) -> Order {
        let order = Order(left.number, right.number)
        guard order == .equal, left.isExclusive != right.isExclusive else { return order }
        return left.isExclusive ? .less : .greater
    }
}

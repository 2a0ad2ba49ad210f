import Foundation

/// A value that must comply with rules before it is sent.
@_spi(Generated)
public protocol Validated {
    /// Adds to `rules` each rule that the value breaks.
    func validate(_ rules: inout Rules)
}

@_spi(Generated)
extension Validated {
    /// Adds nothing: by default, a value has no rules.
    public func validate(_ rules: inout Rules) {}
}

/// Collects every rule that a request breaks, so that a caller sees all of them at once.
///
/// Generated code calls its methods. A value that is `nil` breaks no rule.
@_spi(Generated)
public struct Rules: Sendable {
    /// The problems found so far.
    public private(set) var problems: [RequestProblem] = []
    /// The path from the root of the body to the model that is being checked.
    private var path: [Step] = []
    /// The location of the model that is being checked, if it is not the body.
    private var location: RequestProblem.Location?

    private enum Step {
        case member(String)
        case index(Int)

        var text: String {
            switch self {
            case .member(let name): name.replacing("~", with: "~0").replacing("/", with: "~1")
            case .index(let index): String(index)
            }
        }
    }

    /// Creates an empty collection, for a request that breaks no rule yet.
    public init() {}

    /// Records a problem.
    ///
    /// - Parameter name: The name of the parameter or member; `nil` for the body as a whole.
    public mutating func add(
        _ rule: RequestProblem.Rule, size: String? = nil, at name: String?, in location: RequestProblem.Location = .body
    ) {
        let steps = name.map { path + [.member($0)] } ?? path
        problems.append(.init(location: self.location ?? location, pointer: steps.map { "/" + $0.text }.joined(), rule: rule, size: size))
    }

    // MARK: Text

    /// Checks the length in Unicode scalars, as JSON Schema counts it.
    public mutating func length(
        _ value: String?, min: Int? = nil, max: Int? = nil, at name: String?, in location: RequestProblem.Location = .body
    ) {
        guard let value else { return }
        let count = value.unicodeScalars.count
        if let min, count < min { add(.minLength(min), size: "has \(count)", at: name, in: location) }
        if let max, count > max { add(.maxLength(max), size: "has \(count)", at: name, in: location) }
    }

    /// Checks that a regular expression, in the syntax of ECMA-262, matches somewhere in a text.
    public mutating func pattern(_ value: String?, _ pattern: String, at name: String?, in location: RequestProblem.Location = .body) {
        guard let value else { return }
        let matches: Bool
        do {
            let expression = try NSRegularExpression(pattern: Self.endingOnlyAtTheEnd(pattern))
            let range = NSRange(value.startIndex..., in: value)
            matches = expression.firstMatch(in: value, range: range) != nil
        } catch {
            // The code generator rejects patterns that do not compile. A pattern that only this platform rejects is left to the service.
            return
        }
        if !matches { add(.pattern(pattern), size: "has \(value.unicodeScalars.count) characters that do not", at: name, in: location) }
    }

    /// Returns a pattern in which `$` does not match before a line end at the end of the text, as it does in ICU.
    private static func endingOnlyAtTheEnd(_ pattern: String) -> String {
        var result = ""
        var isEscaped = false
        var isInSet = false
        for scalar in pattern.unicodeScalars {
            if scalar == "$", !isEscaped, !isInSet {
                result += "\\z"
            } else {
                result.unicodeScalars.append(scalar)
            }
            if !isEscaped, scalar == "[" { isInSet = true }
            if !isEscaped, scalar == "]" { isInSet = false }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return result
    }

    /// Checks that an identifier has at least one character.
    public mutating func notEmpty<Kind>(_ value: Identifier<Kind>?, at name: String?, in location: RequestProblem.Location = .body) {
        if let value, value.rawValue.isEmpty { add(.notEmpty, at: name, in: location) }
    }

    // MARK: Numbers

    /// Checks the bounds of a whole number, and that it is a multiple of a factor.
    ///
    /// - Parameters:
    ///   - min: The smallest allowed value.
    ///   - above: A bound that the value must exceed.
    ///   - max: The greatest allowed value.
    ///   - below: A bound that the value must not reach.
    public mutating func integer<Value: BinaryInteger>(
        _ value: Value?, min: Int64? = nil, above: Int64? = nil, max: Int64? = nil, below: Int64? = nil, multipleOf factor: Int64? = nil,
        at name: String?, in location: RequestProblem.Location = .body
    ) {
        guard let value else { return }
        let number = Int64(clamping: value)
        bounds(number, min: min, above: above, max: max, below: below, at: name, in: location)
        if let factor, factor != 0, !number.isMultiple(of: factor) {
            add(.multipleOf("\(factor)"), size: "is \(number)", at: name, in: location)
        }
    }

    /// Checks a number that the service stores in 32 bits.
    public mutating func int32(
        _ value: Int?, min: Int64? = nil, above: Int64? = nil, max: Int64? = nil, below: Int64? = nil, multipleOf factor: Int64? = nil,
        at name: String?, in location: RequestProblem.Location = .body
    ) {
        let low = above == nil ? min ?? Int64(Int32.min) : min
        let high = below == nil ? max ?? Int64(Int32.max) : max
        integer(value, min: low, above: above, max: high, below: below, multipleOf: factor, at: name, in: location)
    }

    /// Checks the bounds of a number, and that it is a multiple of a factor.
    public mutating func number(
        _ value: Double?, min: Double? = nil, above: Double? = nil, max: Double? = nil, below: Double? = nil,
        multipleOf factor: Double? = nil, at name: String?, in location: RequestProblem.Location = .body
    ) {
        guard let value else { return }
        bounds(value, min: min, above: above, max: max, below: below, at: name, in: location)
        if let factor, factor > 0, !value.isMultiple(of: factor) {
            add(.multipleOf("\(factor)"), size: "is \(value)", at: name, in: location)
        }
    }

    /// - Parameter text: Returns a number as the caller writes it.
    mutating func bounds<Number: Comparable>(
        _ value: Number, min: Number?, above: Number?, max: Number?, below: Number?, at name: String?, in location: RequestProblem.Location,
        text: (Number) -> String = { "\($0)" }
    ) {
        let size = "is \(text(value))"
        if let min, value < min { add(.minimum(text(min)), size: size, at: name, in: location) }
        if let above, value <= above { add(.above(text(above)), size: size, at: name, in: location) }
        if let max, value > max { add(.maximum(text(max)), size: size, at: name, in: location) }
        if let below, value >= below { add(.below(text(below)), size: size, at: name, in: location) }
    }

    // MARK: Collections

    /// Checks the number of elements of a list.
    public mutating func items<Element>(
        _ value: [Element]?, min: Int? = nil, max: Int? = nil, at name: String?, in location: RequestProblem.Location = .body
    ) {
        guard let count = value?.count else { return }
        if let min, count < min { add(.minItems(min), size: "has \(count)", at: name, in: location) }
        if let max, count > max { add(.maxItems(max), size: "has \(count)", at: name, in: location) }
    }

    /// Checks that no element of a list occurs twice.
    public mutating func unique<Element: Hashable>(_ value: [Element]?, at name: String?, in location: RequestProblem.Location = .body) {
        guard let value else { return }
        let count = Set(value).count
        if count < value.count { add(.uniqueItems, size: "has \(value.count - count) twice", at: name, in: location) }
    }

    /// Checks that no element of a list occurs twice, by comparing each with those before it.
    public mutating func unique<Element: Equatable>(_ value: [Element]?, at name: String?, in location: RequestProblem.Location = .body) {
        guard let value else { return }
        let doubles = value.indices.count { value[..<$0].contains(value[$0]) }
        if doubles > 0 { add(.uniqueItems, size: "has \(doubles) twice", at: name, in: location) }
    }

    /// Checks the number of members of a map.
    public mutating func members<Value>(
        _ value: [String: Value]?, min: Int? = nil, max: Int? = nil, at name: String?, in location: RequestProblem.Location = .body
    ) {
        guard let count = value?.count else { return }
        if let min, count < min { add(.minMembers(min), size: "has \(count)", at: name, in: location) }
        if let max, count > max { add(.maxMembers(max), size: "has \(count)", at: name, in: location) }
    }

    // MARK: Models

    /// Checks the rules of a model at the member `name`, or at the root of the body.
    public mutating func model(_ value: (some Validated)?, at name: String?, in location: RequestProblem.Location = .body) {
        guard let value else { return }
        inside(name.map(Step.member), in: location) { rules in value.validate(&rules) }
    }

    /// Checks the same rules for each element of a list.
    public mutating func each<Element>(
        _ value: [Element]?, at name: String?, in location: RequestProblem.Location = .body, _ check: (inout Rules, Element) -> Void
    ) {
        guard let value else { return }
        inside(name.map(Step.member), in: location) { rules in
            for (index, element) in value.enumerated() {
                rules.inside(.index(index)) { check(&$0, element) }
            }
        }
    }

    /// Checks the same rules for each value of a map.
    public mutating func each<Value>(
        _ value: [String: Value]?, at name: String?, in location: RequestProblem.Location = .body, _ check: (inout Rules, Value) -> Void
    ) {
        guard let value else { return }
        inside(name.map(Step.member), in: location) { rules in
            for (key, value) in value.sorted(by: { $0.key < $1.key }) {
                rules.inside(.member(key)) { check(&$0, value) }
            }
        }
    }

    private mutating func inside(_ step: Step?, in location: RequestProblem.Location = .body, _ check: (inout Rules) -> Void) {
        let outer = self.location
        if location != .body { self.location = location }
        if let step { path.append(step) }
        check(&self)
        if step != nil { path.removeLast() }
        self.location = outer
    }
}

@_spi(Generated)
extension Array: Validated where Element: Validated {
    /// Checks each element.
    public func validate(_ rules: inout Rules) {
        rules.each(self, at: nil) { rules, element in element.validate(&rules) }
    }
}

@_spi(Generated)
extension Dictionary: Validated where Key == String, Value: Validated {
    /// Checks each value, in the order of the keys.
    public func validate(_ rules: inout Rules) {
        for key in keys.sorted() { rules.model(self[key], at: key) }
    }
}

@_spi(Generated)
extension Optional: Validated where Wrapped: Validated {
    /// Checks the value if there is one.
    public func validate(_ rules: inout Rules) { self?.validate(&rules) }
}

@_spi(Generated)
extension Indirect: Validated where Wrapped: Validated {
    /// Checks the value that is stored indirectly.
    public func validate(_ rules: inout Rules) { value.validate(&rules) }
}

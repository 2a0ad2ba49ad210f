/// A violation of a rule of the API by a request.
public struct RequestProblem: Sendable, Hashable, CustomStringConvertible {
    /// The part of a request that contains a value.
    public enum Location: String, Sendable, Hashable {
        /// The JSON body, or a part of a form.
        case body
        /// A value in the path.
        case path
        /// A query parameter.
        case query
        /// A header.
        case header
        /// A cookie.
        case cookie
    }

    /// A requirement for a value.
    public enum Rule: Sendable, Hashable {
        /// At least this number of characters.
        case minLength(Int)
        /// At most this number of characters.
        case maxLength(Int)
        /// A text that matches the regular expression.
        case pattern(String)
        /// At least this number.
        case minimum(String)
        /// At most this number.
        case maximum(String)
        /// More than this number.
        case above(String)
        /// Less than this number.
        case below(String)
        /// A multiple of this number.
        case multipleOf(String)
        /// At least this number of items.
        case minItems(Int)
        /// At most this number of items.
        case maxItems(Int)
        /// No item more than once.
        case uniqueItems
        /// At least this number of members.
        case minMembers(Int)
        /// At most this number of members.
        case maxMembers(Int)
        /// A required value that must not be empty.
        case notEmpty
        /// A value that the request requires.
        case required
        /// The identifier of an entity that the service lists.
        case listed
        /// A value that can be represented in JSON, in a header, or in another part of the request. The text states the requirement.
        case representable(String)
    }

    /// The part of the request that contains the value.
    public let location: Location
    /// A JSON pointer (RFC 6901) into the body, or `/` and the name of the parameter.
    public let pointer: String
    /// The rule that is violated.
    public let rule: Rule
    /// The size of the value: the number itself, or its number of characters or items. Never the text itself.
    public let size: String?

    /// Creates a problem.
    public init(location: Location, pointer: String, rule: Rule, size: String?) {
        self.location = location
        self.pointer = pointer
        self.rule = rule
        self.size = size
    }

    /// The location, the rule and the size, such as `body /name: at most 100 characters, but has 214`.
    public var description: String {
        let place = pointer.isEmpty ? location.rawValue : "\(location.rawValue) \(pointer)"
        return "\(place): \(rule)" + (size.map { ", but \($0)" } ?? "")
    }
}

extension RequestProblem.Rule {
    /// The rule for texts that are sent as one, with a separator between them.
    static func separated(by separator: String) -> Self {
        .representable("values without \"\(separator)\", which separates them")
    }
}

extension RequestProblem.Rule: CustomStringConvertible {
    /// The rule as a phrase, such as `at most 100 characters`.
    public var description: String {
        switch self {
        case .minLength(let length): "at least \(length) characters"
        case .maxLength(let length): "at most \(length) characters"
        case .pattern(let pattern): "matches \(pattern)"
        case .minimum(let bound): "at least \(bound)"
        case .maximum(let bound): "at most \(bound)"
        case .above(let bound): "more than \(bound)"
        case .below(let bound): "less than \(bound)"
        case .multipleOf(let factor): "a multiple of \(factor)"
        case .minItems(let count): "at least \(count) items"
        case .maxItems(let count): "at most \(count) items"
        case .uniqueItems: "no item more than once"
        case .minMembers(let count): "at least \(count) members"
        case .maxMembers(let count): "at most \(count) members"
        case .notEmpty: "not empty"
        case .required: "required"
        case .listed: "listed by the service"
        case .representable(let reason): reason
        }
    }
}

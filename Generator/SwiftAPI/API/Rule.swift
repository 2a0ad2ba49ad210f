/// A check of the caller's input, performed before the request is sent.
package struct Rule: Sendable, Equatable {
    package enum Check: Sendable, Equatable {
        case length(min: Int?, max: Int?)
        case pattern(String)
        case integer(min: Bound?, max: Bound?, multipleOf: String?)
        /// An integer that the service stores in 32 bits.
        case int32(min: Bound?, max: Bound?, multipleOf: String?)
        case number(min: Bound?, max: Bound?, multipleOf: String?)
        case items(min: Int?, max: Int?)
        case unique
        case members(min: Int?, max: Int?)
        /// An identifier that must not be empty, because the request would otherwise mean something else.
        case notEmpty
        /// The rules of a nested model.
        case model
        case each([Check])
    }
    /// The stored name of the checked property, or the name of the checked parameter.
    package let subject: String
    /// `true` if the value is wrapped in a ``Nullable``.
    package let isNullable: Bool
    /// The name on the wire; `nil` if the check applies to the root, such as a body or additional members.
    package let wireName: String?
    package let check: Check
}

/// The smallest or the largest number that is allowed.
package struct Bound: Sendable, Equatable {
    package let value: String
    package let isExclusive: Bool

    package init(value: String, isExclusive: Bool) {
        self.value = value
        self.isExclusive = isExclusive
    }
}

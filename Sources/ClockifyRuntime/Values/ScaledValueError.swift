#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Why a value cannot be expressed in a unit. Nothing is rounded unless you ask for it.
public struct ScaledValueError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong with a value.
    public enum Reason: Sendable, Hashable {
        /// The value has more digits than the unit, or more than a `Double` can hold.
        case tooManyDigits
        /// The service's number does not fit into 64 bits.
        case tooLarge
        /// The value is not a number.
        case notANumber
    }

    /// What is wrong.
    public let reason: Reason
    /// The value in whole units.
    public let value: Decimal
    /// The number of digits after the point that the unit has.
    public let digits: Int

    init(_ reason: Reason, _ value: Decimal, digits: Int) {
        self.reason = reason
        self.value = value
        self.digits = digits
    }

    /// A sentence with the value and what is wrong with it.
    public var description: String {
        switch reason {
        case .tooManyDigits where digits == 0: "\(value) has more digits than the service's number can express"
        case .tooManyDigits:
            "\(value) has more digits than the service's number can express, which has \(digits) after the point"
        case .tooLarge: "\(value) is too large for the service's number"
        case .notANumber: "the value is not a number"
        }
    }
}

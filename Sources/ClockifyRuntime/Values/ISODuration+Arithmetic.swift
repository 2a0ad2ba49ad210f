extension ISODuration {
    /// Why durations could not be added or compared.
    public enum ArithmeticError: Error, Sendable, Hashable, CustomStringConvertible {
        /// The duration has no fixed length: it has years or months, does not fit into 64 bits of seconds, or is not a duration.
        case noFixedLength(ISODuration)
        /// The result does not fit into 64 bits of seconds.
        case overflow

        /// A sentence that names the duration without a fixed length, or says that the result does not fit.
        public var description: String {
            switch self {
            case .noFixedLength(let duration):
                "\"\(duration.description.prefix(40))\" has no fixed length: it has years or months, does not fit, or is not a duration"
            case .overflow: "the resulting duration does not fit into 64 bits of seconds"
            }
        }
    }

    private func length() throws(ArithmeticError) -> Duration {
        guard let duration else { throw .noFixedLength(self) }
        return duration
    }

    private init(sum: Duration) throws(ArithmeticError) {
        guard sum.hasWholeSecondsIn64Bits else { throw .overflow }
        self.init(sum)
    }

    /// Adds two durations exactly. The result is in hours, minutes and seconds.
    public static func + (one: Self, other: Self) throws(ArithmeticError) -> Self {
        try Self(sum: one.length() + other.length())
    }

    /// Subtracts a duration exactly. The result is in hours, minutes and seconds, and may be negative.
    public static func - (one: Self, other: Self) throws(ArithmeticError) -> Self {
        try Self(sum: one.length() - other.length())
    }

    /// Adds a duration exactly. If this throws, the left side is unchanged.
    public static func += (one: inout Self, other: Self) throws(ArithmeticError) { one = try one + other }

    /// Subtracts a duration exactly. If this throws, the left side is unchanged.
    public static func -= (one: inout Self, other: Self) throws(ArithmeticError) { one = try one - other }

    /// Compares the lengths of two durations. `try durations.sorted(by: <)` sorts a list.
    public static func < (one: Self, other: Self) throws(ArithmeticError) -> Bool { try one.length() < other.length() }

    /// Compares the lengths of two durations.
    public static func <= (one: Self, other: Self) throws(ArithmeticError) -> Bool { try one.length() <= other.length() }

    /// Compares the lengths of two durations.
    public static func > (one: Self, other: Self) throws(ArithmeticError) -> Bool { try one.length() > other.length() }

    /// Compares the lengths of two durations.
    public static func >= (one: Self, other: Self) throws(ArithmeticError) -> Bool { try one.length() >= other.length() }
}

extension Sequence<ISODuration> {
    /// Returns the exact sum of the lengths, in hours, minutes and seconds. The sum of no durations is ``ISODuration/zero``.
    public func sum() throws(ISODuration.ArithmeticError) -> ISODuration {
        var sum = Duration.zero
        for duration in self {
            guard let length = duration.duration else { throw .noFixedLength(duration) }
            sum += length
            guard sum.hasWholeSecondsIn64Bits else { throw .overflow }
        }
        return ISODuration(sum)
    }
}

extension Duration {
    /// `true` if ``components`` fits. A `Duration` itself has 128 bits, so that the sum of two that fit never overflows.
    fileprivate var hasWholeSecondsIn64Bits: Bool {
        let limit: Int64 = 999_999_999_999_999_999
        return Duration(secondsComponent: .min, attosecondsComponent: -limit) <= self
            && self <= Duration(secondsComponent: .max, attosecondsComponent: limit)
    }
}

extension ISODuration {
    /// No time: `PT0S`.
    public static var zero: Self { Self(unchecked: "PT0S") }

    /// Returns a duration of hours: 3 hours are `PT3H`.
    public static func hours(_ count: Int) -> Self { Self(isNegative: count < 0, hours: UInt64(count.magnitude)) }

    /// Returns a duration in hours and minutes: 90 minutes are `PT1H30M`.
    public static func minutes(_ count: Int) -> Self {
        let minutes = UInt64(count.magnitude)
        return Self(isNegative: count < 0, hours: minutes / 60, minutes: minutes % 60)
    }

    /// Returns a duration in hours, minutes and seconds: 5400 seconds are `PT1H30M`.
    public static func seconds(_ count: Int) -> Self {
        let seconds = UInt64(count.magnitude)
        return Self(isNegative: count < 0, hours: seconds / 3600, minutes: seconds / 60 % 60, seconds: seconds % 60)
    }

    /// Creates a duration in hours, minutes and seconds. It is exact: a fraction of a second has up to 18 digits.
    public init(_ duration: Duration) {
        // A `Duration` may have more seconds than fit into 64 bits, but not more hours.
        let hours = (duration / 3600).components.seconds
        let rest = (duration - .seconds(3600) * hours).components
        let seconds = rest.seconds.magnitude
        self.init(
            isNegative: duration < .zero, hours: hours.magnitude, minutes: seconds / 60, seconds: seconds % 60,
            attoseconds: rest.attoseconds.magnitude)
    }

    /// Creates a duration in hours, minutes and seconds, from seconds.
    ///
    /// ``timeInterval`` returns the same `Double`: 0.1 seconds are `PT0.1S`, the shortest decimal fraction that is read back as 0.1.
    ///
    /// - Returns: `nil` if `timeInterval` is not finite, has more than 64 bits of seconds, or needs more than 18 digits after the point.
    public init?(timeInterval: Double) {
        guard let duration = Duration(shortestDecimalOf: timeInterval) else { return nil }
        self.init(duration)
    }

    private init(isNegative: Bool, hours: UInt64, minutes: UInt64 = 0, seconds: UInt64 = 0, attoseconds: UInt64 = 0) {
        var text = isNegative ? "-PT" : "PT"
        if hours > 0 { text += "\(hours)H" }
        if minutes > 0 { text += "\(minutes)M" }
        if attoseconds > 0 {
            var fraction = String(Duration.attosecondsPerSecond + attoseconds).dropFirst()
            while fraction.last == "0" { fraction.removeLast() }
            text += "\(seconds).\(fraction)S"
        } else if seconds > 0 || (hours == 0 && minutes == 0) {
            text += "\(seconds)S"
        }
        self.init(unchecked: text)
    }
}

extension ISODuration: ExpressibleByStringLiteral {
    /// Creates a duration from a literal: `"PT1H30M"`.
    ///
    /// - Precondition: The literal is an ISO 8601 duration. For any other text, use ``init(_:)-(String)`` with a variable.
    public init(stringLiteral text: String) {
        guard let duration = Self(text) else { preconditionFailure("\"\(text)\" is not an ISO 8601 duration such as \"PT1H30M\"") }
        self = duration
    }
}

extension Duration {
    fileprivate static let attosecondsPerSecond: UInt64 = 1_000_000_000_000_000_000

    /// Creates the duration that the shortest decimal text of a number of seconds states. `nil` if it does not fit.
    fileprivate init?(shortestDecimalOf seconds: Double) {
        guard seconds.isFinite else { return nil }
        if let whole = Int64(exactly: seconds) {
            self = .seconds(whole)
            return
        }
        var text = JSONReader(Array(seconds.description.utf8))
        guard let number = try? text.readNumber(), !number.isTruncated, -18 ... -1 ~= number.exponent else { return nil }
        var unit: UInt64 = 1
        for _ in 0..<(-number.exponent) { unit *= 10 }
        let fraction = Int64(number.significand % unit * (Self.attosecondsPerSecond / unit))
        let length = Duration(secondsComponent: Int64(number.significand / unit), attosecondsComponent: fraction)
        self = number.isNegative ? .zero - length : length
    }

    /// The `Double` that is nearest to the number of seconds.
    var nearestTimeInterval: Double {
        let (seconds, attoseconds) = components
        if attoseconds == 0 { return Double(seconds) }
        // Adding the fraction to the seconds would round twice.
        let fraction = String(Self.attosecondsPerSecond + attoseconds.magnitude).dropFirst()
        let magnitude = Double("\(seconds.magnitude).\(fraction)") ?? 0
        return self < .zero ? -magnitude : magnitude
    }
}

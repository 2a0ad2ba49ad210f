extension ISODuration {
    /// The components of a duration. All of them count backwards if the duration is negative.
    public struct Components: Sendable, Hashable {
        /// `true` if the duration is negative.
        public var isNegative = false
        /// The number of years.
        public var years = 0
        /// The number of months.
        public var months = 0
        /// The number of weeks.
        public var weeks = 0
        /// The number of days.
        public var days = 0
        /// The number of hours.
        public var hours = 0
        /// The number of minutes.
        public var minutes = 0
        /// The number of seconds.
        public var seconds = 0
        /// The fraction of the second, 0 to 999,999,999.
        public var nanoseconds = 0

        /// The length in time, where a day has 24 hours; `nil` if the duration has years or months, or does not fit.
        public var duration: Duration? {
            guard years == 0, months == 0 else { return nil }
            var total: Int64 = 0
            for (count, unit) in [(weeks, 604_800), (days, 86_400), (hours, 3600), (minutes, 60), (seconds, 1)] {
                let (product, tooLarge) = Int64(count).multipliedReportingOverflow(by: Int64(unit))
                let (sum, overflow) = total.addingReportingOverflow(product)
                if tooLarge || overflow { return nil }
                total = sum
            }
            let length = Duration.seconds(total) + .nanoseconds(nanoseconds)
            return isNegative ? .zero - length : length
        }
    }
}

extension ISODuration.Components {
    /// Parses `P`, then years, months, weeks and days, then `T`, hours, minutes and seconds.
    ///
    /// At least one component must be present. Components must be in this order, each at most once. Only seconds may have a fraction.
    /// A sign may come first.
    init?(_ text: Span<UInt8>) {
        var index = 0
        if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
            isNegative = text[index] == UInt8(ascii: "-")
            index += 1
        }
        guard text.hasPrefix("P", at: index) else { return nil }
        index += 1

        let dateUnits: [(UInt8, WritableKeyPath<Self, Int>)] = [
            (UInt8(ascii: "Y"), \.years), (UInt8(ascii: "M"), \.months), (UInt8(ascii: "W"), \.weeks),
            (UInt8(ascii: "D"), \.days),
        ]
        let timeUnits: [(UInt8, WritableKeyPath<Self, Int>)] = [
            (UInt8(ascii: "H"), \.hours), (UInt8(ascii: "M"), \.minutes), (UInt8(ascii: "S"), \.seconds),
        ]
        var units = dateUnits[...]
        var isTime = false
        var isEmpty = true
        while index < text.count {
            if text[index] == UInt8(ascii: "T") {
                if isTime { return nil }
                units = timeUnits[...]
                (isTime, isEmpty) = (true, true)
                index += 1
                continue
            }
            guard let number = text.wholeNumber(at: &index) else { return nil }
            if isTime, text.hasPrefix(".", at: index) {
                guard let fraction = text.nanoseconds(at: &index), text.hasPrefix("S", at: index) else { return nil }
                nanoseconds = fraction
            }
            guard index < text.count, let unit = units.firstIndex(where: { $0.0 == text[index] }) else { return nil }
            self[keyPath: units[unit].1] = number
            units = units[(unit + 1)...]
            isEmpty = false
            index += 1
        }
        if isEmpty { return nil }
    }
}

extension Span where Element == UInt8 {
    /// Parses the digits at `index`. Returns `nil` if there are no digits, or the number does not fit.
    fileprivate func wholeNumber(at index: inout Int) -> Int? {
        let start = index
        var number = 0
        while index < count, let digit = self[index].digit {
            let (product, tooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = product.addingReportingOverflow(Int(digit))
            if tooLarge || overflow { return nil }
            number = sum
            index += 1
        }
        return index > start ? number : nil
    }

    /// Parses the point at `index` and the fraction after it, in nanoseconds. Digits after the ninth are ignored.
    fileprivate func nanoseconds(at index: inout Int) -> Int? {
        index += 1
        let start = index
        var fraction = 0
        var unit = 100_000_000
        while index < count, let digit = self[index].digit {
            fraction += Int(digit) * unit
            unit /= 10
            index += 1
        }
        return index > start ? fraction : nil
    }
}

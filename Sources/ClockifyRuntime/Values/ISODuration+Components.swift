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
        /// The fraction of the second in units of 10⁻¹⁸ seconds, 0 to 999,999,999,999,999,999.
        public var attoseconds: Int64 = 0

        /// The exact length in time, where a day has 24 hours; `nil` if the duration has years or months, or does not fit.
        public var duration: Duration? { years == 0 && months == 0 ? lengthWithoutMonths : nil }

        /// The years and months in months, with the sign; `nil` if the number does not fit.
        var signedMonths: Int? {
            let (product, tooLarge) = years.multipliedReportingOverflow(by: 12)
            let (sum, overflow) = product.addingReportingOverflow(months)
            return tooLarge || overflow ? nil : isNegative ? -sum : sum
        }

        /// The length of everything but the years and months; `nil` if it does not fit.
        var lengthWithoutMonths: Duration? {
            let sign: Int64 = isNegative ? -1 : 1
            var total: Int64 = 0
            for (count, unit) in [(weeks, 604_800), (days, 86_400), (hours, 3600), (minutes, 60), (seconds, 1)] {
                let (product, tooLarge) = Int64(count).multipliedReportingOverflow(by: sign * Int64(unit))
                let (sum, overflow) = total.addingReportingOverflow(product)
                if tooLarge || overflow { return nil }
                total = sum
            }
            return Duration(secondsComponent: total, attosecondsComponent: sign * attoseconds)
        }
    }
}

extension ISODuration.Components {
    /// Parses `P`, then years, months, weeks and days, then `T`, hours, minutes and seconds.
    ///
    /// At least one component must be present. Components must be in this order, each at most once. Only seconds may have a fraction, of
    /// at most 18 digits. A sign may come first.
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
                guard let fraction = text.attoseconds(at: &index), text.hasPrefix("S", at: index) else { return nil }
                attoseconds = fraction
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

    /// Parses the point at `index` and the fraction after it. Returns `nil` if there are no digits, or a digit after the eighteenth is not
    /// zero.
    fileprivate func attoseconds(at index: inout Int) -> Int64? {
        index += 1
        let start = index
        var fraction: Int64 = 0
        var unit: Int64 = 100_000_000_000_000_000
        while index < count, let digit = self[index].digit {
            if unit == 0, digit != 0 { return nil }
            fraction += Int64(digit) * unit
            unit /= 10
            index += 1
        }
        return index > start ? fraction : nil
    }
}

public import Foundation

extension ScaledInteger where Unit: CurrencyUnit {
    /// Returns the amount in a currency, as people write it: `€50.00`.
    ///
    /// All digits are shown, and at least as many as are usual for the currency.
    ///
    /// - Parameters:
    ///   - currency: A code of ISO 4217, such as `EUR`.
    ///   - locale: The language and region whose customs apply.
    public func formatted(currency: String, locale: Locale = .autoupdatingCurrent) -> String {
        decimal.formatted(currency: currency, locale: locale)
    }
}

extension ScaledNumber where Unit: CurrencyUnit {
    /// Returns the amount in a currency, as people write it: `€400.555`.
    ///
    /// All digits are shown, and at least as many as are usual for the currency.
    ///
    /// - Parameters:
    ///   - currency: A code of ISO 4217, such as `EUR`.
    ///   - locale: The language and region whose customs apply.
    public func formatted(currency: String, locale: Locale = .autoupdatingCurrent) -> String {
        decimal.formatted(currency: currency, locale: locale)
    }
}

extension ScaledInteger where Unit: PercentUnit {
    /// Returns the percents as people write them, with all digits: `19.5%`.
    public func formatted(locale: Locale = .autoupdatingCurrent) -> String { decimal.formattedPercents(locale: locale) }
}

extension ScaledNumber where Unit: PercentUnit {
    /// Returns the percents as people write them, with all digits: `19.5%`.
    public func formatted(locale: Locale = .autoupdatingCurrent) -> String { decimal.formattedPercents(locale: locale) }
}

extension Decimal {
    fileprivate func formatted(currency: String, locale: Locale) -> String {
        // Zero shows how many digits are usual for the currency: 0.00 for euros, 0 for yen.
        let zero = Decimal(0).formatted(.currency(code: currency).locale(Locale(identifier: "en_US_POSIX")))
        let usual = zero.split(separator: ".", maxSplits: 1).dropFirst().first?.count { $0.isNumber } ?? 0
        let digits = Swift.max(usual, fractionLength)
        return formatted(.currency(code: currency).locale(locale).precision(.fractionLength(digits)))
    }

    fileprivate func formattedPercents(locale: Locale) -> String {
        multiplied(byPowerOfTen: -2).formatted(.percent.locale(locale).precision(.fractionLength(fractionLength)))
    }

    private var fractionLength: Int { isNaN ? 0 : DecimalDigits(self).fractionLength }
}

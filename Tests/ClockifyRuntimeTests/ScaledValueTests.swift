import Foundation
import Testing

@testable @_spi(Generated) import ClockifyRuntime

private enum Cents: CurrencyUnit { static var digits: Int { 2 } }
private enum Whole: CurrencyUnit { static var digits: Int { 0 } }
private enum Ten: CurrencyUnit { static var digits: Int { 4 } }
private enum Percents: PercentUnit { static var digits: Int { 0 } }
private enum Points: PercentUnit { static var digits: Int { 2 } }

private typealias Amount = ScaledInteger<Cents>
private typealias Price = ScaledInteger<Ten>
private typealias Computed = ScaledNumber<Cents>
private typealias Major = ScaledNumber<Whole>

private func decimal(_ text: String) throws -> Decimal { try #require(Decimal(string: text)) }

@Suite("Numbers with a unit")
struct ScaledValueTests {
    @Test(
        "A whole amount becomes a decimal and back, exactly",
        arguments: [
            (Int64(0), "0", "0.00"), (1, "0.01", "0.01"), (-1, "-0.01", "-0.01"), (5000, "50", "50.00"), (-123_456, "-1234.56", "-1234.56"),
            (.max, "92233720368547758.07", "92233720368547758.07"), (.min, "-92233720368547758.08", "-92233720368547758.08"),
        ])
    func exactAmount(raw: Int64, whole: String, text: String) throws {
        let amount = Amount(rawValue: raw)
        #expect(amount.decimal == (try decimal(whole)))
        #expect(try Amount(decimal(whole)) == amount)
        #expect(amount.description == text && "\(amount)" == text)
        #expect(amount.parameterText == String(raw))
    }

    @Test(
        "A decimal that does not fit is an error that says why",
        arguments: [
            ("0.001", ScaledValueError.Reason.tooManyDigits), ("1e-7", .tooManyDigits), ("-0.009", .tooManyDigits),
            ("92233720368547758.08", .tooLarge), ("-92233720368547758.09", .tooLarge), ("1e30", .tooLarge), ("1e127", .tooLarge),
        ])
    func misfit(text: String, reason: ScaledValueError.Reason) throws {
        let value = try decimal(text)
        let error = try #require(throws: ScaledValueError.self) { try Amount(value) }
        #expect(error.reason == reason && error.value == value && error.digits == 2)
        #expect(error.description.hasPrefix("\(value) "))
        #expect(throws: ScaledValueError.self) { try Amount(Decimal.nan) }
        #expect(throws: ScaledValueError.self) { try Computed(Decimal.nan) }
    }

    @Test("Each unit has its own digits")
    func digits() throws {
        #expect(Price(rawValue: 1_000_000).decimal == 100 && Price(rawValue: 1).description == "0.0001")
        #expect(try Price(decimal("0.1234")).rawValue == 1234)
        #expect(try Major(decimal("49.9")).rawValue == 49.9)
    }

    @Test("Literals are whole units")
    func literals() {
        let (amount, price, computed, major): (Amount, Price, Computed, Major) = (50.00, 0.1, -400.555, 1e-7)
        #expect(amount.rawValue == 5000 && price.rawValue == 1000 && computed.rawValue == -40055.5 && major.rawValue == 1e-7)
        #expect(
            (0.1 as Amount).rawValue == 10 && (-0.01 as Amount).rawValue == -1
                && (9_999_999_999_999.99 as Amount).rawValue == 999_999_999_999_999)
        #expect((0.0 as Amount) == .zero && (0.0 as Computed) == .zero)
        let nullable: Nullable<Amount>? = 1.50
        #expect(nullable?.value?.rawValue == 150)
    }

    @Test(
        "A literal that the compiler may have rounded is refused",
        arguments: [(123_456_789_012_345_678.0, 2), (1e16, 0), (0.1234567890123456, 2), (1e14, 2), (Double.infinity, 2)])
    func refusedLiteral(value: Double, digits: Int) {
        #expect(throws: ScaledValueError.self) { try Decimal(literal: value, digits: digits) }
    }

    @Test("A fractional number is equal to the wire's to the bit, and its decimal is what was written")
    func fractionalNumber() throws {
        let computed = try JSONReader.decode(Computed.self, from: Array("40055.555555555555".utf8))
        #expect(computed.rawValue.bitPattern == 40055.555555555555.bitPattern)
        #expect(computed.decimal == (try decimal("\(40055.555555555555)")) / 100)
        #expect(
            computed.description == "400.55555555555554" || computed.description == "400.55555555555555"
                || computed.description == "400.5555555555555")
        #expect(try JSONWriter.encode(computed) == Array("\(40055.555555555555)".utf8))
        #expect(Computed(rawValue: 0.1).decimal == (try decimal("0.001")))
        #expect(Computed(rawValue: 5000).description == "50.00" && Major(rawValue: 19.5).description == "19.5")
        #expect(try Computed(decimal("105.005")).rawValue == 10500.5)
        #expect(try Major(Computed(rawValue: 10500.5).decimal).rawValue == 105.005)
    }

    @Test("A fractional number that a Double cannot tell apart from its neighbours is an error, unless it is rounded on purpose")
    func inexactNumber() throws {
        let value = try decimal("0.12345678901234567890")
        let error = try #require(throws: ScaledValueError.self) { try Computed(value) }
        #expect(error.reason == .tooManyDigits)
        #expect(try Computed(nearest: value).rawValue == 12.345678901234567890)
        #expect(throws: ScaledValueError.self) { try Computed(nearest: .nan) }
        #expect(Computed(rawValue: .nan).decimal.isNaN && Computed(rawValue: .infinity).decimal.isNaN)
        #expect(Computed(rawValue: 1e300).decimal.isNaN && Computed(rawValue: .leastNonzeroMagnitude).decimal.isNaN)
    }

    @Test(
        "Rounding follows the rule that is named",
        arguments: [
            (FloatingPointRoundingRule.toNearestOrEven, ["0.005": 0, "0.015": 2, "-0.005": 0, "0.0051": 1, "0.0149": 1, "2": 200]),
            (.toNearestOrAwayFromZero, ["0.005": 1, "0.015": 2, "-0.005": -1, "0.0049": 0]),
            (.up, ["0.001": 1, "-0.009": 0, "0.01": 1]), (.down, ["0.009": 0, "-0.001": -1]),
            (.towardZero, ["0.019": 1, "-0.019": -1]), (.awayFromZero, ["0.011": 2, "-0.011": -2, "0.01": 1]),
        ])
    func rounding(rule: FloatingPointRoundingRule, cases: [String: Int64]) throws {
        for (text, raw) in cases { #expect(try Amount(rounding: decimal(text), rule).rawValue == raw, "\(text)") }
    }

    @Test("A rounded amount that is too large, or is not a number, is an error")
    func roundingMisfits() throws {
        #expect(try Amount(rounding: decimal("92233720368547758.074"), .toNearestOrEven).rawValue == .max)
        #expect(try Amount(rounding: decimal("-92233720368547758.084"), .toNearestOrEven).rawValue == .min)
        #expect(throws: ScaledValueError.self) { try Amount(rounding: decimal("92233720368547758.075"), .toNearestOrAwayFromZero) }
        #expect(throws: ScaledValueError.self) { try Amount(rounding: decimal("1e40"), .down) }
        #expect(throws: ScaledValueError.self) { try Amount(rounding: .nan, .down) }
    }

    @Test("Sums are exact, and throw what does not fit")
    func arithmetic() throws {
        let (one, two): (Amount, Amount) = (0.10, 0.20)
        #expect(try one + two == 0.30 && one - two == -0.10 && one * 3 == 0.30 && -one == -0.10 && [one, two, one].sum() == 0.40)
        #expect(try [Amount]().sum() == .zero && one < two)
        let largest = Amount(rawValue: .max)
        let error = try #require(throws: ScaledValueError.self) { try largest + one }
        #expect(try error.reason == .tooLarge && error.value == decimal("92233720368547758.17"))
        #expect(throws: ScaledValueError.self) { try Amount(rawValue: .min) - one }
        #expect(throws: ScaledValueError.self) { try -Amount(rawValue: .min) }
        #expect(throws: ScaledValueError.self) { try largest * 2 }
        #expect(throws: ScaledValueError.self) { try [largest, one].sum() }
        var sum = one
        try sum += two
        try sum -= one
        #expect(sum == two)
    }

    @Test("Fractional numbers add up in decimals, not in binary fractions")
    func fractionalArithmetic() throws {
        let (one, two): (Major, Major) = (0.1, 0.2)
        #expect(
            try (one + two).rawValue == 0.3 && (one - two).rawValue == -0.1 && (one * 3).rawValue == 0.3 && [one, one, one].sum() == 0.3)
        #expect((-one).rawValue == -0.1)
        #expect(throws: ScaledValueError.self) { try Major(rawValue: 1e30) + Major(rawValue: 1e-20) }
        #expect(throws: ScaledValueError.self) { try Major(rawValue: 1e15) + Major(rawValue: 0.001) }
        #expect(throws: ScaledValueError.self) { try Major(rawValue: .nan) + one }
    }

    @Test("The JSON and the coded form are the service's number", arguments: [Int64.min, -1, 0, 5000, .max])
    func coding(raw: Int64) throws {
        let amount = Amount(rawValue: raw)
        #expect(try JSONWriter.encode(amount) == Array("\(raw)".utf8))
        #expect(try JSONReader.decode(Amount.self, from: Array("\(raw)".utf8)) == amount)
        #expect(try JSONDecoder().decode([Amount].self, from: JSONEncoder().encode([amount])) == [amount])
        #expect(String(decoding: try JSONEncoder().encode([amount]), as: UTF8.self) == "[\(raw)]")
    }

    @Test("Fractional numbers are coded to the bit", arguments: [40055.555555555555, 0.1, 1e-7, -12.5, 92_233_720_368_547_760])
    func coding(raw: Double) throws {
        let number = Computed(rawValue: raw)
        let coded = try JSONDecoder().decode([Computed].self, from: JSONEncoder().encode([number]))
        #expect(coded.first?.rawValue.bitPattern == raw.bitPattern)
        let read = try JSONReader.decode(Computed.self, from: JSONWriter.encode(number))
        #expect(read.rawValue.bitPattern == raw.bitPattern)
    }

    @Test("A fraction where the service counts whole parts is an error, and so is a number of more than 64 bits")
    func misreadAmount() {
        #expect(throws: JSONError.self) { try JSONReader.decode(Amount.self, from: Array("1.5".utf8)) }
        #expect(throws: JSONError.self) { try JSONReader.decode(Amount.self, from: Array("9223372036854775808".utf8)) }
    }

    @Test("A problem states whole units")
    func problems() {
        var rules = Rules()
        rules.int32(Amount(rawValue: 0), min: 1, at: "amount")
        rules.int32(Amount(rawValue: 2_147_483_648), at: "rate")
        rules.integer(Amount(rawValue: 7), multipleOf: 5, at: "step")
        rules.number(Major(rawValue: -1.5), above: 0, max: 92_233_720_368_547_760, at: "total")
        rules.number(Major(rawValue: 1e17), max: 92_233_720_368_547_760, at: "most")
        rules.integer(nil as Amount?, min: 1, at: "none")
        #expect(
            rules.problems.map(\.description) == [
                "body /amount: at least 0.01, but is 0.00", "body /rate: at most 21474836.47, but is 21474836.48",
                "body /step: a multiple of 0.05, but is 0.07", "body /total: more than 0, but is -1.5",
                "body /most: at most 92233720368547760, but is 100000000000000000",
            ])
    }

    @Test("A number in another unit of the same quantity is exact, or a problem of the request")
    func conversion() throws {
        let major: Major = try Replacing.converted(Computed(rawValue: 4990), as: "/amount")
        #expect(major == 49.90)
        let percents: ScaledNumber<Percents> = try Replacing.converted(ScaledNumber<Points>(rawValue: 1225), as: "/taxPercent")
        #expect(percents.rawValue == 12.25)
        let some: Computed? = 12.25
        let optional: Major? = try some.map { item throws(APIFailure) in try Replacing.converted(item, as: "/amount") }
        #expect(optional == 12.25)
        let error = try #require(throws: APIFailure.self) { () throws in
            let _: Amount = try Replacing.converted(Computed(rawValue: 0.5), as: "/amount")
        }
        #expect(error.description.contains("body /amount") && error.description.contains("0.005"))
    }

    @Test("Amounts are written in a currency with all their digits, and at least those that the currency has")
    func currencies() throws {
        let english = Locale(identifier: "en_US")
        #expect((50.00 as Amount).formatted(currency: "EUR", locale: english) == "€50.00")
        #expect((1234.5 as Amount).formatted(currency: "USD", locale: english) == "$1,234.50")
        #expect((50.00 as Amount).formatted(currency: "JPY", locale: english) == "¥50")
        #expect((50.25 as Amount).formatted(currency: "JPY", locale: english) == "¥50.25")
        #expect((0.1234 as Price).formatted(currency: "USD", locale: english) == "$0.1234")
        #expect((400.555 as Computed).formatted(currency: "USD", locale: english) == "$400.555")
        let german = (1234.5 as Amount).formatted(currency: "EUR", locale: Locale(identifier: "de_DE"))
        #expect(german.hasPrefix("1.234,50") && german.hasSuffix("€"))
    }

    @Test("Percents are written with all their digits")
    func percents() {
        let english = Locale(identifier: "en_US")
        #expect(ScaledNumber<Percents>(rawValue: 19.5).formatted(locale: english) == "19.5%")
        #expect(ScaledNumber<Points>(rawValue: 1900).formatted(locale: english) == "19%")
        #expect(ScaledInteger<Points>(rawValue: 1225).formatted(locale: english) == "12.25%")
    }
}

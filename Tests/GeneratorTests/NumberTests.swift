import Foundation
import GeneratorOpenAPI
import RepeatableNumbers
import Testing

/// Numbers of a spec are compared exactly.
@Suite struct NumberTests {
    private func number(_ text: String) throws -> Number { try #require(Number(text: text), "\(text)") }

    @Test(
        "A number has the same value in every notation",
        arguments: [
            ("1", "1.0"), ("200", "2e2"), ("-0", "0.00"), ("0.5", "5E-1"), ("99999999999999999999", "9.9999999999999999999e19"),
            ("+7", "7"),
        ])
    func notation(left: String, right: String) throws {
        #expect(try number(left) == number(right))
        #expect(try number(left).hashValue == number(right).hashValue)
        #expect(try number(left).canonicalText == number(right).canonicalText)
        #expect(try !(number(left) < number(right)) && !(number(right) < number(left)))
    }

    @Test("Numbers of any size are ordered")
    func order() throws {
        let texts = [
            "-1e30", "-99999999999999999999", "-9223372036854775808", "-1.5", "-1.4999999999999999999999", "-1e-30", "0",
            "1e-30", "0.1", "0.10000000000000000001", "1", "9223372036854775807", "9223372036854775808", "1e400",
        ]
        for (index, text) in texts.enumerated() {
            for (other, second) in texts.enumerated() {
                #expect(try (number(text) < number(second)) == (index < other), "\(text) \(second)")
            }
        }
    }

    @Test("An invalid number is rejected", arguments: ["", "-", "x", "1e", "1.2.3", ".inf", "NaN", "0x1F", "1 ", "--1"])
    func invalidNumbers(text: String) { #expect(Number(text: text) == nil) }

    @Test(
        "Multiples are exact",
        arguments: [
            ("0.75", "0.25", true), ("0.5", "0.25", true), ("0.25", "0.5", false), ("0.3", "0.1", true), ("1e40", "7", false),
            ("7e40", "7", true), ("100000000000000000000", "3", false), ("0", "0.1", true), ("1e-7", "1e-8", true), ("-6", "4", false),
            ("-6", "3", true),
        ])
    func multiplesAreExact(value: String, factor: String, expected: Bool) throws {
        #expect(try number(value).isMultiple(of: number(factor)) == expected)
    }

    @Test(
        "A number is rounded up and down to integers",
        arguments: [
            ("1.5", "2", "1"), ("-1.5", "-1", "-2"), ("0.1", "1", "0"), ("-0.1", "0", "-1"),
            ("99999999999999999999.5", "100000000000000000000", "99999999999999999999"),
            ("3", "3", "3"),
        ])
    func rounding(text: String, up: String, down: String) throws {
        #expect(try number(text).roundedUp?.canonicalText == up)
        #expect(try number(text).roundedDown?.canonicalText == down)
    }

    @Test("Successors and predecessors exist beyond 64 bits")
    func steps() throws {
        #expect(try number("9223372036854775807").successor?.canonicalText == "9223372036854775808")
        #expect(try number("-9223372036854775808").predecessor?.canonicalText == "-9223372036854775809")
        #expect(try number("-100000000000000000000").successor?.canonicalText == "-99999999999999999999")
        #expect(try number("1e2000").successor == nil)
    }

    /// Compares the results with Foundation's decimals, which have 38 digits.
    @Test("Order and multiples agree with Foundation")
    func agreementWithFoundation() throws {
        var random = SeededNumbers(seed: 7)
        for _ in 0..<2000 {
            let texts = (0..<2).map { _ in
                "\(Int.random(in: -5000...5000, using: &random))e\(Int.random(in: -6...6, using: &random))"
            }
            let numbers = try texts.map(number)
            let decimals = try texts.map { try #require(Decimal(string: $0)) }
            #expect((numbers[0] < numbers[1]) == (decimals[0] < decimals[1]), "\(texts)")
            #expect((numbers[0] == numbers[1]) == (decimals[0] == decimals[1]), "\(texts)")
            guard decimals[1] != 0 else { continue }
            var (quotient, whole) = (decimals[0] / decimals[1], Decimal())
            NSDecimalRound(&whole, &quotient, 0, .plain)
            #expect(numbers[0].isMultiple(of: numbers[1]) == (whole * decimals[1] == decimals[0]), "\(texts)")
        }
    }
}

import ClockifyRuntime
import Testing

@Suite("Numbers")
struct JSONNumberTests {
    @Test(
        "An integer is accepted in every notation",
        arguments: [
            ("0", 0), ("-0", 0), ("-0.0e9", 0), ("0e999999999999999999999", 0), ("10", 10), ("10.0", 10), ("10.000", 10), ("1e3", 1000),
            ("1E+3", 1000), ("1.5e1", 15), ("1500e-2", 15), ("-12e0", -12), ("100000000000000000000e-20", 1),
            ("0.000000000000000000001e21", 1), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
            ("9223372036854775807.0", Int64.max), ("9.223372036854775807e18", Int64.max), ("-9.223372036854775808e18", Int64.min),
            ("9007199254740993", 9_007_199_254_740_993), ("1.0000000000000000000000000000000000", 1),
            ("1000000000000000000", 1_000_000_000_000_000_000),
        ])
    func integers(text: String, expected: Int64) throws {
        #expect(try read(Int64.self, text) == expected)
        #expect(try read(Int.self, text) == Int(expected))
    }

    @Test(
        "Fractions and values out of range are rejected as integers",
        arguments: [
            "0.1", "1.5", "1e-1", "15e-1", "9223372036854775808", "-9223372036854775809", "9223372036854775807.5", "1e19", "1e400",
            "9.3e18", "18446744073709551616", "18446744073709551615", "99999999999999999999999", "1e999999999999999999999",
            "1e-999999999999999999999", "1.00000000000000000000000000001", "true", "\"1\"", "null", "[]",
        ])
    func refusedIntegers(text: String) {
        #expect(refusal(Int64.self, text) != nil)
        #expect(refusal(Int.self, text) != nil)
    }

    @Test("A 32-bit integer has its own limits")
    func int32() throws {
        #expect(try read(Int32.self, "2147483647") == .max)
        #expect(try read(Int32.self, "-2147483648") == .min)
        #expect(refusal(Int32.self, "2147483648")?.reason == "number does not fit into 32 bits")
        #expect(refusal([Int32].self, "[1, -2147483649]")?.path == "$[1]")
        #expect(refusal([Int32].self, "[1, -2147483649]")?.offset == 4)
    }

    @Test(
        "A Double is the nearest representable value",
        arguments: [
            "0", "0.1", "0.2", "0.3", "1.1", "123456.789", "40055.555555555555", "1e22", "1e23", "1e-22", "1e-23", "9007199254740993",
            "9007199254740992", "1.7976931348623157e308", "2.2250738585072014e-308", "2.2250738585072011e-308", "5e-324", "4.9e-324",
            "2e-324",
            "1e-400", "0.1e-399", "123456789012345678901234567890", "0.30000000000000004", "8.41e21", "9.5e-21", "1e300",
            "3.141592653589793238462643",
            "0.000000000000000000000000000000000000000000000000000000001e57", "-1.5", "1000000000000000000000e-21",
            "179769313486231570000000000000000000000000000000000e258", "7.2057594037927933e16",
        ])
    func doubles(text: String) throws {
        let expected = try #require(Double(text))
        #expect(try read(Double.self, text) == expected)
    }

    @Test("The shortest text of any Double decodes to the same value")
    func shortest() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            #expect(try read(Double.self, written(value)) == value)
            #expect(try read(Float.self, written(Float(value).isFinite ? Float(value) : 1)) == (Float(value).isFinite ? Float(value) : 1))
            let price = Double(generator.next() % 100_000_000) / 100
            #expect(try read(Double.self, written(price)) == price)
        }
    }

    @Test("Any 64-bit integer survives a round trip, and an integer stays an integer in every notation")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<20_000 {
            let value = Int64(bitPattern: generator.next()) >> Int64(generator.next() % 64)
            #expect(try read(Int64.self, written(value)) == value)
            if value != 0 { #expect(try read(Int64.self, "\(value)00e-2") == value) }
            #expect(try read(JSONValue.self, "\(value)") == .integer(value))
            #expect(try read(Double.self, "\(value)") == Double(value))
        }
    }

    @Test("A Double or Float that is too large is rejected")
    func tooLarge() {
        for text in ["1e309", "-1e309", "1.8e308", "1e99999999999999999999999", String(repeating: "9", count: 400)] {
            #expect(refusal(Double.self, text)?.reason == "number does not fit into a Double")
            #expect(refusal(JSONValue.self, text) != nil)
        }
        #expect(refusal(Float.self, "1e39")?.reason == "number does not fit into a Float")
        #expect(refusal(Float.self, "0.1") == nil)
    }

    @Test("A number with very many digits is decoded quickly")
    func long() throws {
        let zeros = String(repeating: "0", count: 100_000)
        #expect(try read(Double.self, "1\(zeros)e-100000") == 1)
        #expect(try read(Int64.self, "0.\(zeros)1e100001") == 1)
        #expect(try read(Double.self, "0.\(zeros)1") == 0)
        #expect(refusal(Int64.self, "1\(zeros)") != nil)
        #expect(try read(Double.self, "0.\(String(repeating: "3", count: 100_000))") == 1.0 / 3)
    }
}

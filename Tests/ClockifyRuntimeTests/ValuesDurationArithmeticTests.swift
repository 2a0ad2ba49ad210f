import ClockifyRuntime
import Testing

@Suite("Arithmetic of durations")
struct ValuesDurationArithmeticTests {
    @Test("Lengths add and subtract exactly")
    func sums() throws {
        #expect(try (ISODuration.hours(3) + .minutes(90)).description == "PT4H30M")
        #expect(try (ISODuration.hours(1) - .minutes(90)).description == "-PT30M")
        #expect(try ("PT0.1S" as ISODuration) + "PT0.2S" == "PT0.3S")
        #expect(try ("P1D" as ISODuration) + "P1W" == .hours(192))
        #expect(try (ISODuration.hours(1) - "PT60M").description == "PT0S")
        var total = ISODuration.zero
        try total += .minutes(50)
        try total -= .seconds(1)
        #expect(total.description == "PT49M59S")
    }

    @Test("Lengths compare, whatever their texts")
    func order() throws {
        let one: ISODuration = "PT90M"
        let other: ISODuration = "PT2H"
        #expect(try one < other && one <= other && other > one && other >= one)
        #expect(try !(other < one) && !(one > other) && !(other <= one))
        #expect(try one <= "PT1H30M" && one >= "PT1H30M" && !(one < "PT1H30M"))
        #expect(try ("-PT2H" as ISODuration) < one)
        let sorted = try ["PT2H", "PT90M", "-PT1H", "P1D", "PT0.5S"].map { try read(ISODuration.self, "\"\($0)\"") }.sorted(by: <)
        #expect(sorted.map(\.description) == ["-PT1H", "PT0.5S", "PT90M", "PT2H", "P1D"])
    }

    @Test("A sequence of lengths has a sum, which is zero if it is empty")
    func sequences() throws {
        #expect(try [ISODuration]().sum().description == "PT0S")
        #expect(try ["PT45M", "PT30M", "-PT15M"].sum().description == "PT1H")
        #expect(try (0..<1000).lazy.map { _ in ISODuration("PT0.001S") }.sum().description == "PT1S")
        let many = try #require(ISODuration(timeInterval: 9e18))
        #expect(throws: ISODuration.ArithmeticError.overflow) { try Array(repeating: many, count: 1000).sum() }
    }

    @Test(
        "Without a fixed length, nothing is added or compared",
        arguments: ["P1M", "P1Y", "-P1Y2M", "", "soon", "P9223372036854775807W", "PT1.5H"])
    func noFixedLength(text: String) throws {
        let odd = try read(ISODuration.self, "\"\(text)\"")
        let hour = ISODuration.hours(1)
        let expected = ISODuration.ArithmeticError.noFixedLength(odd)
        #expect(throws: expected) { try odd + hour }
        #expect(throws: expected) { try hour - odd }
        #expect(throws: expected) { try odd < hour }
        #expect(throws: expected) { try hour <= odd }
        #expect(throws: expected) { try odd > hour }
        #expect(throws: expected) { try hour >= odd }
        #expect(throws: expected) { try [hour, odd, hour].sum() }
        var total = hour
        #expect(throws: expected) { try total += odd }
        #expect(throws: expected) { try total -= odd }
        #expect(total == hour)
        #expect("\(expected)".contains("\"\(text)\" has no fixed length"))
    }

    @Test("A result that does not fit is an error, and one that just fits is exact")
    func overflow() throws {
        let longest = ISODuration.seconds(.max)
        let least = ISODuration.seconds(.min)
        #expect(throws: ISODuration.ArithmeticError.overflow) { try longest + .seconds(1) }
        #expect(throws: ISODuration.ArithmeticError.overflow) { try longest - least }
        #expect(throws: ISODuration.ArithmeticError.overflow) { try (longest + "PT0.999999999999999999S") + "PT0.000000000000000001S" }
        #expect(try longest + .seconds(-1) == .seconds(.max - 1))
        #expect(try (longest + "PT0.999999999999999999S").description.hasSuffix("7.999999999999999999S"))
        #expect(try longest - .seconds(.max) == .zero)
    }

    @Test("Random durations are as long, as equal and in the same order as their lengths")
    func random() throws {
        var random = SeededGenerator(seed: 23)
        func component(_ unit: String) -> (text: String, count: Int) {
            let count = Int.random(in: 0...100, using: &random)
            return Bool.random(using: &random) ? ("\(count)\(unit)", count) : ("", 0)
        }
        var before: (duration: ISODuration, length: Duration) = (.zero, .zero)
        for _ in 0..<2000 {
            let (week, day, hour, minute, second) = (component("W"), component("D"), component("H"), component("M"), component("S"))
            let isNegative = Bool.random(using: &random)
            let text = "\(isNegative ? "-" : "")P\(week.text)\(day.text)T\(hour.text)\(minute.text)\(second.text)"
            guard let duration = ISODuration(text) else {
                #expect(hour.text + minute.text + second.text == "", "\(text)")
                continue
            }
            let seconds = week.count * 604_800 + day.count * 86_400 + hour.count * 3600 + minute.count * 60 + second.count
            let length = Duration.seconds(isNegative ? -seconds : seconds)
            #expect(duration.duration == length, "\(text)")
            #expect(ISODuration(length) == duration && ISODuration(length).hashValue == duration.hashValue)
            #expect((duration == before.duration) == (length == before.length))
            #expect(
                try (duration < before.duration) == (length < before.length) && (duration >= before.duration) == (length >= before.length))
            #expect(try (duration + before.duration).duration == length + before.length)
            #expect(try (duration - before.duration).duration == length - before.length)
            before = (duration, length)
        }
    }

    @Test("The text of a hostile duration is shortened in an error")
    func hostileText() throws {
        let odd = try read(ISODuration.self, "\"\(String(repeating: "P", count: 100_000))\"")
        #expect("\(ISODuration.ArithmeticError.noFixedLength(odd))".utf8.count < 200)
    }
}

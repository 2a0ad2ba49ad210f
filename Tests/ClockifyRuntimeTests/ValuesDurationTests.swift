import ClockifyRuntime
import Foundation
import Testing

@Suite("Durations")
struct ValuesDurationTests {
    @Test(
        "The parts of a duration are decoded from its text",
        arguments: [
            ("PT1H30M", 5400.0), ("PT0S", 0), ("PT90M", 5400), ("PT1.5S", 1.5), ("P1D", 86_400), ("P1W", 604_800), ("P1DT1H1M1S", 90_061),
            ("-PT1H", -3600), ("+PT1H", 3600),
            ("PT8H0M0S", 28_800), ("PT0.000000001S", 1e-9), ("PT10000H", 36_000_000), ("P1W1DT1S", 691_201), ("-PT0.5S", -0.5),
            ("PT1.1234567899S", 1.1234567899), ("PT1.1000000000000000000000S", 1.1), ("PT0.1S", 0.1),
        ])
    func reading(text: String, seconds: Double) throws {
        let duration = try read(ISODuration.self, "\"\(text)\"")
        #expect(duration.timeInterval == seconds)
        #expect(duration.description == text)
        #expect(try written(duration) == "\"\(text)\"")
        #expect(ISODuration(text) == duration)
    }

    @Test("The parts of a duration are accessible")
    func parts() throws {
        let duration = try #require(ISODuration(text("P1Y2M3W4DT5H6M7.89S")))
        #expect(duration.years == 1 && duration.months == 2 && duration.weeks == 3 && duration.days == 4)
        #expect(duration.hours == 5 && duration.minutes == 6 && duration.seconds == 7)
        #expect(duration.components?.attoseconds == 890_000_000_000_000_000)
        #expect(duration.duration == nil && duration.timeInterval == nil)
        #expect(try #require(ISODuration(text("-PT1H"))).components?.isNegative == true)
        #expect(ISODuration("PT1H30M").duration == .seconds(5400))
    }

    @Test(
        "An invalid duration from the service is kept as it is, and cannot be created otherwise",
        arguments: [
            "", "P", "PT", "P1", "1H", "PT1", "T1H", "PTH", "P1H", "PT1D", "PT1M1H", "P1D1Y", "PT1H1H", "P1DT", "PT1.5H", "PT1.S", "PT.5S",
            "PT1S ", " PT1S", "pt1h", "PT-1H", "--PT1H",
            "P1TT1H", "PT0.0000000000000000001S", "PT1HT1M", "PT99999999999999999999H", "1:30", "soon", "PT1H😀", "PT1,5S",
        ])
    func invalid(text: String) throws {
        #expect(ISODuration(text) == nil)
        let duration = try read(ISODuration.self, "\"\(text)\"")
        #expect(duration.components == nil && duration.hours == nil && duration.duration == nil)
        #expect(try written(duration) == "\"\(text)\"")
        #expect(duration.parameterText == text)
        #expect(try JSONDecoder().decode([ISODuration].self, from: JSONEncoder().encode([duration])) == [duration])
    }

    @Test("A number of hours, minutes or seconds becomes hours, minutes and seconds")
    func making() {
        for (seconds, text) in [
            (0, "PT0S"), (1, "PT1S"), (60, "PT1M"), (3600, "PT1H"), (5400, "PT1H30M"), (90_061, "PT25H1M1S"), (-5400, "-PT1H30M"),
            (3601, "PT1H1S"),
        ] {
            #expect(ISODuration.seconds(seconds).description == text)
            #expect(ISODuration.seconds(seconds).timeInterval == Double(seconds))
            #expect(ISODuration(.seconds(seconds)).description == text)
            #expect(ISODuration(timeInterval: Double(seconds))?.description == text)
        }
        #expect(ISODuration.hours(3).description == "PT3H" && ISODuration.hours(-3).description == "-PT3H")
        #expect(ISODuration.minutes(90).description == "PT1H30M" && ISODuration.minutes(-90).description == "-PT1H30M")
        #expect(ISODuration.zero.description == "PT0S" && ISODuration.hours(0).description == "PT0S")
        for count in [Int.max, Int.min, Int.min + 1] {
            for duration in [ISODuration.seconds(count), .minutes(count), .hours(count)] {
                let text = duration.description
                // The magnitude of `Int.min` hours is the only one that does not fit into a component.
                #expect((ISODuration(text) != nil) == (duration != .hours(.min)), "\(text)")
            }
            #expect(ISODuration.seconds(count).description == ISODuration(.seconds(count)).description)
        }
        #expect(ISODuration.hours(.max).duration == nil)
        // The value is too large for a duration, but not for the text.
        #expect(ISODuration(text("P9223372036854775807W"))?.duration == nil)
        #expect(ISODuration(text("PT9223372036854775807S"))?.duration == .seconds(Int64.max))
    }

    @Test("A Duration becomes text and back without rounding")
    func durations() {
        #expect(ISODuration(.milliseconds(1500)).description == "PT1.5S")
        #expect(ISODuration(.milliseconds(-500)).description == "-PT0.5S")
        #expect(ISODuration(.seconds(3600) + .nanoseconds(1)).description == "PT1H0.000000001S")
        let smallest = Duration(secondsComponent: 0, attosecondsComponent: 1)
        #expect(ISODuration(smallest).description == "PT0.000000000000000001S")
        let limit: Int64 = 999_999_999_999_999_999
        for duration in [
            smallest, .zero - smallest, .seconds(60) - smallest, .seconds(-3600) + smallest,
            Duration(secondsComponent: .max, attosecondsComponent: limit), Duration(secondsComponent: -.max, attosecondsComponent: -limit),
        ] {
            #expect(ISODuration(duration).duration == duration)
        }
        // A Duration can be longer than 64 bits of seconds.
        #expect(ISODuration(.seconds(Int64.max) * 2).description == "PT5124095576030431H14S")
    }

    @Test(
        "Seconds as a Double become the shortest decimal, and are the same Double again",
        arguments: [
            (0.1, "PT0.1S"), (1.5, "PT1.5S"), (5400.25, "PT1H30M0.25S"), (-0.5, "-PT0.5S"), (1e-5, "PT0.00001S"), (-0.0, "PT0S"),
            (1e-18, "PT0.000000000000000001S"), (0.1 + 0.2, "PT0.30000000000000004S"),
            (4_503_599_627_370_495.5, "PT1250999896491H48M15.5S"),
            (1e18, "PT277777777777777H46M40S"),
        ])
    func timeIntervals(seconds: Double, text: String) throws {
        let duration = try #require(ISODuration(timeInterval: seconds))
        #expect(duration.description == text)
        #expect(duration.timeInterval == seconds)
    }

    @Test(
        "A Double that is not a number of seconds, or does not fit, is not a duration",
        arguments: [.nan, .infinity, -.infinity, 1e19, 1e-19, 1e300])
    func noTimeIntervals(seconds: Double) {
        #expect(ISODuration(timeInterval: seconds) == nil)
    }

    @Test("Random Doubles survive a round trip")
    func randomTimeIntervals() throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            let seconds = Double.random(in: -1e9...1e9, using: &random)
            #expect(ISODuration(timeInterval: seconds)?.timeInterval == seconds)
        }
    }

    @Test(
        "Durations of the same length are equal and have the same hash, and keep their texts",
        arguments: [
            ["PT1H", "PT60M", "PT3600S", "PT0H60M", "+PT1H", "PT3600.0S", "P0Y0M0DT1H"], ["P1D", "PT24H"], ["P1W", "P7D", "PT168H"],
            ["PT0S", "-PT0S", "P0D", "P0Y"], ["P1Y", "P12M"], ["-P1YT90M", "-P12MT1H30M"], ["PT1.5S", "PT1.50S"],
        ])
    func equality(texts: [String]) throws {
        let durations = try texts.map { try read(ISODuration.self, "\"\($0)\"") }
        #expect(Set(durations).count == 1)
        for one in durations { for other in durations { #expect(one == other) } }
        #expect(durations.map(\.description) == texts)
        #expect(try durations.map { try written($0) } == texts.map { "\"\($0)\"" })
    }

    @Test("Durations of different lengths, or without one, differ")
    func inequality() throws {
        let texts = [
            "PT1H", "-PT1H", "P30D", "P1M", "P31D", "P1YT1S", "P1Y", "PT1.5S", "PT1.500000000000000001S", "", "1:00", "60", "P", "pt1h",
            "P9223372036854775807W", "P9223372036854775806W", "P9223372036854775807Y", "P9223372036854775806Y",
        ]
        let durations = try texts.map { try read(ISODuration.self, "\"\($0)\"") }
        #expect(Set(durations).count == texts.count)
        for (index, one) in durations.enumerated() {
            for (place, other) in durations.enumerated() { #expect((one == other) == (index == place), "\(one) \(other)") }
        }
    }

    @Test("A literal is a duration")
    func literals() {
        let duration: ISODuration = "PT1H30M"
        #expect(duration == .minutes(90) && duration.description == "PT1H30M")
        let cleared: Nullable<ISODuration>? = "PT90M"
        #expect(cleared?.value == duration)
    }

    private func text(_ text: String) -> String { text }
}

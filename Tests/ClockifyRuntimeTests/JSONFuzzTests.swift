import ClockifyRuntime
import Foundation
import Testing

/// The same sequence on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Comparison with JSONSerialization")
struct JSONFuzzTests {
    @Test("Random documents have the same value in both parsers, and can be skipped and survive a round trip", arguments: 1...8)
    func documents(seed: UInt64) throws {
        var fuzz = Fuzz(seed: seed)
        for _ in 0..<250 {
            let text = fuzz.document()
            let bytes = Array(text.utf8)
            let value = try JSONReader.decode(JSONValue.self, from: bytes)
            #expect(fuzz.foundation(bytes).map { isClose(value, $0) } == true, "\(text)")
            #expect(try JSONReader.decode(JSONValue.self, from: JSONWriter.encode(value)) == value, "\(text)")
            #expect(skipping(bytes) == nil)
        }
    }

    @Test("Both parsers accept and reject the same mutated documents", arguments: 1...8)
    func mutations(seed: UInt64) throws {
        var fuzz = Fuzz(seed: seed &+ 100)
        var accepted = 0
        for _ in 0..<2500 {
            var bytes = Array(fuzz.document().utf8)
            fuzz.mutate(&bytes)
            let ours = try? JSONReader.decode(JSONValue.self, from: bytes)
            let theirs = fuzz.foundation(bytes)
            if ours != nil { accepted += 1 }
            if ours != theirs, Difference.all.first(where: { $0.explains(bytes, ours, theirs) }) == nil {
                Issue.record("\(String(decoding: bytes, as: UTF8.self)) \(bytes): \(ours as Any) against \(theirs as Any)")
            }
            // Skipping and models must neither trap nor disagree with the parser.
            #expect(skipping(bytes) == nil || ours == nil)
            _ = refusal(SampleEntry.self, bytes)?.path
        }
        // Mutations neither all succeed nor all fail.
        #expect(accepted > 100 && accepted < 2400, "\(accepted)")
    }

    @Test("Mutated models never trap", arguments: 1...4)
    func models(seed: UInt64) throws {
        let text = """
            [{"id":"a","isLocked":false,"status":"X","level":9,"timeInterval":{"start":"2020-01-01T00:00:00.123+01:00","duration":"P1DT1H"},\
            "tagIds":["x"],"value":{"any":[true]},"day":"2024-02-29","amount":0.1,"parent":{"id":"b"},"history":[null]}]
            """
        var fuzz = Fuzz(seed: seed &+ 200)
        for _ in 0..<2500 {
            var bytes = Array(text.utf8)
            fuzz.mutate(&bytes)
            guard let error = refusal([SampleEntry].self, bytes) else { continue }
            #expect(error.path.hasPrefix("$"))
            #expect(0...bytes.count ~= error.offset)
        }
    }
}

/// The accepted differences between the two parsers.
private enum Difference: CaseIterable {
    /// Foundation converts from UTF-16 and UTF-32, and drops a byte order mark. RFC 8259 (section 8.1) only allows UTF-8,
    /// and lets a parser reject the mark.
    case otherEncoding
    /// Foundation uses another type or infinity for numbers that do not fit into a Double. Our Doubles are always finite.
    case largeNumber
    /// On Linux, Foundation is some units in the last place away from the nearest Double, and reads large negative integers
    /// as Doubles. JSONNumberTests show that our parser does neither.
    case rounding
    /// On Linux, Foundation accepts a comma before the end of an array or object, which RFC 8259 does not allow.
    case trailingComma
    /// Foundation allows 512 levels, our parser allows 128.
    case depth

    static var all: [Difference] { allCases }

    func explains(_ bytes: [UInt8], _ ours: JSONValue?, _ theirs: JSONValue?) -> Bool {
        switch self {
        case .otherEncoding:
            ours == nil
                && (bytes.contains(0) || bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFE, 0xFF])
                    || bytes.starts(with: [0xFF, 0xFE]))
        case .largeNumber: refusal(JSONValue.self, bytes)?.reason == "number does not fit into a Double"
        case .rounding: ours.flatMap { ours in theirs.map { isClose(ours, $0) } } ?? false
        case .trailingComma:
            ["expected a value, found `]`", "expected a member name, found `}`"].contains(refusal(JSONValue.self, bytes)?.reason)
        case .depth: refusal(JSONValue.self, bytes)?.reason == "nested deeper than 128 levels"
        }
    }
}

/// `true` if the two differ at most in the last digits of their numbers.
private func isClose(_ left: JSONValue, _ right: JSONValue) -> Bool {
    switch (left, right) {
    case (.array(let left), .array(let right)):
        left.count == right.count && zip(left, right).allSatisfy(isClose)
    case (.object(let left), .object(let right)):
        left.count == right.count && left.allSatisfy { name, value in right[name].map { isClose(value, $0) } ?? false }
    default:
        if let left = left.doubleValue, let right = right.doubleValue { abs(left - right) <= 1e-14 * abs(left) } else { left == right }
    }
}

private struct Fuzz {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

    /// The value that Foundation parses, or `nil` if it rejects the text.
    func foundation(_ bytes: [UInt8]) -> JSONValue? {
        (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)).flatMap(Self.value)
    }

    private static func value(_ object: Any) -> JSONValue? {
        switch object {
        case is NSNull: return .null
        case let value as String: return .string(value)
        case let value as [Any]: return .array(value.compactMap(Self.value))
        case let value as [String: Any]: return .object(value.compactMapValues(Self.value))
        case let value as NSNumber:
            switch String(cString: value.objCType) {
            case "c": return .bool(value.boolValue)
            case "d", "f": return .double(value.doubleValue)
            default: return Int64(exactly: value).map(JSONValue.integer) ?? .double(value.doubleValue)
            }
        default: return nil
        }
    }

    mutating func document() -> String { space() + value(depth: below(5)) + space() }

    private mutating func value(depth: Int) -> String {
        switch below(depth > 0 ? 9 : 6) {
        case 0: return ["null", "true", "false"][below(3)]
        case 1, 2: return number()
        case 3, 4, 5: return string()
        case 6, 7:
            var names: Set<String> = []
            let members = (0..<below(6)).compactMap { _ -> String? in
                let name = string()
                // Names that are equal after unescaping: see JSONReadingTests.
                guard names.insert((try? read(String.self, name)) ?? name).inserted else { return nil }
                return space() + name + space() + ":" + space() + value(depth: depth - 1) + space()
            }
            return "{" + (members.isEmpty ? space() : members.joined(separator: ",")) + "}"
        default:
            let elements = (0..<below(6)).map { _ in space() + value(depth: depth - 1) + space() }
            return "[" + (elements.isEmpty ? space() : elements.joined(separator: ",")) + "]"
        }
    }

    private mutating func space() -> String {
        below(4) == 0 ? [" ", "\n", "\t", "\r", "  "][below(5)] : ""
    }

    private mutating func number() -> String {
        let integer = below(4) == 0 ? "0" : "\(UInt64.random(in: 1...(1 << UInt64(1 + below(62))), using: &generator))"
        let fraction = below(3) == 0 ? "." + (0...below(12)).map { _ in "\(below(10))" }.joined() : ""
        let exponent = below(4) == 0 ? ["e", "E"][below(2)] + ["", "+", "-"][below(3)] + "\(below(20))" : ""
        return (below(3) == 0 ? "-" : "") + integer + fraction + exponent
    }

    private mutating func string() -> String {
        let pieces = [
            "a", "b", " ", "/", "0", "é", "€", "😀", "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0041", "\\u00e9",
            "\\u20AC", "\\uD83D\\uDE00", "longer text without anything special", "\u{7F}", "e\u{301}",
        ]
        return "\"" + (0..<below(6)).map { _ in pieces[below(pieces.count)] }.joined() + "\""
    }

    mutating func mutate(_ bytes: inout [UInt8]) {
        let special = Array("{}[]:,\"\\u0eE+-.1tfn \u{1}aD8".utf8) + [0x80, 0xC3, 0xED, 0xF0, 0xFF]
        for _ in 0...below(2) {
            let index = below(bytes.count + 1)
            switch below(5) {
            case 0 where index < bytes.count: bytes.remove(at: index)
            case 1: bytes.insert(special[below(special.count)], at: index)
            case 2 where index < bytes.count: bytes[index] = special[below(special.count)]
            case 3 where index < bytes.count: bytes.swapAt(index, below(bytes.count))
            case 4 where index < bytes.count && below(3) == 0: bytes.removeSubrange(index...)
            default: break
            }
        }
    }
}

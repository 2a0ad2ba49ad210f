@_spi(Generated) import ClockifyRuntime
import Foundation
import Testing

@Suite("Identifiers, open enums and parameters")
struct ValuesIdentifierTests {
    @Test("An identifier is encoded as its string")
    func identifiers() throws {
        let id: SampleID = "64a6"
        #expect(id == SampleID(rawValue: "64a6") && id == SampleID("64a6") && id != "other")
        #expect("\(id)" == "64a6" && id.parameterText == "64a6")
        #expect(Set([id, "64a6", "x"]).count == 2)
        var dumped = ""
        dump(id, to: &dumped)
        #expect(dumped == "- 64a6\n")
        #expect(try read([SampleID].self, #"["64a6"]"#) == [id])
        #expect(try written([id]) == #"["64a6"]"#)
        #expect(refusal(SampleID.self, "1") != nil)
        #expect(try JSONDecoder().decode([SampleID].self, from: JSONEncoder().encode([id])) == [id])
        #expect(String(decoding: try JSONEncoder().encode([id: 1]), as: UTF8.self) == #"{"64a6":1}"#)
    }

    @Test("An identifier keeps its text in every memory layout")
    func identifierTexts() throws {
        let digits = "0123456789abcdef01234567"
        var texts = ["", "0", digits, String(digits.dropLast()), digits + "8", digits.uppercased(), "é" + digits.dropLast(2), "64a6\n\"\\"]
        // Each byte at the first and last place of each word, so that neighbors of the digits are not accepted as digits.
        for place in [0, 7, 8, 15, 16, 23] {
            for byte in UInt8(1)..<128 {
                var bytes = Array(digits.utf8)
                bytes[place] = byte
                texts.append(String(decoding: bytes, as: UTF8.self))
            }
        }
        for text in texts {
            let id = SampleID(rawValue: text)
            #expect(id.rawValue == text && id.description == text)
            let json = try written(text)
            #expect(try written(id) == json)
            #expect(try read(SampleID.self, json) == id)
            #expect(try JSONDecoder().decode(SampleID.self, from: JSONEncoder().encode(id)) == id)
        }
        #expect(Set(texts.map(SampleID.init(rawValue:))).count == Set(texts).count)
        // An escaped form decodes to the same identifier.
        #expect(try read(SampleID.self, "\"\\u0030\(digits.dropFirst())\"") == SampleID(rawValue: digits))
    }

    @Test("An identifier of digits is found in sets and dictionaries")
    func identifierHashes() {
        let ids = (0..<1000).map { SampleID(rawValue: String(String($0, radix: 16).reversed()) + "64c777ddd3fcab07cfbb4321".dropFirst(3)) }
        let numbers = Dictionary(zip(ids, 0...), uniquingKeysWith: { first, _ in first })
        for (id, number) in numbers { #expect(numbers[SampleID(id.rawValue)] == number) }
        #expect(numbers["64c777ddd3fcab07cfbb4321"] == nil)
        #expect(ids[0].hashValue == SampleID(ids[0].rawValue).hashValue)
    }

    @Test("Text that ends within an identifier is rejected", arguments: [1, 10, 24])
    func truncatedIdentifier(length: Int) {
        #expect(refusal(SampleID.self, "\"" + "0123456789abcdef01234567".prefix(length)) != nil)
    }

    @Test("An open enum keeps an unknown value")
    func openEnums() throws {
        #expect(try read(SampleStatus.self, #""ACTIVE""#) == .active)
        let unknown = try read(SampleStatus.self, #""TOMORROW""#)
        #expect(unknown != .active && unknown.description == "TOMORROW" && unknown.parameterText == "TOMORROW")
        #expect(try written(unknown) == #""TOMORROW""#)
        #expect(try JSONDecoder().decode([SampleStatus].self, from: JSONEncoder().encode([unknown])) == [unknown])

        #expect(try read(SampleLevel.self, "3") == .high)
        #expect(try written(read(SampleLevel.self, "7")) == "7")
        #expect(SampleLevel.high.parameterText == "3" && "\(SampleLevel.high)" == "3")
        #expect(try JSONDecoder().decode([SampleLevel].self, from: JSONEncoder().encode([SampleLevel.high])) == [.high])
        #expect(Set([SampleLevel.high, SampleLevel(rawValue: 3)]).count == 1)
    }

    @Test("Values in parameters equal their JSON, without quotation marks")
    func parameters() {
        let values: [(any ParameterValue, String)] = [
            ("a b", "a b"), (true, "true"), (false, "false"), (-1, "-1"), (Int32.max, "2147483647"), (Int64.min, "-9223372036854775808"),
            (1.5, "1.5"), (Float(0.1), "0.1"),
            (Date(timeIntervalSince1970: 0.5), "1970-01-01T00:00:00Z"),
        ]
        for (value, text) in values { #expect(value.parameterText == text) }
    }
}

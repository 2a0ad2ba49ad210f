@_spi(Generated) import ClockifyRuntime
import Foundation
import Testing

@Suite("Encoding of JSON")
struct JSONWriterTests {
    @Test("Members that are nil are omitted, and nullable ones can be null")
    func members() throws {
        #expect(try written(SampleUpdate(name: "a")) == #"{"name":"a"}"#)
        #expect(try written(SampleUpdate(name: "a", note: .null)) == #"{"name":"a","note":null}"#)
        #expect(try written(SampleUpdate(name: "a", note: "b", tagIds: [])) == #"{"name":"a","note":"b","tagIds":[]}"#)
        #expect(try written(SampleRate(amount: 1)) == #"{"amount":1,"currency":null}"#)
        #expect(
            try written([SampleRate(amount: 1, currency: "EUR"), SampleRate(amount: -2)])
                == #"[{"amount":1,"currency":"EUR"},{"amount":-2,"currency":null}]"#)
    }

    @Test("Strings are escaped as little as possible and survive a round trip")
    func strings() throws {
        #expect(try written("\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}é😀") == #""\"\\/\b\f\n\r\t\u0000\u001f\#u{7F}é😀""#)
        for length in 0..<40 {
            for character in ["\"", "\n", "é", "\u{0}", "\\", "x"] {
                let text = String(repeating: "a", count: length) + character + String(repeating: "b", count: 40 - length)
                #expect(try read(String.self, written(text)) == text)
                #expect(try read([String: Int].self, written([text: 1])) == [text: 1])
            }
        }
    }

    @Test("Member names are escaped")
    func names() throws {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("a\"\\\n", 1)
        writer.key(String("ü\t"))
        writer.beginArray()
        writer.endArray()
        writer.key("c" as StaticString)
        writer.writeNull()
        writer.endObject()
        #expect(try writer.finish() == Array(#"{"a\"\\\n":1,"ü\t":[],"c":null}"#.utf8))
    }

    @Test(
        "Numbers are encoded with as few digits as necessary",
        arguments: [
            (0, "0"), (-0.0, "-0.0"), (1, "1"), (-12, "-12"), (0.1, "0.1"), (12.5, "12.5"), (1e15, "1000000000000000"), (1e22, "1e+22"),
            (1e-7, "1e-07"), (Double.leastNonzeroMagnitude, "5e-324"), (9007199254740991, "9007199254740991"),
        ])
    func doubles(value: Double, expected: String) throws {
        #expect(try written(value) == expected)
        #expect(try read(Double.self, expected).bitPattern == value.bitPattern)
    }

    @Test("A Float is encoded without superfluous digits")
    func floats() throws {
        #expect(try written(Float(0.1)) == "0.1")
        #expect(try written(Float(16_777_216)) == "16777216")
        #expect(try read(Float.self, written(Float.greatestFiniteMagnitude)) == .greatestFiniteMagnitude)
    }

    @Test(
        "The first value that JSON cannot represent is thrown at the end, with its path",
        arguments: [Double.nan, .infinity, -.infinity])
    func refused(value: Double) {
        #expect(failure(value)?.path == "$")
        #expect(failure([1, 2, value, .nan])?.path == "$[2]")
        #expect(failure(["a": [0], "b c": [1, value]])?.path == #"$["b c"][1]"#)
        #expect(failure(SampleUpdate(name: "x", rate: value))?.path == "$.rate")
        #expect(failure(SampleUpdate(name: "x", rate: value))?.reason == "JSON has no number for \(value)")
        #expect(failure(Date(timeIntervalSinceReferenceDate: value))?.reason == "a timestamp has four digits for the year")
        #expect(failure(JSONValue.array([.double(value)]))?.path == "$[0]")
    }

    @Test("An unfinished document is rejected")
    func unfinished() {
        var writer = JSONWriter()
        #expect(throws: JSONError.self) { try writer.finish() }
        writer.beginArray()
        #expect(throws: JSONError.self) { try writer.finish() }
        writer.endArray()
        #expect(throws: Never.self) { try writer.finish() }
    }

    @Test("Maps are encoded in the order of their names")
    func order() throws {
        #expect(try written(["b": 1, "a": 2, "c": 3]) == #"{"a":2,"b":1,"c":3}"#)
        #expect(try written(["x": nil, "y": 1] as [String: Int?]) == #"{"x":null,"y":1}"#)
    }

    private func failure(_ value: some JSONWritable) -> JSONError? {
        do throws(JSONError) {
            _ = try JSONWriter.encode(value)
            return nil
        } catch {
            return error
        }
    }
}

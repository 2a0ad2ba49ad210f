import GeneratorYAML
import Testing

@Suite("Malformed files")
struct SyntaxErrorTests {
    @Test("An error has a place, a reason and a suggestion")
    func advice() {
        #expect(refuses("a: b: c", at: "1:5", "mapping values are not allowed", "quote a text that has a colon"))
        #expect(refuses("a: @b", at: "1:4", "cannot start any token", "\"@\"", "quoted"))
        #expect(refuses("a: `b`", at: "1:4", "\"`\"", "quoted"))
        #expect(refuses("é: 😀\nb: %c", at: "2:4", "\"%\"", "quoted"))
        #expect(refuses("a:\r\n  b: @", at: "2:6", "\"@\"", "quoted"))
        #expect(refuses("a: \"b", at: "1:6", "unexpected end of stream", "close the quotes"))
        #expect(refuses("a:\n  - b\n  c: d", at: "3:3", "'-' indicator", "began on line 2", "indentation"))
        #expect(refuses("a:\n    b: 1\n  c: 2", at: "3:3", "malformed"))
        #expect(refuses("a: [b, c\nd: e", at: "2:2", "malformed", "that began on line 1", "commas"))
        #expect(refuses("a: 1\nb\nc: 2", at: "3:1", "could not find expected ':'", "colon and a space"))
        #expect(refuses("a: !x!y z", at: "1:4", "undefined tag handle", "remove the tag"))
        #expect(refuses("a: \"\\q\"", at: "1:5", "unknown escape", "single quotes"))
        #expect(refuses("a\nb: c", at: "2:2", "mapping values are not allowed"))
        #expect(refuses("'a' b", at: "1:5", "malformed", "one value"))
        #expect(refuses("a: &", at: "1:5", "malformed"))
        #expect(refuses("a: |x\n  b", at: "1:5", "malformed"))
    }

    @Test("A description has the location, the word error and the message")
    func description() throws {
        let error = try #require(throws: YAMLError.self) { try read("a: @") }
        #expect(error.description == "f.yaml:1:4: error: \(error.message)")
        #expect(error.location == Place(file: "f.yaml", line: 1, column: 4))
    }

    @Test("A long key is truncated in the message")
    func longKey() {
        let key = String(repeating: "é", count: 300)
        #expect(refuses("\(key): 1\n\(key): 2", at: "2:1", "\"\(String(repeating: "é", count: 60))\"… is already"))
    }
}

import GeneratorYAML
import Testing

@Suite("Mappings and documents")
struct MappingTests {
    @Test("Entries keep their order in the file")
    func order() throws {
        let keys = (0..<40).map { "k\($0 * 7 % 40)" }
        let root = try read(keys.map { "\($0): \($0)v" }.joined(separator: "\n"))
        #expect(root.mapping?.entries.map(\.key) == keys)
    }

    @Test("A key is found in small and large mappings", arguments: [0, 1, 7, 8, 9, 10, 500])
    func lookup(count: Int) throws {
        let root = try read("{" + (0..<count).map { "k\($0): \($0)" }.joined(separator: ", ") + "}")
        for number in 0..<count {
            #expect(root["k\(number)"]?.scalar?.value == .integer(Int64(number)))
        }
        #expect(root["k\(count)"] == nil)
        #expect(root.mapping?.entries.count == count)
    }

    @Test("A key that is not a string is used as its text")
    func otherKeys() throws {
        let root = try read("200: a\n0x1F: b\ntrue: c\nnull: d\n1.50: e\n\"\": f\n? g\n: h\n!!int 7: i\n'<<': j")
        #expect(
            root.mapping?.entries.map(\.key) == ["200", "0x1F", "true", "null", "1.50", "", "g", "7", "<<"])
    }

    @Test("A key without a value has a null value, also in a set")
    func keysAlone() throws {
        #expect(outline(try read("{a, b: , ? c}")) == "{a: , b: , c: }")
    }

    @Test("A key can be an alias or have an anchor if it is a scalar")
    func keysWithAnchors() throws {
        #expect(outline(try read("&a key: *a\nother: {*a : 1}")) == "{key: key, other: {key: 1}}")
    }

    @Test("A duplicate key is rejected at its second occurrence", arguments: [0, 5, 9, 300])
    func duplicates(between: Int) {
        let others = (0..<between).map { "k\($0): 0\n" }.joined()
        let text = "# c\n\"key\": 1\n\(others)key: 2"
        #expect(refuses(text, at: "\(3 + between):1", "\"key\" is already on line 2", "remove or rename"))
        #expect(refuses("200: a\n'200': b", at: "2:1", "\"200\" is already on line 1"))
        #expect(refuses("a: {b: 1, c: 2, b: 3}", at: "1:17", "\"b\" is already on line 1"))
        #expect(refuses("? \"a\\nb\"\n: 1\n? \"a\\nb\"\n: 2", at: "3:3", "\"a\\nb\" is already on line 1"))
    }

    @Test("A key that is not a scalar is rejected")
    func keysOfParts() {
        #expect(refuses("[a]: b", at: "1:1", "a sequence is used as a key"))
        #expect(refuses("{a: b}: c", at: "1:1", "a mapping is used as a key"))
        #expect(refuses("x:\n  ? - a\n  : b", at: "2:5", "a sequence is used as a key"))
        #expect(refuses("a: &x [1]\n*x : 2", at: "1:4", "an alias for a mapping or sequence is used as a key"))
        #expect(refuses("{? : value}", at: "1:4", "a key is missing"))
        #expect(refuses("a: {{id}: b}", at: "1:5", "a mapping is used as a key", "quote"))
    }

    @Test("A merge key is rejected")
    func mergeKeys() {
        #expect(refuses("a: &x {b: c}\nd:\n  <<: *x", at: "3:3", "YAML 1.1", "write the entries out"))
        #expect(refuses("!!merge <<: {}", at: "1:1", "has no meaning here"))
    }

    @Test("A second document is rejected")
    func documents() throws {
        #expect(outline(try read("%YAML 1.2\n---\na: b\n...\n# end\n")) == "{a: b}")
        #expect(refuses("---\na: b\n---\nc: d\n", at: "3:1", "second document"))
        #expect(refuses("a: b\n...\nc: d\n", at: "3:1", "a file holds one value"))
        #expect(refuses("a: b\n---\n", at: "2:1", "second document"))
    }

    @Test(
        "An empty file is rejected",
        arguments: ["", " ", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "\u{FEFF}"])
    func empty(text: String) {
        #expect(refuses(text, at: "1:1", "the file is empty"))
    }

    @Test("The root of a document can be any value")
    func roots() throws {
        #expect(try read("~").scalar?.value == .null)
        #expect(try read("12").scalar?.value == .integer(12))
        #expect(try read("''").string == "")
        #expect(try read("- a\n- b").sequence?.count == 2)
    }

    @Test("Directives other than a single YAML 1.2 are rejected")
    func directives() throws {
        #expect(outline(try read("# c\n%YAML 1.2 # c\n--- a")) == "a")
        #expect(refuses("%YAML 1.1\n--- a", at: "1:1", "%YAML 1.2"))
        #expect(refuses("%TAG !e! tag:example.com,2024:\n--- a", at: "1:1", "%YAML 1.2"))
        #expect(refuses("%YAML 1.2\n%YAML 1.2\n--- a", at: "2:1", "%YAML 1.2"))
        #expect(refuses("a: b\n...\n%FOO\n--- c", at: "3:1", "%YAML 1.2"))
        #expect(refuses("%YAML 1.23\n--- a", at: "1:1", "%YAML 1.2"))
    }

    @Test("The convenience properties are nil for another kind of node")
    func conveniences() throws {
        let root = try read("text: a\nnumber: 1\nlist: []")
        #expect(root["text"]?.string == "a")
        #expect(root["number"]?.string == nil)
        #expect(root["list"]?["x"] == nil)
        #expect(root["list"]?.scalar == nil)
        #expect(root.sequence == nil)
        #expect(root["text"]?.mapping == nil)
    }
}

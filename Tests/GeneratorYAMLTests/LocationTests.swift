import GeneratorYAML
import Testing

@Suite("Locations of nodes")
struct LocationTests {
    private func place(_ node: Node?) -> String { node.map { "\($0.location)" } ?? "nowhere" }

    @Test("Every node has a file, line and column, counted from 1")
    func places() throws {
        let root = try read(
            """
            # comment
            info:
              title: "API"
              tags: [a, {b: c}]
            list:
            - one
            -   two
            text: |
              block
            none:
            end: x
            """)
        #expect(place(root["info"]) == "f.yaml:3:3")
        #expect(place(root["info"]?["title"]) == "f.yaml:3:10")
        #expect(place(root["info"]?["tags"]) == "f.yaml:4:9")
        #expect(place(root["info"]?["tags"]?.sequence?[1]) == "f.yaml:4:13")
        #expect(place(root["info"]?["tags"]?.sequence?[1]["b"]) == "f.yaml:4:17")
        #expect(place(root["list"]) == "f.yaml:6:1")
        #expect(place(root["list"]?.sequence?[1]) == "f.yaml:7:5")
        #expect(place(root["text"]) == "f.yaml:8:7")
        #expect(place(root["none"]) == "f.yaml:10:6")
        #expect(root.mapping?.entries.map(\.keyLocation.line) == [2, 5, 8, 10, 11])
        #expect(root["info"]?.mapping?.entries[1].keyLocation.column == 3)
    }

    @Test("Columns count Unicode scalars, not bytes, UTF-16 units or characters")
    func columns() throws {
        // é: 1 scalar, 2 bytes. 😀: 1 scalar, 2 UTF-16 units. e + accent: 2 scalars, 1 character.
        #expect(place(try read("{é: 1, b: 2}")["b"]) == "f.yaml:1:11")
        #expect(place(try read("{😀: 1, b: 2}")["b"]) == "f.yaml:1:11")
        #expect(place(try read("{e\u{301}: 1, b: 2}")["b"]) == "f.yaml:1:12")
        #expect(place(try read("{a:\t1,\tb: 2}")["b"]) == "f.yaml:1:11")
    }

    @Test("Lines end with LF, CRLF or CR", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        let root = try read(["a: 1", "", "b:", "  c: |", "    x", "    y", "d: 4"].joined(separator: end))
        #expect(place(root["d"]) == "f.yaml:7:4")
        #expect(root["b"]?["c"]?.string == "x\ny\n")
        let lines = ["a: 1", "b: \u{7}"].joined(separator: end)
        #expect(refuses(lines, at: "2:4", "U+0007"))
    }

    @Test("A byte order mark is skipped and does not count as a column")
    func byteOrderMark() throws {
        let root = try YAML.parse([0xEF, 0xBB, 0xBF] + Array("a: 1".utf8), file: "f.yaml")
        #expect(place(root["a"]) == "f.yaml:1:4")
        #expect(refusal([0xEF, 0xBB, 0xBF] + Array("a: \u{7}".utf8)).hasPrefix("f.yaml:1:4: error: U+0007"))
    }

    @Test("A node starts at its anchor or tag, and an alias has the location of its value")
    func properties() throws {
        let root = try read("a: &x !!str 1\nb: *x")
        #expect(place(root["a"]) == "f.yaml:1:4")
        #expect(place(root["b"]) == "f.yaml:1:4")
        #expect(root.mapping?.entries[1].keyLocation.line == 2)
    }

    @Test("A missing value is located after its colon, or at its key")
    func missingValues() throws {
        #expect(place(try read("a:\nb:")["b"]) == "f.yaml:2:3")
        #expect(place(try read("? a\n\n\n? b")["a"]) == "f.yaml:1:3")
        #expect(place(try read("? a\n\n\n? b")["b"]) == "f.yaml:4:3")
        #expect(place(try read("{a, b\n}")["b"]) == "f.yaml:1:5")
        #expect(place(try read("- \n- b").sequence?[0]) == "f.yaml:1:2")
    }

    @Test("Locations are ordered by file, line and column")
    func order() {
        let sorted = [("a", 1, 2), ("a", 2, 1), ("a", 10, 1), ("b", 1, 1)].map {
            Place(file: $0.0, line: $0.1, column: $0.2)
        }
        #expect(sorted.reversed().sorted() == sorted)
        #expect(sorted[2].description == "a:10:1")
    }
}

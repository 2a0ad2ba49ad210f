import GeneratorYAML
import Testing

/// A small generator of random numbers with a seed, so that failures are reproducible.
struct Xorshift: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

@Suite("Hostile input")
struct HostileInputTests {
    static let documents = [
        """
        %YAML 1.2
        ---
        # A comment, é 😀
        openapi: 3.1.0
        info: &info {title: "A \\u00e9 \\U0001F600", 'version': '1.0', n: [1, -2.5e3, .inf, 0x1F, ~]}
        paths:
          /a/{id}:
            get:
              description: |
                Literal with é and 😀
                  indented
              summary: >-
                folded

                text
              responses:
              - 200: *info
              - ? "explicit"
                : !!str 12
        tags: !!seq
        - &x one
        - *x
        - plain over
          two lines
        ...

        """,
        #"{"a":[1,2.5,true,null,"\ud83d\ude00 \" \\ \/ \u0041"],"b":{"c":{}},\#n\#t"d" : "é😀" }\#n"#,
    ]

    @Test("A document that is truncated at any byte is parsed or rejected, at a place within its text", arguments: documents)
    func truncation(document: String) throws {
        let bytes = Array(document.utf8)
        _ = try YAML.parse(bytes, file: "f.yaml")
        for length in 0..<bytes.count { try check(Array(bytes[..<length])) }
    }

    @Test("Randomly damaged documents are parsed or rejected, at a place within their text", arguments: 1...40)
    func mutation(seed: Int) throws {
        var random = Xorshift(seed: UInt64(seed))
        let pieces = [
            "\n", "\r\n", "\t", " ", "  ", "- ", "? ", ": ", ":", ",", "[", "]", "{", "}", "#", " #", "&a ", "*a", "!",
            "! ",
            "!!str ", "!!int ", "!<", ">", "|", "|+\n", ">-\n", "'", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "%",
            "%YAML 1.2\n",
            "---\n", "...\n", "@", "`", "<<: ", "~", "0x", "1e9", "\u{FEFF}", "\u{85}", "\u{2028}", "é", "😀", "\0",
        ].map { Array($0.utf8) }
        for _ in 0..<50 {
            var bytes = Array(Self.documents.randomElement(using: &random)!.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes.removeSubrange(place..<end)
                case 1:
                    bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
                case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
                default: bytes.insert(contentsOf: pieces.randomElement(using: &random)!, at: place)
                }
            }
            try check(bytes)
        }
    }

    @Test(
        "Inputs that broke other parsers are parsed or rejected",
        arguments: [
            "?", "? ", "-", "--", "---", "--- -", "...", ":", "::", ": :", ",", "[", "]", "{", "}", "[,]", "{,}",
            "{:}", "[:]", "[?]", "{?}", "{? }", "{a:}", "[a:]", "&", "*", "!", "!!", "!<", "!<>", "!<> a", "! !", "&a",
            "&a &b", "&a *a", "*a", "!!str", "!!str &a", "&a !!str", "!%41 b", "!<%FF> b", "!!%00 b", "'", "\"", "''",
            "\"\"", "'''", "\"\\", "\"\\x", "\"\\x4", "\"\\u12", "\"\\U00110000\"", "\"\\UFFFFFFFF\"", "|", ">", "|0",
            "|9", "|10", "|+-", "|-1\n a", ">\n\n\n", "|\n  \n a", "#", " #", "a#", "a #", "a: #", "- - -", "- ?",
            "? -", "? - a\n: - b", "%", "%%", "%YAML", "%YAML 1.2", "%YAML 1.2\n", "%YAML 1.2\n---",
            "%YAML 99999999999.1\n---", "a\n---\n", "a\n...\n", "...\n...", "---\n---", "a: b\n c: d", "a:\n- b\n  c",
            "a: 'b'c", "a: \"b\" c", "[a\n-b]", "[\n---\n]", "{a: b\n...\n}", "\r", "\r\r\n\n", "a: \"\n\n\"",
            "a: '\n'", "a\t: b", "a:\tb", "-\ta", "- \ta: b", "?\ta", "[\t]", "a: >\n\t", "<<", "<<: <<", "{<<}", "0x",
            "0o", "+", "-.", "1e", ".", "\\", "\u{FEFF}\u{FEFF}", "\u{FEFF}a", "a\u{FEFF}", "\"\\ud800\"",
            "[\"\\ud800\"]", "[\"\\ud800\\u\"]", "[\"\\u", "[\"\\", "[\"", "[-", "{\"a\"", "{\"a\":", "\t", "\t[",
            "[\t", "[1]\t]", "{\"a\":\"b\"\"c\"}",
        ])
    func corpus(text: String) throws {
        try check(Array(text.utf8))
        try check(Array((text + "\n").utf8))
        try check(Array(("a:\n  - " + text).utf8))
        try check(Array(("[" + text + "]").utf8))
    }

    /// Parses the bytes and checks the invariants of every tree and every error.
    private func check(_ bytes: [UInt8]) throws {
        var lines = [0]  // the length of each, in Unicode scalars
        var previous: Unicode.Scalar = " "
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r": lines.append(0)
            default: lines[lines.count - 1] += 1
            }
            previous = scalar
        }
        func isInside(_ location: Place) -> Bool {
            guard location.file == "f.yaml", location.line >= 1, location.column >= 1 else { return false }
            guard location.line <= lines.count else { return false }
            return location.column <= lines[location.line - 1] + 1
        }
        func walk(_ node: Node) {
            #expect(isInside(node.location), "\(node) in \(bytes)")
            switch node.content {
            case .scalar(let scalar):
                if case .string(let text) = scalar.value { #expect(text == scalar.text) }
            case .sequence(let items):
                for item in items { walk(item) }
            case .mapping(let mapping):
                for entry in mapping.entries {
                    #expect(isInside(entry.keyLocation))
                    #expect(mapping[entry.key]?.location == entry.value.location)
                    walk(entry.value)
                }
            }
        }
        do {
            walk(try YAML.parse(bytes, file: "f.yaml"))
        } catch {
            #expect(isInside(error.location), "\(error) in \(bytes)")
            #expect(!error.message.contains("\n") && error.message.contains("; "), "\(error)")
        }
    }
}

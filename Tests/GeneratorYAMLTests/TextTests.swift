import GeneratorYAML
import Testing

@Suite("Text encoding and characters")
struct TextTests {
    @Test(
        "Invalid UTF-8 is rejected at its place",
        arguments: [
            [0x80], [0xFF], [0xFE], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE2, 0x82], [0xE2, 0x28, 0xA1],
            [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF0, 0x80, 0x80, 0xAF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func badUTF8(bytes: [UInt8]) {
        let before = Array("a: 1\né: ".utf8)
        for after in ["", "x", "\nb: 2\n"] {
            let message = refusal(before + bytes + Array(after.utf8))
            #expect(message.hasPrefix("f.yaml:2:4: error: the byte 0x"), "\(message)")
            #expect(message.contains("save the file as UTF-8"))
        }
    }

    @Test("Every printable scalar of YAML is accepted, and all others are rejected at their place")
    func characters() throws {
        let samples: [ClosedRange<UInt32>] = [
            0x00...0x250, 0x7F0...0x810, 0x2020...0x2030, 0xD7F0...0xD7FF, 0xE000...0xE010, 0xFEF0...0x10010,
            0x1F600...0x1F610, 0x10FFF0...0x10FFFF,
        ]
        for value in samples.joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "- a\n- 'b\(scalar)c'"
            switch value {
            case 0x0A, 0x0D:  // folds to a space
                #expect(outline(try read(text)) == "[a, b c]")
            case 0x27:
                continue
            case 0...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
                #expect(refuses(text, at: "2:5", "U+", "remove it, or write it as"))
            default:
                #expect(try read(text).sequence?[1].string == "b\(scalar)c")
            }
        }
    }

    @Test("A character that is rejected literally is accepted as an escape")
    func escapes() throws {
        let text = #""\0 \a \b \e \x7F \x85 \u2028 \uFEFF \U0001F600 \N \_ \L \P \/ \" \\""#
        #expect(
            try read(text).string
                == "\0 \u{7} \u{8} \u{1B} \u{7F} \u{85} \u{2028} \u{FEFF} 😀 \u{85} \u{A0} \u{2028} \u{2029} / \" \\")
    }

    @Test("UTF-16 and UTF-32 are rejected by name")
    func otherEncodings() {
        for bytes: [UInt8] in [
            [0xFE, 0xFF, 0, 0x61], [0xFF, 0xFE, 0x61, 0], [0, 0x61, 0, 0x3A], [0x61, 0, 0x3A, 0],
            [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0],
        ] {
            #expect(refusal(bytes).hasPrefix("f.yaml:1:1: error: the file is UTF-16 or UTF-32"))
        }
        #expect(refuses("\0\0", at: "1:1", "U+0000"))
    }

    @Test("Folded and block scalars are parsed as YAML 1.2 specifies")
    func folding() throws {
        let root = try read(
            """
            plain: one
              two

              three
            single: 'it''s
              one'
            double: "a\\
              b c"
            literal: |
              one
                two

            folded: >-
              one
              two

              three
            keep: |+
              x

            strip: |-
              y
            indent: |2
                z
            """)
        #expect(root["plain"]?.string == "one two\nthree")
        #expect(root["single"]?.string == "it's one")
        #expect(root["double"]?.string == "ab c")
        #expect(root["literal"]?.string == "one\n  two\n")
        #expect(root["folded"]?.string == "one two\nthree")
        #expect(root["keep"]?.string == "x\n\n")
        #expect(root["strip"]?.string == "y")
        #expect(root["indent"]?.string == "  z")
    }
}

import Testing

@_spi(Generated) @testable import ClockifyRuntime

@Suite("Rules at and beyond their limits")
struct RulesTests {
    private func problems(_ check: (inout Rules) -> Void) -> [String] {
        var rules = Rules()
        check(&rules)
        return rules.problems.map(\.description)
    }

    @Test("Length counts Unicode scalars")
    func length() {
        #expect(problems { $0.length("é🙂", min: 2, max: 2, at: "name") } == [])
        #expect(problems { $0.length("e\u{301}", max: 1, at: "name") } == ["body /name: at most 1 characters, but has 2"])
        #expect(problems { $0.length("", min: 1, at: "name") } == ["body /name: at least 1 characters, but has 0"])
        #expect(problems { $0.length(nil, min: 1, at: "name") } == [])
    }

    @Test("A pattern is searched for, and a violation is reported without the text")
    func pattern() {
        let color = "^#(?:[0-9a-fA-F]{6}){1}$"
        #expect(problems { $0.pattern("#00fF12", color, at: "color") } == [])
        let found = problems { $0.pattern("secret", color, at: "color") }
        #expect(found == ["body /color: matches \(color), but has 6 characters that do not"])
        #expect(!found[0].contains("secret"))
    }

    @Test("The end of a pattern is the end of the text, not the end of its last line", arguments: ["\n", "\r\n", "\u{2028}"])
    func patternEnd(lineEnd: String) {
        #expect(problems { $0.pattern("7" + lineEnd, "^[0-9]$", at: "n") }.count == 1)
        #expect(problems { $0.pattern("7$", "^[0-9][$]$|\\$x", at: "n") } == [])
    }

    @Test("Integers respect inclusive and exclusive bounds")
    func integers() {
        #expect(problems { $0.integer(1, min: 1, max: 1, at: "n") } == [])
        #expect(problems { $0.integer(0, min: 1, at: "n") } == ["body /n: at least 1, but is 0"])
        #expect(problems { $0.integer(2, max: 1, at: "n") } == ["body /n: at most 1, but is 2"])
        #expect(problems { $0.integer(2, above: 1, below: 3, at: "n") } == [])
        #expect(problems { $0.integer(1, above: 1, at: "n") } == ["body /n: more than 1, but is 1"])
        #expect(problems { $0.integer(3, below: 3, at: "n") } == ["body /n: less than 3, but is 3"])
        #expect(problems { $0.integer(10, multipleOf: 5, at: "n") } == [])
        #expect(problems { $0.integer(11, multipleOf: 5, at: "n") } == ["body /n: a multiple of 5, but is 11"])
        #expect(problems { $0.int32(2_147_483_647, at: "n") } == [])
        #expect(problems { $0.int32(2_147_483_648, at: "n") } == ["body /n: at most 2147483647, but is 2147483648"])
        #expect(problems { $0.int32(-2_147_483_649, at: "n") } == ["body /n: at least -2147483648, but is -2147483649"])
        #expect(problems { $0.int32(0, min: 1, at: "page-size", in: .query) } == ["query /page-size: at least 1, but is 0"])
    }

    @Test("Numbers respect their bounds")
    func numbers() {
        #expect(problems { $0.number(0.5, min: 0.5, max: 0.5, multipleOf: 0.1, at: "n") } == [])
        #expect(problems { $0.number(0.45, min: 0.5, multipleOf: 0.1, at: "n") }.count == 2)
        #expect(problems { $0.number(0.5, above: 0.5, below: 0.5, at: "n") }.count == 2)
    }

    @Test("Lists respect their counts, and uniqueness of items")
    func lists() {
        #expect(problems { $0.items([1, 2], min: 2, max: 2, at: "l") } == [])
        #expect(problems { $0.items([1], min: 2, at: "l") } == ["body /l: at least 2 items, but has 1"])
        #expect(problems { $0.items([1, 2, 3], max: 2, at: "l") } == ["body /l: at most 2 items, but has 3"])
        #expect(problems { $0.unique(["a", "b"], at: "l") } == [])
        #expect(problems { $0.unique(["a", "b", "a"], at: "l") } == ["body /l: no item more than once, but has 1 twice"])
        #expect(problems { $0.members(["a": 1], min: 2, at: "m") } == ["body /m: at least 2 members, but has 1"])
        #expect(problems { $0.members(["a": 1, "b": 2], min: 2, max: 2, at: "m") } == [])
    }

    private struct Model: Validated {
        var name: String
        var parts: [Model] = []
        func validate(_ rules: inout Rules) {
            rules.length(name, max: 3, at: "name")
            rules.model(parts, at: "a/b~c")
        }
    }

    @Test("All problems are found at once, each with its JSON pointer")
    func pointers() {
        let model = Model(name: "long", parts: [Model(name: "ok"), Model(name: "long", parts: [Model(name: "long")])])
        var rules = Rules()
        rules.model([model, model], at: nil)
        #expect(
            rules.problems.map(\.pointer) == [
                "/0/name", "/0/a~1b~0c/1/name", "/0/a~1b~0c/1/a~1b~0c/0/name", "/1/name", "/1/a~1b~0c/1/name",
                "/1/a~1b~0c/1/a~1b~0c/0/name",
            ])
    }
}

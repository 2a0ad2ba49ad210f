import GeneratorOverlay
import GeneratorYAML
import Testing

@Suite("Actions")
struct ActionTests {
    @Test("Each action applies to the result of those before it")
    func order() throws {
        let outcome = try act(
            """
            - {target: $, update: {a: {b: 1}}}
            - {target: $.a, update: {c: 2}}
            - {target: $.a.b, remove: true}
            """, to: "{}")
        #expect(outcome.problems.isEmpty)
        #expect(outcome.text == "{a:{c:2}}")
    }

    @Test("Merging keeps, inserts, merges, replaces and concatenates, at any depth")
    func merging() throws {
        let outcome = try act(
            "- {target: $, update: {o: {p: new, a: [3], n: {x: 1}, q: null}, s: true}}",
            to: "{o: {k: kept, p: old, a: [1, 2], q: 5}, s: text}")
        #expect(outcome.problems.isEmpty)
        #expect(outcome.text == "{o:{k:kept,p:new,a:[1,2,3],q:null,n:{x:1}},s:true}")
    }

    @Test("Values that do not merge are an error that names both places")
    func mismatches() throws {
        let document = "o: {a: 1}\na: [1]\np: text"
        #expect(
            try act("- target: $\n  update: {o: [1]}", to: document).has(
                "error", at: "5:15", "an array does not merge with an object, which is at d.yaml:1:4"))
        #expect(
            try act("- target: $\n  update: {a: {b: 1}}", to: document).has(
                "error", at: "5:15", "an object does not merge with an array", "d.yaml:2:4"))
        #expect(
            try act("- target: $\n  update: {p: []}", to: document).has(
                "error", at: "5:15", "an array does not merge with a primitive value"))
        #expect(
            try act("- target: $\n  update: {o: null}", to: document).has(
                "error", at: "5:15", "a primitive value does not merge with an object"))
        #expect(
            try act("- target: $.o\n  update: text", to: document).has(
                "error", at: "5:11", "a primitive value does not merge with an object"))
        #expect(try act("- target: $.o\n  update: [1]", to: document).has("error", at: "5:11", "an array does not merge with an object"))
    }

    @Test("Before version 1.2, the value is an entry of an array; from then on, an array is concatenated")
    func arrays() throws {
        for version in ["1.0.0", "1.1.0"] {
            #expect(try act("- {target: $.a, update: [2, 3]}", version: version, to: "a: [1]").text == "{a:[1,[2,3]]}")
            #expect(try act("- {target: $.a, update: {b: 2}}", version: version, to: "a: [1]").text == "{a:[1,{b:2}]}")
        }
        #expect(try act("- {target: $.a, update: [2, 3]}", version: "1.2.0", to: "a: [1]").text == "{a:[1,2,3]}")
        #expect(try act("- {target: $.a, update: {b: 2}}", version: "1.2.0", to: "a: [1]").text == "{a:[1,{b:2}]}")
        #expect(try act("- {target: $.a, update: x}", version: "1.2.0", to: "a: [1]").text == "{a:[1,x]}")
    }

    @Test("A primitive is replaced from version 1.1 on, by a primitive only")
    func primitives() throws {
        #expect(try act("- {target: $.a, update: 2}", version: "1.1.0", to: "a: text").text == "{a:2}")
        #expect(try act("- {target: '$.a[*]', update: x}", version: "1.2.0", to: "a: [1, 2]").text == "{a:[x,x]}")
        #expect(
            try act("- {target: $.a, update: 2}", to: "a: text").has(
                "error", at: "4:12", "a primitive value, at d.yaml:1:4", "from version 1.1 on"))
        #expect(
            try act("- {target: $.a, update: {}}", version: "1.1.0", to: "a: text").has("error", at: "4:25", "an object does not merge"))
    }

    @Test("Removing wins over updating in one action, and remove: false is as if it were not there")
    func removing() throws {
        #expect(try act("- {target: $.a, remove: true, update: {b: 1}}", to: "{a: {}, c: 1}").text == "{c:1}")
        #expect(try act("- {target: $.a, remove: false, update: {b: 1}}", to: "{a: {}}").text == "{a:{b:1}}")
        #expect(try act("- {target: '$.a[0, 2, 0]', remove: true}", to: "{a: [1, 2, 3, 4]}").text == "{a:[2,4]}")
        #expect(try act("- {target: '$..a', remove: true}", to: "{a: {a: 1}, b: [{a: 1, c: 2}]}").text == "{b:[{c:2}]}")
        #expect(try act("- {target: $, remove: true}", to: "{a: 1}").has("error", at: "4:12", "the root of a document cannot be removed"))
    }

    @Test("Members of a large object are found by their keys after others are removed")
    func index() throws {
        let document = "{" + (0..<30).map { "k\($0): \($0)" }.joined(separator: ", ") + "}"
        let outcome = try act(
            """
            - {target: '$[?@ < 5 || @ == 20]', remove: true}
            - {target: $.k10, remove: true}
            - {target: $.k11, update: x}
            - {target: $.k29, update: y}
            - {target: $, update: {k0: z, k21: w}}
            """, version: "1.1.0", to: document)
        #expect(outcome.problems.isEmpty)
        for (key, value) in ["k11": "x", "k29": "y", "k0": "z", "k21": "w", "k5": "5", "k28": "28"] {
            #expect(outcome.root[key]?.scalar?.text == value, "\(key)")
        }
        for key in ["k1", "k4", "k10", "k20"] { #expect(outcome.root[key] == nil, "\(key)") }
        #expect(outcome.root.mapping?.entries.count == 24)
    }

    @Test("A target that matches nothing is a warning in the overlay")
    func unmatched() throws {
        let outcome = try act("- {target: $.b, update: {}}\n- {target: $.a, update: {c: 1}}", to: "a: {}")
        #expect(outcome.has("warning", at: "4:12", "the target matches nothing in d.yaml"))
        #expect(outcome.text == "{a:{c:1}}")
    }

    @Test("The targets of one action are of one kind")
    func mixedKinds() throws {
        let outcome = try act("- {target: $.*, update: {}}", to: "a: {}\nb: [1]")
        #expect(outcome.has("error", at: "4:12", "an object at d.yaml:1:4 and an array at d.yaml:2:4"))
        #expect(outcome.text == "{a:{},b:[1]}")
        #expect(try act("- {target: $.*, remove: true}", to: "a: {}\nb: [1]").text == "{}")
    }

    @Test("A node that is selected twice is updated once")
    func duplicates() throws {
        #expect(try act("- {target: '$[\"a\", \"a\"]', update: 2}", to: "a: [1]").text == "{a:[1,2]}")
    }

    @Test("A target inside another one is updated as well")
    func nesting() throws {
        let outcome = try act("- {target: '$..a', update: {n: 1}}", to: "a: {a: {}}")
        #expect(outcome.text == "{a:{a:{n:1},n:1}}")
    }

    @Test("Copying needs exactly one node, and follows the rules of updating")
    func copying() throws {
        let document = "{a: {x: 1}, b: {y: 2}, l: [1], m: [2]}"
        #expect(
            try act("- {target: $.a, copy: $.z}", version: "1.1.0", to: document).has(
                "error", at: "4:23", "exactly one node, and this selects none"))
        #expect(try act("- {target: $.a, copy: $.*}", version: "1.1.0", to: document).has("error", at: "4:23", "this selects 4"))
        #expect(
            try act("- {target: $.a, copy: $.l}", version: "1.1.0", to: document).has(
                "error", at: "4:23", "an array, which is at d.yaml:1:27, does not merge with an object, which is at d.yaml:1:5"))
        #expect(try act("- {target: $.a, copy: $.b}", version: "1.1.0", to: document).text == "{a:{x:1,y:2},b:{y:2},l:[1],m:[2]}")
        #expect(try act("- {target: $.l, copy: $.m}", version: "1.1.0", to: document).text == "{a:{x:1},b:{y:2},l:[1,[2]],m:[2]}")
        #expect(try act("- {target: $.l, copy: $.m}", version: "1.2.0", to: document).text == "{a:{x:1},b:{y:2},l:[1,2],m:[2]}")
        #expect(try act("- {target: $.a, copy: $}", version: "1.1.0", to: "a: {}").text == "{a:{a:{}}}")
    }

    @Test("Inserted nodes have their locations in the overlay, and all others keep theirs")
    func locations() throws {
        let outcome = try act("- target: $.a\n  update:\n    b: {c: 1}\n    l: [2]\n    p: new", to: "a:\n  l: [1]\n  p: old\n  k: {}")
        let node = try #require(outcome.root["a"])
        #expect(node.location.description == "d.yaml:2:3")
        #expect(node["b"]?.location.description == "o.yaml:6:8")
        #expect(node["b"]?["c"]?.location.description == "o.yaml:6:12")
        #expect(node.mapping?.entry("b")?.keyLocation.description == "o.yaml:6:5")
        #expect(node["l"]?.location.description == "d.yaml:2:6")
        #expect(node["l"]?.sequence?.map(\.location.description) == ["d.yaml:2:7", "o.yaml:7:9"])
        #expect(node["p"]?.location.description == "o.yaml:8:8")
        #expect(node.mapping?.entry("p")?.keyLocation.description == "d.yaml:3:3")
        #expect(node["k"]?.location.description == "d.yaml:4:6")
    }
}

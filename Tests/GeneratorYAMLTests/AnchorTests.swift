import GeneratorYAML
import Testing

@Suite("Anchors, aliases and limits")
struct AnchorTests {
    @Test("An alias has the value of its anchor")
    func aliases() throws {
        #expect(
            outline(try read("a: &x [1, {b: 2}]\nc: *x\nd: [*x, *x]"))
                == "{a: [1, {b: 2}], c: [1, {b: 2}], d: [[1, {b: 2}], [1, {b: 2}]]}")
        #expect(try read("a: &x 12\nb: *x")["b"]?.scalar?.value == .integer(12))
    }

    @Test("An anchor can be redefined, and the latest definition before the alias applies")
    func redefinition() throws {
        #expect(outline(try read("[&a 1, *a, &a 2, *a]")) == "[1, 1, 2, 2]")
        #expect(outline(try read("[&a [&a 1, *a], *a]")) == "[[1, 1], 1]")
        #expect(outline(try read("[&a [1], &a [2], *a]")) == "[[1], [2], [2]]")
    }

    @Test("An alias within its own value is rejected")
    func recursion() {
        #expect(refuses("a: &x [1, *x]", at: "1:11", "inside the value of its own anchor"))
        #expect(refuses("&r\na: {b: *r}", at: "2:8", "inside the value of its own anchor"))
        #expect(refuses("- &a [1]\n- &a [*a]", at: "2:7", "inside the value of its own anchor"))
    }

    @Test("An alias without an anchor is rejected")
    func unknown() {
        #expect(refuses("a: *x\nb: &x 1", at: "1:4", "*x has no anchor above it"))
    }

    @Test("Multiplying aliases are rejected by the number of nodes that they stand for")
    func bombs() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(refusal(text).contains("more than 2000000 nodes, each alias counted as all it stands for"))
        // One scalar of a megabyte, a hundred thousand times.
        let long = "- &a " + String(repeating: "x", count: 1 << 20) + "\n" + String(repeating: "- *a\n", count: 100_000)
        #expect(refusal(long).contains("more than 2000000 nodes"))
    }

    @Test("The node limit counts keys, values, collections and aliases")
    func nodeLimit() throws {
        // The mapping, two keys, the sequence and its two items, then three nodes for the alias.
        let text = "a: &x [1, 2]\nb: *x"
        #expect(outline(try read(text, limits: YAMLLimits(nodes: 9))) == "{a: [1, 2], b: [1, 2]}")
        #expect(refuses(text, at: "2:4", "more than 8 nodes", limits: YAMLLimits(nodes: 8)))
        let long = String(repeating: "x", count: 640)
        #expect(try read(long, limits: YAMLLimits(nodes: 11)).string == long)
        #expect(refuses(long, at: "1:1", "more than 10 nodes", limits: YAMLLimits(nodes: 10)))
    }

    @Test(
        "Depth is limited for every kind of nesting",
        arguments: [("[", 1), ("{a: ", 4), ("- ", 2), ("[{a: ", 0), ("? ", 0), ("{? ", 0)])
    func depth(opening: String, width: Int) {
        let message = refusal(String(repeating: opening, count: 100_000))
        #expect(message.contains("nest deeper than 200 levels") || message.contains("is used as a key"), "\(message)")
        if width > 0 { #expect(message.hasPrefix("f.yaml:1:\(200 * width + 1): error: ")) }
    }

    @Test("Nesting at the limit is accepted, and one level deeper is rejected")
    func depthLimit() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try read(nested(200))
        #expect(refuses(nested(201), at: "1:201", "200 levels"))
        let indented = (0..<150).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        _ = try read(indented)
        #expect(refuses(indented, at: "41:41", "40 levels", limits: YAMLLimits(depth: 40)))
    }

    @Test("Aliases count towards the depth limit")
    func depthOfAliases() throws {
        var text = "- &a0 []\n"
        for level in 1...9 { text += "- &a\(level) [*a\(level - 1)]\n" }
        _ = try read(text, limits: YAMLLimits(depth: 11))
        #expect(refuses(text, at: "10:8", "10 levels", limits: YAMLLimits(depth: 10)))
        // Through a mapping in a sequence, whose depth comes from an earlier child.
        let mixed = "- &a {b: {c: []}, d: []}\n- [[*a]]"
        _ = try read(mixed, limits: YAMLLimits(depth: 6))
        #expect(refuses(mixed, at: "2:5", "5 levels", limits: YAMLLimits(depth: 5)))
    }

    @Test("The size of a file is limited")
    func size() throws {
        _ = try read("a: b", limits: YAMLLimits(size: 4))
        #expect(refuses("a: bc", at: "1:1", "5 bytes", "limit is 4", limits: YAMLLimits(size: 4)))
        #expect(refusal([UInt8](repeating: 0x61, count: (64 << 20) + 1)).contains("limit is 67108864"))
    }
}

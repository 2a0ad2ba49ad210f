import GeneratorOverlay
import GeneratorYAML
import Testing

@Suite("Hostile and large overlays")
struct HostileOverlayTests {
    @Test("Copying the root into its child again and again ends with an error")
    func growth() throws {
        let actions = Array(repeating: "- {target: $.a, copy: $}", count: 1000).joined(separator: "\n")
        let outcome = try act(actions, version: "1.1.0", to: "a: {b: [1, 2, 3]}", limits: OverlayLimits(result: YAMLLimits(nodes: 10_000)))
        #expect(outcome.problems.count == 1)
        #expect(outcome.problems[0].contains("the document has more than 10000 nodes, which is the limit"))
    }

    @Test("Copying into ever deeper places ends with an error")
    func depth() throws {
        let actions = (1...300).map { "- {target: '$\(String(repeating: ".a", count: $0))', update: {a: {}}}" }.joined(separator: "\n")
        let outcome = try act(actions, to: "a: {}")
        #expect(outcome.problems.first?.contains("nests deeper than 200 levels") == true)
        #expect(outcome.problems.dropFirst().allSatisfy { $0.contains("matches nothing") || $0.contains("nests deeper") })
        // An entry of an array is one level deeper than the array.
        #expect(try act("- {target: $, update: [1]}", to: "[1]", limits: OverlayLimits(result: YAMLLimits(depth: 2))).problems.isEmpty)
        #expect(try !act("- {target: $, update: [[1]]}", to: "[1]", limits: OverlayLimits(result: YAMLLimits(depth: 2))).problems.isEmpty)
    }

    @Test("An update of many targets counts for each of them")
    func breadth() throws {
        let document = "[" + Array(repeating: "{}", count: 100).joined(separator: ",") + "]"
        let limits = OverlayLimits(result: YAMLLimits(nodes: 400))
        // 101 nodes, and an object, a key and a value for each of 100 targets.
        #expect(try !act("- {target: $.*, update: {a: 1}}", to: document, limits: limits).problems.isEmpty)
        #expect(
            try act("- {target: $.*, update: {a: 1}}", to: document, limits: OverlayLimits(result: YAMLLimits(nodes: 401))).problems.isEmpty
        )
    }

    @Test("What is inserted counts even if it is removed again, so that the work is limited")
    func repetition() throws {
        let pair = "- {target: $.a, copy: $.b}\n- {target: $.a.c, remove: true}\n"
        let outcome = try act(
            String(repeating: pair, count: 100), version: "1.1.0", to: "{a: {}, b: {c: [1, 2, 3]}}",
            limits: OverlayLimits(result: YAMLLimits(nodes: 100)))
        #expect(outcome.problems.count == 1 && outcome.problems[0].contains("more than 100 nodes"))
    }

    @Test("The queries of an overlay are limited each, and together")
    func queries() throws {
        let document = "[" + Array(repeating: "[1, 2, 3, 4, 5, 6, 7, 8]", count: 10).joined(separator: ",") + "]"
        let outcome = try act(
            Array(repeating: "- {target: '$..[*]', remove: false, update: 1}", count: 100).joined(separator: "\n"), version: "1.1.0",
            to: document,
            limits: OverlayLimits(visits: 1000))
        #expect(outcome.problems.last?.contains("the queries of this overlay visit more than 1000 nodes") == true)
        #expect(outcome.problems.count < 12)
        let deep = (0..<5).reduce("1") { inner, _ in "[" + Array(repeating: inner, count: 12).joined(separator: ",") + "]" }
        #expect(try act("- {target: '$..*..*..*..*', remove: true}", to: deep).has("error", at: "4:12", "visits more than 3000000 nodes"))
    }

    @Test("An overlay that is changed at random is applied or refused")
    func mutations() throws {
        let overlay = Array(
            """
            overlay: 1.2.0
            info: {title: T, version: v}
            components: {actions: {a: {target: "$.a[?@.b == 1]", update: {c: [1]}}}}
            actions:
            - {$ref: '#/components/actions/a'}
            - {target: $..b, update: 2}
            - {target: '$.a[0:2]', copy: $.d}
            - {target: $.e, remove: true}
            """.utf8)
        var state: UInt64 = 7
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let replacements = Array("{}[]:,'\"$.*@?!=<>&|01- \nab#/~".utf8)
        for _ in 0..<2000 {
            var bytes = overlay
            for _ in 0...random(3) { bytes[random(bytes.count)] = replacements[random(replacements.count)] }
            let outcome = try apply(String(decoding: bytes, as: UTF8.self), to: "{a: [{b: 1}, {b: 3}], d: {x: 1}, e: [1]}")
            #expect(outcome.problems.allSatisfy { $0.hasPrefix("o.yaml:") })
        }
    }

    @Test("Thousands of actions on a large document each cost what they change")
    func manyActions() throws {
        let paths = (0..<2000).map {
            "/p\($0): {get: {responses: {'200': {description: a, content: {x: {y: {z: 1}}}}}, tags: [t, u], summary: s}}"
        }
        let document = "paths: {" + paths.joined(separator: ", ") + "}"
        let updates = (0..<1000).map { "- {target: '$.paths[\"/p\($0)\"].get', update: {summary: new, x-n: \($0)}}" }
        let removals = (1000..<2000).map { "- {target: '$.paths[\"/p\($0)\"]', remove: true}" }
        let outcome = try act((updates + removals).joined(separator: "\n"), to: document)
        #expect(outcome.problems.isEmpty)
        let entries = try #require(outcome.root["paths"]?.mapping?.entries)
        #expect(entries.count == 1000)
        #expect(outcome.root["paths"]?["/p999"]?["get"]?["x-n"]?.scalar?.value == .integer(999))
    }
}

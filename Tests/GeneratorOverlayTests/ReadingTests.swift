import GeneratorOverlay
import GeneratorYAML
import Testing

@Suite("Reading an overlay")
struct ReadingTests {
    private let head = "overlay: 1.2.0\ninfo: {title: T, version: v}\n"
    private let actions = "actions: [{target: $, update: {}}]\n"

    @Test("The members are read")
    func members() throws {
        let text = """
            overlay: 1.2.3
            info: {title: Names, version: 1.0, description: Better names., x-info: 1}
            $self: overlays/names.yaml
            extends: ../openapi.yaml
            actions: [{target: $, update: {}, description: Nothing., x-action: 1}]
            components: {actions: {}, x-components: 1}
            x-overlay: 1
            """
        var problems: [OverlayProblem] = []
        let overlay = try #require(Overlay.parse(Array(text.utf8), file: "o.yaml") { problems.append($0) })
        #expect(problems.isEmpty)
        #expect(overlay.version == .v1_2 && overlay.title == "Names" && overlay.extends == "../openapi.yaml")
        #expect(overlay.selfReference == "overlays/names.yaml")
        #expect(overlay.extendsLocation?.description == "o.yaml:4:10")
    }

    @Test(
        "An overlay that cannot be used at all is one error",
        arguments: [
            ("[1]", "1:1: error: an overlay is a mapping that begins with its version"),
            ("info: {}", "1:1: error: an overlay is a mapping"),
            ("overlay: 2.0.0", "1:10: error: this version of overlays is not supported"), ("overlay: 1.0", "1:10: error: this version"),
            ("overlay: 1.3.0", "1:10: error: this version"), ("overlay: 1.0.x", "1:10: error: this version"),
            ("overlay: [1]", "1:10: error: this version"),
            ("", "1:1: error: the file is empty"), ("a: [", "1:5: error: malformed YAML"),
        ])
    func unusable(text: String, problem: String) {
        let found = problems(text)
        #expect(found.count == 1 && found.first?.hasPrefix("o.yaml:\(problem)") == true, "\(found)")
    }

    @Test(
        "Every member that is missing, unknown or of another type is an error at its place",
        arguments: [
            ("overlay: 1.0.0\nactions: [{target: $, update: {}}]", "1:1: error: an overlay needs info"),
            ("overlay: 1.0.0\ninfo: {version: v}\nactions: [{target: $, update: {}}]", "2:7: error: info needs \"title\""),
            ("overlay: 1.0.0\ninfo: {title: T}\nactions: [{target: $, update: {}}]", "2:7: error: info needs \"version\""),
            (
                "overlay: 1.0.0\ninfo: {title: [], version: v}\nactions: [{target: $, update: {}}]",
                "2:15: error: \"title\" must be a string"
            ),
            (
                "overlay: 1.0.0\ninfo: {title: T, version: v, description: x}\nactions: [{target: $, update: {}}]",
                "2:30: error: \"description\" is a member of info from version 1.1"
            ),
            (
                "overlay: 1.0.0\ninfo: {title: T, version: v}\n$self: x\nactions: [{target: $, update: {}}]",
                "3:1: error: \"$self\" is a member of an overlay from version 1.2"
            ),
            (
                "overlay: 1.1.0\ninfo: {title: T, version: v}\ncomponents: {}\nactions: [{target: $, update: {}}]",
                "3:1: error: \"components\" is a member of an overlay from version 1.2"
            ),
            (
                "overlay: 1.0.0\ninfo: {title: T, version: v}\nactions: [{target: $, copy: $.a}]",
                "3:23: error: \"copy\" is a member of an action from version 1.1"
            ),
            (
                "overlay: 1.1.0\ninfo: {title: T, version: v}\nactions: [{target: $, update: {}, $ref: x}]",
                "3:35: error: \"$ref\" is a member of an action from version 1.2"
            ),
        ])
    func oldMembers(text: String, problem: String) {
        let found = problems(text)
        #expect(found.count == 1 && found.first?.hasPrefix("o.yaml:\(problem)") == true, "\(found)")
    }

    @Test(
        "Everything wrong in an action is an error at its place",
        arguments: [
            ("", "1:1: error: an overlay needs actions"), ("actions: []", "3:10: error: an overlay needs actions"),
            ("actions: {}", "3:10: error: an overlay needs actions"), ("actions: [x]", "3:11: error: an action is a mapping"),
            ("actions: [{update: {}}]", "3:11: error: an action needs \"target\""),
            ("actions: [{target: 1, update: {}}]", "3:20: error: \"target\" must be a JSONPath"),
            ("actions: [{target: $, updates: {}, update: {}}]", "3:23: error: \"updates\" is not a member of an action"),
            ("actions: [{target: $, remove: yes}]", "3:31: error: \"remove\" must be true or false"),
            ("actions: [{target: $, update: {}, copy: $.a}]", "3:41: error: an action has update or copy, not both"),
            ("actions: [{target: $, update: {}, description: [x]}]", "3:48: error: \"description\" must be a string"),
            ("actions: [{target: $}]", "3:11: warning: the action does nothing"),
            ("actions: [{target: $, remove: false}]", "3:11: warning: the action does nothing"),
            ("actions: [{target: $, copy: x}]", "3:29: error: \"copy\" is not a valid JSONPath: a query begins with $"),
            ("extends: [x]\nactions: [{target: $, update: {}}]", "3:10: error: \"extends\" must be a string"),
            ("$self: x#y\nactions: [{target: $, update: {}}]", "3:8: error: $self must not have a fragment"),
            ("more: 1\nactions: [{target: $, update: {}}]", "3:1: error: \"more\" is not a member of an overlay"),
        ])
    func actions(text: String, problem: String) {
        let found = problems(head + text)
        #expect(found.count == 1 && found.first?.hasPrefix("o.yaml:\(problem)") == true, "\(found)")
    }

    @Test("An invalid query is an error at the character, where the file has the query literally")
    func queryColumns() {
        func found(_ target: String) -> String { problems(head + "actions:\n- target: \(target)\n  update: {}").joined(separator: "\n") }
        #expect(found("$.paths[?@.a = 1]").hasPrefix("o.yaml:4:24: error: \"target\" is not a valid JSONPath: \"=\" is not expected here"))
        #expect(found("\"$.paths.1\"").hasPrefix("o.yaml:4:20: error: \"target\" is not"))
        #expect(found("'$.☺.1'").hasPrefix("o.yaml:4:16: error: \"target\" is not"))
        // Each quote is written twice.
        #expect(found("'$[''a''].1'").hasPrefix("o.yaml:4:11: error: character 8 of \"target\" is not"))
        #expect(found("|-\n    $.1").hasPrefix("o.yaml:4:11: error: character 3 of \"target\" is not"))
        #expect(found("$.").hasPrefix("o.yaml:4:13: error: \"target\" is not a valid JSONPath: the query ends"))
    }

    @Test("From version 1.2 on, actions can refer to reusable ones")
    func reusable() throws {
        let text =
            head + """
                components:
                  actions:
                    a/b~c: {target: $.x, update: {n: 1}}
                    unused: {target: $.y, remove: true}
                actions:
                - {$ref: '#/components/actions/a~1b~0c', description: First.}
                - {target: $.x, update: {m: 2}}
                """
        #expect(try apply(text, to: "{x: {}, y: 1}").text == "{x:{n:1,m:2},y:1}")
    }

    @Test(
        "A reference that leads to no action is an error",
        arguments: [
            ("{$ref: '#/components/actions/b'}", "7:10: error: components.actions has no \"b\""),
            ("{$ref: '#/actions/0'}", "7:10: error: a reference leads"),
            ("{$ref: 1}", "7:10: error: a reference leads"), ("{$ref: '#/components/actions/a~2'}", "7:10: error: a reference leads"),
            ("{$ref: '#/components/actions/a/target'}", "7:10: error: a reference leads"),
            ("{$ref: '#/components/actions/a', target: $}", "7:36: error: \"target\" is not a member of a reference"),
        ])
    func brokenReferences(action: String, problem: String) {
        let found = problems(head + "components:\n  actions:\n    a: {target: $, update: {}}\nactions:\n- \(action)")
        #expect(found.count == 1 && found.first?.hasPrefix("o.yaml:\(problem)") == true, "\(found)")
    }

    @Test("Errors in reusable actions are reported once, used or not")
    func brokenReusable() {
        let found = problems(
            head
                + "components: {actions: {a: {target: x, update: {}}}}\nactions: [{$ref: '#/components/actions/a'}, {$ref: '#/components/actions/a'}]"
        )
        #expect(found.count == 1 && found.first?.hasPrefix("o.yaml:3:36: error: \"target\" is not a valid JSONPath") == true, "\(found)")
        #expect(problems(head + "components: x\n" + actions).first?.hasPrefix("o.yaml:3:13: error: components must be a mapping") == true)
        #expect(
            problems(head + "components: {actions: x}\n" + actions).first?.hasPrefix("o.yaml:3:23: error: components.actions must be")
                == true)
        #expect(
            problems(head + "components: {schemas: {}}\n" + actions).first?.hasPrefix("o.yaml:3:14: error: \"schemas\" is not a member")
                == true)
    }
}

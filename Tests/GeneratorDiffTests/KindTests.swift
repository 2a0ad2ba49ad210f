import Testing

@testable import GeneratorDiff

@Suite struct KindTests {
    /// The checks with all kinds that the tables give them.
    private var stated: [String: Set<Kind>] {
        var stated: [String: Set<Kind>] = [:]
        for check in SwiftCheck.allCases { stated[check.rawValue, default: []].insert(check.kind) }
        for check in OperationCheck.allCases { stated[check.rawValue, default: []].insert(check.kind) }
        for target in SchemaTarget.allCases {
            for check in ValueCheck.allCases { check.name(at: target).map { _ = stated[$0, default: []].insert(check.kind(at: target)) } }
            for check in PropertyCheck.allCases {
                check.name(at: target).map { _ = stated[$0, default: []].insert(check.kind(at: target)) }
            }
            for check in HeaderCheck.allCases { stated[check.name(at: target), default: []].insert(check.kind(at: target)) }
        }
        return stated
    }

    @Test("Every check has a section and an action")
    func everyCheckHasKind() {
        #expect(Set(Kind.all.keys) == Set(stated.keys).union(["comparison-incomplete"]))
        // The names of checks that several positions share leave no doubt about what to do.
        for (check, kinds) in stated { #expect(Set(kinds.map(\.action)).count == 1 && Set(kinds.map(\.fate)).count == 1, "\(check)") }
    }

    @Test("A change that breaks something always asks for something")
    func breakingChangesAskForSomething() {
        for check in SwiftCheck.allCases where check.verdict > .compatible { #expect(check.kind.action != .nothing, "\(check.rawValue)") }
        for pair in OperationPair.all {
            for change in pair.forth + pair.back where change.hasSuffix(": breaking") {
                let check = String(change.prefix { $0 != ":" })
                #expect(Kind.all[check]?.action != .nothing, "\(check)")
            }
        }
        for pair in SchemaPair.all {
            for (check, request, response) in [
                (pair.check, pair.request, pair.response), (pair.mirror, pair.mirrorRequest, pair.mirrorResponse),
            ] {
                if request > .compatible { #expect(check.kind(at: .requestProperty).action != .nothing, "\(check) in a request") }
                if response > .compatible { #expect(check.kind(at: .responseProperty).action != .nothing, "\(check) in a response") }
            }
        }
        for pair in ObjectPair.all {
            for (expectation, target) in [
                (pair.request, SchemaTarget.requestBody), (pair.requestBack, .requestBody), (pair.response, .responseBody),
                (pair.responseBack, .responseBody),
            ] {
                guard let (check, verdict) = expectation, verdict > .compatible else { continue }
                #expect(check.kind(at: target).action != .nothing, "\(check) at \(target)")
            }
        }
    }

    @Test("An action is one short sentence that names the thing, and every action is taken", arguments: Action.allCases)
    func sentence(_ action: Action) {
        let sentence = action.sentence(about: ["a"], replacement: "b") { "`\($0)`" }
        #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true && sentence.utf8.count < 70, "\(sentence)")
        #expect(sentence.count { $0 == "." } == 1, "\(sentence)")
        #expect(Kind.all.values.contains { $0.action == action }, "\(action) is the action of no check")
    }

    @Test("Several things are listed, and many are not")
    func severalThings() {
        func sentence(_ names: [String]) -> String { Action.pass.sentence(about: names) { "`\($0)`" } }
        #expect(sentence(["a"]) == "Pass `a`.")
        #expect(sentence(["a", "b"]) == "Pass `a` and `b`.")
        #expect(sentence(["a", "b", "c"]) == "Pass `a`, `b` and `c`.")
        #expect(sentence(["a", "b", "c", "d"]) == "Pass them.")
        #expect(Action.rename.sentence(about: ["a"], replacement: "b") { "<\($0)>" } == "Rename <a> to <b>.")
    }
}

import Foundation
import GeneratorDiff
import GeneratorSurface
import GeneratorSwiftAPI
import GeneratorTestSupport
import Testing

/// The effect of a spec change on code that compiled before.
@Suite struct SwiftChangeTests {
    @Test("Every kind of change has a fixture")
    func everyChangeHasFixture() {
        let proven = Set(SwiftFixtures.all.flatMap(\.directions).map(\.check))
        #expect(SwiftCheck.allCases.filter { !proven.contains($0) } == [])
        for direction in SwiftFixtures.all.flatMap(\.directions)
        where direction.check.verdict == .risky && !direction.check.changesMeaningOnly {
            #expect(direction.careless != nil, "\(direction.check): what is risky about it?")
        }
    }

    @Test("A change is found with its verdict in both directions", arguments: SwiftFixtures.all)
    func changeIsFound(fixture: SwiftFixture) throws {
        let (old, new) = (try api(fixture.old), try api(fixture.new))
        for (changes, direction) in [
            (changes(from: old, to: new), fixture.forward), (changes(from: new, to: old), fixture.backward),
        ] {
            guard let direction else {
                #expect(changes == [])
                continue
            }
            let found = changes.filter { $0.check == direction.check.rawValue }
            #expect(!found.isEmpty, "\(changes.map { "\($0.check) \($0.message)" })")
            #expect(found.allSatisfy { $0.swift == direction.check.verdict && $0.wire == .none })
            #expect(found.allSatisfy { $0.message.hasPrefix($0.subject + ": ") && $0.nearest != nil && ($0.old != nil || $0.new != nil) })
            let refusing = changes.filter { SwiftCheck(rawValue: $0.check)?.changesMeaningOnly == false && $0.swift == .breaking }
            #expect(direction.compiles == refusing.isEmpty, "\(changes.map(\.message))")
        }
    }

    @Test("Swift code is not affected by the precision of sent seconds")
    func fractionDigits() throws {
        let old = try api(Part.sent(Part.object("at: {type: string, format: date-time}")))
        let new = try api(Part.sent(Part.object("at: {type: string, format: date-time, x-fraction-digits: 6}")))
        #expect(changes(from: old, to: new) == [])
        #expect(changes(from: new, to: old) == [])
    }

    @Test("Code is not affected by words about the time zone of a clock, but by the change from a point in time to it")
    func wallClocks() throws {
        func sent(_ more: String) throws -> API { try api(Part.sent(Part.object("at: {type: string, format: date-time\(more)}"))) }
        let clock = try sent(", x-wall-clock: the user's zone")
        #expect(try changes(from: clock, to: sent(", x-wall-clock: another zone, x-fraction-digits: 3")) == [])
        #expect(try changes(from: sent(""), to: clock).map(\.check) == [SwiftCheck.propertyTypeChanged.rawValue])
    }

    @Test("The compiler agrees with every verdict")
    func compilerAgrees() throws {
        guard let compiler = try Compiler.find() else { return }
        var clients: [Client] = []
        var modules: (old: [String: String], new: [String: String]) = ([:], [:])
        for (index, fixture) in SwiftFixtures.all.enumerated() {
            let name = "F\(index)"
            for (document, isOld) in [(fixture.old, true), (fixture.new, false)] {
                let generated = generate(["openapi.yaml": document.replacing("TITLE", with: name)])
                try #require(generated.errors == [], "\(fixture.testDescription)")
                if isOld { modules.old[name] = generated.text } else { modules.new[name] = generated.text }
            }
            for (index, direction) in fixture.directions.enumerated() {
                let isForward = index == 0
                let words = direction.check.rawValue + (isForward ? "" : " (back)")
                clients.append(
                    .init(
                        root: direction.root ?? name, code: direction.client, words: words, compilesOld: isForward || direction.compiles,
                        compilesNew: !isForward || direction.compiles))
                guard let careless = direction.careless else { continue }
                clients.append(
                    .init(root: name, code: careless, words: words + " (careless)", compilesOld: isForward, compilesNew: !isForward))
            }
        }
        let old = try compiler.complaints(of: clients.map(\.source), using: modules.old)
        let new = try compiler.complaints(of: clients.map(\.source), using: modules.new)
        for (index, client) in clients.enumerated() {
            #expect(
                old[index, default: []].isEmpty == client.compilesOld, "\(client.words), old module: \(client.code): \(old[index] ?? [])")
            #expect(
                new[index, default: []].isEmpty == client.compilesNew, "\(client.words), new module: \(client.code): \(new[index] ?? [])")
        }
    }

    /// Code that compiles against one module, and possibly against the other.
    private struct Client {
        let root: String
        let code: String
        let words: String
        let compilesOld: Bool
        let compilesNew: Bool

        var source: String {
            """
            import ClockifyRuntime
            import FixtureAPI
            private typealias API = \(root)
            private func client(_ api: API) async throws {
                \(code)
            }
            """
        }
    }

    // MARK: Properties

    @Test(
        "The surface listing changes exactly if a change is found, and keeps its lines if the change is non-breaking",
        arguments: SwiftFixtures.all)
    func surfaceListing(
        fixture: SwiftFixture
    ) throws {
        let (old, new) = (try api(fixture.old), try api(fixture.new))
        for (old, new) in [(old, new), (new, old)].prefix(fixture.directions.count) {
            let changes = changes(from: old, to: new)
            let difference = SurfaceDifference(committed: Surface(of: old).text, current: Surface(of: new))
            let isSeen = changes.contains { SwiftCheck(rawValue: $0.check)?.changesMeaningOnly == false }
            #expect(difference.isStale || !isSeen, "\(difference.lines) \(changes.map(\.message))")
            guard changes.allSatisfy({ $0.swift == .compatible }) else { continue }
            // Details that a non-breaking change may remove: notes, longer argument lists, `let` for `var`, internals of the runtime.
            let gone = difference.removed.filter {
                !$0.contains("(") && !$0.contains("//") && !$0.contains(": let ") && !$0.contains("struct ")
                    && !$0.contains(" documented: ") && !$0.contains("enum Services")
            }
            #expect(gone == [], "\(changes.map(\.check))")
        }
    }

    @Test("A spec does not differ from itself", arguments: ["Clockify", "ClockifyLegacy"])
    func specEqualsItself(spec: String) throws {
        let api = try #require(generate(Fixtures.texts(in: Fixtures.specs.appending(path: spec))).api)
        #expect(changes(from: api, to: api) == [])
    }

    /// The difference between both pages of the API is a real set of many changes at once.
    @Test("Every surface line that differs between the two API pages has its change")
    func differingLines() throws {
        let legacy = try #require(generate(Fixtures.texts(in: Fixtures.specs.appending(path: "ClockifyLegacy"))).api)
        let current = try #require(generate(Fixtures.texts(in: Fixtures.specs.appending(path: "Clockify"))).api)
        for (old, new) in [(legacy, current), (current, legacy)] {
            let changes = changes(from: old, to: new)
            let names = Dictionary(grouping: changes) { $0.check + " " + $0.subject }
            #expect(names.filter { $0.value.count > 1 }.keys.sorted() == [])
            let subjects = changes.map(\.subject)
            // If a type changes as a whole, every line that mentions it also differs.
            let types = changes.filter { $0.check.hasPrefix("swift-type-") }
                .flatMap { $0.message.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
            let (oldLines, newLines) = (lines(of: old), lines(of: new))
            #expect(oldLines.count > 400 && newLines.count > 400)
            for (line, subject) in oldLines.filter({ newLines[$0.key] == nil }) + newLines.filter({ oldLines[$0.key] == nil }) {
                let isSaid = subjects.contains { $0.drop { $0 != "." }.hasPrefix(subject) }
                #expect(isSaid || line.split { !$0.isLetter && !$0.isNumber }.contains { types.contains(String($0)) }, "\(line)")
            }
        }
    }

    @Test("An addition in one direction is a removal in the other")
    func directionsAreSymmetric() throws {
        let legacy = try #require(generate(Fixtures.texts(in: Fixtures.specs.appending(path: "ClockifyLegacy"))).api)
        let current = try #require(generate(Fixtures.texts(in: Fixtures.specs.appending(path: "Clockify"))).api)
        func counts(_ changes: [Change]) -> [String: Int] { Dictionary(changes.map { ($0.check, 1) }, uniquingKeysWith: +) }
        let forward = counts(changes(from: legacy, to: current))
        let backward = counts(changes(from: current, to: legacy))
        let mirrors: [([SwiftCheck], [SwiftCheck])] = [
            ([.methodAdded], [.methodRemoved]), ([.groupAdded], [.groupRemoved]), ([.serviceAdded], [.serviceRemoved]),
            ([.credentialsAdded], [.credentialsRemoved]), ([.propertyAdded], [.propertyRemoved]), ([.memberAdded], [.memberRemoved]),
            ([.argumentAddedWithDefault, .argumentAddedWithoutDefault], [.argumentRemoved]), ([.methodRenamed], [.methodRenamed]),
            ([.methodMoved], [.methodMoved]), ([.argumentReordered], [.argumentReordered]),
            ([.resultBecameOptional], [.resultBecameRequired]),
            ([.propertyBecameMutable], [.propertyBecameImmutable]), ([.typeRenamed], [.typeRenamed]), ([.apiRenamed], [.apiRenamed]),
        ]
        func sum(_ checks: [SwiftCheck], _ counts: [String: Int]) -> Int { checks.reduce(0) { $0 + counts[$1.rawValue, default: 0] } }
        for (added, removed) in mirrors {
            #expect(sum(added, forward) == sum(removed, backward), "\(added)")
            #expect(sum(added, backward) == sum(removed, forward), "\(added)")
        }
        #expect(sum([.methodAdded], forward) > 100 && sum([.methodRemoved], forward) > 3)
    }

    /// Returns the lines that are visible to callers, without the API's type, each with the prefix of its changes' subjects.
    private func lines(of api: API) -> [String: String] {
        var lines: [String: String] = [:]
        for declaration in Surface(of: api).declarations where !declaration.text.contains("inout ") {
            let line = declaration.description.replacing(api.name + ".", with: "API.").replacing(api.name + ":", with: "API:")
            if let group = api.groups.first(where: { declaration.text == "struct \($0.typeName): Sendable" }) {
                lines[line] = ".\(group.name)"
                continue
            }
            guard let group = api.groups.first(where: { declaration.scope == "\(api.name).Operations.\($0.typeName)" }) else {
                let name = declaration.scope.isEmpty || declaration.scope == api.name ? declaration.text.declaredName : declaration.scope
                lines[line] = "." + name.replacing(api.name + ".", with: "")
                continue
            }
            lines[line] = ".\(group.name).\(declaration.text.declaredName)"
        }
        return lines
    }

    // MARK: Places and messages

    @Test("A change has the places of its cause in both documents")
    func places() throws {
        let old = Part.given(Part.object("name: {type: string}", required: "name"))
        let new = "# One line more.\n" + Part.given(Part.object("name: {type: string}"))
        let change = try #require(changes(from: api(old), to: api(new)).first { $0.check == "swift-property-became-optional" })
        #expect(change.subject == "Title.Thing.name")
        #expect(
            change.message == "Title.Thing.name: it was String and is String? now; code that uses it without unwrapping does not compile")
        let column = try #require(old.split(separator: "\n")[4].firstRange(of: "name: {type: string}"))
        #expect(change.old?.line == 5 && change.new?.line == 6)
        #expect(change.old?.column == old.split(separator: "\n")[4][..<column.lowerBound].count + 1)
        #expect(change.old?.file == "openapi.yaml")
    }

    @Test("A removed type is one change, however often it is used")
    func removedType() throws {
        func things(_ id: String) -> String {
            Part.given(Part.object("a: \(id), b: {type: array, items: \(id)}, c: {type: [string, 'null']}, d: \(id)", required: "a, b"))
        }
        let found = try changes(from: api(things("{$ref: '#/components/schemas/ThingID'}")), to: api(things("{type: string}")))
        #expect(found.map(\.check) == ["swift-type-replaced"])
    }

    @Test("An operation with a new identifier is matched by its request, whatever path its server URL ends with")
    func renamedOperation() throws {
        let old = Part.given(Part.plain).replacing(
            "tags: [{name: Things}", with: "servers: [{url: 'https://a.example/v1'}]\ntags: [{name: Things}")
        let new = Part.given(Part.plain).replacing("/things:", with: "/v1/things:").replacing("createThing", with: "makeThing")
            .replacing("tags: [{name: Things}", with: "servers: [{url: 'https://b.example'}]\ntags: [{name: Things}")
        #expect(try changes(from: api(old), to: api(new)).map(\.message) == [])
        // It is not matched if the request is different.
        let other = new.replacing("/v1/things:", with: "/v2/things:")
        #expect(try changes(from: api(old), to: api(other)).map(\.check) == ["swift-call-sends-another-request"])
    }

    @Test("A change that only the service sees is not a Swift change")
    func serviceOnlyChange() throws {
        let old = Part.sent(Part.object("name: {type: string, maxLength: 5, description: A}"))
        let new = Part.sent(Part.object("name: {type: string, maxLength: 9, description: B}"))
        #expect(try changes(from: api(old), to: api(new)) == [])
    }

    private func api(_ document: String) throws -> API {
        let generated = generate(["openapi.yaml": document])
        try #require(generated.diagnostics == [], "\(document)")
        return try #require(generated.api)
    }
}

extension String {
    /// Returns the name in the text of a declaration: `Tag` in `struct Tag: ResponseModel`.
    fileprivate var declaredName: String {
        let words = split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
        return words.first { !["struct", "enum", "indirect", "let", "var", "static", "func"].contains($0) } ?? self
    }
}

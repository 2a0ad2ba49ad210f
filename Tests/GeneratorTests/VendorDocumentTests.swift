import GeneratorSwiftAPI
import Testing

/// Someone else's document, as it is.
@Suite struct VendorDocumentTests {
    private let generated = generate(["openapi.yaml": VendorDocument().text])

    @Test func `a large springdoc document becomes Swift that compiles`() throws {
        #expect(generated.diagnostics == [])
        #expect((generated.document?.schemas.count ?? 0) > 2000)
        guard let compiler = try Compiler.find() else { return }
        let complaints = try compiler.complaints(about: generated)
        #expect(complaints == [])
    }

    @Test func `members that differ in case keep their spelling`() {
        guard case .enumeration(let direction) = generated["Direction"]?.kind else {
            Issue.record("no such type")
            return
        }
        #expect(direction.members.map(\.name) == ["RTL", "rtl", "LTR", "ltr"])
    }

    @Test func `a base class is the choice of its kinds, and its kinds have its members`() {
        guard case .union(let filter) = generated["Filter"]?.kind else {
            Issue.record("no such type")
            return
        }
        #expect(filter.alternatives.map(\.name) == ["textFilter", "rangeFilter", "anyFilter"])
        #expect(filter.alternatives.map(\.discriminatorValues) == [["TEXT"], ["RANGE"], ["ANY"]])
        #expect(generated.property("TextFilter", "negated") != nil)
        #expect(generated.property("AnyFilter", "type")?.type == .string)
    }

    @Test func `a union that names itself has every other alternative`() {
        guard case .union(let value) = generated["Value"]?.kind else {
            Issue.record("no such type")
            return
        }
        #expect(value.alternatives.map(\.type) == [.string, .double, .array(.named("Value"))])
    }

    @Test func `lists and maps of themselves are JSON inside`() {
        let types = generated.api?.files.flatMap(\.types).map(\.name) ?? []
        #expect(!types.contains("Tree") && !types.contains("Json"))
        let properties = generated.api?.files.flatMap(\.types).flatMap { type -> [Property] in
            if case .structure(let structure) = type.kind { structure.properties } else { [] }
        }
        #expect(properties?.first { $0.wireName.hasPrefix("tree") }?.type == .optional(.array(.json)))
        #expect(properties?.first { $0.wireName.hasPrefix("json") }?.type == .optional(.dictionary(.json)))
    }

    @Test func `statuses with bodies of their own become cases`() {
        guard case .answers(let answers) = generated["PutValueResponse"]?.kind else {
            Issue.record("no such type")
            return
        }
        #expect(answers.cases.map(\.name) == ["ok", "accepted", "noContent", "partialContent"])
        #expect(answers.cases.map(\.type) == [.named("Value"), .named("Filter"), nil, .array(.named("FreeToo"))])
    }

    @Test func `operations whose names come out the same are told apart`() {
        let names = generated.methods.filter { $0.path == "/v1/bytes" }.map(\.name)
        #expect(names == ["getBytes", "getBytes2"])
    }

    @Test func `names that differ in case are told apart, those that are names already keep theirs`() {
        let types = Set(generated.api?.files.flatMap(\.types).map(\.name) ?? [])
        #expect(types.isSuperset(of: ["UserDTO", "UserDto", "UserDto2"]))
        #expect(generated.property("UserDto2", "id")?.name == "id")
        #expect(generated.property("UserDto2", "_id")?.name == "id2")
    }
}

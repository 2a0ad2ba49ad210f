import GeneratorSwiftAPI
import GeneratorTestSupport
import Testing

/// A third-party document in its original form.
@Suite struct VendorDocumentTests {
    private let generated = generate(["openapi.yaml": VendorDocument().text])

    @Test("A large springdoc document generates Swift that compiles")
    func largeDocument() throws {
        #expect(generated.diagnostics == [])
        #expect((generated.document?.schemas.count ?? 0) > 2000)
        guard let compiler = try Compiler.find() else { return }
        let complaints = try compiler.complaints(about: generated)
        #expect(complaints == [])
    }

    @Test("Members that differ in case keep their spelling")
    func membersDifferingInCase() {
        guard case .enumeration(let direction) = generated["Direction"]?.kind else {
            Issue.record("no such type")
            return
        }
        #expect(direction.members.map(\.name) == ["RTL", "rtl", "LTR", "ltr"])
    }

    @Test("A base class becomes a union of its subclasses, which have its members")
    func baseClass() {
        guard case .union(let filter) = generated["Filter"]?.kind else {
            Issue.record("no such type")
            return
        }
        #expect(filter.alternatives.map(\.name) == ["textFilter", "rangeFilter", "anyFilter"])
        #expect(filter.alternatives.map(\.discriminatorValues) == [["TEXT"], ["RANGE"], ["ANY"]])
        #expect(generated.property("TextFilter", "negated") != nil)
        #expect(generated.property("AnyFilter", "type")?.type == .string)
    }

    @Test("A union that contains itself has all other alternatives")
    func recursiveUnion() {
        guard case .union(let value) = generated["Value"]?.kind else {
            Issue.record("no such type")
            return
        }
        #expect(value.alternatives.map(\.type) == [.string, .double, .array(.named("Value"))])
    }

    @Test("Recursive lists and maps contain any JSON")
    func recursiveCollections() {
        let types = generated.api?.files.flatMap(\.types).map(\.name) ?? []
        #expect(!types.contains("Tree") && !types.contains("Json"))
        let properties = generated.api?.files.flatMap(\.types).flatMap { type -> [Property] in
            if case .structure(let structure) = type.kind { structure.properties } else { [] }
        }
        #expect(properties?.first { $0.wireName.hasPrefix("tree") }?.type == .optional(.array(.json)))
        #expect(properties?.first { $0.wireName.hasPrefix("json") }?.type == .optional(.dictionary(.json)))
    }

    @Test("Statuses with different bodies become cases")
    func statusesBecomeCases() {
        guard case .answers(let answers) = generated["PutValueResponse"]?.kind else {
            Issue.record("no such type")
            return
        }
        #expect(answers.cases.map(\.name) == ["ok", "accepted", "noContent", "partialContent"])
        #expect(answers.cases.map(\.type) == [.named("Value"), .named("Filter"), nil, .array(.named("FreeToo"))])
    }

    @Test("Operations with the same resulting name get distinct names")
    func operationsWithSameName() {
        let names = generated.methods.filter { $0.path == "/v1/bytes" }.map(\.name)
        #expect(names == ["getBytes", "getBytes2"])
    }

    @Test("Names that only differ in case get distinct names, and names that are already valid stay")
    func namesDifferingInCase() {
        let types = Set(generated.api?.files.flatMap(\.types).map(\.name) ?? [])
        #expect(types.isSuperset(of: ["UserDTO", "UserDto", "UserDto2"]))
        #expect(generated.property("UserDto2", "id")?.name == "id")
        #expect(generated.property("UserDto2", "_id")?.name == "id2")
    }
}

import Testing

@testable import GeneratorDiff

@Suite struct OperationCheckTests {
    @Test("A change of an operation is reported with its name and verdict in both directions", arguments: OperationPair.all)
    func operationChange(
        _ pair: OperationPair
    ) throws {
        let old = try document(OperationPair.document(pair.old, pair.oldMore))
        let new = try document(OperationPair.document(pair.new, pair.newMore))
        #expect(GeneratorDiff.changes(from: old, to: new).map { "\($0.check): \($0.wire)" }.sorted() == pair.forth.sorted())
        #expect(GeneratorDiff.changes(from: new, to: old).map { "\($0.check): \($0.wire)" }.sorted() == pair.back.sorted())
        #expect(GeneratorDiff.changes(from: old, to: old).isEmpty)
    }

    @Test("Every check of an operation has a test")
    func everyCheckIsTested() {
        let changes = OperationPair.all.flatMap { pair in pair.forth + pair.back }
        let proven = Set(changes.map { change in String(change.prefix { $0 != ":" }) })
        #expect(OperationCheck.allCases.map(\.rawValue).filter { !proven.contains($0) } == [])
        let headers = HeaderCheck.allCases.flatMap { check in [SchemaTarget.requestBody, .responseBody].map(check.name(at:)) }
        #expect(headers.filter { !proven.contains($0) } == [])
    }
}

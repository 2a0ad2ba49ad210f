import Testing

@testable import GeneratorDiff

/// What is accepted, and what is shown, although entries stand for several changes.
@Suite struct GroupedAcceptanceTests {
    @Test("An accepted change does not hide one that is alike and was not accepted")
    func acceptedAndOther() throws {
        let without = Revision.edited(("        owner: {type: string}\n", ""))
        let report = try Revision.report(to: without, accepting: [Revision.accepting("response-optional-property-removed", "Job.owner")])
        #expect(report.entries.map { $0.acceptance?.reason } == [nil, "Never sent."])
        #expect(report.entries.map(\.verdict) == [.breaking, .breaking])
        #expect(report.verdict == .breaking)
        #expect(report.staleAcceptances.isEmpty)
        let accepted = ["Job", "Tag"].map { Revision.accepting("response-optional-property-removed", "\($0).owner") }
        // The request property is another change than the response property, although a reader sees one entry.
        #expect(try Revision.report(to: without, accepting: accepted).verdict == .breaking)
        let all = accepted + [Revision.accepting("request-property-removed", "Tag.owner")]
        #expect(try Revision.report(to: without, accepting: all).verdict == .none)
        #expect(try Revision.report(to: without, accepting: all).entries.count == 1)
    }

    @Test("A type that goes with two operations is accepted only with both of them")
    func acceptedOperation() throws {
        let more = """
              /more:
                get:
                  operationId: getMore
                  responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}}}

            """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).joined(separator: "\n")
        let old = Revision.shop.replacing("components:\n", with: more + "components:\n")
        let one = try Revision.report(
            from: old, to: Revision.withoutJobs, accepting: [Revision.accepting("api-path-removed-without-deprecation", "GET /jobs")])
        let left = one.entries.filter { $0.acceptance == nil }
        #expect(left.map(\.change.subject) == ["GET /more"])
        #expect(left.flatMap(\.consequences).map(\.subject).contains("Shop.Job"))
        #expect(one.verdict == .breaking)
        let both = ["GET /jobs", "GET /more"].map { Revision.accepting("api-path-removed-without-deprecation", $0) }
        #expect(try Revision.report(from: old, to: Revision.withoutJobs, accepting: both).verdict == .none)
    }

    @Test("One side alone has the verdict, the summary and the entries of that side")
    func oneSide() throws {
        let without = Revision.edited(("        level: {type: string}\n", ""))
        let wire = try Revision.report(to: without, only: .wire)
        #expect(wire.verdict == .risky)
        #expect(
            Revision.lines(wire) == [
                "the response property Job.level: was removed; existing clients handle its absence | Stop reading `level`."
            ])
        let swift = try Revision.report(to: without, only: .swift)
        #expect(swift.verdict == .breaking)
        #expect(
            Revision.lines(swift) == [
                "Shop.Job.level: the property was removed; code that uses it does not compile"
                    + " | because the response property Job.level: was removed; existing clients handle its absence"
                    + " [response-optional-property-removed] | Stop reading `level`."
            ])
        #expect(TextReport(wire).text.contains("\nThis asks for a minor release; nothing breaks, risky changes: 1 on the wire.\n"))
        #expect(TextReport(swift).text.contains("\nThis asks for a major release; breaking changes: 1 in Swift.\n"))
        #expect(MarkdownReport(wire).text.contains("| what | to do | wire |\n"))
        #expect(MarkdownReport(swift).text.contains("| what | to do | Swift |\n"))
        // What an acceptance names is the change of the document.
        #expect(MarkdownReport(swift).text.contains("\n| `response-optional-property-removed` | `Job.level` | "))
        // A name is no change of the document, and a limit none of Swift.
        #expect(
            try Revision.report(to: Revision.edited(("schemas/Job", "schemas/Task"), ("    Job:", "    Task:")), only: .wire).entries
                .isEmpty)
        #expect(try Revision.report(to: Revision.edited(("maxLength: 9", "maxLength: 8")), only: .swift).entries.isEmpty)
        // An acceptance for the other side is not stale.
        let acceptance = Revision.accepting("response-optional-property-removed", "Job.level")
        let accepted = try Revision.report(to: without, accepting: [acceptance], only: .swift)
        #expect(accepted.staleAcceptances.isEmpty && accepted.verdict == .none)
    }
}

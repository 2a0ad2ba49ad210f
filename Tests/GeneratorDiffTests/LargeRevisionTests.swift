import GeneratorOpenAPI
import GeneratorSwiftAPI
import Testing

@testable import GeneratorDiff

/// A revision of the real spec as large as the service's own: 16 operations are gone, 5 are new, and others have changed.
@Suite struct LargeRevisionTests {
    private static let newOperations = ["pin", "unpin", "star", "unstar", "archive"].map { name in
        """
          /v1/workspaces/{workspaceId}/boards/\(name):
            post:
              tags: [Board]
              operationId: \(name)Board
              parameters: [{$ref: Shared.yaml#/components/parameters/workspaceId}]
              requestBody:
                content: {application/json: {schema: {type: object, properties: {name: {type: string}, note: {type: string}}}}}
              responses: {'200': {description: OK, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}}

        """
    }

    /// The files of the revision.
    private func revised(_ texts: [String: String]) throws -> [String: String] {
        var texts = texts
        let removed = ["Invoices.yaml#", "~1users~1info", "~1file~1image"]
        var kept: [Substring] = []
        for line in try #require(texts["openapi.yaml"]).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("    $ref: "), removed.contains(where: { line.contains($0) }) {
                kept.removeLast()
            } else {
                kept.append(line)
            }
        }
        let paths = try #require(kept.firstIndex { $0.hasPrefix("paths:") })
        kept.insert(contentsOf: Self.newOperations.map { $0.dropLast() }, at: paths + 1)
        texts["openapi.yaml"] = kept.joined(separator: "\n")
        for (file, old, new) in [
            ("Shared.yaml", "minimum: 1, default: 50", "minimum: 1, maximum: 200, default: 50"),
            ("Shared.yaml", "      x-swift-name: Rate\n", "      x-swift-name: MoneyRate\n"),
            ("Shared.yaml", "        currency: {type: string}\n", ""),
            ("Tags.yaml", "maxLength: 100", "maxLength: 90"),
            ("Clients.yaml", "maxLength: 100", "maxLength: 90"),
        ] {
            let text = try #require(texts[file])
            #expect(text.contains(old), "\(file)")
            texts[file] = text.replacing(old, with: new)
        }
        return texts
    }

    private func report() throws -> Report {
        let texts = try texts(in: "Spec/Clockify")
        let diagnostics = Diagnostics()
        let documents = [try document(texts), try document(try revised(texts))]
        let interfaces = documents.map { API(of: $0, diagnostics: diagnostics) }
        #expect(diagnostics.all.filter { $0.severity == .error }.map(\.description) == [])
        return Report(
            old: "main:Spec/Clockify", new: "Spec/Clockify",
            changes: changes(from: documents[0], to: documents[1]) + changes(from: interfaces[0], to: interfaces[1]))
    }

    @Test("A person reads a large revision on two screens")
    func twoScreens() throws {
        let report = try report()
        let text = MarkdownReport(report, version: SemanticVersion(1, 4, 2)).text
        var isFolded = false
        let shown = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            if line.hasPrefix("<details>") { isFolded = true }
            defer { if line == "</details>" { isFolded = false } }
            return !isFolded
        }
        #expect(shown.count < 50, "\(shown.count) lines")
        #expect(shown.contains("- Operations: 16 removed, 5 added, 54 changed."))
        // Nothing that breaks is folded, and every operation that came or went is shown.
        for entry in report.entries where entry.verdict == .breaking || entry.change.existence != nil {
            let headline = Markdown.escaped(Wording(entry).headline)
            #expect(shown.contains { $0.hasPrefix("| \(headline)") }, "\(headline)")
        }
    }

    @Test("What goes with an operation is not an entry of its own")
    func oneCauseIsOneEntry() throws {
        let report = try report()
        let operations = report.entries.filter { $0.section == .operations }
        #expect(operations.map(\.change.existence) == Array(repeating: .removed, count: 16) + Array(repeating: .added, count: 5))
        let others = report.entries.filter { $0.section != .operations && $0.verdict > .compatible }
        #expect(
            others.map { "\($0.change.check) \($0.change.subject) +\($0.alike.count)" }.sorted() == [
                "request-parameter-max-set GET /v1/workspaces/{}/approval-requests query page-size +0",
                "request-property-max-length-decreased CreateClientRequest.name +3",
                "response-optional-property-removed RateDtoV1.currency +0", "swift-type-renamed Clockify.Rate +0",
            ])
    }

    @Test("Every single change is in one entry, and an entry is accepted as a whole or not at all")
    func nothingIsLost() throws {
        let diagnostics = Diagnostics()
        let documents = try ["Spec/ClockifyLegacy", "Spec/Clockify"].map { try document(texts(in: $0), folder: $0 + "/") }
        let interfaces = documents.map { API(of: $0, diagnostics: diagnostics) }
        let changes =
            GeneratorDiff.changes(from: documents[0], to: documents[1]) + GeneratorDiff.changes(from: interfaces[0], to: interfaces[1])
        let report = Report(old: "old", new: "new", changes: changes)
        #expect(report.changes.sorted() == changes.sorted())
        // Accepts every second cause.
        let causes = report.entries.flatMap(\.causes)
        let acceptances = causes.enumerated().filter { $0.offset.isMultiple(of: 2) }.map { _, cause in
            Acceptance(
                check: cause.change.check, subject: cause.change.subject, reason: "It was looked at.",
                location: .init(file: "accepted.yaml", line: 1, column: 1))
        }
        let judged = Report(old: "old", new: "new", changes: changes, acceptances: acceptances)
        #expect(judged.changes.sorted() == changes.sorted())
        #expect(judged.staleAcceptances.isEmpty)
        for entry in judged.entries { #expect(Set(entry.causes.map { $0.acceptance?.reason }).count == 1) }
        let keys = Set(acceptances.map(\.key))
        let accepted = judged.entries.filter { $0.acceptance != nil }.flatMap(\.causes).map(\.change)
        #expect(accepted.allSatisfy { keys.contains(.init(check: $0.check, subject: $0.subject)) })
        #expect(accepted.count == acceptances.count)
    }
}

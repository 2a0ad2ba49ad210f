import Foundation
import GeneratorYAML

/// A machine-readable report.
public struct JSONReport: Encodable {
    struct Location: Encodable {
        let file: String
        let line: Int
        let column: Int

        init(_ location: SourceLocation) {
            file = location.file
            line = location.line
            column = location.column
        }
    }

    struct Entry: Encodable {
        let check: String
        let subject: String
        let message: String
        let wire: Verdict
        let swift: Verdict
        let old: Location?
        let new: Location?
        let operations: [String]
        let accepted: String?
        let consequences: [Entry]

        init(_ change: Change, swift: Verdict, consequences: [Change], acceptance: Acceptance?) {
            check = change.check
            subject = change.subject
            message = change.message
            wire = change.wire
            self.swift = swift
            old = change.old.map(Location.init)
            new = change.new.map(Location.init)
            operations = change.operations
            accepted = acceptance?.reason
            self.consequences = consequences.map { Entry($0, swift: $0.swift, consequences: [], acceptance: nil) }
        }
    }

    struct Stale: Encodable {
        let check: String
        let subject: String
        let location: Location
    }

    let old: String
    let new: String
    /// The worst verdict of all changes that were not accepted.
    let verdict: Verdict
    /// The kind of release that all changes together require.
    let release: String
    let nextVersion: String?
    let changes: [Entry]
    let staleAcceptances: [Stale]

    /// - Parameter version: The currently released version, if known.
    public init(_ report: Report, version: SemanticVersion? = nil) {
        old = report.old
        new = report.new
        verdict = report.verdict
        release = Release(after: report.effect).rawValue
        nextVersion = version?.next(after: report.effect).description
        changes = report.entries.map {
            Entry($0.change, swift: $0.swift, consequences: $0.consequences, acceptance: $0.acceptance)
        }
        staleAcceptances = report.staleAcceptances.map {
            Stale(check: $0.check, subject: $0.subject, location: Location($0.location))
        }
    }

    /// Returns several reports as one text. The output is deterministic.
    public static func text(of reports: [JSONReport]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(reports), as: UTF8.self) + "\n"
    }
}

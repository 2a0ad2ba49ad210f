import Foundation
import GeneratorYAML

/// A machine-readable report.
package struct JSONReport: Encodable {
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

    /// A single change. Its check and subject are what an acceptance names.
    struct Single: Encodable {
        let check: String
        let subject: String
        let message: String
        let wire: Verdict
        let swift: Verdict
        let old: Location?
        let new: Location?
        let operations: [String]

        init(_ change: Change) {
            check = change.check
            subject = change.subject
            message = change.message
            wire = change.wire
            swift = change.swift
            old = change.old.map(Location.init)
            new = change.new.map(Location.init)
            operations = change.operations
        }
    }

    struct Cause: Encodable {
        let change: Single
        let consequences: [Single]
        let origin: Single?

        init(_ cause: Report.Cause) {
            change = Single(cause.change)
            consequences = cause.consequences.map(Single.init)
            origin = cause.origin.map(Single.init)
        }
    }

    struct Entry: Encodable {
        let section: Section
        /// What changed, and how many things have changed alike.
        let message: String
        /// What a caller has to do.
        let action: String
        /// The worst verdicts of all changes.
        let wire: Verdict
        let swift: Verdict
        /// The operations that are affected by any of the changes.
        let operations: [String]
        let accepted: String?
        /// The change that stands for the entry, and those that are alike.
        let changes: [Cause]

        init(_ entry: Report.Entry) {
            let wording = Wording(entry)
            section = entry.section
            message = wording.headline
            action = entry.action { "`\($0)`" }
            wire = entry.wire
            swift = entry.swift
            operations = wording.operations
            accepted = entry.acceptance?.reason
            changes = entry.causes.map(Cause.init)
        }
    }

    struct Stale: Encodable {
        let check: String
        let subject: String
        let location: Location
    }

    let old: String
    let new: String
    /// The side that is shown; `nil` for both.
    let only: String?
    /// The worst verdict of all changes that were not accepted.
    let verdict: Verdict
    /// The kind of release that all changes together require.
    let release: String
    let nextVersion: String?
    let summary: Summary
    let entries: [Entry]
    let staleAcceptances: [Stale]

    /// - Parameter version: The currently released version, if known.
    package init(_ report: Report, version: SemanticVersion? = nil) {
        old = report.old
        new = report.new
        only = report.side?.rawValue
        verdict = report.verdict
        release = Release(after: report.effect).rawValue
        nextVersion = version?.next(after: report.effect).description
        summary = Summary(report)
        entries = report.entries.map(Entry.init)
        staleAcceptances = report.staleAcceptances.map {
            Stale(check: $0.check, subject: $0.subject, location: Location($0.location))
        }
    }

    /// Returns several reports as one text. The output is deterministic.
    package static func text(of reports: [JSONReport]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(reports), as: UTF8.self) + "\n"
    }
}

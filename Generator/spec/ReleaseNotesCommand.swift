import ArgumentParser
import Foundation
import GeneratorDiff

struct ReleaseNotesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release-notes",
        abstract: "Writes the changelog section for a release: what a change of a spec means for users.",
        discussion: """
            OLD and NEW are the same as for spec diff. The section has the format of Keep a Changelog: what was added, changed, \
            deprecated, removed and fixed. Breaking changes are marked, and say what to do. Changes that do not affect users are omitted.
            """)

    @Argument(help: "The spec of the last release.", completion: .file())
    var old: String

    @Argument(help: "The spec of this release.", completion: .file())
    var new: String

    @Option(help: ArgumentHelp("An overlay for OLD. It can be repeated.", valueName: "file"), completion: .file())
    var oldOverlay: [String] = []

    @Option(help: ArgumentHelp("An overlay for NEW. It can be repeated.", valueName: "file"), completion: .file())
    var newOverlay: [String] = []

    @Option(help: ArgumentHelp("The version of the release. (default: Unreleased)", valueName: "version"))
    var version: SemanticVersion?

    @Option(help: ArgumentHelp("The date of the release, as 2026-01-31. (default: today)", valueName: "date"))
    var date: String?

    func validate() throws {
        if let date, !ReleaseNotes.isDate(date) { throw ValidationError("\(printable(date)) is not a date like 2026-01-31") }
        if date != nil, version == nil { throw ValidationError("a date belongs to a --version") }
    }

    func run() throws {
        try reporting {
            let sides = try DiffSide.pair(old, new, oldOverlays: oldOverlay, newOverlays: newOverlay)
            guard let before = try sides.old.read() else { throw Failure("no spec at \(printable(sides.old.name))") }
            guard let after = try sides.new.read() else { throw Failure("no spec at \(printable(sides.new.name))") }
            let report = Report(
                old: sides.old.name, new: sides.new.name,
                changes: changes(from: before.document, to: after.document) + changes(from: before.api, to: after.api))
            Terminal.write(ReleaseNotes(report, version: version, date: date ?? today).text)
        }
    }

    private var today: String { Date().formatted(.iso8601.year().month().day()) }
}

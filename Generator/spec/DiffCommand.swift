import ArgumentParser
import Foundation
package import GeneratorDiff

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Reports what a change of a spec breaks, on the wire and in Swift source.",
        usage: """
            spec diff OLD NEW
            spec diff --base REVISION [<spec> ...]
            """,
        discussion: """
            OLD and NEW are a folder, a document, or a git revision, optionally followed by a colon and the spec's path \
            (v1.2.0:Spec/Clockify). With --base, the specs on disk are compared with those at the commit where this branch left the \
            revision. The work tree does not change.

            The report begins with three lines: the kind of release that the change requires and why; the numbers of removed, added and \
            changed operations; and the changes that are not accepted yet. They are followed by operations, requests and responses, and \
            names. Changes with one cause are one entry: an operation with its types, a property that several types lose, a limit of a \
            shared schema. Each entry says what callers have to do.

            Overlays are read from disk: --old-overlay for OLD, and --new-overlay for NEW. With --base, --new-overlay names the overlays \
            of the spec on disk. The old spec has each overlay as it was at that commit, or none if it did not exist, so that a change of \
            an overlay is reported, too.

            Verdicts are breaking, risky (most callers are not affected), compatible and none. To accept a change after a review, add an \
            entry with its check, subject and reason to a file beside the spec's folder, Spec/Clockify.accepted-changes.yaml for \
            Spec/Clockify:

              accepted:
                - check: request-property-max-length-set
                  subject: CreateTagRequest.name
                  reason: The service has always refused longer names.

            The consequences of an accepted change are accepted with it. An acceptance names a single change; the formats markdown and \
            json list all of them.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json, annotations
    }

    @Argument(help: ArgumentHelp("OLD and NEW; with --base, the specs to compare.", valueName: "spec"), completion: .file())
    var specs: [String] = []

    @Option(help: ArgumentHelp("Compare with the commit where this branch left a revision, such as origin/main.", valueName: "revision"))
    var base: String?

    @Option(help: "The format of the report: text, markdown for a pull request, json, or annotations that CI shows at the lines.")
    var format = Format.text

    @Option(help: "Exit with code 1 if the verdict on an unaccepted change is at least this: breaking, risky, compatible; or never.")
    var failOn = Threshold.breaking

    @Option(help: "Report only one side: wire, the changes of the document; or swift, the changes of the Swift API.")
    var only: Report.Side?

    @Option(help: ArgumentHelp("Omit changes below this verdict: breaking, risky, compatible, none.", valueName: "verdict"))
    var least: Verdict?

    @Flag(inversion: .prefixedNo, help: "Include line numbers in markdown. A committed report is better without them.")
    var lines = true

    @Option(
        help: ArgumentHelp("The file of accepted changes. (default: the one beside the spec's folder)", valueName: "file"),
        completion: .file())
    var accepted: String?

    @Option(help: ArgumentHelp("An overlay to apply to OLD. It can be repeated.", valueName: "file"), completion: .file())
    var oldOverlay: [String] = []

    @Option(help: ArgumentHelp("An overlay to apply to NEW. It can be repeated.", valueName: "file"), completion: .file())
    var newOverlay: [String] = []

    @Option(help: ArgumentHelp("The version that is released now. (default: the latest among the tags of OLD)", valueName: "version"))
    var currentVersion: SemanticVersion?

    func validate() throws {
        if base == nil, specs.count != 2 {
            throw ValidationError("name OLD and NEW, or a --base to compare with")
        }
        if accepted != nil, base != nil, specs.count != 1 {
            throw ValidationError("--accepted is for one spec; name it")
        }
        if base != nil, !oldOverlay.isEmpty {
            throw ValidationError("with --base, the old spec has the overlays of --new-overlay as they were; leave out --old-overlay")
        }
        if base != nil, !newOverlay.isEmpty, specs.count != 1 {
            throw ValidationError("--new-overlay is for one spec; name it")
        }
    }

    func run() throws {
        try reporting {
            let comparisons = try pairs().compactMap { try compare($0.old, $0.new) }
            Terminal.write(try text(of: comparisons))
            let worst = comparisons.map(\.report.verdict).max() ?? .none
            if let limit = failOn.verdict, worst >= limit { throw ExitCode.findings }
        }
    }

    private func pairs() throws -> [(old: DiffSide, new: DiffSide)] {
        guard let base else {
            return [try DiffSide.pair(specs[0], specs[1], oldOverlays: oldOverlay, newOverlays: newOverlay)]
        }
        return try (specs.isEmpty ? SpecificationArguments.usual : specs).map { path in
            let specification = try Specification(path, overlays: newOverlay)
            return (try DiffSide(specification, before: base), .disk(specification))
        }
    }

    // MARK: Comparing

    private struct Comparison {
        let report: Report
        let version: SemanticVersion?
    }

    /// Returns `nil` if the old spec does not exist. A new spec cannot break clients.
    private func compare(_ old: DiffSide, _ new: DiffSide) throws -> Comparison? {
        guard let after = try new.read() else { throw Failure("no spec at \(printable(new.name))") }
        guard let before = try old.read() else {
            guard base != nil else { throw Failure("no spec at \(printable(old.name))") }
            Terminal.complain("\(printable(new.name)) is new since \(printable(base ?? "")); nothing to compare it with")
            return nil
        }
        let report = Report(
            old: old.name, new: new.name,
            changes: changes(from: before.document, to: after.document) + changes(from: before.api, to: after.api),
            acceptances: try acceptances(for: new), only: only)
        var version = currentVersion
        if version == nil, case .revision(let revision, _) = old {
            version = try failing { () throws(RevisionError) in try revision.latestVersion() }
        }
        return Comparison(report: report, version: version)
    }

    private func acceptances(for side: DiffSide) throws -> [Acceptance] {
        let path: String
        if let accepted {
            path = accepted
        } else {
            guard case .disk(let specification) = side else { return [] }
            path = specification.companion("accepted-changes.yaml")
            guard FileManager.default.fileExists(atPath: path) else { return [] }
        }
        let bytes: [UInt8]
        do { bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
            throw Failure("cannot read \(printable(path)): \(error.localizedDescription)")
        }
        do { return try Acceptance.read(bytes, file: path) } catch {
            Terminal.complain(error.description)
            throw ExitCode.findings
        }
    }

    // MARK: Printing

    private func text(of comparisons: [Comparison]) throws -> String {
        switch format {
        case .text:
            return comparisons.map { comparison in
                TextReport(
                    comparison.report, version: comparison.version, least: least ?? .compatible, isColored: Terminal.showsColor
                ).text
            }.joined(separator: "\n")
        case .markdown:
            return comparisons.map { MarkdownReport($0.report, version: $0.version, least: least ?? .none, showsLines: lines).text }.joined(
                separator: "\n")
        case .annotations: return comparisons.map { AnnotationReport($0.report, least: least ?? .risky).text }.joined()
        case .json: return try JSONReport.text(of: comparisons.map { JSONReport($0.report, version: $0.version) })
        }
    }
}

/// The verdict from which on a comparison fails.
enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case breaking, risky, compatible, never

    var verdict: Verdict? { Verdict(rawValue: rawValue) }
}

extension Verdict: ExpressibleByArgument {}

extension Report.Side: ExpressibleByArgument {}

extension SemanticVersion: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension Terminal {
    /// `true` if standard output is a terminal whose user wants color (https://no-color.org).
    static var showsColor: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
}

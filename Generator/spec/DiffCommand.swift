import ArgumentParser
import Foundation
package import GeneratorDiff

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Says what a change of a spec breaks: on the wire, and in Swift source.",
        usage: """
            spec diff OLD NEW
            spec diff --base REVISION [<spec> ...]
            """,
        discussion: """
            OLD and NEW are a folder, a document, or a git revision, with the spec's path behind a colon (v1.2.0:Spec/Clockify) or \
            without it. With --base, the specs as they are on disk are compared with what they were where this branch left the \
            revision. Nothing is checked out.

            The report begins with three lines: the release that the change asks for and why, the operations that came, went and changed, \
            and what is left to judge. Then come operations, requests and responses, and names. One cause is one entry: an operation with \
            its types, a property that several types lose, a limit of a shared schema. Each says what a caller has to do.

            Overlays are read from disk, --old-overlay for OLD and --new-overlay for NEW. With --base, --new-overlay names the overlays of \
            the spec on disk, and the old spec has each as it was at that commit, so that a change of an overlay is compared too. An \
            overlay that did not exist then is not applied to the old spec.

            Verdicts are breaking, risky (most go on working), compatible, and none. A change that was looked at is accepted by an \
            entry with its check, subject and reason in a file beside the spec's folder, Spec/Clockify.accepted-changes.yaml for \
            Spec/Clockify:

              accepted:
                - check: request-property-max-length-set
                  subject: CreateTagRequest.name
                  reason: The service has always refused longer names.

            What follows from an accepted change is accepted with it. An acceptance names a single change; markdown and json list \
            them all.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json, annotations
    }

    @Argument(help: ArgumentHelp("OLD and NEW; with --base, the specs to compare.", valueName: "spec"), completion: .file())
    var specs: [String] = []

    @Option(help: ArgumentHelp("Compare with what was where this branch left a revision, such as origin/main.", valueName: "revision"))
    var base: String?

    @Option(help: "What to print: text, markdown for a pull request, json, or annotations that CI shows on the line.")
    var format = Format.text

    @Option(help: "End with exit code 1 when an unaccepted change is at least this: breaking, risky, compatible; or never.")
    var failOn = Threshold.breaking

    @Option(help: "Show one side alone: wire, what the document changes; or swift, what source breaks.")
    var only: Report.Side?

    @Option(help: ArgumentHelp("Leave out changes below this verdict: breaking, risky, compatible, none.", valueName: "verdict"))
    var least: Verdict?

    @Flag(inversion: .prefixedNo, help: "Whether places in markdown have their lines; a report that is committed does without.")
    var lines = true

    @Option(
        help: ArgumentHelp("The file of accepted changes. (default: the one beside the spec's folder)", valueName: "file"),
        completion: .file())
    var accepted: String?

    @Option(help: ArgumentHelp("An overlay to apply to OLD; may be given again.", valueName: "file"), completion: .file())
    var oldOverlay: [String] = []

    @Option(help: ArgumentHelp("An overlay to apply to NEW; may be given again.", valueName: "file"), completion: .file())
    var newOverlay: [String] = []

    @Option(help: ArgumentHelp("The version that is released now. (default: the latest among the tags of OLD)", valueName: "version"))
    var currentVersion: SemanticVersion?

    func validate() throws {
        if base == nil, specs.count != 2 {
            throw ValidationError("name OLD and NEW, or a --base to compare with")
        }
        if accepted != nil, base != nil, specs.count != 1 {
            throw ValidationError("--accepted is about one spec; name it")
        }
        if base != nil, !oldOverlay.isEmpty {
            throw ValidationError("with --base, the old spec has the overlays of --new-overlay as they were; leave out --old-overlay")
        }
        if base != nil, !newOverlay.isEmpty, specs.count != 1 {
            throw ValidationError("--new-overlay is about one spec; name it")
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

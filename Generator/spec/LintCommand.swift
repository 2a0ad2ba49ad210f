import ArgumentParser
import Foundation
import GeneratorFiles
import GeneratorDiff
import GeneratorLint

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Reports problems in a spec, as file:line:column.",
        discussion: """
            To accept a finding, add an exception with its reason to a file beside the spec's folder, Spec/Clockify.exceptions.yaml for \
            Spec/Clockify.
            """)

    @OptionGroup var arguments: SpecificationArguments

    @Option(help: ArgumentHelp("Run only this check. It can be repeated.", valueName: "check"))
    var only: [String] = []

    @Option(help: ArgumentHelp("Explain a check, and do nothing else.", valueName: "check"))
    var explain: String?

    @Option(help: "The format of the findings: text, or annotations that CI shows at the lines.")
    var format = Format.text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, annotations
    }

    @Flag(help: "List the checks, and do nothing else.")
    var list = false

    func run() throws {
        if let explain { return Terminal.print(try check(explain).manual) }
        if list { return Lint.checks.forEach { Terminal.print("\($0.id): \($0.summary)") } }
        let checks = only.isEmpty ? Lint.checks : try only.map(check)
        try reporting {
            var count = 0
            for specification in try arguments.specifications() {
                let findings = try specification.findings(by: checks)
                for finding in findings { Terminal.print(text(of: finding)) }
                count += findings.count
            }
            guard count > 0 else { return Terminal.print("nothing found by \(checks.count) checks") }
            Terminal.complain("\(count) found; spec lint --explain CHECK explains why it matters")
            throw ExitCode.findings
        }
    }

    private func text(of finding: Finding) -> String {
        switch format {
        case .text: finding.description
        case .annotations: AnnotationReport.line("error", finding.location, finding.check, finding.message)
        }
    }

    private func check(_ id: String) throws -> Check {
        guard let check = Lint.checks.first(where: { $0.id == id }) else {
            throw ValidationError("no check is called \"\(id)\"; there are \(Lint.checks.map(\.id).joined(separator: ", "))")
        }
        return check
    }
}

extension Check {
    fileprivate var manual: String { "\(id)\n\n\(summary)\n\n\(explanation)" }
}

extension Specification {
    func findings(by checks: [Check]) throws(Failure) -> [Finding] {
        let linted = LintedSpecification(
            document: document, fileNames: try fileNames(), displayName: display, overlays: try readOverlays(),
            matches: { pattern, text in
                guard let expression = try? NSRegularExpression(pattern: pattern) else { return nil }
                return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
            }, contents: contents)
        return Lint.findings(in: linted, by: checks, except: try exceptions())
    }

    private func exceptions() throws(Failure) -> Exceptions {
        let file = companion("exceptions.yaml")
        guard FileManager.default.fileExists(atPath: file) else { return .none }
        do {
            return Exceptions(try SpecificationFolder.bytes(of: file), file: file)
        } catch {
            throw Failure("cannot read \(file): \(error)")
        }
    }
}

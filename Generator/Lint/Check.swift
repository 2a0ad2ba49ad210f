import GeneratorOpenAPI
import GeneratorOutline
import GeneratorYAML

/// A rule that a spec must satisfy.
package struct Check: Sendable {
    /// The identifier in findings and in `--only`.
    package let id: String
    /// The rule in one sentence.
    package let summary: String
    /// The reason for the rule, and how to fix a violation.
    package let explanation: String
    let find: @Sendable (LintedSpecification) -> [Finding]

    init(
        _ id: String, _ summary: String, _ explanation: String,
        _ find: @escaping @Sendable (LintedSpecification, Report) -> Void
    ) {
        self.id = id
        self.summary = summary
        self.explanation = explanation
        self.find = { specification in
            let report = Report(check: id)
            find(specification, report)
            return report.findings
        }
    }

    /// Collects the findings of a check.
    final class Report {
        private let check: String
        fileprivate private(set) var findings: [Finding] = []

        init(check: String) { self.check = check }

        func add(at location: SourceLocation, _ subject: String, _ message: String) {
            findings.append(Finding(check: check, at: location, subject: subject, message))
        }

        func add(_ object: SpecObject, _ message: String) { add(at: object.location, object.name, message) }
    }
}

extension Check {
    /// Creates a check from diagnostics that the reader produces anyway.
    static func diagnosed(
        _ id: String, _ summary: String, _ explanation: String, _ wanted: @escaping @Sendable (LintedSpecification) -> [Diagnostic]
    ) -> Check {
        Check(id, summary, explanation) { specification, report in
            for diagnostic in wanted(specification) {
                report.add(at: diagnostic.location, specification.name(around: diagnostic.location), diagnostic.message)
            }
        }
    }
}

package import GeneratorYAML

/// A report as workflow commands that CI on a code-hosting service shows next to the line. The format is GitHub's; Forgejo and
/// Gitea support it.
package struct AnnotationReport {
    let report: Report
    let least: Verdict

    package init(_ report: Report, least: Verdict = .risky) {
        self.report = report
        self.least = least
    }

    package var text: String {
        let changes = report.entries.filter { $0.verdict >= least }.map { entry in
            let wording = Wording(entry)
            var lines = [wording.headline] + wording.others + wording.consequences.map { "Swift: \($0.text)" }
            if entry.verdict > .compatible { lines.append("To do: " + entry.action { "`\($0)`" }) }
            if let acceptance = entry.acceptance { lines.append("accepted: \(acceptance.reason)") }
            return AnnotationReport.line(
                level(entry), entry.change.nearest ?? entry.change.old, entry.change.check,
                lines.map(printable).joined(separator: "\n"))
        }
        let stale = report.staleAcceptances.map {
            AnnotationReport.line(
                "warning", $0.location, $0.check, "no such change is left (\($0.subject)); remove the acceptance")
        }
        return (changes + stale).map { $0 + "\n" }.joined()
    }

    private func level(_ entry: Report.Entry) -> String {
        if entry.acceptance != nil { return "notice" }
        return switch entry.verdict {
        case .breaking: "error"
        case .risky: "warning"
        case .compatible, .none: "notice"
        }
    }

    /// Returns one command that shows a message at a line.
    package static func line(_ level: String, _ location: SourceLocation?, _ title: String, _ message: String) -> String {
        var properties = ["title=\(escaped(title, isProperty: true))"]
        if let location {
            properties.insert(
                contentsOf: ["file=\(escaped(location.file, isProperty: true))", "line=\(location.line)", "col=\(location.column)"], at: 0)
        }
        return "::\(level) \(properties.joined(separator: ","))::\(escaped(message, isProperty: false))"
    }

    /// Escapes a message, which must fit on one line, or a property, which ends at a comma or a colon.
    private static func escaped(_ text: String, isProperty: Bool) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            case ":" where isProperty: "%3A"
            case "," where isProperty: "%2C"
            default: String(scalar)
            }
        }.joined()
    }
}

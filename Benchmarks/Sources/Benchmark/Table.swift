/// A table of figures, each next to its target.
struct Table: CustomStringConvertible {
    struct Section {
        var title: String
        var figures: [Figure]
    }

    struct Figure {
        var name: String
        var measured: String
        var target: String
        var verdict: String

        /// - Parameter value: The value that is compared with the target.
        init(_ name: String, _ measured: String, value: Double, target: Target) {
            self.name = name
            self.measured = measured
            self.target = target.description
            verdict = target.isMet(by: value) ? "ok" : "over target"
        }

        /// Creates a figure without a target.
        init(_ name: String, _ measured: String) {
            self.name = name
            self.measured = measured
            target = ""
            verdict = ""
        }
    }

    var sections: [Section] = []

    var description: String {
        let figures = sections.flatMap(\.figures)
        let widths = [figures.map(\.name.count), figures.map(\.measured.count), figures.map(\.target.count)].map { $0.max() ?? 0 }
        var lines: [String] = []
        for section in sections {
            lines += ["", section.title]
            for figure in section.figures {
                let cells = zip([figure.name, figure.measured, figure.target], widths).map { text, width in
                    text + String(repeating: " ", count: width - text.count)
                }
                var line = "  " + (cells + [figure.verdict]).joined(separator: "   ")
                while line.last == " " { line.removeLast() }
                lines.append(line)
            }
        }
        return (lines + [""] + Self.notes).joined(separator: "\n")
    }

    private static let notes = [
        "Absolute times vary with the machine and with whoever shares it: compare them only within one run. Ratios are medians of",
        "pairs that ran one right after the other. Seconds and MB/s are CPU time where it says CPU, otherwise by the clock; held",
        "against a target is the best of several, for ratios the median. MB are 10^6 bytes, MiB 2^20.",
    ]
}

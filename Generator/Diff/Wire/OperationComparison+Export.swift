import GeneratorOpenAPI
import GeneratorYAML

extension OperationComparison {
    /// Compares what decides whether the answer is JSON or a file (`x-export`). Methods say it in place of their callers.
    mutating func compareExport() {
        switch (before.export, after.export) {
        case (nil, nil): break
        case (nil, let export?):
            add(
                .exportAdded, .compatible, "\(words(export)) is known to decide now whether the answer is JSON or a file",
                old: before.location, new: export.location)
        case (let export?, nil):
            add(
                .exportRemoved, .risky,
                "nothing says any more that \(words(export)) decides whether the answer is JSON or a file; older clients go on sending it",
                old: export.location, new: after.location)
        case (let left?, let right?): compare(left, right)
        }
    }

    private mutating func compare(_ left: Operation.Export, _ right: Operation.Export) {
        if (left.position, left.name, left.json) != (right.position, right.name, right.json) {
            add(
                .exportChanged, .breaking,
                "\(words(right)) asks for JSON as \(right.json.doubleQuoted), \(words(left)) did as \(left.json.doubleQuoted); "
                    + "who asks as before gets something else",
                old: left.location, new: right.location)
        }
        let (before, after) = (files(left), files(right))
        for file in after where !before.contains(file) {
            note(.exportFileAdded, .compatible, "\(file.doubleQuoted) asks for a file now", file, left, right)
        }
        for file in before where !after.contains(file) {
            note(
                .exportFileRemoved, .breaking, "\(file.doubleQuoted) asks for a file no more; who asks for one gets none", file, left, right
            )
        }
    }

    private mutating func note(
        _ check: OperationCheck, _ verdict: Verdict, _ text: String, _ file: String, _ left: Operation.Export, _ right: Operation.Export
    ) {
        add(
            check, verdict, text, subject: Subject("\(new.name) export \(file)", opening: new.name), old: left.location,
            new: right.location)
    }

    private func files(_ export: Operation.Export) -> [String] { export.files.compactMap { $0.scalar?.text } }

    private func words(_ export: Operation.Export) -> String {
        "\(export.position == .query ? "the query parameter" : "the body's") \(export.name.doubleQuoted)"
    }
}

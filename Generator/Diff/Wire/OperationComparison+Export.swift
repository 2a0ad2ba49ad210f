import GeneratorOpenAPI
import GeneratorYAML

extension OperationComparison {
    /// Compares how a request selects between a JSON response and a file (`x-export`). The generated methods set this value, not
    /// their callers.
    mutating func compareExport() {
        switch (before.export, after.export) {
        case (nil, nil): break
        case (nil, let export?):
            add(
                .exportAdded, .compatible, "\(words(export)) is now documented to decide whether the response is JSON or a file",
                old: before.location, new: export.location)
        case (let export?, nil):
            add(
                .exportRemoved, .risky,
                "\(words(export)) is no longer documented to decide whether the response is JSON or a file; existing clients still send it",
                old: export.location, new: after.location)
        case (let left?, let right?): compare(left, right)
        }
    }

    private mutating func compare(_ left: Operation.Export, _ right: Operation.Export) {
        if (left.position, left.name, left.json) != (right.position, right.name, right.json) {
            add(
                .exportChanged, .breaking,
                "\(words(right)) asks for JSON as \(right.json.doubleQuoted), \(words(left)) did as \(left.json.doubleQuoted); "
                    + "existing requests get something else",
                old: left.location, new: right.location)
        }
        let (before, after) = (files(left), files(right))
        for file in after where !before.contains(file) {
            note(.exportFileAdded, .compatible, "\(file.doubleQuoted) asks for a file now", file, left, right)
        }
        for file in before where !after.contains(file) {
            note(
                .exportFileRemoved, .breaking, "\(file.doubleQuoted) no longer asks for a file; existing requests for it fail", file, left,
                right
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

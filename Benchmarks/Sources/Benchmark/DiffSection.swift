import Foundation

/// Measures `spec diff` for the whole spec and an edited copy of it.
struct DiffSection {
    let repository: Repository

    func measure() throws -> Table.Section {
        let tool = try repository.build(["--product", "spec"], .release).appending(path: "spec")
        let copy = try repository.emptyFolder("edited-spec")
        var edits = 0
        for file in try repository.specificationFiles() {
            let text = try file.text()
            edits += text.components(separatedBy: "maxLength: 100").count - 1
            let edited = text.replacingOccurrences(of: "maxLength: 100", with: "maxLength: 90")
            try Data(edited.utf8).write(to: copy.appending(path: file.lastPathComponent))
        }
        guard edits > 0 else { throw Failure("nothing in the spec has the bound that is edited here") }
        let old = repository.document.deletingLastPathComponent().path
        let (wall, cpu) = try ChildProcess.times(15) { _ in [tool.path, "diff", old, copy.path, "--fail-on", "never"] }
        return Table.Section(
            title: "Diff of the whole spec and a copy with \(edits) edits",
            figures: [
                .init(
                    "release build: time", "\(wall.best.short) ms, median \(wall.median.short) (CPU \(cpu.best.short) ms)",
                    value: wall.best, target: .atMost(500, unit: "ms"))
            ])
    }
}

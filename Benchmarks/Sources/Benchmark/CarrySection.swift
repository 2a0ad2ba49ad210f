import Foundation

/// Measures `spec carry` from the whole spec to a document of the same service that has none of its decisions.
struct CarrySection {
    let repository: Repository

    func measure() throws -> Table.Section {
        let tool = try repository.build(["--product", "spec"], .release).appending(path: "spec")
        let folder = try repository.emptyFolder("carried-spec")
        let document = folder.appending(path: "next.json")
        let old = repository.document.deletingLastPathComponent().path
        _ = try ChildProcess.run([tool.path, "bundle", old, "-o", document.path])
        // Without extensions, and with members in an order of no meaning.
        let value = try JSONSerialization.jsonObject(with: Data(contentsOf: document))
        try JSONSerialization.data(withJSONObject: withoutExtensions(value)).write(to: document)
        let (wall, cpu) = try ChildProcess.times(15) { index in
            [tool.path, "carry", old, document.path, "-o", folder.appending(path: "\(index).yaml").path]
        }
        return Table.Section(
            title: "Carrying the decisions of the whole spec to a document without any",
            figures: [
                .init(
                    "release build: time", "\(wall.best.short) ms, median \(wall.median.short) (CPU \(cpu.best.short) ms)",
                    value: wall.best, target: .atMost(1000, unit: "ms"))
            ])
    }

    private func withoutExtensions(_ value: Any) -> Any {
        if let members = value as? [String: Any] {
            return members.filter { !$0.key.hasPrefix("x-") }.mapValues(withoutExtensions)
        }
        if let elements = value as? [Any] { return elements.map(withoutExtensions) }
        return value
    }
}

import GeneratorYAML

/// Decides which operations are read, and keeps what the document has for the diagnostics.
final class OperationChoice {
    private let selection: OperationSelection
    private let include: Matcher
    private let exclude: Matcher
    private var known: [Kind: Set<String>] = [:]
    private var hasChosen = false

    private enum Kind: String, CaseIterable {
        case tag = "tag"
        case path = "path"
        case operationID = "operationId"
    }

    /// Returns `nil` if all operations are read.
    init?(_ selection: OperationSelection) {
        guard !selection.isAll else { return nil }
        self.selection = selection
        include = Matcher(selection.include)
        exclude = Matcher(selection.exclude)
    }

    /// Returns `false` if no operation of a path can be chosen. Nothing of the path is read then.
    func mayChoose(path: String) -> Bool {
        known[.path, default: []].insert(path)
        if exclude.paths.match(path) { return false }
        let filter = selection.include
        return filter.isEmpty || !filter.tags.isEmpty || !filter.operationIDs.isEmpty || include.paths.match(path)
    }

    /// Returns `true` if an operation is read.
    func chooses(_ operation: Node, path: String, method: Operation.Method) -> Bool {
        let id = operation["operationId"]?.scalar?.text ?? "\(method.rawValue) \(path)"
        let tags = operation["tags"]?.sequence?.compactMap(\.string) ?? []
        known[.operationID, default: []].insert(id)
        known[.tag, default: []].formUnion(tags)
        guard selection.include.isEmpty || include.matches(path, id, tags), !exclude.matches(path, id, tags) else { return false }
        hasChosen = true
        return true
    }

    // MARK: Diagnostics

    /// Reports entries that match nothing, and a choice without operations.
    func check(at location: SourceLocation, diagnostics: Diagnostics) {
        var isComplete = true
        for filter in [selection.include, selection.exclude] {
            for (kind, entries) in [(Kind.tag, filter.tags), (.path, filter.paths), (.operationID, filter.operationIDs)] {
                for entry in entries where !hasMatch(entry.text, kind) {
                    isComplete = false
                    let suggestion = nearest(to: entry.text, kind).map { "; the nearest \(kind.rawValue) is \"\($0)\"" } ?? ""
                    diagnostics.error(
                        at: entry.location ?? location,
                        "no operation to choose from has the \(kind.rawValue) \"\(entry.text)\"\(suggestion)")
                }
            }
        }
        if !hasChosen, isComplete { diagnostics.error(at: location, "the choice of operations leaves none; include more, or exclude less") }
    }

    private func hasMatch(_ text: String, _ kind: Kind) -> Bool {
        guard let known = known[kind] else { return false }
        return kind == .path ? known.contains(where: PathPatterns([text]).match) : known.contains(text)
    }

    private func nearest(to text: String, _ kind: Kind) -> String? {
        // Long texts are not misspellings of each other, and comparing them takes long.
        let longest = 200
        guard text.utf8.count <= longest else { return nil }
        let candidates = (known[kind] ?? []).filter { $0.utf8.count <= longest }.map { (distance: editDistance($0, text), text: $0) }
        return candidates.min { ($0.distance, $0.text) < ($1.distance, $1.text) }?.text
    }
}

/// The entries of a filter, for finding them quickly.
private struct Matcher {
    let tags: Set<String>
    let paths: PathPatterns
    let operationIDs: Set<String>

    init(_ filter: OperationSelection.Filter) {
        tags = Set(filter.tags.map(\.text))
        paths = PathPatterns(filter.paths.map(\.text))
        operationIDs = Set(filter.operationIDs.map(\.text))
    }

    func matches(_ path: String, _ id: String, _ tags: [String]) -> Bool {
        operationIDs.contains(id) || !self.tags.isDisjoint(with: tags) || paths.match(path)
    }
}

/// Paths, and with `/*` at the end all paths below one.
private struct PathPatterns {
    private let exact: Set<String>
    /// What begins the paths below, with the slash.
    private let prefixes: [String]

    init(_ patterns: [String]) {
        exact = Set(patterns.filter { !$0.hasSuffix("/*") })
        prefixes = patterns.filter { $0.hasSuffix("/*") }.map { String($0.dropLast()) }
    }

    func match(_ path: String) -> Bool {
        exact.contains(path) || prefixes.contains { path.hasPrefix($0) && path.utf8.count > $0.utf8.count }
    }
}

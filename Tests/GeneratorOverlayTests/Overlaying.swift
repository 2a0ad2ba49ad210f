import GeneratorOverlay
import GeneratorYAML

/// The outcome of applying an overlay.
struct Outcome {
    /// The document afterwards, on one line.
    let text: String
    let root: Node
    /// The problems as they are printed.
    let problems: [String]

    /// `true` if the only problem is at a place in the overlay and contains all the words.
    func has(_ severity: String, at place: String, _ words: String...) -> Bool {
        let isRight =
            problems.count == 1 && problems[0].hasPrefix("o.yaml:\(place): \(severity): ") && words.allSatisfy(problems[0].contains)
            && !problems[0].contains("\n")
        if !isRight { print("problems:", problems) }
        return isRight
    }
}

/// Applies an overlay, the file `o.yaml`, to a document, the file `d.yaml`.
func apply(_ overlay: String, to document: String, limits: OverlayLimits = .default) throws -> Outcome {
    var problems: [String] = []
    var root = try YAML.parse(Array(document.utf8), file: "d.yaml")
    let parsed = Overlay.parse(Array(overlay.utf8), file: "o.yaml") { problems.append($0.description) }
    parsed?.apply(to: &root, named: "d.yaml", limits: limits) { problems.append($0.description) }
    return Outcome(text: outline(root), root: root, problems: problems)
}

/// Applies actions, given as the lines of a list, which begin on line 4 of the overlay.
func act(_ actions: String, version: String = "1.0.0", to document: String, limits: OverlayLimits = .default) throws -> Outcome {
    try apply("overlay: \(version)\ninfo: {title: T, version: v}\nactions:\n\(actions)", to: document, limits: limits)
}

/// Parses an overlay and returns its problems.
func problems(_ overlay: String) -> [String] {
    var problems: [String] = []
    _ = Overlay.parse(Array(overlay.utf8), file: "o.yaml") { problems.append($0.description) }
    return problems
}

/// Returns a tree on one line.
func outline(_ node: Node) -> String {
    switch node.content {
    case .scalar(let scalar): scalar.text
    case .sequence(let items): "[" + items.map(outline).joined(separator: ",") + "]"
    case .mapping(let mapping): "{" + mapping.entries.map { "\($0.key):\(outline($0.value))" }.joined(separator: ",") + "}"
    }
}

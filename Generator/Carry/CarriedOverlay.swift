import GeneratorBundle
import GeneratorOpenAPI
package import GeneratorYAML

/// The overlay that carries decisions, as text.
package struct CarriedOverlay {
    private struct Action {
        let target: String
        let description: String?
        var isRemoval = false
        var update: [DocumentValue.Member] = []

        var value: DocumentValue {
            var members = [DocumentValue.Member(key: "target", value: .text(target))]
            if let description { members.append(.init(key: "description", value: .text(description))) }
            members.append(isRemoval ? .init(key: "remove", value: .scalar(.bool(true))) : .init(key: "update", value: .object(update)))
            return .object(members)
        }
    }

    private let actions: [Action]
    private let title: String

    init(_ targets: [Decisions.Target], in new: CarrySide) {
        title = new.document.title
        actions = targets.flatMap { target in
            let path = CarriedOverlay.query(target.place, in: new)
            // A list that an overlay updates is concatenated, so that the old one goes first.
            let removals = target.removed.map { Action(target: path + CarriedOverlay.step($0), description: nil, isRemoval: true) }
            let description = target.isProposal ? "Proposed: new in this document." : nil
            let updates = target.members.isEmpty ? [] : [Action(target: path, description: description, update: target.members)]
            return removals + updates
        }
    }

    package var isEmpty: Bool { actions.isEmpty }

    /// The overlay as a file.
    package func text() -> String {
        let head = DocumentValue.object([
            .init(key: "overlay", value: .text("1.0.0")),
            .init(
                key: "info",
                value: .object([.init(key: "title", value: .text("Decisions for \(title)")), .init(key: "version", value: .text("1"))])),
        ])
        return YAMLWriter.text(of: head) + YAMLWriter.text(of: list)
    }

    private var list: DocumentValue { .object([.init(key: "actions", value: .list(actions.map(\.value)))]) }

    /// Returns an overlay that was edited by hand, with these actions at its end. What it has stays as it is, comments included.
    ///
    /// - Parameter root: The overlay, parsed.
    package func appended(to text: String, _ root: Node) throws(OverlayLayoutProblem) -> String {
        guard !actions.isEmpty else { return text }
        guard let last = root.mapping?.entries.last, last.key == "actions", let first = last.value.sequence?.first,
            first.location.column > 2, first.location.line > last.keyLocation.line
        else {
            throw OverlayLayoutProblem(
                location: root["actions"]?.location ?? root.location,
                message: "new actions go at the end of this file; write actions as its last member, one below the other with dashes")
        }
        let indent = String(repeating: " ", count: first.location.column - 3)
        // The lines below the key, which are indented by two.
        let lines = YAMLWriter.text(of: list).split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        let added = lines.map { $0.isEmpty ? "" : indent + ($0.hasPrefix("  ") ? $0.dropFirst(2) : $0) }.joined(separator: "\n")
        return (text.hasSuffix("\n") ? text : text + "\n") + added
    }

    // MARK: JSONPath

    /// Returns the query for the object at a place.
    private static func query(_ place: Place, in side: CarrySide) -> String {
        var query = "$"
        var parent = side.node(at: side.root)
        for component in place.written.path {
            if let elements = parent?.sequence, let index = Int(component) {
                query += "[\(index)]"
                parent = elements.indices.contains(index) ? elements[index] : nil
            } else {
                query += step(component)
                parent = parent?[component]
            }
        }
        return query
    }

    /// Returns the step to a member: `.name`, or `['a name']`.
    private static func step(_ name: String) -> String {
        let isShort =
            name.utf8.first.map { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } == true
            && name.unicodeScalars.allSatisfy {
                $0 == "_" || ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
            }
        guard !isShort else { return "." + name }
        var quoted = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "'", "\\": quoted += "\\" + String(scalar)
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return "['\(quoted)']"
    }
}

/// The reason why an overlay cannot be continued.
package struct OverlayLayoutProblem: Error, CustomStringConvertible {
    package let location: SourceLocation
    package let message: String

    package var description: String { "\(location): error: \(message)" }
}

import GeneratorJSONPath
import GeneratorYAML

/// Reads the members of an overlay document.
struct OverlayReader {
    private let lines: SourceLines
    private let root: Node
    private let report: (OverlayProblem) -> Void

    init(source: [UInt8], root: Node, report: @escaping (OverlayProblem) -> Void) {
        lines = SourceLines(source)
        self.root = root
        self.report = report
    }

    func read() -> Overlay? {
        guard let mapping = root.mapping, let versionNode = mapping["overlay"] else {
            report(OverlayProblem(at: root.location, "an overlay is a mapping that begins with its version, such as overlay: 1.0.0"))
            return nil
        }
        guard let version = OverlayVersion(versionNode.scalar?.text ?? "") else {
            report(
                OverlayProblem(at: versionNode.location, "this version of overlays is not supported; 1.0.0, 1.1.0 and 1.2.0 are"))
            return nil
        }
        check(
            mapping, of: "an overlay", known: ["overlay", "info", "extends", "actions"], since: ["$self": .v1_2, "components": .v1_2],
            version)
        let title = readInformation(mapping["info"], version)
        let extends = string("extends", in: mapping)
        let selfReference = version >= .v1_2 ? string("$self", in: mapping) : nil
        if let node = mapping["$self"], selfReference?.utf8.contains(UInt8(ascii: "#")) == true {
            report(OverlayProblem(at: node.location, "$self must not have a fragment; remove what follows the #"))
        }
        let reusable = version >= .v1_2 ? readReusable(mapping["components"], version) : [:]
        return Overlay(
            location: root.location, version: version, title: title, extends: extends, extendsLocation: mapping["extends"]?.location,
            selfReference: selfReference, actions: readActions(mapping["actions"], reusable, version))
    }

    private func readInformation(_ node: Node?, _ version: OverlayVersion) -> String {
        guard let mapping = node?.mapping else {
            report(OverlayProblem(at: node?.location ?? root.location, "an overlay needs info with title and version"))
            return ""
        }
        check(mapping, of: "info", known: ["title", "version"], since: ["description": .v1_1], version)
        for name in ["title", "version"] where mapping[name] == nil {
            report(OverlayProblem(at: node?.location ?? root.location, "info needs \"\(name)\""))
        }
        _ = string("description", in: mapping)
        // An unquoted version such as 1.0 is a number.
        for name in ["title", "version"] where mapping[name] != nil && mapping[name]?.scalar == nil {
            report(OverlayProblem(at: mapping[name]?.location ?? root.location, "\"\(name)\" must be a string"))
        }
        return mapping["title"]?.scalar?.text ?? ""
    }

    // MARK: Actions

    private func readActions(_ node: Node?, _ reusable: [String: Overlay.Action?], _ version: OverlayVersion) -> [Overlay.Action] {
        guard let actions = node?.sequence, !actions.isEmpty else {
            report(OverlayProblem(at: node?.location ?? root.location, "an overlay needs actions, a list of at least one"))
            return []
        }
        return actions.compactMap { node in
            if version >= .v1_2, let reference = node["$ref"] { return resolve(reference, of: node, among: reusable) }
            return readAction(node, version)
        }
    }

    /// Reads the reusable actions of `components.actions`, by name. The value is `nil` for an action that has errors.
    private func readReusable(_ node: Node?, _ version: OverlayVersion) -> [String: Overlay.Action?] {
        guard let node else { return [:] }
        guard let components = node.mapping else {
            report(OverlayProblem(at: node.location, "components must be a mapping"))
            return [:]
        }
        check(components, of: "components", known: ["actions"], since: [:], version)
        guard let actionsNode = components["actions"] else { return [:] }
        guard let actions = actionsNode.mapping else {
            report(OverlayProblem(at: actionsNode.location, "components.actions must be a mapping of names to actions"))
            return [:]
        }
        var reusable: [String: Overlay.Action?] = [:]
        for entry in actions.entries { reusable[entry.key] = .some(readAction(entry.value, version)) }
        return reusable
    }

    private func resolve(_ reference: Node, of node: Node, among reusable: [String: Overlay.Action?]) -> Overlay.Action? {
        check(node.mapping ?? Mapping(), of: "a reference to an action", known: ["$ref", "description"], since: [:], .v1_2)
        let prefix = "#/components/actions/"
        guard let text = reference.string, text.hasPrefix(prefix), !text.utf8.dropFirst(prefix.utf8.count).contains(UInt8(ascii: "/")),
            let name = JSONPointer.unescaped(text.dropFirst(prefix.count))
        else {
            report(
                OverlayProblem(
                    at: reference.location, "a reference leads to an action of this overlay, such as '#/components/actions/name'"))
            return nil
        }
        guard let action = reusable[name] else {
            report(OverlayProblem(at: reference.location, "components.actions has no \(name.debugDescription)"))
            return nil
        }
        return action
    }

    private func readAction(_ node: Node, _ version: OverlayVersion) -> Overlay.Action? {
        guard let mapping = node.mapping else {
            report(OverlayProblem(at: node.location, "an action is a mapping with target, and update, remove or copy"))
            return nil
        }
        check(
            mapping, of: "an action", known: ["target", "description", "update", "remove"], since: ["copy": .v1_1, "$ref": .v1_2], version)
        _ = string("description", in: mapping)
        let effect = readEffect(mapping, at: node.location, version)
        guard let targetNode = mapping["target"] else {
            report(OverlayProblem(at: node.location, "an action needs \"target\", the JSONPath of what it changes"))
            return nil
        }
        guard let target = readQuery(targetNode, named: "target"), let effect else { return nil }
        return Overlay.Action(target: target, effect: effect)
    }

    private func readEffect(_ mapping: Mapping, at location: SourceLocation, _ version: OverlayVersion) -> Overlay.Effect? {
        let copyNode = version >= .v1_1 ? mapping["copy"] : nil
        if let copyNode, mapping["update"] != nil {
            report(
                OverlayProblem(
                    at: copyNode.location, "an action has update or copy, not both, because one would be without effect; write two actions")
            )
            return nil
        }
        if let node = mapping["remove"] {
            guard case .bool(let isRemoved)? = node.scalar?.value else {
                report(OverlayProblem(at: node.location, "\"remove\" must be true or false"))
                return nil
            }
            if isRemoved { return .remove }
        }
        if let update = mapping["update"] { return .update(update) }
        if let copyNode { return readQuery(copyNode, named: "copy").map { .copy($0) } }
        if mapping["copy"] == nil {
            report(OverlayProblem(.warning, at: location, "the action does nothing; it has neither update nor remove: true nor copy"))
        }
        return nil
    }

    private func readQuery(_ node: Node, named name: String) -> Overlay.Target? {
        guard let text = node.string else {
            report(OverlayProblem(at: node.location, "\"\(name)\" must be a JSONPath such as $.paths['/tags']"))
            return nil
        }
        do {
            return Overlay.Target(query: try JSONPath(text), location: node.location)
        } catch {
            let location = lines.location(of: error.offset, in: text, at: node.location)
            let place = location == nil ? "character \(error.offset + 1) of " : ""
            report(OverlayProblem(at: location ?? node.location, "\(place)\"\(name)\" is not a valid JSONPath: \(error.message)"))
            return nil
        }
    }

    // MARK: Members

    private func string(_ name: String, in mapping: Mapping) -> String? {
        guard let node = mapping[name] else { return nil }
        if node.string == nil { report(OverlayProblem(at: node.location, "\"\(name)\" must be a string")) }
        return node.string
    }

    /// Reports members that are unknown, or unknown in the version of the overlay.
    private func check(
        _ mapping: Mapping, of what: String, known: Set<String>, since: [String: OverlayVersion], _ version: OverlayVersion
    ) {
        for entry in mapping.entries where !known.contains(entry.key) && !entry.key.hasPrefix("x-") {
            if let first = since[entry.key] {
                guard version < first else { continue }
                report(
                    OverlayProblem(
                        at: entry.keyLocation,
                        "\"\(entry.key)\" is a member of \(what) from version \(first.rawValue) on; this overlay has \(version.rawValue)"))
            } else {
                report(OverlayProblem(at: entry.keyLocation, "\"\(entry.key)\" is not a member of \(what)"))
            }
        }
    }
}

package import GeneratorYAML

/// The files of one spec. Each is read once and identified by its path relative to the spec's folder.
package final class SpecificationFiles {
    /// Returns the bytes of a file. The argument is its path relative to the spec's folder.
    package typealias Contents = (String) throws -> [UInt8]

    private let contents: Contents
    private let displayName: (String) -> String
    private let overlays: Overlays
    private var trees: [String: Node] = [:]
    private var failed: Set<String> = []
    /// Caches the targets of references by file and text, because the same references occur in many places.
    private var targets: [String: [String: Place]] = [:]
    private let diagnostics: Diagnostics

    /// - Parameters:
    ///   - displayName: Returns the name of a file in diagnostics, so that editors find it.
    ///   - overlays: The changes to be made to files when they are read.
    package init(
        diagnostics: Diagnostics, displayName: @escaping (String) -> String = { $0 }, overlays: Overlays = .none,
        contents: @escaping Contents
    ) {
        self.diagnostics = diagnostics
        self.displayName = displayName
        self.overlays = overlays
        self.contents = contents
    }

    /// The names of the files that were read, sorted.
    package var names: [String] { trees.keys.sorted() }

    /// Returns the root of `file`. If the file cannot be read, returns `nil` and reports a diagnostic at `location`.
    ///
    /// - Parameter other: Collects the problems of the reference; `nil` to report them like all others.
    package func root(of file: String, neededAt location: SourceLocation?, reportingTo other: Diagnostics? = nil) -> Node? {
        if let tree = trees[file] { return tree }
        guard !failed.contains(file) else { return nil }
        let display = displayName(file)
        do {
            var tree = try YAML.parse(try contents(file), file: display)
            overlays.apply(to: &tree, of: file, displayName: display, diagnostics: diagnostics)
            trees[file] = tree
            return tree
        } catch let error as YAMLError {
            diagnostics.error(at: error.location, error.message, about: .syntax)
        } catch {
            let location = location ?? SourceLocation(file: display, line: 1, column: 1)
            (other ?? diagnostics).error(at: location, "cannot read \(display): \(error)", about: .reference)
            if other != nil { return nil }
        }
        failed.insert(file)
        return nil
    }

    /// Reports the overlays for files that have not been read.
    func reportUnusedOverlays() {
        for (file, location) in overlays.overlays(besides: failed.union(trees.keys)) {
            diagnostics.warning(
                at: location,
                "the overlay extends \(displayName(file)), which is not read because nothing refers to it, so that no action of it is applied",
                about: .overlay)
        }
    }

    /// Returns the node at `place`. If no node exists there, returns `nil` and reports a diagnostic at `location`.
    ///
    /// - Parameter other: Collects the problems of the reference; `nil` to report them like all others.
    package func node(at place: Place, neededAt location: SourceLocation, reportingTo other: Diagnostics? = nil) -> Node? {
        guard var node = root(of: place.file, neededAt: location, reportingTo: other) else { return nil }
        for component in place.path {
            let next: Node? =
                switch node.content {
                case .mapping(let mapping): mapping[component]
                case .sequence(let elements): Int(component).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
                case .scalar: nil
                }
            guard let next else {
                (other ?? diagnostics).error(
                    at: location,
                    "the reference points to \(place), but \(displayName(place.file)) has no \"\(component)\" there",
                    about: .reference)
                return nil
            }
            node = next
        }
        return node
    }

    /// Follows the `$ref` at `node`, and further ones, to a node that is not a reference.
    ///
    /// Returns `nil` and reports a diagnostic if a reference cannot be resolved or the references form a cycle.
    ///
    /// - Parameter other: Collects the problems of the reference; `nil` to report them like all others.
    func resolve(_ node: Node, at place: Place, reportingTo other: Diagnostics? = nil) -> (node: Node, place: Place)? {
        guard node["$ref"] != nil else { return (node, place) }
        var node = node
        var place = place
        var seen: Set<Place> = [place]
        while let reference = node["$ref"] {
            guard let target = target(of: reference, in: place.file, reportingTo: other) else { return nil }
            guard seen.insert(target).inserted else {
                (other ?? diagnostics).error(
                    at: reference.location, "the reference refers to itself; refer to an object that is not a reference",
                    about: .reference)
                return nil
            }
            guard let next = self.node(at: target, neededAt: reference.location, reportingTo: other) else { return nil }
            node = next
            place = target
        }
        return (node, place)
    }

    /// Returns the target of a `$ref`. Returns `nil` and reports a diagnostic if it is malformed.
    package func target(of reference: Node, in file: String, reportingTo other: Diagnostics? = nil) -> Place? {
        guard let text = reference.string else {
            (other ?? diagnostics).error(
                at: reference.location, "a $ref is a string such as '#/components/schemas/Name'", about: .reference)
            return nil
        }
        if let known = targets[file]?[text] { return known }
        do {
            let target = try Place(reference: text, in: file)
            targets[file, default: [:]][text] = target
            return target
        } catch {
            (other ?? diagnostics).error(at: reference.location, error.message, about: .reference)
            return nil
        }
    }
}

import GeneratorJSONPath
package import GeneratorYAML

/// An overlay document (OpenAPI Overlay Specification 1.0 to 1.2): changes to be made to an OpenAPI document.
package struct Overlay: Sendable {
    /// The start of the overlay.
    package let location: SourceLocation
    package let version: OverlayVersion
    package let title: String
    /// The document that the overlay is meant for, as a URI reference.
    package let extends: String?
    /// The location of ``extends``.
    package let extendsLocation: SourceLocation?
    /// The overlay's own URI reference, which ``extends`` is relative to.
    package let selfReference: String?
    let actions: [Action]

    struct Action: Sendable {
        let target: Target
        let effect: Effect
    }

    /// A query, and its location in the overlay.
    struct Target: Sendable {
        let query: JSONPath
        let location: SourceLocation
    }

    enum Effect: Sendable {
        case remove
        case update(Node)
        case copy(Target)
    }

    /// Parses an overlay.
    ///
    /// - Parameters:
    ///   - file: The file's name for locations.
    ///   - report: Receives each problem.
    /// - Returns: The overlay without the actions that have errors; `nil` if it cannot be used at all.
    package static func parse(_ bytes: [UInt8], file: String, report: @escaping (OverlayProblem) -> Void) -> Overlay? {
        do {
            let root = try YAML.parse(bytes, file: file)
            return OverlayReader(source: bytes, root: root, report: report).read()
        } catch {
            report(OverlayProblem(at: error.location, error.message))
            return nil
        }
    }

    /// Makes the changes to a document.
    ///
    /// Nodes that the overlay inserts keep their locations in the overlay. All other nodes keep theirs.
    ///
    /// - Parameters:
    ///   - root: The root of the document.
    ///   - document: The document's name in messages.
    ///   - report: Receives each problem. An action with an error may have made some of its changes.
    package func apply(to root: inout Node, named document: String, limits: OverlayLimits = .default, report: (OverlayProblem) -> Void) {
        var application = OverlayApplication(root: root, document: document, version: version, limits: limits)
        // The application has the only reference to the tree, so that it is changed in place.
        root.content = .sequence([])
        for action in actions {
            do {
                try application.perform(action)
            } catch {
                report(error)
                if application.isExhausted { break }
            }
        }
        root = application.root
    }
}

/// The limits on the resources that applying an overlay may require.
package struct OverlayLimits: Sendable {
    /// The maximum size of the result. Everything that is inserted counts, even if it is removed again.
    package var result: YAMLLimits
    /// The maximum number of nodes that all queries of an overlay may visit together.
    package var visits: Int

    package init(result: YAMLLimits = .default, visits: Int = 50_000_000) {
        self.result = result
        self.visits = visits
    }

    package static let `default` = OverlayLimits()
}

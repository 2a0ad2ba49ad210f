public import GeneratorYAML

/// A change that a reviewer has approved.
public struct Acceptance: Sendable, Hashable {
    struct Key: Hashable {
        let check: String
        let subject: String
    }

    public let check: String
    public let subject: String
    public let reason: String
    /// The location of the entry in the file.
    public let location: SourceLocation

    var key: Key { Key(check: check, subject: subject) }
}

/// The reason why a file of acceptances cannot be used.
public struct AcceptanceError: Error, Sendable, CustomStringConvertible {
    public let location: SourceLocation
    /// The problem, its cause, and how to fix it.
    public let message: String

    /// The error in compiler format, so that editors can jump to the location.
    public var description: String { "\(location): error: \(message)" }
}

extension Acceptance {
    /// Reads a file of acceptances:
    ///
    ///     accepted:
    ///       - check: request-property-max-length-set
    ///         subject: CreateTagRequest.name
    ///         reason: The service has always refused longer names; now the spec says so.
    ///
    /// - Parameter file: The file name to use in errors.
    public static func read(_ bytes: [UInt8], file: String) throws(AcceptanceError) -> [Acceptance] {
        let root: Node
        do {
            root = try YAML.parse(bytes, file: file)
        } catch {
            throw AcceptanceError(location: error.location, message: error.message)
        }
        guard let mapping = root.mapping, let list = mapping["accepted"]?.sequence else {
            throw AcceptanceError(
                location: root.location, message: "a file of accepted changes has a list \"accepted\"; write accepted: []")
        }
        if let other = mapping.entries.first(where: { $0.key != "accepted" }) {
            throw AcceptanceError(location: other.keyLocation, message: "\"\(other.key)\" is not supported; only \"accepted\" is")
        }
        var acceptances: [Acceptance] = []
        for node in list {
            let acceptance = try read(node)
            if let other = acceptances.first(where: { $0.key == acceptance.key }) {
                throw AcceptanceError(
                    location: acceptance.location, message: "this change is accepted already, at \(other.location); remove one of the two")
            }
            acceptances.append(acceptance)
        }
        return acceptances
    }

    private static func read(_ node: Node) throws(AcceptanceError) -> Acceptance {
        guard let mapping = node.mapping else {
            throw AcceptanceError(
                location: node.location, message: "an accepted change is a mapping with \"check\", \"subject\" and \"reason\"")
        }
        for entry in mapping.entries where !["check", "subject", "reason"].contains(entry.key) {
            throw AcceptanceError(
                location: entry.keyLocation,
                message: "\"\(entry.key)\" is not a key of an accepted change; the keys are check, subject and reason")
        }
        return Acceptance(
            check: try text("check", of: node), subject: try text("subject", of: node), reason: try text("reason", of: node),
            location: node.location)
    }

    private static func text(_ name: String, of node: Node) throws(AcceptanceError) -> String {
        guard let value = node[name] else {
            throw AcceptanceError(location: node.location, message: "an accepted change needs \"\(name)\"")
        }
        guard let text = value.scalar?.text, !text.allSatisfy(\.isWhitespace) else {
            throw AcceptanceError(location: value.location, message: "\"\(name)\" of an accepted change is a text that is not empty")
        }
        return text
    }
}

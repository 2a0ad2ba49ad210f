/// An error that states why a text is not the expected JSON, or why a value cannot be represented in JSON, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    // A single reference, so that generated code needs only one register to propagate an error.
    private let details: Details

    private final class Details: Sendable {
        let reason: String
        let offset: Int
        let location: Location

        init(reason: String, offset: Int, location: Location) {
            self.reason = reason
            self.offset = offset
            self.location = location
        }
    }

    private enum Location: Sendable {
        case path(JSONPath)
        /// The path is computed from the text only on demand, because a union may try and discard many alternatives.
        case inDocument([UInt8], missing: String?)
    }

    /// Creates an error at a known location.
    public init(reason: String, offset: Int, path: String) {
        self.init(reason: reason, offset: offset, at: JSONPath(text: path))
    }

    init(reason: String, offset: Int, at path: JSONPath) {
        details = Details(reason: reason, offset: offset, location: .path(path))
    }

    init(reason: String, offset: Int, in document: [UInt8], missing: String? = nil) {
        details = Details(reason: reason, offset: offset, location: .inDocument(document, missing: missing))
    }

    /// What is wrong, without the location.
    public var reason: String { details.reason }

    /// The number of bytes before the location of the error.
    public var offset: Int { details.offset }

    /// The path of the invalid value, such as `$[3].timeInterval.start`; `$` is the whole document.
    public var path: String { location.description }

    /// The reason, the path and the offset.
    public var description: String { "\(reason) at \(path) (byte \(offset))" }

    /// Compares the reasons and the locations.
    public static func == (left: JSONError, right: JSONError) -> Bool {
        left.reason == right.reason && left.offset == right.offset && left.path == right.path
    }

    var location: JSONPath {
        switch details.location {
        case .path(let path): return path
        case .inDocument(let document, let missing):
            var path = JSONPath(in: document, upTo: offset)
            if let missing { path.components.append(.member(missing)) }
            return path
        }
    }

    /// The same error without a reference to the document.
    var detached: JSONError { JSONError(reason: reason, offset: offset, at: location) }
}

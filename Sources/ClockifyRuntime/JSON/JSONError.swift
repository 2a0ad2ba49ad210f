/// Why a text is not the JSON that was expected, or a value cannot be said in JSON; and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    // One reference, so that passing an error on costs generated code one register.
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
        /// Computed from the text only when somebody asks: a union may try, and discard, many alternatives.
        case inDocument([UInt8], missing: String?)
    }

    /// An error at a known place.
    public init(reason: String, offset: Int, path: String) {
        self.init(reason: reason, offset: offset, at: JSONPath(text: path))
    }

    init(reason: String, offset: Int, at path: JSONPath) {
        details = Details(reason: reason, offset: offset, location: .path(path))
    }

    init(reason: String, offset: Int, in document: [UInt8], missing: String? = nil) {
        details = Details(reason: reason, offset: offset, location: .inDocument(document, missing: missing))
    }

    /// What is wrong, without the place.
    public var reason: String { details.reason }

    /// The number of bytes before the place.
    public var offset: Int { details.offset }

    /// The value that is wrong, such as `$[3].timeInterval.start`; `$` is the whole document.
    public var path: String { location.description }

    public var description: String { "\(reason) at \(path) (byte \(offset))" }

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

    /// The same error, no longer holding on to the document.
    var detached: JSONError { JSONError(reason: reason, offset: offset, at: location) }
}

/// A type whose values can be written as JSON bytes.
public protocol JSONWritable: Sendable {
    /// Writes one JSON value. If JSON cannot represent it, the writer records an error and throws it when it finishes.
    func write(to json: inout JSONWriter)
}

/// A value that writes itself as JSON bytes.
public protocol JSONWritable: Sendable {
    /// Writes one JSON value. What JSON cannot say is remembered by the writer and thrown when it finishes.
    func write(to json: inout JSONWriter)
}

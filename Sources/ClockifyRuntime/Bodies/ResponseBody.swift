/// The bytes of a response, in pieces as they arrive. They can be iterated only once.
public struct ResponseBody: AsyncSequence, Sendable {
    /// A piece of the body: bytes that arrived together.
    public typealias Element = [UInt8]

    /// Provides the pieces that are not in memory yet.
    private let source: Source

    /// Notifies the producer of the bytes when the body is no longer referenced.
    fileprivate final class Source: Sendable {
        let next: @Sendable () async throws -> [UInt8]?
        let cancel: @Sendable () -> Void

        init(next: @escaping @Sendable () async throws -> [UInt8]?, cancel: @escaping @Sendable () -> Void) {
            self.next = next
            self.cancel = cancel
        }

        deinit { cancel() }
    }

    /// The whole body, if it is in memory.
    private let whole: [UInt8]?
    var isWhole: Bool { whole != nil }

    /// Creates a body of bytes in memory.
    public init(_ bytes: [UInt8]) {
        whole = bytes
        source = Source(next: { nil }, cancel: {})
    }

    /// Creates a body whose bytes arrive in pieces.
    ///
    /// - Parameters:
    ///   - next: Returns the next piece; `nil` at the end.
    ///   - cancel: Called when the body is no longer referenced, even if it was read to its end.
    public init(next: @escaping @Sendable () async throws -> [UInt8]?, cancel: @escaping @Sendable () -> Void = {}) {
        whole = nil
        source = Source(next: next, cancel: cancel)
    }

    /// An iterator that returns the bytes as they arrive.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let source: Source
        fileprivate var whole: [UInt8]?

        /// Returns the next piece; `nil` at the end of the body.
        public mutating func next() async throws -> [UInt8]? {
            if let bytes = whole {
                whole = nil
                return bytes.isEmpty ? nil : bytes
            }
            return try await source.next()
        }
    }

    /// Returns an iterator over the pieces. A body that arrives in pieces can be read once.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(source: source, whole: whole) }

    /// The error for a body with more bytes than allowed.
    struct TooLarge: Error {
        let limit: Int
    }

    /// Returns all bytes.
    ///
    /// - Throws: ``TooLarge`` if there are more than `limit` bytes.
    func collect(upTo limit: Int) async throws -> [UInt8] {
        if let whole {
            guard whole.count <= limit else { throw TooLarge(limit: limit) }
            return whole
        }
        var collected: [UInt8] = []
        while let piece = try await source.next() {
            guard collected.count + piece.count <= limit else { throw TooLarge(limit: limit) }
            if collected.isEmpty { collected = piece } else { collected += piece }
        }
        return collected
    }

    /// Returns the first bytes, at most `limit`. If reading fails, returns the bytes read so far.
    func prefix(_ limit: Int) async -> [UInt8] {
        if let whole { return Array(whole.prefix(limit)) }
        var collected: [UInt8] = []
        while collected.count < limit, let piece = try? await source.next() { collected += piece.prefix(limit - collected.count) }
        return collected
    }
}

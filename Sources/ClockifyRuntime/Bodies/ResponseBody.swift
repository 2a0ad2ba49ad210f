/// The bytes of an answer, in pieces as they come. They can be gone through once.
public struct ResponseBody: AsyncSequence, Sendable {
    /// The bytes that arrived together.
    public typealias Element = [UInt8]

    /// Gives the next piece, nil at the end.
    private let source: Source

    /// Tells whoever produces the bytes when nobody wants them any more.
    fileprivate final class Source: Sendable {
        let next: @Sendable () async throws -> [UInt8]?
        let cancel: @Sendable () -> Void

        init(next: @escaping @Sendable () async throws -> [UInt8]?, cancel: @escaping @Sendable () -> Void) {
            self.next = next
            self.cancel = cancel
        }

        deinit { cancel() }
    }

    /// Bytes that are all there.
    private let whole: [UInt8]?
    var isWhole: Bool { whole != nil }

    /// Creates a body of bytes in memory.
    public init(_ bytes: [UInt8]) {
        whole = bytes
        source = Source(next: { nil }, cancel: {})
    }

    /// - Parameters:
    ///   - next: Gives the next piece, nil at the end.
    ///   - cancel: Called when nothing refers to the body any more, also after its end.
    public init(next: @escaping @Sendable () async throws -> [UInt8]?, cancel: @escaping @Sendable () -> Void = {}) {
        whole = nil
        source = Source(next: next, cancel: cancel)
    }

    /// Returns the bytes as they arrive.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let source: Source
        fileprivate var whole: [UInt8]?

        public mutating func next() async throws -> [UInt8]? {
            if let bytes = whole {
                whole = nil
                return bytes.isEmpty ? nil : bytes
            }
            return try await source.next()
        }
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(source: source, whole: whole) }

    /// More bytes than anyone wanted.
    struct TooLarge: Error {
        let limit: Int
    }

    /// All bytes.
    ///
    /// - Throws: ``TooLarge`` when there are more than `limit`.
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

    /// The first bytes, no more than `limit`; what breaks off is kept.
    func prefix(_ limit: Int) async -> [UInt8] {
        if let whole { return Array(whole.prefix(limit)) }
        var collected: [UInt8] = []
        while collected.count < limit, let piece = try? await source.next() { collected += piece.prefix(limit - collected.count) }
        return collected
    }
}

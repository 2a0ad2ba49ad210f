#if os(Linux)
import ClockifyCurl

/// Decompresses a body in small pieces while it is read, whatever its decompressed size.
actor Inflation {
    private let next: @Sendable () async throws -> [UInt8]?
    private let stream: Stream
    private var packed: ArraySlice<UInt8> = []
    /// `true` if the last part of the stream is complete.
    private var isComplete = false

    private static let pieceBytes = 1 << 16

    /// Returns `nil` if zlib is not available.
    init?(of next: @escaping @Sendable () async throws -> [UInt8]?) {
        guard let stream = Stream() else { return nil }
        self.stream = stream
        self.next = next
    }

    /// zlib's state.
    private final class Stream {
        let pointer: OpaquePointer

        init?() {
            guard let pointer = clockify_inflation_make() else { return nil }
            self.pointer = pointer
        }

        deinit { clockify_inflation_free(pointer) }
    }

    /// The error for a stream that is not compressed, or that is truncated.
    struct Broken: Error {}

    /// Returns the next bytes, or `nil` at the end.
    ///
    /// - Throws: ``TransportFailure`` if the stream is truncated, so that its beginning is not taken for the whole.
    func piece() async throws -> [UInt8]? {
        while true {
            if packed.isEmpty {
                guard let bytes = try await next() else {
                    guard isComplete else { throw Inflation.failure("the compressed response was cut off") }
                    return nil
                }
                packed = bytes[...]
            }
            if let piece = try unpack(), !piece.isEmpty { return piece }
        }
    }

    private func unpack() throws -> [UInt8]? {
        guard !packed.isEmpty else { return nil }
        // A stream may consist of several parts in sequence.
        if isComplete {
            guard clockify_inflation_reset(stream.pointer) else { throw Inflation.failure("the response cannot be decompressed") }
            isComplete = false
        }
        var result = CLOCKIFY_INFLATION_GOES_ON
        var taken = packed.count
        let piece = packed.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: Inflation.pieceBytes) { output, count in
                count = output.count
                result = Int(clockify_inflation_run(stream.pointer, input.baseAddress, &taken, output.baseAddress, &count))
            }
        }
        packed = packed.dropFirst(taken)
        switch result {
        case CLOCKIFY_INFLATION_FAILED: throw Inflation.failure("the response cannot be decompressed")
        case CLOCKIFY_INFLATION_ENDED: isComplete = true
        default: break
        }
        return piece
    }

    private static func failure(_ reason: String) -> TransportFailure {
        TransportFailure(fate: .unknown, reason: reason, underlying: Broken())
    }
}
#endif

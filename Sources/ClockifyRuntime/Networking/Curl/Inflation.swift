#if os(Linux)
import ClockifyCurl

/// The bytes of a compressed body, unpacked as they are read: a few at a time, however many they become.
actor Inflation {
    private let next: @Sendable () async throws -> [UInt8]?
    private let stream: Stream
    private var packed: ArraySlice<UInt8> = []
    /// Whether the last part of the stream came to its end.
    private var isComplete = false

    private static let pieceBytes = 1 << 16

    /// Nil where it cannot be done here.
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

    /// What is no compressed stream, or ends before its end.
    struct Broken: Error {}

    /// The next bytes; nil at the end.
    ///
    /// - Throws: ``TransportFailure`` where the stream is cut off, so that what came is not taken for the whole.
    func piece() async throws -> [UInt8]? {
        while true {
            if packed.isEmpty {
                guard let bytes = try await next() else {
                    guard isComplete else { throw Inflation.failure("the compressed answer broke off") }
                    return nil
                }
                packed = bytes[...]
            }
            if let piece = try unpack(), !piece.isEmpty { return piece }
        }
    }

    private func unpack() throws -> [UInt8]? {
        guard !packed.isEmpty else { return nil }
        // A stream may have several parts, one after the other.
        if isComplete {
            guard clockify_inflation_reset(stream.pointer) else { throw Inflation.failure("the answer cannot be unpacked") }
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
        case CLOCKIFY_INFLATION_FAILED: throw Inflation.failure("the answer cannot be unpacked")
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

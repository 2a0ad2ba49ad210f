#if AsyncHTTPClient
import AsyncHTTPClient
import ClockifyRuntime
import NIOCore

/// Delivers the body of a response piece by piece. The transfer pauses while no piece is requested.
final class AnswerReader: Sendable {
    private enum State {
        case waiting(HTTPClientResponse.Body.AsyncIterator)
        /// A caller waits for the next piece, and has the iterator.
        case reading
        case ended
    }

    // AsyncHTTPClient allows a body to be iterated only once and by one task, and terminates the process otherwise. A caller takes the
    // iterator, so that none is left for others.
    private let state: Lock<State>
    /// A value that must live as long as the response is read.
    private let kept: any Sendable

    init(_ body: HTTPClientResponse.Body, keeping kept: any Sendable) {
        state = Lock(.waiting(body.makeAsyncIterator()))
        self.kept = kept
    }

    struct ReadTwiceAtOnce: Error {}

    func next() async throws -> [UInt8]? {
        guard var iterator = try take() else { return nil }
        do {
            guard let buffer = try await iterator.next() else {
                end()
                // A cancelled task may get `nil` before the end of the body.
                try Task.checkCancellation()
                return nil
            }
            state.withLock { $0 = .waiting(iterator) }
            return Array(buffer.readableBytesView)
        } catch {
            end()
            throw TransportFailure.of(error)
        }
    }

    private func take() throws -> HTTPClientResponse.Body.AsyncIterator? {
        try state.withLock { state in
            switch state {
            case .waiting(let iterator):
                state = .reading
                return iterator
            case .reading: throw ReadTwiceAtOnce()
            case .ended: return nil
            }
        }
    }

    private func end() { state.withLock { $0 = .ended } }
}
#endif

#if AsyncHTTPClient
import AsyncHTTPClient
import ClockifyRuntime
import NIOCore

/// Hands the body of an answer on, piece by piece; the network waits while nobody asks.
final class AnswerReader: Sendable {
    private enum State {
        case waiting(HTTPClientResponse.Body.AsyncIterator)
        /// Someone waits for the next piece, and has the iterator.
        case reading
        case ended
    }

    // The library lets a body be iterated once and by one task, and ends the process otherwise. Whoever takes the iterator
    // leaves none for others.
    private let state: Lock<State>
    /// What must live as long as the answer is read.
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
                // A cancelled task may be told that there is no more.
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

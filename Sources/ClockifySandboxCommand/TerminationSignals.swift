import Dispatch
import Foundation

/// Receives SIGINT and SIGTERM, which do not end the process while this exists.
final class TerminationSignals {
    private let sources: [any DispatchSourceSignal]
    private let received: AsyncStream<Void>

    init() {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        received = stream
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield() }
            source.resume()
            return source
        }
    }

    /// Returns when the first signal arrives.
    func first() async {
        for await _ in received { return }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}

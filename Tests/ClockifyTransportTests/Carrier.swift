import ClockifyAPI
import ClockifyAsyncHTTPClient
import Testing

/// What carries calls over sockets.
enum Carrier: Sendable, CaseIterable, CustomTestStringConvertible {
    case urlSession
    #if AsyncHTTPClient
    case asyncHTTPClient
    #endif

    /// One with connections of its own, which end with it.
    func makeTransport() -> any Transport {
        switch self {
        case .urlSession: URLSessionTransport(configuration: URLSessionTransport.configuration)
        #if AsyncHTTPClient
        case .asyncHTTPClient: AsyncHTTPClientTransport()
        #endif
        }
    }

    var testDescription: String { "\(self)" }
}

/// What `work` throws.
func thrown<Value>(by work: () async throws(ClockifyError) -> Value) async -> ClockifyError? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error
    }
}

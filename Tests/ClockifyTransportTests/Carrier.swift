import ClockifyAPI
import ClockifyAsyncHTTPClient
import Testing

/// What carries calls over sockets.
enum Carrier: Sendable, CaseIterable, CustomTestStringConvertible {
    case urlSession
    #if os(Linux)
    case curl
    #endif
    #if AsyncHTTPClient
    case asyncHTTPClient
    #endif

    /// One with connections of its own, which end with it.
    func makeTransport() -> any Transport {
        switch self {
        #if os(Linux)
        // These tests are of no use on a machine without libcurl, which Foundation needs too.
        case .curl: try! CurlTransport()
        #endif
        case .urlSession: URLSessionTransport(configuration: URLSessionTransport.configuration)
        #if AsyncHTTPClient
        case .asyncHTTPClient: AsyncHTTPClientTransport()
        #endif
        }
    }

    var testDescription: String { "\(self)" }
}

/// Those that flood, which take turns: each asks how much memory the process has.
@Suite("Over a real socket, one after the other", .serialized)
struct SocketTests {}

/// What `work` throws.
func thrown<Value>(by work: () async throws(ClockifyError) -> Value) async -> ClockifyError? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error
    }
}

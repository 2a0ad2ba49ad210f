import ClockifyAPI
import ClockifyAsyncHTTPClient
@_spi(Generated) import ClockifyRuntime
import HTTPTypes
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
    func makeTransport() -> any ClientTransport {
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

    /// What comes of an answer where that is decided below us, and not as it should be: FOUNDATIONNETWORKING.md tells more.
    func outcomeBelowUs(_ answer: OddAnswer, lost: Fault.Outcome) -> Fault.Outcome? {
        #if canImport(FoundationNetworking)
        guard self == .urlSession else { return nil }
        switch answer {
        // It wants a reason after the status, and UTF-8 in every header.
        case .statusWithoutReason, .latin1Header: return lost
        // It takes the end of the connection for the end of the answer.
        case .lengthBeyondInt64: return .value
        // It takes the last length.
        case .lengthsThatDiffer: return .value
        // It takes what could be unpacked for all that there was.
        case .truncatedGzip: return .unexpectedAnswer
        default: return nil
        }
        #else
        return nil
        #endif
    }

    /// Whether an answer ends the process below us: FOUNDATIONNETWORKING.md tells how.
    func endsProcess(on answer: OddAnswer) -> Bool {
        #if canImport(FoundationNetworking)
        self == .urlSession && [.trailers, .closesInHead, .closesInHeadReused, .lengthOfInt64].contains(answer)
        #else
        false
        #endif
    }

    var testDescription: String { "\(self)" }
}

/// Those that flood, which take turns: each asks how much memory the process has.
@Suite("Over a real socket, one after the other", .serialized)
struct SocketTests {}

/// What `work` throws.
func thrown<Value>(by work: () async throws(APIFailure) -> Value) async -> APIFailure? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error
    }
}

extension Call {
    /// A call for an item; with a body, where the method has one.
    static func item(_ method: HTTPRequest.Method) -> Call {
        var call = Call("item", method, "/item", service: "main")
        if method != .get, method != .delete { call.json(["name": "x"]) }
        return call
    }
}

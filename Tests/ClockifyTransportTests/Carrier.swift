import ClockifyAPI
import ClockifyAsyncHTTPClient
@_spi(Generated) import ClockifyRuntime
import HTTPTypes
import Testing

/// The transports that use sockets.
enum Carrier: Sendable, CaseIterable, CustomTestStringConvertible {
    case urlSession
    #if os(Linux)
    case curl
    #endif
    #if AsyncHTTPClient
    case asyncHTTPClient
    #endif

    /// Creates a transport with its own connections, which end with it.
    func makeTransport() throws -> any ClientTransport {
        switch self {
        #if os(Linux)
        case .curl: try CurlTransport()
        #endif
        case .urlSession: URLSessionTransport(configuration: URLSessionTransport.configuration)
        #if AsyncHTTPClient
        case .asyncHTTPClient: AsyncHTTPClientTransport()
        #endif
        }
    }

    /// Returns the wrong outcome that a layer below this package causes, or `nil` if there is none: see FOUNDATIONNETWORKING.md.
    func outcomeBelowUs(_ answer: OddAnswer, lost: Fault.Outcome) -> Fault.Outcome? {
        #if canImport(FoundationNetworking)
        guard self == .urlSession else { return nil }
        switch answer {
        // It requires a reason after the status, and UTF-8 in every header.
        case .statusWithoutReason, .latin1Header: return lost
        // It treats the end of the connection as the end of the response.
        case .lengthBeyondInt64: return .value
        // It uses the last length.
        case .lengthsThatDiffer: return .value
        // It treats the part that can be decompressed as the whole content.
        case .truncatedGzip: return .unexpectedAnswer
        default: return nil
        }
        #else
        return nil
        #endif
    }

    /// `true` if a response makes a layer below this package end the process: see FOUNDATIONNETWORKING.md.
    func endsProcess(on answer: OddAnswer) -> Bool {
        #if canImport(FoundationNetworking)
        self == .urlSession && [.trailers, .closesInHead, .closesInHeadReused, .lengthOfInt64].contains(answer)
        #else
        false
        #endif
    }

    var testDescription: String { "\(self)" }
}

/// Tests that run one at a time, because the flood tests measure the memory of the process.
@Suite("Serialized tests over real sockets", .serialized)
struct SocketTests {}

/// Returns the error that `work` throws.
func thrown<Value>(by work: () async throws(APIFailure) -> Value) async -> APIFailure? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error
    }
}

extension Call {
    /// Returns a call for an item, with a body if the method has one.
    static func item(_ method: HTTPRequest.Method) -> Call {
        var call = Call("item", method: method, "/item", service: "main")
        if method != .get, method != .delete { call.json(["name": "x"]) }
        return call
    }
}

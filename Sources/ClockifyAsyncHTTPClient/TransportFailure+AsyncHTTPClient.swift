#if AsyncHTTPClient
import AsyncHTTPClient
import ClockifyRuntime
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

extension TransportFailure {
    /// Returns the error for an error of the library. Only errors before a connection is established mean that nothing was sent.
    static func of(_ error: any Error) -> any Error {
        switch error {
        case is CancellationError: error
        case is TransportFailure: error
        case let error as HTTPClientError where error == .cancelled && Task.isCancelled: CancellationError()
        case let error as HTTPClientError: TransportFailure(fate: error.fate, reason: error.shortDescription, underlying: error)
        case is NIOConnectionError:
            TransportFailure(fate: .notSent, reason: "the host refused the connection, or was not found", underlying: error)
        case ChannelError.connectTimeout: TransportFailure(fate: .notSent, reason: "no connection was made in time", underlying: error)
        case NIOSSLError.handshakeFailed, is NIOSSLExtraError:
            TransportFailure(fate: .notSent, reason: "no secure connection could be made", underlying: error)
        case let error as IOError where error.errnoCode == ECONNREFUSED:
            TransportFailure(fate: .notSent, reason: "the host refused the connection", underlying: error)
        case is IOError: TransportFailure(fate: .unknown, reason: "the connection was lost", underlying: error)
        case is HTTPParserError: TransportFailure(fate: .unknown, reason: "the response was not HTTP", underlying: error)
        // The error's own description is not used: it may contain parts of the request.
        default: TransportFailure(fate: .unknown, reason: "the connection failed: \(type(of: error))", underlying: error)
        }
    }
}

extension HTTPClientError {
    /// Deadlines and cancellation are not among the errors that mean `.notSent`, because they can occur at any time.
    fileprivate var fate: TransportFailure.Fate {
        let notSent: [HTTPClientError] = [
            .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath, .alreadyShutdown, .connectTimeout, .tlsHandshakeTimeout,
            .socksHandshakeTimeout, .httpProxyHandshakeTimeout, .invalidProxyResponse, .proxyAuthenticationRequired,
            .getConnectionFromPoolTimeout, .identityCodingIncorrectlyPresent,
        ]
        return notSent.contains(self) ? .notSent : .unknown
    }
}
#endif

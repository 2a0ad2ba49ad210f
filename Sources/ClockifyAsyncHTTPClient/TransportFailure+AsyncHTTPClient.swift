#if AsyncHTTPClient
import AsyncHTTPClient
import ClockifyRuntime
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

extension TransportFailure {
    /// What the client is told of an error of the library's: only what fails before a connection stands has sent nothing.
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
        case is HTTPParserError: TransportFailure(fate: .unknown, reason: "the answer was not HTTP", underlying: error)
        // Not the error's own words: they may have parts of the request.
        default: TransportFailure(fate: .unknown, reason: "the connection failed: \(type(of: error))", underlying: error)
        }
    }
}

extension HTTPClientError {
    /// Not among what was not sent: deadlines and cancellation, which come at any time.
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

import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension ConnectionFailure {
    /// What happened, in words, without the URL that system errors carry: it may have a secret in its query.
    static func reason(of error: any Error) -> String {
        guard let error = error as? URLError else { return String(describing: type(of: error)) }
        return switch error.code {
        case .timedOut: "timed out"
        case .cannotFindHost, .dnsLookupFailed: "the host was not found"
        case .cannotConnectToHost: "the host refused the connection"
        case .networkConnectionLost: "the connection was lost"
        case .notConnectedToInternet: "not connected to the network"
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot,
            .serverCertificateNotYetValid:
            "no secure connection could be made"
        case .badURL: "the URL cannot be used"
        case .badServerResponse, .cannotParseResponse: "the answer was not HTTP"
        default: "the system's network error \(error.errorCode)"
        }
    }
}

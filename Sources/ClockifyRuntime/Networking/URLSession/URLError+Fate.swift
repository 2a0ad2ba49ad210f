import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension URLError {
    /// `.notSent` only for errors that occur before a connection is established.
    ///
    /// Codes that some systems also use for invalid responses are excluded, such as `.unsupportedURL` for a response that is not HTTP.
    var fate: TransportFailure.Fate {
        switch code {
        case .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet, .serverCertificateUntrusted,
            .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
            .notSent
        default: .unknown
        }
    }

    /// A description of the error without the URL, which the system's own description contains.
    var reasonInWords: String {
        switch code {
        case .timedOut: "timed out"
        case .cannotFindHost, .dnsLookupFailed: "the host was not found"
        case .cannotConnectToHost: "the host refused the connection"
        case .networkConnectionLost: "the connection was lost"
        case .notConnectedToInternet: "not connected to the network"
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot,
            .serverCertificateNotYetValid:
            "no secure connection could be made"
        case .badURL: "the URL cannot be used"
        // Linux uses this code for an invalid response. The URL has already been checked.
        case .unsupportedURL: "the response was not HTTP"
        case .unknown: "the response was not HTTP that the system can read"
        case .badServerResponse, .cannotParseResponse: "the response was not HTTP"
        default: "the system's network error \(errorCode)"
        }
    }
}

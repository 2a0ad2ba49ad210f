import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension URLError {
    /// Only what fails before a connection stands is sure to have sent nothing.
    ///
    /// Not among them: codes that some systems also use for what an answer does, such as `.unsupportedURL` for an answer that
    /// is not HTTP.
    var fate: TransportFailure.Fate {
        switch code {
        case .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet, .serverCertificateUntrusted,
            .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
            .notSent
        default: .unknown
        }
    }

    /// What happened, without the URL that the system's own words have.
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
        // Linux calls an answer so: whether the URL can be used has been looked at before.
        case .unsupportedURL: "the answer was not HTTP"
        case .unknown: "the answer was not HTTP that the system reads"
        case .badServerResponse, .cannotParseResponse: "the answer was not HTTP"
        default: "the system's network error \(errorCode)"
        }
    }
}

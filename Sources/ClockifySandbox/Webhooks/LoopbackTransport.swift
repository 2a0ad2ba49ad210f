import ClockifyRuntime
import Foundation
import HTTPTypes

/// The system's transport, without the proxies that the environment may name: they are other hosts.
struct LoopbackTransport: ClientTransport {
    private static let shared: any ClientTransport = {
        #if os(Linux)
        if let transport = try? CurlTransport(proxy: "") { return transport }
        return URLSessionTransport.shared
        #else
        let configuration = URLSessionTransport.configuration
        configuration.connectionProxyDictionary = [:]
        return URLSessionTransport(configuration: configuration)
        #endif
    }()

    private struct ProxyInUse: Error {}

    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        #if os(Linux)
        // FoundationNetworking may use the proxies of the environment in any case.
        if Self.shared is URLSessionTransport {
            let proxy = try ProxySettings(environment: ProcessInfo.processInfo.environment).proxy(for: request)
            guard proxy == nil else {
                let reason = "the environment names a proxy for \(request.authority ?? "")"
                throw TransportFailure(fate: .notSent, reason: reason, underlying: ProxyInUse())
            }
        }
        #endif
        return try await Self.shared.send(request, body: body)
    }
}

public import ClockifyAPI
public import HTTPTypes

/// Sends a client's requests to a sandbox in the same process.
///
/// The sandbox sees the same data as over HTTP: method, path, query, header fields and the bytes of the body.
public struct SandboxTransport: ClientTransport {
    let sandbox: ClockifySandbox

    /// Passes the request to the sandbox, and returns its response after the delay that a fault may have set.
    public func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        try Task.checkCancellation()
        let reply = sandbox.reply(to: request, body: try body?.collect() ?? [])
        if reply.awaitsDeliveries { await sandbox.deliveries.waitUntilDone() }
        if reply.delay > .zero { try await Task.sleep(for: reply.delay) }
        return TransportResponse(head: reply.answer.head, body: request.method == .head ? [] : reply.answer.body)
    }
}

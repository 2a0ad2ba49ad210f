import ClockifyRuntime
import HTTPTypes

/// One attempt to deliver.
struct DeliveryAttempt: Sendable {
    /// The number of bytes that are kept of a response.
    static let responseSize = 64 << 10

    let transport: any ClientTransport
    /// The time after which a subscriber that does not respond counts as down.
    let timeout: Duration

    func callAsFunction(_ request: HTTPRequest, body: String) async -> DeliveryResult {
        await withTaskGroup(of: DeliveryResult.self) { group in
            group.addTask { await send(request, body: body) }
            group.addTask {
                // Ends early if the response arrives first.
                try? await Task.sleep(for: timeout)
                return DeliveryResult(status: nil, text: "No response: timed out after \(timeout)")
            }
            let result = await group.next()
            group.cancelAll()
            return result ?? DeliveryResult(status: nil, text: "No response")
        }
    }

    private func send(_ request: HTTPRequest, body: String) async -> DeliveryResult {
        do {
            let body = RequestBody(bytes: Array(body.utf8), contentType: "application/json")
            let response = try await transport.send(request, body: body)
            return DeliveryResult(status: response.head.status.code, text: await Self.text(of: response.body))
        } catch let failure as TransportFailure {
            return DeliveryResult(status: nil, text: "No response: \(failure.reason)")
        } catch {
            return DeliveryResult(status: nil, text: "No response: \(error)")
        }
    }

    /// Returns the beginning of a response: what arrives of it before the connection fails.
    private static func text(of body: ResponseBody) async -> String {
        var bytes: [UInt8] = []
        var pieces = body.makeAsyncIterator()
        while bytes.count < responseSize, let piece = try? await pieces.next() { bytes += piece.prefix(responseSize - bytes.count) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

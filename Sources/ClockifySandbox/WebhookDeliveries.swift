public import ClockifyAPI
import ClockifyRuntime
import Foundation
public import HTTPTypes

/// What the webhooks of a sandbox deliver.
///
/// A call that changes something returns at once. The deliveries that it causes follow: one after the other for each webhook, and webhooks
/// side by side. A delivery that gets no response, or the status 408, 429 or 5xx, is sent up to three times, without a wait.
/// `listLogs` of the webhooks has each attempt.
///
/// Deliveries go to `http` URLs of `127.0.0.0/8`, `[::1]` and `localhost` only. For every other URL, the log says that nothing was sent.
public struct WebhookDeliveries: Sendable {
    let queue: DeliveryQueue

    /// The number of deliveries that are not done: neither accepted by their subscriber nor given up.
    public var pending: Int { queue.count }

    /// Waits until all deliveries are done, also those that calls cause meanwhile.
    public func waitUntilDone() async { await queue.waitUntilEmpty() }

    /// Drops the deliveries that are not done. The subscriber may have received one of each webhook.
    public func cancel() { queue.removeAll().end() }

    /// What sends the deliveries. By default, it is the system's transport without proxies.
    public var transport: any ClientTransport {
        get { queue.settings.transport }
        nonmutating set { queue.settings.transport = newValue }
    }

    /// The time after which an attempt is given up: by default, ten seconds.
    public var timeout: Duration {
        get { queue.settings.timeout }
        nonmutating set { queue.settings.timeout = newValue }
    }

    /// Passes deliveries to a closure instead of sending them.
    ///
    ///     sandbox.deliveries.receive { request, body in
    ///         let event = try WebhookEvent(headers: request.headerFields, body: body, token: webhook.authToken)
    ///         return event.type == .newTag ? .ok : .badRequest
    ///     }
    ///
    /// - Parameter subscriber: Returns the status of the response. An error means that there is no response.
    public func receive(with subscriber: @escaping @Sendable (_ request: HTTPRequest, _ body: [UInt8]) async throws -> HTTPResponse.Status)
    {
        transport = SubscriberTransport(subscriber: subscriber)
    }

    /// Drops the deliveries, and returns when nothing is being sent any more.
    package func stop() async {
        let deliveries = queue.removeAll()
        deliveries.end()
        await deliveries.wait()
    }
}

/// Passes requests to a closure.
private struct SubscriberTransport: ClientTransport {
    let subscriber: @Sendable (HTTPRequest, [UInt8]) async throws -> HTTPResponse.Status

    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        TransportResponse(head: HTTPResponse(status: try await subscriber(request, try body?.collect() ?? [])), body: [])
    }
}

extension ClockifySandbox {
    /// What the webhooks deliver.
    public var deliveries: WebhookDeliveries { WebhookDeliveries(queue: deliveryQueue) }

    static func makeDeliveryQueue(recordingIn contents: Lock<Contents>) -> DeliveryQueue {
        DeliveryQueue { order, attempt, result, isCurrent in
            contents.withLock { contents in
                // A reset discards the deliveries while it has this lock.
                guard isCurrent() else { return }
                let entry = order.entry(attempt: attempt, at: contents.time, result)
                contents.state?.webhookLog.append(entry)
            }
        }
    }

    /// Queues deliveries. Those that cannot be sent are recorded at once.
    func deliver(_ orders: [WebhookDeliveryOrder], recordingIn state: inout SandboxState) {
        for order in orders {
            if let request = order.request {
                if !deliveryQueue.add(order, as: request) { state.webhookLog.append(order.entry(attempt: 0, at: state.now, .overflow)) }
            } else {
                state.webhookLog.append(order.entry(attempt: 0, at: state.now, .forbidden))
            }
        }
    }
}

extension ClockifySandbox.Contents {
    /// The time that the sandbox's clock shows.
    fileprivate var time: Date { now().addingTimeInterval(offset) }
}

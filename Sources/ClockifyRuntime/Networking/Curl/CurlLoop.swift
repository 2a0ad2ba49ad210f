#if os(Linux)
import ClockifyCurl
import Foundation

/// The thread that runs libcurl. All calls for requests under way are made there, except the wake-up.
final class CurlLoop: Sendable {
    private struct Orders {
        var starting: [CurlExchange] = []
        var resuming: [CurlExchange] = []
        var ending: [CurlExchange] = []
        var isStopping = false
    }

    /// libcurl's multi handle.
    private struct Multi: @unchecked Sendable {
        // Only the loop's thread uses it. Other threads only wake it, which libcurl allows from any thread, and only while it exists.
        let pointer: UnsafeMutableRawPointer
    }

    private let orders = Lock(Orders())
    private let multi: Multi

    init?(connectionsPerHost: Int) {
        guard let pointer = clockify_curl_multi_make(connectionsPerHost) else { return nil }
        multi = Multi(pointer: pointer)
        let thread = Thread { self.run() }
        thread.name = "clockify-curl"
        thread.start()
    }

    // MARK: Called from any thread

    func start(_ exchange: CurlExchange) { order { $0.starting.append(exchange) } }

    /// Resumes a paused request.
    func resume(_ exchange: CurlExchange) { order { $0.resuming.append(exchange) } }

    func end(_ exchange: CurlExchange) { order { $0.ending.append(exchange) } }

    /// Closes all connections and ends the thread. No other method may be called afterwards.
    func stop() { order { $0.isStopping = true } }

    private func order(_ change: (inout Orders) -> Void) {
        orders.withLock { orders in
            change(&orders)
            // Under the lock, because stopping the loop frees the handle that is woken here.
            clockify_curl_multi_wake(multi.pointer)
        }
    }

    // MARK: The thread

    private func run() {
        clockify_curl_begin_thread()
        var exchanges: [UnsafeMutableRawPointer: CurlExchange] = [:]
        while true {
            let orders = orders.withLock { orders in
                defer { orders = Orders() }
                return orders
            }
            for exchange in orders.starting where !exchange.hasEnded {
                exchange.prepare()
                if clockify_curl_multi_add(multi.pointer, exchange.handle.easy) {
                    exchanges[exchange.handle.easy] = exchange
                } else {
                    exchange.ended(CurlError(code: -1))
                }
            }
            for exchange in orders.ending where exchanges.removeValue(forKey: exchange.handle.easy) != nil {
                clockify_curl_multi_remove(multi.pointer, exchange.handle.easy)
            }
            for exchange in orders.resuming where exchanges[exchange.handle.easy] != nil {
                clockify_curl_resume(exchange.handle.easy)
            }
            clockify_curl_multi_perform(multi.pointer)
            var code = 0
            while let easy = clockify_curl_multi_next_ended(multi.pointer, &code) {
                clockify_curl_multi_remove(multi.pointer, easy)
                exchanges.removeValue(forKey: easy)?.ended(code == CLOCKIFY_CURLE_OK ? nil : CurlError(code: code))
            }
            // The loop is only stopped when no response is in use, so there are no exchanges.
            if orders.isStopping { break }
            clockify_curl_multi_wait(multi.pointer)
        }
        clockify_curl_multi_free(multi.pointer)
    }
}
#endif

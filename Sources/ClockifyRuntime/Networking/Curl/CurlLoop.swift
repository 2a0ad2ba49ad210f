#if os(Linux)
import ClockifyCurl
import Foundation

/// The thread on which libcurl works. Everything of libcurl happens there, but for the waking.
final class CurlLoop: Sendable {
    private struct Orders {
        var starting: [CurlExchange] = []
        var resuming: [CurlExchange] = []
        var ending: [CurlExchange] = []
        var isStopping = false
    }

    /// The multi handle of libcurl.
    private struct Multi: @unchecked Sendable {
        // Used by the thread alone; others only wake it, which libcurl allows from anywhere, and only while it lives.
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

    // MARK: For everyone

    func start(_ exchange: CurlExchange) { order { $0.starting.append(exchange) } }

    /// Lets bytes come again.
    func resume(_ exchange: CurlExchange) { order { $0.resuming.append(exchange) } }

    func end(_ exchange: CurlExchange) { order { $0.ending.append(exchange) } }

    /// Closes all connections, and ends the thread. Nothing may be ordered afterwards.
    func stop() { order { $0.isStopping = true } }

    private func order(_ change: (inout Orders) -> Void) {
        orders.withLock { orders in
            change(&orders)
            // Under the lock: whoever stops the loop frees what is woken here.
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
            // Who stops it has no answers left, and so no exchanges.
            if orders.isStopping { break }
            clockify_curl_multi_wait(multi.pointer)
        }
        clockify_curl_multi_free(multi.pointer)
    }
}
#endif

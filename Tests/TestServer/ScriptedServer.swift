import Foundation

import ClockifyRuntime

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A server that follows a script over a real socket, including invalid behavior.
package final class ScriptedServer: Sendable {
    /// A reaction to a request after it was read.
    package enum Step: Sendable {
        /// Sends the bytes unchanged.
        case send(String)
        case bytes([UInt8])
        /// Sends the same piece repeatedly until the client disconnects, or `count` times.
        case flood(piece: Int, count: Int)
        /// Sends one byte at a time, with a delay after each.
        case trickle(String, milliseconds: Int)
        /// Does nothing while the client stays connected.
        case stall
        /// Waits for a call of ``release()``, once for each hold.
        case hold
        /// Resets the connection, like a crash.
        case reset
        /// Closes the connection in order.
        case close
        /// Closes the sending side. The connection stays open while the client does.
        case finish
    }

    package struct Request: Sendable {
        package let method: String
        package let target: String
        package let head: String
        package let bodyBytes: Int
        /// The body, or its first MiB.
        package let body: [UInt8]
    }

    private let descriptor: Int32
    private let isListening: Bool
    package let port: UInt16
    private let seen = Lock<[Request]>([])
    private let counts = Lock((open: 0, stalling: 0))
    private let isStopped = Lock(false)
    private let held = DispatchSemaphore(value: 0)
    private let script: @Sendable (Request) -> [Step]
    private let beforeBody: String

    package var requests: [Request] { seen.withLock { $0 } }
    /// The number of open connections.
    package var openConnections: Int { counts.withLock { $0.open } }
    /// The number of connections that stall intentionally.
    package var stalling: Int { counts.withLock { $0.stalling } }
    package var url: String { "http://127.0.0.1:\(port)" }

    /// - Parameters:
    /// - refuses: `true` to reserve the port without listening, so that connections to it are refused.
    /// - beforeBody: Text to send after the head of a request arrives and before its body is read.
    package init(refuses: Bool = false, beforeBody: String = "", _ script: @escaping @Sendable (Request) -> [Step]) throws {
        let descriptor = Self.makeSocket()
        self.descriptor = descriptor
        let bound: UInt16? = Self.withAddress(port: 0) { address, length in
            var length = length
            guard bind(descriptor, address, length) == 0, refuses || listen(descriptor, 64) == 0,
                getsockname(descriptor, address, &length) == 0
            else { return nil }
            return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { UInt16(bigEndian: $0.pointee.sin_port) }
        }
        guard let bound else { throw POSIXError(.EADDRINUSE) }
        port = bound
        self.script = script
        self.beforeBody = beforeBody
        signal(SIGPIPE, SIG_IGN)
        isListening = !refuses
        guard isListening else { return }
        Thread.detachNewThread { [weak self] in
            // The listening thread closes the descriptor: if another thread did, its number might already belong to another server.
            defer { close(descriptor) }
            while true {
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0 else { return }
                guard let self, !self.isStopped.withLock({ $0 }) else {
                    close(connection)
                    return
                }
                Thread.detachNewThread { self.serve(connection) }
            }
        }
    }

    /// Resumes a connection that is held or will be held.
    package func release() { held.signal() }

    /// Stops listening. Connections end when their clients disconnect.
    package func stop() {
        let isFirst = isStopped.withLock { isStopped in
            defer { isStopped = true }
            return !isStopped
        }
        guard isFirst else { return }
        guard isListening else {
            close(descriptor)
            return
        }
        // Wakes the listening thread. If this has no effect, a connection wakes it.
        if shutdown(descriptor, Int32(SHUT_RDWR)) != 0 { connectOnce() }
    }

    private func connectOnce() {
        let connection = Self.makeSocket()
        _ = Self.withAddress(port: port) { connect(connection, $0, $1) }
        close(connection)
    }

    private static func makeSocket() -> Int32 {
        #if canImport(Darwin)
        socket(AF_INET, SOCK_STREAM, 0)
        #else
        socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
    }

    /// Provides the address of a port on this machine.
    private static func withAddress<Result>(port: UInt16, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Result) -> Result {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
    }

    private func serve(_ connection: Int32) {
        counts.withLock { $0.open += 1 }
        defer {
            close(connection)
            counts.withLock { $0.open -= 1 }
        }
        while let request = read(from: connection) {
            seen.withLock { $0.append(request) }
            for step in script(request) {
                guard perform(step, on: connection) else { return }
            }
        }
    }

    private func perform(_ step: Step, on connection: Int32) -> Bool {
        switch step {
        case .send(let text): return write(Array(text.utf8), to: connection)
        case .bytes(let bytes): return write(bytes, to: connection)
        case .close: return false
        case .flood(let piece, let count):
            let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: piece)
            for _ in 0..<count {
                guard write(bytes, to: connection) else { return false }
            }
            return true
        case .trickle(let text, let milliseconds):
            for byte in text.utf8 {
                guard write([byte], to: connection) else { return false }
                usleep(UInt32(milliseconds) * 1000)
            }
            return true
        case .finish:
            shutdown(connection, Int32(SHUT_WR))
            return perform(.stall, on: connection)
        case .stall:
            var byte: UInt8 = 0
            counts.withLock { $0.stalling += 1 }
            defer { counts.withLock { $0.stalling -= 1 } }
            // The read ends when the client closes the connection.
            while recv(connection, &byte, 1, 0) > 0 {}
            return false
        case .hold:
            held.wait()
            return true
        case .reset:
            var linger = linger(l_onoff: 1, l_linger: 0)
            setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
            return false
        }
    }

    private func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, 0) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Reads a request's head and the body that its Content-Length announces.
    private func read(from connection: Int32) -> Request? {
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while !head.suffix(4).elementsEqual([13, 10, 13, 10]) {
            guard recv(connection, &byte, 1, 0) == 1 else { return nil }
            head.append(byte)
        }
        let text = String(decoding: head, as: UTF8.self)
        let words = text.prefix { $0 != "\r\n" }.split(separator: " ").map(String.init)
        guard words.count == 3 else { return nil }
        let promised =
            text.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst("content-length:".count).filter { $0 != " " }) } ?? 0
        guard write(Array(beforeBody.utf8), to: connection) else { return nil }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var count = 0
        var body: [UInt8] = []
        while count < promised {
            let got = recv(connection, &buffer, min(buffer.count, promised - count), 0)
            guard got > 0 else { return nil }
            count += got
            body += buffer.prefix(min(got, max(0, (1 << 20) - body.count)))
        }
        return Request(method: words[0], target: words[1], head: text, bodyBytes: count, body: body)
    }

    package static func response(_ body: String, status: String = "200 OK", type: String = "application/json", headers: String = "") -> Step
    {
        .send("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)")
    }
}

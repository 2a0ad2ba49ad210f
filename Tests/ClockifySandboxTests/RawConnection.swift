import ClockifySandboxServer
import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A connection on which a test sends whatever bytes it likes.
final class RawConnection {
    private let descriptor: Int32
    private var received: [UInt8] = []

    /// - Parameter usesIPv6: `true` to connect to `::1`, `false` to connect to `127.0.0.1`.
    init(to url: URL, usesIPv6: Bool = false) throws {
        #if canImport(Darwin)
        let kind = SOCK_STREAM
        #else
        let kind = Int32(SOCK_STREAM.rawValue)
        #endif
        let port = UInt16(try #require(url.port)).bigEndian
        descriptor = socket(usesIPv6 ? AF_INET6 : AF_INET, kind, 0)
        // A test that waits for what never arrives fails.
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        #if canImport(Darwin)
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
        #endif
        let result: Int32
        if usesIPv6 {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port
            inet_pton(AF_INET6, "::1", &address.sin6_addr)
            result = Self.connect(descriptor, &address)
        } else {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port
            inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
            result = Self.connect(descriptor, &address)
        }
        if result != 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    deinit { close(descriptor) }

    private static func connect<Address>(_ descriptor: Int32, _ address: inout Address) -> Int32 {
        withUnsafeBytes(of: &address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) { platformConnect(descriptor, $0.baseAddress, socklen_t(bytes.count)) }
        }
    }

    /// Sends bytes. A server that does not want them may have closed the connection.
    func send(_ text: String) {
        var rest = Array(text.utf8)[...]
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { platformSend(descriptor, $0.baseAddress, $0.count, flags) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Says that nothing more will be sent.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Returns `false` at the end, or if the connection was reset.
    private func receive() throws -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count < 0, errno == EAGAIN || errno == EWOULDBLOCK { throw POSIXError(.ETIMEDOUT) }
        guard count > 0 else { return false }
        received += buffer.prefix(count)
        return true
    }

    struct Response {
        let status: Int
        let head: String
        let body: String

        func has(_ field: String) -> Bool { head.lowercased().split(separator: "\r\n").contains { $0 == field.lowercased() } }
    }

    /// Reads one response.
    ///
    /// - Parameter hasBody: `false` for a response that has a length and no body.
    func response(hasBody: Bool = true) throws -> Response {
        var headEnd: Int?
        while true {
            headEnd = Data(received).range(of: Data("\r\n\r\n".utf8))?.upperBound
            if headEnd != nil { break }
            try #require(try receive(), "the connection ends before a response")
        }
        let end = try #require(headEnd)
        let head = String(decoding: received[..<end], as: UTF8.self)
        let lines = head.split(separator: "\r\n")
        let length =
            lines.first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst("content-length:".count).trimmingCharacters(in: .whitespaces)) } ?? 0
        let bodyEnd = end + (hasBody ? length : 0)
        while received.count < bodyEnd { try #require(try receive(), "the connection ends in a response") }
        let body = String(decoding: received[end..<bodyEnd], as: UTF8.self)
        received.removeFirst(bodyEnd)
        return Response(status: try #require(lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) }), head: head, body: body)
    }

    /// Returns `true` if the server closes the connection without sending anything else.
    func isAtEnd() throws -> Bool { try received.isEmpty && !receive() }
}

private func platformConnect(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>?, _ length: socklen_t) -> Int32 {
    connect(descriptor, address, length)
}

private func platformSend(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
    send(descriptor, bytes, count, flags)
}

/// Runs a test with a server, and stops the server after it.
func serving(_ body: (ClockifySandboxServer) async throws -> Void) async throws {
    let server = try await ClockifySandboxServer.start()
    do {
        try await body(server)
    } catch {
        await server.stop()
        throw error
    }
    await server.stop()
}

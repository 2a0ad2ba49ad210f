import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A blocking connection to a port of the loopback interface, which costs as little as possible beside what it measures.
final class PlainConnection {
    private let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init(port: UInt16) throws {
        #if canImport(Darwin)
        descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let descriptor = descriptor
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard result == 0 else { throw Failure("cannot connect to port \(port)") }
    }

    deinit { close(descriptor) }

    /// Sends a request and reads its response, which has a Content-Length.
    func exchange(_ request: String, expecting status: Int) throws {
        var rest = Array(request.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, 0) }
            guard count > 0 else { throw Failure("the server closed the connection") }
            rest = rest.dropFirst(count)
        }
        var received = 0
        var total: Int?
        while received < total ?? .max {
            let start = received
            let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start, 0) }
            guard count > 0 else { throw Failure("the response is incomplete, or too large") }
            received += count
            if total == nil { total = try length(ofResponseIn: buffer.prefix(received), expecting: status) }
        }
    }

    /// Returns `nil` if the head is incomplete.
    private func length(ofResponseIn bytes: ArraySlice<UInt8>, expecting status: Int) throws -> Int? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let head = text.range(of: "\r\n\r\n") else { return nil }
        guard text.hasPrefix("HTTP/1.1 \(status) "),
            let field = text.lowercased().range(of: "\r\ncontent-length: "),
            let length = Int(text[field.upperBound...].prefix { $0.isNumber })
        else { throw Failure("not the expected response: \(text[..<head.lowerBound])") }
        return text.utf8.distance(from: text.startIndex, to: head.upperBound) + length
    }
}

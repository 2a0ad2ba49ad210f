#if AsyncHTTPClient
import AsyncHTTPClient
import ClockifyRuntime
import NIOCore

extension HTTPClientRequest.Body {
    /// Creates a body. Bytes in memory are sent as they are. Files are read as fast as the network takes them, with their exact length.
    init(_ body: RequestBody) throws(TransportFailure) {
        if let bytes = body.bytesInMemory {
            self = .bytes(ByteBuffer(bytes: bytes))
        } else {
            self = .stream(body.pieces.map { ByteBuffer(bytes: $0) }, length: .known(Int64(try body.checkedLength())))
        }
    }
}
#endif

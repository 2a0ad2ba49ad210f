#if AsyncHTTPClient
import AsyncHTTPClient
import ClockifyRuntime
import NIOCore

extension HTTPClientRequest.Body {
    /// What is in memory goes as it is; what is in files is read as the network takes it, under its exact length.
    init(_ body: RequestBody) throws(TransportFailure) {
        if let bytes = body.bytesInMemory {
            self = .bytes(ByteBuffer(bytes: bytes))
        } else {
            self = .stream(body.pieces.map { ByteBuffer(bytes: $0) }, length: .known(Int64(try body.checkedLength())))
        }
    }
}
#endif

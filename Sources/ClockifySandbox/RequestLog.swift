/// The latest requests, within bounds.
struct RequestLog: Sendable {
    static let capacity = 1000
    /// The number of bytes that are kept of one body.
    static let bodySize = 4 << 20
    /// The number of bytes that are kept of all bodies together.
    static let totalSize = 64 << 20

    /// The requests, with those that were dropped at the front.
    private var latest: [SandboxRequest?] = []
    private var dropped = 0
    private var size = 0

    /// The requests, oldest first.
    var requests: [SandboxRequest] { latest[dropped...].compactMap(\.self) }

    mutating func append(_ request: SandboxRequest) {
        latest.append(request)
        size += request.body.count
        while latest.count - dropped > Self.capacity || size > Self.totalSize {
            size -= latest[dropped]?.body.count ?? 0
            latest[dropped] = nil
            dropped += 1
        }
        guard dropped >= Self.capacity else { return }
        latest.removeFirst(dropped)
        dropped = 0
    }
}

/// The latest requests, within bounds.
struct RequestLog: Sendable {
    static let capacity = 1000
    static let bodySize = 64 << 10

    private var latest: [SandboxRequest] = []
    /// The position of the oldest request, once the log is full.
    private var oldest = 0

    /// The requests, oldest first.
    var requests: [SandboxRequest] { Array(latest[oldest...] + latest[..<oldest]) }

    mutating func append(_ request: SandboxRequest) {
        guard latest.count == Self.capacity else { return latest.append(request) }
        latest[oldest] = request
        oldest = (oldest + 1) % Self.capacity
    }
}

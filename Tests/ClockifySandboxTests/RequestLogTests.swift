import Testing

@testable import ClockifySandbox

@Suite("The log of requests is bounded")
struct RequestLogTests {
    private func request(_ number: Int, size: Int = 0) -> SandboxRequest {
        SandboxRequest(
            method: "POST", target: "/\(number)", headerFields: [:], body: [UInt8](repeating: 1, count: size), operation: nil, status: 200)
    }

    @Test("The latest thousand requests are kept, oldest first.")
    func count() {
        var log = RequestLog()
        for number in 0..<3500 { log.append(request(number)) }
        #expect(log.requests.map(\.target) == (2500..<3500).map { "/\($0)" })
    }

    @Test("Large bodies are kept as long as all together are within the limit.")
    func size() {
        var log = RequestLog()
        for number in 0..<40 { log.append(request(number, size: RequestLog.bodySize)) }
        #expect(log.requests.map(\.target) == (24..<40).map { "/\($0)" })
        #expect(log.requests.map(\.body.count).reduce(0, +) == RequestLog.totalSize)
    }
}

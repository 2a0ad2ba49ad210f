import HTTPTypes

/// What the sandbox answers a request with.
package struct SandboxAnswer: Sendable {
    package var head: HTTPResponse
    package var body: [UInt8]
}

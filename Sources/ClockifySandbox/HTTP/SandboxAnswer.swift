package import HTTPTypes

/// The sandbox's response to a request.
package struct SandboxAnswer: Sendable {
    package var head: HTTPResponse
    package var body: [UInt8]
}

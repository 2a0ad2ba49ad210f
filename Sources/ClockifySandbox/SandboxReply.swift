/// A response, and how late it is.
package struct SandboxReply: Sendable {
    package let answer: SandboxAnswer
    package let delay: Duration
    /// `true` if the response is to be sent when no delivery of a webhook waits any more.
    package var awaitsDeliveries = false
}

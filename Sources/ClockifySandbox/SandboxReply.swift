/// A response, and how late it is.
package struct SandboxReply: Sendable {
    package let answer: SandboxAnswer
    package let delay: Duration
    /// `true` if the response is to be sent only after all pending deliveries of webhooks.
    package var awaitsDeliveries = false
}

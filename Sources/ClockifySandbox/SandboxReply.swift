/// A response, and how late it is.
package struct SandboxReply: Sendable {
    package let answer: SandboxAnswer
    package let delay: Duration
}

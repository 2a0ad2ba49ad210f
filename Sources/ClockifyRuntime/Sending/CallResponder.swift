/// Answers calls in place of a transport. Unlike one, it sees the call that a request is made for.
protocol CallResponder: Sendable {
    /// Returns the response to a call.
    func response(to call: Call) async throws -> TransportResponse
}

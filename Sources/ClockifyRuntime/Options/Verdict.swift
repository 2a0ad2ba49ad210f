import HTTPTypes

/// The outcome of an attempt that produced no response for the caller.
enum AttemptEnd: Hashable {
    /// No part of the request was sent.
    case neverSent
    /// The request may have arrived, but no complete response was received.
    case noAnswer
    /// The response has a status other than 2xx.
    case refusal(Int)
    /// The response has a 2xx status, but its content is not what the request asked for.
    case wrongAnswer
}

/// The consequence of how an attempt ended: which error is thrown, and whether the call may be retried.
///
/// This is the complete table. A write is retried only if the service or the transport reports that nothing was done, or if the policy
/// states that repeating it does no harm.
struct Verdict: Hashable {
    enum Failure { case connection, response, outcomeUnknown, unexpectedAnswer }

    let failure: Failure
    let mayRepeat: Bool

    init(on end: AttemptEnd, of method: HTTPRequest.Method, under policy: CallOptions.RetryPolicy) {
        let isHarmless = policy.mayRepeat(method)
        switch end {
        case .neverSent: self.init(.connection, mayRepeat: true)
        case .noAnswer: self.init(method.onlyReads ? .connection : .outcomeUnknown, mayRepeat: isHarmless)
        // The service rejected the request before it did anything.
        case .refusal(429): self.init(.response, mayRepeat: true)
        case .refusal(408), .refusal(500): self.init(.response, mayRepeat: isHarmless)
        // An intermediary may have responded in place of the service, so a write may have reached the service.
        case .refusal(502), .refusal(503), .refusal(504):
            self.init(isHarmless ? .response : .outcomeUnknown, mayRepeat: isHarmless)
        case .refusal: self.init(.response, mayRepeat: false)
        case .wrongAnswer: self.init(.unexpectedAnswer, mayRepeat: false)
        }
    }

    init(_ failure: Failure, mayRepeat: Bool) {
        self.failure = failure
        self.mayRepeat = mayRepeat
    }
}

extension HTTPRequest.Method {
    /// `true` if HTTP defines that a request with this method changes nothing.
    package var onlyReads: Bool { self == .get || self == .head || self == .options || self == .query }
}

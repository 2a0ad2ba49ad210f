import HTTPTypes

/// How an attempt ended that brought no answer to hand on.
enum AttemptEnd: Hashable {
    /// Nothing of the request left.
    case neverSent
    /// The request may have arrived, and no whole answer came.
    case noAnswer
    /// The answer has a status that is no 2xx.
    case refusal(Int)
    /// The answer has a 2xx, and is not what was asked for.
    case wrongAnswer
}

/// What follows from how an attempt ended: which error it is, and whether the call is made again.
///
/// This is the whole table. A write is made again only where the service or the transport says that nothing was done, or where the policy
/// says that doing it twice does no harm.
struct Verdict: Hashable {
    enum Failure { case connection, response, outcomeUnknown, unexpectedAnswer }

    let failure: Failure
    let mayRepeat: Bool

    init(on end: AttemptEnd, of method: HTTPRequest.Method, under policy: CallOptions.RetryPolicy) {
        let isHarmless = policy.mayRepeat(method)
        switch end {
        case .neverSent: self.init(.connection, mayRepeat: true)
        case .noAnswer: self.init(method.onlyReads ? .connection : .outcomeUnknown, mayRepeat: isHarmless)
        // Refused before anything was done.
        case .refusal(429): self.init(.response, mayRepeat: true)
        case .refusal(408), .refusal(500): self.init(.response, mayRepeat: isHarmless)
        // Something between here and the service speaks for it: a write may have come through.
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
    /// Whether HTTP says that a request with this method changes nothing.
    package var onlyReads: Bool { self == .get || self == .head || self == .options }
}

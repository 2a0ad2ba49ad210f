import HTTPTypes

extension APIFailure {
    /// The refusal, if the service rejected the request and nothing else is known about the call.
    private var refusal: ResponseFailure? {
        if case .response(let failure) = self { failure } else { nil }
    }

    /// The HTTP status of the response, or `nil` if there was none.
    ///
    /// It is the status of ``response(_:)``, of ``unexpectedAnswer(_:)``, where it usually is one of success, and of
    /// ``outcomeUnknown(_:)`` if a response caused it.
    public var statusCode: Int? {
        switch self {
        case .response(let failure): failure.status.code
        case .unexpectedAnswer(let failure): failure.status.code
        case .outcomeUnknown(let unknown): if case .response(let failure) = unknown.cause { failure.status.code } else { nil }
        case .invalidRequest, .connection, .cancelled, .configuration, .file: nil
        }
    }

    /// `true` if the service says that the resource does not exist, or does not list it. See ``ResponseFailure/isNotFound``.
    public var isNotFound: Bool {
        if case .invalidRequest(let problems) = self { return problems.contains { $0.rule == .listed } }
        return refusal?.isNotFound ?? false
    }

    /// `true` if the service says that the name is taken. See ``ResponseFailure/isDuplicateName``.
    public var isDuplicateName: Bool { refusal?.isDuplicateName ?? false }

    /// `true` if the service did not accept the credentials: a 401. See ``ResponseFailure/isUnauthorized``.
    public var isUnauthorized: Bool { refusal?.isUnauthorized ?? false }

    /// `true` if the user has no permission for this: a 403.
    public var isForbidden: Bool { refusal?.isForbidden ?? false }

    /// `true` if there were too many requests: a 429. See ``ResponseFailure/isRateLimited``.
    public var isRateLimited: Bool { refusal?.isRateLimited ?? false }

    /// How long the service asks to wait before the same call is made again; `nil` if it does not say.
    /// See ``ResponseFailure/retryAfter``.
    public var retryAfter: Duration? { refusal?.retryAfter }
}

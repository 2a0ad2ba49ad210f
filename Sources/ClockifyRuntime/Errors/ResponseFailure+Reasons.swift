import Foundation
import HTTPTypes

// The service sends 400 for most refusals, and its code 501 for many kinds. Only the message tells them apart.

extension ResponseFailure {
    /// `true` if the service says that the resource does not exist.
    ///
    /// Clockify sends a 404, or a 400 with code 501 and a message that the resource does not belong to the workspace, or the workspace not
    /// to the user. A message about other things does not count: if a user does not belong to a project, both exist. A 404 with code 3000
    /// does not count either: it says that the server does not know the path, which can also be caused by a wrong base URL.
    public var isNotFound: Bool {
        if status == .notFound { return code != 3000 }
        guard let reason, let verb = reason.range(of: "doesn't belong to ") else { return false }
        return reason[verb.upperBound...].hasPrefix("workspace") || reason.hasPrefix("workspace")
    }

    /// `true` if the service says that the name is taken by another resource of the same kind. Archived ones count.
    ///
    /// Clockify sends a 400 with code 501 and a message that something with this name already exists.
    public var isDuplicateName: Bool { reason?.contains("name already exists") ?? false }

    /// `true` if the credentials are missing, unknown or expired: a 401.
    ///
    /// Clockify also sends it to add-ons that call an operation that is closed to them.
    public var isUnauthorized: Bool { status == .unauthorized }

    /// `true` if the user has no permission for this: a 403.
    public var isForbidden: Bool { status == .forbidden }

    /// `true` if there were too many requests: a 429. The client has then waited and retried as often as its options allow; ``retryAfter``
    /// says how long the service wants you to wait.
    public var isRateLimited: Bool { status == .tooManyRequests }

    /// The message in lowercase, if it is the only thing that tells the reason.
    private var reason: String? {
        guard status == .badRequest, code == 501 else { return nil }
        return message?.lowercased().replacingOccurrences(of: "\u{2019}", with: "'")
    }
}

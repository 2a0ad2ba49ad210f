import Foundation
import HTTPTypes

// The service sends 400 for most refusals, and its code 501 for many kinds. Only the message tells them apart.

extension ResponseFailure {
    /// `true` if the service says that the resource does not exist.
    ///
    /// Clockify sends a 404, or a 400 with code 501 and a message that the resource does not belong to the workspace. A message that it does
    /// not belong to something else does not count: if a user does not belong to a project, both exist. A 404 with code 3000 does not count
    /// either: it says that the server does not know the path, which can also be caused by a wrong base URL.
    public var isNotFound: Bool {
        if status == .notFound { return code != 3000 }
        return isRefusal(that: "doesn't belong to workspace")
    }

    /// `true` if the service says that the name is taken by another resource of the same kind. Archived ones count.
    ///
    /// Clockify sends a 400 with code 501 and a message that something with this name already exists.
    public var isDuplicateName: Bool { isRefusal(that: "name already exists") }

    /// `true` if the credentials are missing, unknown or expired: a 401.
    ///
    /// Clockify also sends it to add-ons that call an operation that is closed to them.
    public var isUnauthorized: Bool { status == .unauthorized }

    /// `true` if the user has no permission for this: a 403.
    public var isForbidden: Bool { status == .forbidden }

    /// `true` if there were too many requests: a 429. The client has then waited and retried as often as its options allow; ``retryAfter``
    /// says how long the service wants you to wait.
    public var isRateLimited: Bool { status == .tooManyRequests }

    private func isRefusal(that reason: String) -> Bool {
        guard status == .badRequest, code == 501, let message else { return false }
        return message.lowercased().replacingOccurrences(of: "\u{2019}", with: "'").contains(reason)
    }
}

#if Logging
import HTTPTypes
import Logging

/// Removes secrets from headers for a log.
enum Redaction {
    /// Parts of the names of headers that carry secrets: `X-Api-Key`, `X-Addon-Token`, `Authorization`, `Set-Cookie`, `clockify-signature`
    /// and similar names.
    private static let secret = ["key", "token", "auth", "cookie", "signature", "secret", "session", "password", "credential"]

    static func hides(_ name: HTTPField.Name) -> Bool {
        secret.contains { name.canonicalName.contains($0) }
    }

    static func metadata(_ fields: HTTPFields) -> Logger.MetadataValue {
        var values: Logger.Metadata = [:]
        for field in fields {
            let value = hides(field.name) ? "(hidden)" : field.value
            if case .string(let earlier) = values[field.name.canonicalName] {
                values[field.name.canonicalName] = .string(earlier + ", " + value)
            } else {
                values[field.name.canonicalName] = .string(value)
            }
        }
        return .dictionary(values)
    }
}
#endif

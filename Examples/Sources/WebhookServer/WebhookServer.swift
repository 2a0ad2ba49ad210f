import ClockifyAPI
import Foundation

/// Receives webhooks on port 8080. The webhook's token is in `CLOCKIFY_WEBHOOK_TOKEN`.
@main
struct WebhookServer {
    static func main() async throws {
        guard let token = ProcessInfo.processInfo.environment["CLOCKIFY_WEBHOOK_TOKEN"] else {
            throw CocoaError(.userCancelled, userInfo: [NSLocalizedDescriptionKey: "set CLOCKIFY_WEBHOOK_TOKEN"])
        }
        try await DeliveryListener(port: 8080, path: "/clockify").run { headers, body in
            do {
                print(try describe(headers: headers, body: body, token: token))
                return .ok
            } catch {
                // The sender learns nothing about why it was rejected.
                print("rejected: \(error)")
                return .unauthorized
            }
        }
    }
}

/// - Throws: An error for a delivery that does not have the webhook's token.
func describe(headers: [String: String], body: [UInt8], token: String) throws(WebhookError) -> String {
    let event = try WebhookEvent(headers: headers, body: body, token: token)
    switch try event.payload() {
    case .timeEntry(let entry): return "\(event.type.rawValue): time entry \(entry.id)"
    case .project(let project): return "\(event.type.rawValue): project \(project.name)"
    default: return event.type.rawValue
    }
}

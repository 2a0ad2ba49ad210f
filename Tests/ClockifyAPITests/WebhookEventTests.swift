import ClockifyAPI
import Foundation
import HTTPTypes
import Testing

@testable import ClockifySandbox

@Suite("Webhook events")
struct WebhookEventTests {
    private let token = "a-webhook's-token"

    private func event(_ type: String, _ body: String) throws -> WebhookEvent {
        try WebhookEvent(
            headers: ["clockify-signature": token, "clockify-webhook-event-type": type], body: Array(body.utf8), token: token)
    }

    /// All events in the spec.
    private func documentedTypes() throws -> [String] {
        let schema = try Catalog.shared.get().schemas["Webhooks.yaml#/components/schemas/WebhookEventType"]
        return try #require(schema).strings("enum")
    }

    @Test("The code in the README verifies a delivery and decodes it")
    func callSite() async throws {
        let sandbox = ClockifySandbox()
        let clockify = Clockify(.apiKey(sandbox.apiKey), transport: sandbox.transport)
        let webhook = try await clockify.webhooks.create(
            in: sandbox.workspace,
            .init(
                name: "entries", triggerSource: [], triggerSourceType: .workspaceID, url: "https://example.com/hook", webhookEvent: .newTimeEntry))
        let entry = try await clockify.timeEntries.create(in: sandbox.workspace, .init(start: .now, description: "Write the docs"))
        let body = try JSONEncoder().encode(entry)
        var headers = HTTPFields()
        headers[try #require(HTTPField.Name("clockify-signature"))] = webhook.authToken
        headers[try #require(HTTPField.Name("clockify-webhook-event-type"))] = "NEW_TIME_ENTRY"

        let event = try WebhookEvent(headers: headers, body: body, token: webhook.authToken)
        #expect(event.type == .newTimeEntry)
        #expect(try event.decode(Clockify.TimeEntry.self) == entry)
        switch try event.payload() {
        case .timeEntry(let told): #expect(told == entry)
        case .other(let json): Issue.record("\(json)")
        default: Issue.record("another entity")
        }
        #expect(throws: WebhookError.wrongSignature) { try WebhookEvent(headers: headers, body: body, token: "another") }
    }

    @Test("Each documented event carries the entity that its name implies, and rates are not an entity")
    func everyDocumentedEvent() throws {
        let entry = #"{"id": "1", "type": "REGULAR", "timeInterval": {"start": "2026-01-01T00:00:00Z"}}"#
        let user = #"{"id": "1", "name": "n", "activeWorkspace": "w", "defaultWorkspace": "w"}"#
        let bodies = [
            "PROJECT": #"{"id": "1", "name": "n"}"#, "TASK": #"{"id": "1", "name": "n"}"#, "CLIENT": #"{"id": "1", "name": "n"}"#,
            "TAG": #"{"id": "1", "name": "n"}"#, "TIMER": entry, "TIME_ENTRY": entry, "USER": user, "USERS": "[\(user)]",
            "USER_GROUP": #"{"id": "1", "name": "n"}"#, "INVOICE": #"{"id": "1"}"#, "EXPENSE": #"{"id": "1"}"#,
            "ASSIGNMENT": #"{"id": "1"}"#, "APPROVAL_REQUEST": #"{"id": "1"}"#, "TIME_OFF": #"{"id": "1"}"#, "BALANCE": #"{"id": "1"}"#,
            "TIME_ENTRY_SPLIT": "[\(entry), \(entry)]", "TIME_ENTRY_BATCH": "[\(entry)]", "RATE": #"{"rate": 1}"#,
        ]
        let types = try documentedTypes()
        #expect(types.count == 50)
        var seen: [String: Int] = [:]
        for type in types {
            // The longest subject in the event's name: USER_GROUP before USER.
            let subject = try #require(bodies.keys.filter(type.contains).max { $0.count < $1.count })
            let payload = try event(type, try #require(bodies[subject])).payload()
            let kind = String("\(payload)".prefix { $0 != "(" })
            let expected = [
                "TIMER": "timeEntry", "TIME_ENTRY": "timeEntry", "TIME_ENTRY_SPLIT": "timeEntries", "TIME_ENTRY_BATCH": "timeEntries",
                "USER_GROUP": "userGroup", "APPROVAL_REQUEST": "approvalRequest", "TIME_OFF": "timeOffRequest", "RATE": "other",
            ]
            #expect(kind == expected[subject] ?? subject.lowercased(), "\(type)")
            seen[kind, default: 0] += 1
        }
        #expect(seen["other"] == 2 && seen["timeEntry"] == 6 && seen["users"] == 2)
    }

    @Test("Unknown events and bodies of another kind are kept as the received JSON")
    func unknown() throws {
        let json = #"{"id": 7, "mood": ["good"]}"#
        let unknown = try event("MOOD_CHANGED", json)
        #expect(unknown.type == Clockify.WebhookEventType(rawValue: "MOOD_CHANGED"))
        #expect(try unknown.payload() == .other(["id": 7, "mood": ["good"]]))
        #expect(try event("NEW_TAG", json).payload() == .other(["id": 7, "mood": ["good"]]))
        #expect(try event("NEW_TAG", "[]").payload() == .other([]))
        #expect(try event("TIME_ENTRY_SPLIT", "[{}]").payload() == .other([[:]]))
    }

    @Test("An unexpected entity is reported with its JSON path, and so is a body that is not JSON")
    func unreadable() throws {
        let wrong = try event("NEW_TIME_ENTRY", #"{"id": "1", "type": "REGULAR", "timeInterval": {"start": "yesterday"}}"#)
        do {
            _ = try wrong.decode(Clockify.TimeEntry.self)
            Issue.record("read")
        } catch {
            guard case .unreadablePayload(let error) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(error.path == "$.timeInterval.start")
        }
        for body in ["", "<html>", "{", "nul", "{\"id\": \"1\"} {}", String(repeating: "[", count: 100_000), "\u{0}"] {
            let event = try event("NEW_TAG", body)
            do {
                _ = try event.payload()
                Issue.record("read")
            } catch {
                guard case .unreadablePayload = error else {
                    Issue.record("\(error)")
                    return
                }
            }
        }
    }

    @Test("No printed form of an event contains the token")
    func secrecy() throws {
        var text = ""
        dump(try event("NEW_TAG", "{}"), to: &text)
        #expect(!text.contains(token) && !text.isEmpty)
    }
}

import ClockifyAPI
import ClockifySandbox
import Foundation

/// A workspace for one test, and a client of it.
struct Office {
    let sandbox = ClockifySandbox(contents: .empty)

    var clockify: Clockify { Clockify(.apiKey(sandbox.apiKey), transport: sandbox.transport) }
    var workspace: Clockify.WorkspaceID { sandbox.workspace }
    var me: Clockify.UserID { sandbox.user }
}

/// A point in time from text such as `2026-03-02T09:00:00Z`.
func time(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt

import ClockifyAPI
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Roles, profiles and custom fields of users in the sandbox")
struct SandboxPeopleTests {
    let sandbox = ClockifySandbox()
    let call: CheckedCalls
    private var me: String { sandbox.user.rawValue }

    init() throws { call = try CheckedCalls(sandbox) }

    private func role(_ role: String, of entity: String) -> JSONValue {
        ["role": .string(role), "entityId": .string(entity), "sourceType": "USER_GROUP"]
    }

    @Test("A manager role can be given and removed, and managers are listed for their users and groups")
    func roles() async throws {
        let (anna, bert) = (try await call.addUser("anna"), try await call.addUser("bert"))
        let group = try await call(.post, "/user-groups", ["name": "Team"])
        try await call(.post, "/user-groups/\(group.id)/users", ["userId": .string(bert)])
        for _ in 0..<2 {
            let given = try await call(.post, "/users/\(anna)/roles", role("TEAM_MANAGER", of: group.id))
            #expect(given.arrayValue?.count == 1 && given[0]?["role"]?["source"]?["id"] == .string(group.id))
        }
        try await call(.post, "/users/\(me)/roles", role("TEAM_MANAGER", of: bert))
        #expect(try await call(.get, "/users/\(bert)/managers?sort-column=NAME").each("id") == [.string(anna), .string(me)])
        #expect(try await call(.get, "/users/\(bert)/managers?sort-column=NAME&page=2&page-size=1").each("id") == [.string(me)])
        #expect(try await call(.get, "/users/\(anna)/managers") == [])
        let groups = try await call(.get, "/user-groups?includeTeamManagers=true")
        #expect(groups[0]?["teamManagers"] == [["id": .string(anna), "name": "anna"]])
        #expect(try await call(.get, "/user-groups")[0]?["teamManagers"] == [])
        #expect(try await call(.post, "/users/info", ["roles": ["TEAM_MANAGER"]]).each("id") == [.string(anna), .string(me)])
        #expect(try await call(.post, "/users/info", ["roles": ["WORKSPACE_ADMIN"]]).each("id") == [.string(me)])
        #expect(try await call(.post, "/users/info", ["userGroups": [.string(group.id)]]).each("id") == [.string(bert)])

        try await call(.delete, "/users/\(anna)/roles", role("TEAM_MANAGER", of: group.id))
        #expect(try await call(.get, "/users/\(bert)/managers").each("id") == [.string(me)])
        #expect(
            try await call.refused(.delete, "/users/\(anna)/roles", role("TEAM_MANAGER", of: group.id))
                == "Role doesn't belong to User")
        #expect(
            try await call.refused(.post, "/users/\(anna)/roles", role("TEAM_MANAGER", of: "none")) == "Entity doesn't belong to Workspace")
    }

    @Test("A member profile keeps what is changed, and the rest")
    func profile() async throws {
        let usual = try await call(.get, "/member-profile/\(me)")
        #expect(usual["name"] == "John Doe" && usual["email"] == "john.doe@example.com" && usual["workCapacity"] == "PT7H")
        #expect(usual["hasPendingApprovalRequest"] == false && usual["workspaceNumber"] == 1 && usual["imageUrl"] == nil)
        let changed = try await call(
            .patch, "/member-profile/\(me)",
            ["name": "Jane", "imageUrl": "https://example.com/a.png", "weekStart": "SUNDAY", "workCapacity": "PT6H30M", "email": "x"])
        #expect(changed["name"] == "Jane" && changed["weekStart"] == "SUNDAY" && changed["workCapacity"] == "PT6H30M")
        #expect(changed["imageUrl"] == "https://example.com/a.png" && changed["email"] == "john.doe@example.com")
        #expect(changed["workingDays"] == usual["workingDays"] && usual["workingDays"]?.arrayValue?.count == 5)
        let anna = try await call.addUser("anna")
        let days = try await call(.patch, "/member-profile/\(anna)", ["workingDays": "[\"SATURDAY\",\"SUNDAY\"]"])
        #expect(days["workingDays"] == ["SATURDAY", "SUNDAY"])
        #expect(try await call(.get, "/member-profile/\(me)") == changed)
        #expect(try await call(.get, "/user")["name"] == "Jane")
        #expect(try await call(.patch, "/member-profile/\(me)", ["removeProfileImage": true])["imageUrl"] == nil)
        #expect(try await call.refused(.get, "/member-profile/none") == "User doesn't belong to Workspace")
    }

    @Test("A user has a value for a custom field of users, until the field is deleted")
    func customFields() async throws {
        let field = try await call(.post, "/custom-fields", ["name": "TIN", "type": "TXT", "entityType": "USER"])
        let value = try await call(.put, "/users/\(me)/custom-field/\(field.id)/value", ["value": "123"])
        #expect(
            value == [
                "customFieldId": .string(field.id), "customFieldName": "TIN", "customFieldType": "TXT", "userId": .string(me),
                "value": "123",
            ])
        #expect(try await call(.get, "/user")["customFields"] == [value])
        let profile = try await call(
            .patch, "/member-profile/\(me)", ["userCustomFields": [["customFieldId": .string(field.id), "value": "456"]]])
        #expect(profile["userCustomFieldValues"]?[0]?["value"] == "456" && profile["userCustomFieldValues"]?[0]?["name"] == "TIN")
        #expect(try await call(.get, "/users")[0]?["customFields"]?.each("value") == ["456"])

        let target = "/users/\(me)/custom-field"
        #expect(try await call.refused(.put, "\(target)/\(field.id)/value", ["value": 7]).contains("[value]"))
        #expect(try await call.refused(.put, "\(target)/none/value", ["value": "7"]) == "Custom field doesn't belong to Workspace")
        let other = try await call(.post, "/custom-fields", ["name": "Place", "type": "TXT"])
        #expect(try await call.refused(.put, "\(target)/\(other.id)/value", ["value": "7"]).contains("[customFieldId]"))
        try await call(.delete, "/custom-fields/\(field.id)")
        #expect(try await call(.get, "/user")["customFields"] == [])
    }

    @Test("A parameter with a default may be left out although the documentation requires it")
    func defaults() async throws {
        #expect(try await call(.get, "/users").each("id") == [.string(me)])
        #expect(try await sandbox.raw(.post, "\(sandbox.workspacePath)/users", json: "{\"email\": \"a@example.com\"}").status == 200)
    }

    @Test("Null for an optional member of a request is as if it was absent")
    func null() async throws {
        let tag = try await call(.post, "/tags", ["name": "x"])
        let holiday: JSONValue = [
            "name": "May", "datePeriod": ["startDate": "2026-05-01", "endDate": "2026-05-01"], "users": .null, "color": .null,
            "automaticTimeEntryCreation": .null,
        ]
        #expect(try await call(.post, "/holidays", holiday)["userIds"] == [])
        #expect(try await call(.put, "/tags/\(tag.id)", ["name": .null, "archived": true])["name"] == "x")
        #expect(try await call.refused(.post, "/holidays", ["name": .null, "datePeriod": .null]).contains("[name]"))
    }

    @Test("Members that only responses have are never taken from a request")
    func foreignMembers() async throws {
        let tag = try await call(.post, "/tags", ["name": "x", "workspaceId": "mine", "id": "mine"])
        #expect(tag["workspaceId"] == .string(sandbox.workspace.rawValue))
        let changed = try await call(.put, "/tags/\(tag.id)", ["name": "y", "workspaceId": "mine"])
        #expect(changed["workspaceId"] == .string(sandbox.workspace.rawValue) && changed.id == tag.id)
    }

    @Test("A user who is not a member of a workspace does not belong to it")
    func foreignUser() async throws {
        let anna = try await call.addUser("anna")
        let other = try await sandbox.client.workspaces.create(.init(name: "Second"))
        let answer = try await sandbox.raw(.get, "/workspaces/\(other.id.rawValue)/member-profile/\(anna)")
        #expect(answer.status == 400 && answer.message == "User doesn't belong to Workspace")
    }

    @Test("Uploaded images have different addresses, and removing a member changes nothing")
    func leftovers() async throws {
        let form = "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b--\r\n"
        var urls: Set<JSONValue?> = []
        for _ in 0..<2 {
            urls.insert(
                try await sandbox.raw(.post, "/file/image", json: form, contentType: "multipart/form-data; boundary=b").json?["url"])
        }
        #expect(urls.count == 2 && !urls.contains(nil))
        let anna = try await call.addUser("anna")
        #expect(try await sandbox.raw(.delete, "\(sandbox.workspacePath)/users/\(anna)").status == 200)
        #expect(try await call(.get, "/users").arrayValue?.count == 2)
    }

    @Test("A plan limits the number of webhooks, a new webhook has no logs, and there are no webhooks of the system")
    func webhooks() async throws {
        func hook(_ name: String) -> JSONValue {
            [
                "name": .string(name), "url": "https://example.com", "webhookEvent": "NEW_TAG", "triggerSource": [],
                "triggerSourceType": "WORKSPACE_ID",
            ]
        }
        var last: JSONValue = .null
        for index in 1...3 { last = try await call(.post, "/webhooks", hook("hook \(index)")) }
        #expect(try await call.refused(.post, "/webhooks", hook("hook 4")).contains("limit"))
        try await call(.delete, "/webhooks/\(last.id)")
        let hook = try await call(.post, "/webhooks", hook("hook 4"))
        #expect(try await call(.post, "/webhooks/\(hook.id)/logs", [:]) == [])
        #expect(try await call.refused(.post, "/webhooks/none/logs", [:]) == "Webhook doesn't belong to Workspace")
        #expect(try await call.refused(.get, "/webhooks?type=SYSTEM", status: 500, code: 500) == "Internal server error")
    }

    @Test("An uploaded photo is served at the path of its address, on any host, and the oldest of many make room")
    func photo() async throws {
        let sandbox = ClockifySandbox()
        let photo = Array(0...255) as [UInt8]
        let upload = { () throws -> FileUpload in .bytes(photo, name: "me.png", contentType: "image/png") }
        let first = try await sandbox.client.users.uploadImage(try upload())
        let url = try #require(first.url.flatMap { URL(string: $0) })
        #expect(url.path == "/\(first.name ?? "")" && url.path.hasSuffix(".png"))
        func get(_ path: String, from host: String) async throws -> (head: HTTPResponse, bytes: [UInt8]) {
            let request = HTTPRequest(method: .get, scheme: "https", authority: host, path: path)
            let response = try await sandbox.transport.send(request, body: nil)
            return (response.head, try await response.body.reduce(into: []) { $0 += $1 })
        }
        let answer = try await get(url.path, from: url.host ?? "")
        #expect(answer.head.status == .ok && answer.bytes == photo && answer.head.headerFields[.contentType] == "image/png")
        #expect(try await get(url.path, from: "127.0.0.1").bytes == photo)
        let copy = try ClockifySandbox(savedState: try sandbox.savedState())
        #expect(try sandbox.savedState() == copy.savedState())
        for _ in 0..<100 { _ = try await sandbox.client.users.uploadImage(try upload()) }
        #expect(try await get(url.path, from: "127.0.0.1").head.status == .unauthorized)
    }
}

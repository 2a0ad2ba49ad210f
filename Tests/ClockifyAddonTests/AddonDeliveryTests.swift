#if Addon
import ClockifyAPI
import Foundation
import HTTPTypes
import Testing

@testable import ClockifyAddon

@Suite("Deliveries to add-ons")
struct AddonDeliveryTests {
    private let signer: TokenSigner
    private let verifier: AddonVerifier

    init() throws {
        signer = try TokenSigner()
        verifier = try AddonVerifier(publicKey: signer.publicKey, addonKey: "my-addon")
    }

    private let installed = """
        {"addonId": "64c777ddd3fcab07cfbb210c", "authToken": "the-installation's-token", "workspaceId": "64a687e29ae1f428e7ebe303",
         "asUser": "5a0ab5acb07987125438b60f", "apiUrl": "https://api.clockify.me/api", "addonUserId": "5a0ab5acb07987125438b610",
         "webhooks": [{"path": "/hooks/entries", "webhookType": "NEW_TIME_ENTRY", "authToken": "the-hook's-token"}], "new": [1]}
        """

    private func refusal<Payload: AddonLifecyclePayload>(
        _ type: Payload.Type, _ headers: [String: String], _ body: String, limit: Int = 10_000
    ) -> AddonError? {
        do {
            _ = try verifier.lifecycle(type, headers: headers, body: Array(body.utf8), maximumBodyBytes: limit)
            return nil
        } catch {
            return error
        }
    }

    @Test("An installation is verified and specifies how to call the API")
    func installation() throws {
        var headers = HTTPFields()
        headers[try #require(HTTPField.Name("x-addon-lifecycle-token"))] = try signer.token()
        let event = try verifier.lifecycle(AddonInstallation.self, headers: headers, body: Data(installed.utf8))
        #expect(event.payload.authToken == "the-installation's-token")
        #expect(event.payload.asUser == "5a0ab5acb07987125438b60f" && event.payload.addonUserId == "5a0ab5acb07987125438b610")
        #expect(event.payload.apiUrl == "https://api.clockify.me/api")
        let hook = try #require(event.payload.webhooks.first)
        #expect(hook.path == "/hooks/entries" && hook.webhookType == .newTimeEntry && hook.authToken == "the-hook's-token")
        _ = Clockify(.addonToken(event.payload.authToken), site: try event.token.site)
        var text = "\(event) \(String(reflecting: event))"
        dump(event, to: &text)
        #expect(!text.contains("the-installation's-token") && !text.contains("the-hook's-token"))
        #expect(text.contains("64a687e29ae1f428e7ebe303"))
    }

    @Test("The code in the README installs, verifies and calls the API at the URL in the token")
    func callSite() throws {
        let headers = ["X-Addon-Lifecycle-Token": try signer.token()]
        let body = Data(installed.replacingOccurrences(of: "the-installation's-token", with: try signer.token()).utf8)
        let verifier = try AddonVerifier(publicKey: signer.publicKey, addonKey: "my-addon")
        let installed = try verifier.lifecycle(AddonInstallation.self, headers: headers, body: body)
        let token = try verifier.verify(installed.payload.authToken)
        let clockify = Clockify(.addonToken(installed.payload.authToken), site: try token.site)
        #expect(
            try token.site
                == .custom(
                    backend: #require(URL(string: "https://euc1.clockify.me/api")),
                    reports: #require(URL(string: "https://euc1.clockify.me/report")),
                    timeOff: #require(URL(string: "https://euc1.clockify.me/api"))))
        #expect(!String(reflecting: clockify).contains(installed.payload.authToken))
    }

    @Test("The other events are verified in the same way and keep undocumented members")
    func otherEvents() throws {
        let ids = #""addonId": "64c777ddd3fcab07cfbb210c", "workspaceId": "64a687e29ae1f428e7ebe303""#
        let headers = ["X-Addon-Lifecycle-Token": try signer.token()]
        let deleted = try verifier.lifecycle(AddonDeletion.self, headers: headers, body: Array("{\(ids), \"asUser\": \"u\"}".utf8)).payload
        #expect(deleted.asUser == "u" && deleted.members["asUser"] == "u")
        let status = try verifier.lifecycle(
            AddonStatusChange.self, headers: headers, body: Array("{\(ids), \"status\": \"INACTIVE\"}".utf8))
        #expect(status.payload.status == .inactive)
        let settings = #"{\#(ids), "settings": [{"id": "color", "name": "Color", "value": "red"}, {"id": "days", "value": [1]}, {}, 7]}"#
        let update = try verifier.lifecycle(AddonSettingsUpdate.self, headers: headers, body: Array(settings.utf8)).payload
        #expect(update.settings == ["color": "red", "days": [1]])
        #expect(update.body["settings"]?.arrayValue?.count == 4)
    }

    @Test("The token of an installation is kept, whatever else the body contains")
    func oddInstallations() throws {
        let ids = #""addonId": "64c777ddd3fcab07cfbb210c", "workspaceId": "64a687e29ae1f428e7ebe303", "authToken": "the-token""#
        let headers = ["X-Addon-Lifecycle-Token": try signer.token()]
        func installed(_ rest: String) throws -> AddonInstallation {
            try verifier.lifecycle(AddonInstallation.self, headers: headers, body: Array("{\(ids)\(rest)}".utf8)).payload
        }
        let webhook = try installed(#", "webhooks": [{"path": "https://addon/w", "event": "NEW_TIME_ENTRY", "authToken": "x"}]"#).webhooks
        #expect(webhook.map(\.webhookType) == [.newTimeEntry] && webhook.map(\.authToken) == ["x"] && webhook[0].path == "https://addon/w")
        for rest in [
            "", #", "webhooks": null"#, #", "webhooks": {}"#, #", "webhooks": [null, 7, {}, {"path": 1}]"#, #", "asUser": 5, "apiUrl": []"#,
            #", "addonUserId": null, "new": {"a": [1]}, "webhooks": "none""#, #", "new": 1e999, "newer": [{"a": -1e999}]"#,
        ] {
            let installation = try installed(rest)
            #expect(installation.authToken == "the-token" && installation.webhooks.isEmpty, "\(rest)")
            #expect(!"\(installation)\(String(reflecting: installation))".contains("the-token"))
        }
        let mixed = try installed(
            #", "webhooks": [{"authToken": "a"}, {"path": "p", "webhookType": 1, "authToken": "b"}, {"path": "lost"}]"#)
        #expect(mixed.webhooks.map(\.authToken) == ["a", "b"] && mixed.webhooks.map(\.path) == [nil, "p"])
        #expect(mixed.webhooks.map(\.webhookType) == [nil, nil] && mixed.members["webhooks"]?[2]?["path"] == "lost")
        for missing in ["addonId", "workspaceId", "authToken"] {
            let body = "{\(ids)}".replacingOccurrences(of: "\"\(missing)\"", with: "\"other\"")
            #expect(refusal(AddonInstallation.self, headers, body) != nil, "\(missing)")
        }
    }

    @Test("Settings are found in a list, in tabs and in groups, and the token identifies their workspace")
    func oddSettings() throws {
        let headers = ["X-Addon-Lifecycle-Token": try signer.token()]
        let nested =
            #"{"tabs": [{"id": "t", "settings": [{"id": "a", "value": 1}], "groups": [{"settings": [{"id": "b", "value": null}]}]}]}"#
        for (body, settings) in [
            (#"[{"id":"threshold","name":"Threshold","value":360}]"#, ["threshold": 360]), ("[]", [:]), (nested, ["a": 1, "b": nil]),
            (#"{"settings":null}"#, [:]),
            (
                #"[null, {"id": "unset", "name": "Unset"}, {"id": "list", "value": [{"id": "x"}]}]"#,
                ["unset": nil, "list": [["id": "x"]]]
            ),
        ] as [(String, [String: JSONValue])] {
            let event = try verifier.lifecycle(AddonSettingsUpdate.self, headers: headers, body: Array(body.utf8))
            #expect(event.payload.settings == settings, "\(body)")
            #expect(event.token.workspaceId == "64a687e29ae1f428e7ebe303")
        }
        #expect(refusal(AddonSettingsUpdate.self, headers, "7") != nil)
    }

    @Test("No body is decoded without a token that the vendor signed for this add-on")
    func unverified() throws {
        let name = "X-Addon-Lifecycle-Token"
        #expect(refusal(AddonInstallation.self, [:], "x") == .delivery(.missingHeader(name)))
        #expect(refusal(AddonInstallation.self, [name: "", "x": "y"], "x") == .delivery(.missingHeader(name)))
        let token = try signer.token()
        #expect(
            refusal(AddonInstallation.self, [name: token, "x-addon-lifecycle-token": token], installed) == .delivery(.repeatedHeader(name)))
        #expect(refusal(AddonInstallation.self, [name: try TokenSigner(isVendor: false).token()], "x") == .wrongSignature)
        let forAnother = try signer.token(["sub": "another-addon"])
        #expect(refusal(AddonInstallation.self, [name: forAnother], "x") == .wrongClaim("sub", expected: "my-addon"))
    }

    @Test("A body for another workspace or installation than that of the token is rejected")
    func mismatch() throws {
        let name = "X-Addon-Lifecycle-Token"
        #expect(
            refusal(AddonInstallation.self, [name: try signer.token(["workspaceId": "other"])], installed) == .bodyMismatch("workspaceId"))
        #expect(refusal(AddonInstallation.self, [name: try signer.token(["addonId": "other"])], installed) == .bodyMismatch("addonId"))
        #expect(refusal(AddonInstallation.self, [name: try signer.token(["workspaceId": nil])], installed) == .missingClaim("workspaceId"))
        #expect(refusal(AddonInstallation.self, [name: try signer.token(["addonId": nil])], installed) == nil)
    }

    @Test("A body that is too large, not JSON or incomplete is rejected with the place of the error")
    func bodies() throws {
        let headers = ["X-Addon-Lifecycle-Token": try signer.token()]
        #expect(refusal(AddonInstallation.self, headers, installed, limit: 10) == .delivery(.tooLarge("body", limit: 10)))
        for (body, path) in [("", "$"), ("[]", "$"), (#"{"addonId": 1}"#, "$.addonId"), ("{}", "$.addonId")] {
            guard case .delivery(.unreadablePayload(let error))? = refusal(AddonInstallation.self, headers, body) else {
                Issue.record("\(body)")
                return
            }
            #expect(error.path == path)
            guard case .delivery(.unreadablePayload)? = refusal(AddonDeletion.self, headers, body) else {
                Issue.record("\(body)")
                return
            }
        }
        let noPath = installed.replacingOccurrences(of: "\"path\"", with: "\"way\"")
        let kept = try verifier.lifecycle(AddonInstallation.self, headers: headers, body: Array(noPath.utf8)).payload.webhooks
        #expect(kept.count == 1 && kept.first?.path == nil && kept.first?.authToken.isEmpty == false)
    }

    @Test("A webhook's signature must equal the stored token and come from the vendor")
    func webhooks() throws {
        func headers(_ signature: String) -> [String: String] {
            ["clockify-signature": signature, "clockify-webhook-event-type": "NEW_TAG"]
        }
        let body = Array(#"{"id": "1", "name": "n"}"#.utf8)
        let token = try signer.token()
        let webhook = try verifier.webhook(headers: headers(token), body: body, token: token + "\n")
        #expect(webhook.event.type == .newTag && webhook.token.workspaceId == "64a687e29ae1f428e7ebe303")
        #expect(throws: AddonError.delivery(.wrongSignature)) {
            try verifier.webhook(headers: headers(signer.token(["workspaceId": "other"])), body: body, token: token)
        }
        let forged = try TokenSigner(isVendor: false).token()
        #expect(throws: AddonError.wrongSignature) { try verifier.webhook(headers: headers(forged), body: body, token: forged) }
        #expect(throws: AddonError.self) { try verifier.webhook(headers: headers("plain"), body: body, token: "plain") }
    }
}
#endif

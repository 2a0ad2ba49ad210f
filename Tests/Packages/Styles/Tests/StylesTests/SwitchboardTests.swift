import ClockifyRuntime
import Foundation
import Switchboard
import Testing

/// Telephony.
@Suite struct SwitchboardTests {
    private let account = "AC" + String(repeating: "0", count: 32)

    private func switchboard(_ service: Service) -> Switchboard {
        service.api(
            at: Switchboard.Services.documented, with: Switchboard.Credentials.accountSidAuthToken(user: "AC1", password: "secret"))
    }

    @Test("A time, and the times before and after it, are three parameters")
    func list() async throws {
        let service = Service(
            """
            {"calls": [{"sid": "CA1", "status": "no-answer", "price": null, "duration": "15", "start_time": "Tue, 31 Aug 2010 20:36:28 +0000",
             "subresource_uris": {"notifications": "/n"}}, {"status": "on-hold"}], "end": 1, "page_size": 50, "next_page_uri": null}
            """)
        let day = Date(timeIntervalSince1970: 1_700_000_000)
        let calls = try await switchboard(service).api20100401Call.listCall(
            accountSid: account, to: "+15551234567", status: .inProgress, startTimeLessThan: day, startTimeGreaterThan: day, pageSize: 50)
        #expect(
            service.line
                == "GET https://api.switchboard.example/2010-04-01/Accounts/\(account)/Calls.json?To=%2B15551234567&Status=in-progress"
                + "&StartTime%3C=2023-11-14T22%3A13%3A20Z&StartTime%3E=2023-11-14T22%3A13%3A20Z&PageSize=50")
        #expect(service.header("Authorization") == "Basic QUMxOnNlY3JldA==")
        #expect(calls.calls?.map(\.status) == [.noAnswer, .init(rawValue: "on-hold")] && calls.nextPageUri == nil)
        #expect(calls.calls?.first?.subresourceUris == ["notifications": "/n"])
        _ = try await switchboard(service).api20100401Call.listCall(accountSid: account, startTimeGreaterThan: day)
        #expect(service.line.hasSuffix("/Calls.json?StartTime%3E=2023-11-14T22%3A13%3A20Z"))
        let broken = await problems { () throws(APIFailure) in
            _ = try await switchboard(service).api20100401Call.listCall(accountSid: "AC", pageSize: 0)
        }
        #expect(
            broken == [
                "path /AccountSid at least 34 characters", "path /AccountSid matches ^AC[0-9a-fA-F]{32}$", "query /PageSize at least 1",
            ])
    }

    @Test("A call is a form whose lists repeat their name")
    func create() async throws {
        let service = Service(#"{"sid": "CA1", "status": "queued"}"#, status: 201)
        let call = try await switchboard(service).api20100401Call.createCall(
            accountSid: account,
            .init(
                to: "client:jo", from: "+1555", url: "https://x.example/a?b=c&d", statusCallbackEvent: ["initiated", "answered"],
                timeout: 0,
                record: true, machineDetection: .detectMessageEnd))
        #expect(service.line == "POST https://api.switchboard.example/2010-04-01/Accounts/\(account)/Calls.json")
        #expect(service.header("Content-Type") == "application/x-www-form-urlencoded" && call.status == .queued)
        #expect(
            service.body
                == "To=client%3Ajo&From=%2B1555&Url=https%3A%2F%2Fx.example%2Fa%3Fb%3Dc%26d&StatusCallbackEvent=initiated"
                + "&StatusCallbackEvent=answered&Timeout=0&Record=true&MachineDetection=DetectMessageEnd")
    }

    @Test("An identifier stands before the ending of a path")
    func ending() async throws {
        let service = Service(status: 204)
        try await switchboard(service).api20100401Call.deleteCall(accountSid: "AC 1", sid: "CA/1")
        #expect(service.line == "DELETE https://api.switchboard.example/2010-04-01/Accounts/AC%201/Calls/CA%2F1.json")
    }

    @Test("Values of any kind, and times, are written in a form")
    func message() async throws {
        let service = Service(#"{"body": "hi", "num_segments": "1", "error_code": null}"#, status: 201)
        let message = try await switchboard(service).api20100401Message.createMessage(
            accountSid: "A",
            .init(
                to: "+1", mediaUrl: ["https://m/1", "https://m/2"], body: "é & ü", sendAt: Date(timeIntervalSince1970: 1_700_000_000),
                contentVariables: #"{"1":"Jo"}"#, attributes: ["a": 1]))
        #expect(message.numSegments == "1" && message.errorCode == nil)
        #expect(
            service.body
                == "To=%2B1&MediaUrl=https%3A%2F%2Fm%2F1&MediaUrl=https%3A%2F%2Fm%2F2&Body=%C3%A9%20%26%20%C3%BC"
                + "&SendAt=2023-11-14T22%3A13%3A20Z&ContentVariables=%7B%221%22%3A%22Jo%22%7D&Attributes=%7B%22a%22%3A1%7D")
    }

    @Test("Each product has a server of its own, and the main one can be in another region")
    func servers() async throws {
        let service = Service(#"{"sid": null, "status": "pending", "send_code_attempts": [{"time": "t"}, 1], "lookup": null}"#, status: 201)
        let verification = try await switchboard(service).verifyV2.createVerification(
            serviceSid: "VA1", .init(to: "+1", channel: "sms", bindingPublicKey: "k=", bindingAlg: "ES256"))
        #expect(service.line == "POST https://verify.switchboard.example/v2/Services/VA1/Verifications")
        #expect(service.body == "To=%2B1&Channel=sms&Binding.PublicKey=k%3D&Binding.Alg=ES256")
        #expect(verification.sid == nil && verification.sendCodeAttempts == [["time": "t"], 1])
        typealias Services = Switchboard.Services
        #expect(Services.documented[Services.verify] == "https://verify.switchboard.example")
        #expect(Services.MainServers.byRegion(region: "sydney") == "https://api.sydney.switchboard.example")
    }
}

import ClockifyAPI
import ClockifySandbox
import DocumentedSamples
import Foundation
import HTTPTypes
import SandboxTestSupport
import Synchronization
import Testing

/// Forwards requests and records them.
private final class Recorder: ClientTransport {
    let next: any ClientTransport
    private let sent = Mutex<[(path: String, body: JSONValue)]>([])

    init(_ next: any ClientTransport) { self.next = next }

    var last: (path: String, body: JSONValue)? { sent.withLock { $0.last } }

    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        let bytes = try body?.collect() ?? []
        let json = (try? JSONReader.decode(JSONValue.self, from: bytes)) ?? .null
        sent.withLock { $0.append((request.path ?? "", json)) }
        return try await next.send(request, body: body)
    }
}

@Suite("The date formats that fields of the service require")
struct DateFormTests {
    private let sandbox = ClockifySandbox()
    private let recorder: Recorder
    private let clockify: Clockify
    /// A date like `.now`, with a fraction that no field keeps completely.
    private let now = Date(timeIntervalSince1970: 1_543_496_446.987_654_3)

    init() {
        recorder = Recorder(sandbox.transport)
        clockify = Clockify(.apiKey(sandbox.apiKey), transport: recorder)
    }

    private func bodyText(_ path: String...) -> String? {
        path.reduce(recorder.last?.body) { $0?[$1] }?.stringValue
    }

    /// Expects that the service accepts the request, even if the named resource does not exist.
    private func expectAccepted<Value>(_ call: () async throws(APIFailure) -> Value) async {
        do {
            _ = try await call()
        } catch {
            guard case .response(let failure) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(ClockifySandbox.isMissing(status: failure.status.code, message: failure.message ?? ""), "\(failure)")
        }
    }

    @Test("A timer that is stopped in the second in which it started has no negative interval")
    func timer() async throws {
        let entry = try await clockify.timeEntries.create(in: sandbox.workspace, .init(start: now))
        #expect(bodyText("start") == "2018-11-29T13:00:46Z")
        let end = now.addingTimeInterval(0.001)
        try await clockify.timeEntries.stopRunning(in: sandbox.workspace, user: sandbox.user, .init(end: end))
        #expect(bodyText("end") == "2018-11-29T13:00:46Z")
        let interval = try await clockify.timeEntries.get(entry.id, in: sandbox.workspace).timeInterval
        #expect(interval.start == interval.end)
    }

    @Test("Fields that reject fractions of a second are sent without them")
    func withoutFraction() async throws {
        let invoice: Clockify.InvoiceID = "34p687e29ae1f428e7ebe562"
        await expectAccepted { () async throws(APIFailure) in
            try await clockify.invoices.createPayment(invoice, in: sandbox.workspace, .init(amount: 0.01, date: now))
        }
        #expect(bodyText("paymentDate") == "2018-11-29T13:00:46Z")

        let policy: Clockify.PolicyID = "63034cd0cb0fb876a57e93ad"
        let period = Clockify.NewPeriod(start: .time(now), end: .time(now.addingTimeInterval(3600)))
        await expectAccepted { () async throws(APIFailure) in
            try await clockify.timeOff.create(in: sandbox.workspace, policy: policy, .init(timeOffPeriod: .init(period: period)))
        }
        #expect(bodyText("timeOffPeriod", "period", "start") == "2018-11-29T13:00:46Z")
        #expect(bodyText("timeOffPeriod", "period", "end") == "2018-11-29T14:00:46Z")

        // A manual request shows that the sandbox would have rejected a fraction.
        let payment = "\(sandbox.workspacePath)/invoices/\(invoice)/payments"
        for (fraction, isRefused) in [("", false), (".0", true), (".000", true), (".987", true)] {
            let answer = try await sandbox.raw(
                .post, payment, json: "{\"amount\": 1, \"paymentDate\": \"2018-11-29T13:00:46\(fraction)Z\"}")
            #expect(answer.message.contains("invalid date format") == isRefused, "\(fraction): \(answer.message)")
        }
        for (text, isRefused) in [("2018-11-29", false), ("2018-11-29T13:00:46Z", false), ("2018-11-29T13:00:46.000Z", true)] {
            let answer = try await sandbox.raw(
                .post, "\(sandbox.workspacePath)/time-off/policies/\(policy)/requests",
                json: "{\"timeOffPeriod\": {\"period\": {\"start\": \"\(text)\", \"end\": \"\(text)\"}}}")
            #expect(answer.message.contains("fits none") == isRefused, "\(text): \(answer.message)")
        }
    }

    @Test("Days off are sent as days")
    func days() async throws {
        let day: CalendarDate = "2021-12-23"
        let period = Clockify.NewPeriod(days: 2, start: .day(day))
        _ = try? await clockify.timeOff.create(
            in: sandbox.workspace, policy: "63034cd0cb0fb876a57e93ad", .init(timeOffPeriod: .init(period: period)))
        #expect(bodyText("timeOffPeriod", "period", "start") == "2021-12-23")
    }

    @Test("Date ranges of reports and searches keep up to six fraction digits, so that they include the last second")
    func withFraction() async throws {
        let end = sampleDate("2018-11-30T23:59:59.999Z")
        let (first, last) = (WallClockTime(now, in: .gmt), WallClockTime(end, in: .gmt))
        _ = try? await clockify.reports.detailed(
            in: sandbox.workspace, .init(dateRangeStart: first, dateRangeEnd: last, detailedFilter: .init()))
        #expect(bodyText("dateRangeEnd") == "2018-11-30T23:59:59.999Z")
        #expect(bodyText("dateRangeStart") == "2018-11-29T13:00:46.987654Z")
        _ = try? await clockify.reports.expenses(in: sandbox.workspace, .init(dateRangeStart: first, dateRangeEnd: last))
        #expect(bodyText("dateRangeEnd") == "2018-11-30T23:59:59.999Z")
        _ = try? await clockify.timeOff.list(in: sandbox.workspace, .init(start: now, end: end))
        #expect(bodyText("end") == "2018-11-30T23:59:59.999Z" && bodyText("start") == "2018-11-29T13:00:46.987654Z")
        _ = try? await clockify.sharedReports.get("64a687e29ae1f428e7ebe303", dateRangeStart: first, dateRangeEnd: last)
        let path = try #require(recorder.last?.path.removingPercentEncoding)
        #expect(path.contains("dateRangeStart=2018-11-29T13:00:46.987654Z&dateRangeEnd=2018-11-30T23:59:59.999Z"))
    }

    @Test("All other fields are sent in whole seconds")
    func wholeSeconds() async throws {
        _ = try? await clockify.timeEntries.list(in: sandbox.workspace, user: sandbox.user, start: WallClockTime(now, in: .gmt))
        let path = try #require(recorder.last?.path.removingPercentEncoding)
        #expect(path.contains("start=2018-11-29T13:00:46Z"))
        _ = try? await clockify.webhooks.listLogs("65df5508d2dd8f23a68537af", in: sandbox.workspace, .init(from: now, to: now))
        #expect(bodyText("from") == "2018-11-29T13:00:46Z" && bodyText("to") == "2018-11-29T13:00:46Z")
    }
}

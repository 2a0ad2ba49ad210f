import ClockifyAPI
import HTTPTypes
import Testing

/// Responses of the live service, some of them reported by users.
@Suite("Responses of the live service")
struct LiveAnswerTests {
    private struct Answering: ClientTransport {
        let body: String
        var status = 200
        func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
            TransportResponse(head: HTTPResponse(status: .init(code: status)), body: Array(self.body.utf8))
        }
    }

    private func clockify(_ body: String, status: Int = 200) -> Clockify {
        Clockify(.apiKey("key"), transport: Answering(body: body, status: status))
    }

    private let detailed = Clockify.DetailedReportQuery(days: "2018-11-05"..."2018-11-11", in: .gmt, detailedFilter: .init())
    private let summary = Clockify.SummaryReportQuery(
        days: "2018-11-05"..."2018-11-11", in: .gmt, summaryFilter: .init(groups: [.project, .user]))
    private let weekly = Clockify.WeeklyReportQuery(
        days: "2018-11-05"..."2018-11-11", in: .gmt, weeklyFilter: .init(group: .user))

    @Test("A report without entries has null totals")
    func nullTotals() async throws {
        let clockify = clockify(#"{"totals":[null],"timeentries":[],"groupOne":[null]}"#)
        #expect(try await clockify.reports.detailed(in: "w", detailed).totals == [])
        #expect(try await clockify.reports.summary(in: "w", summary).totals == [])
        #expect(try await clockify.reports.weekly(in: "w", weekly).groupOne == [])
    }

    @Test("Rows and their tags are identified by _id or id")
    func identifiers() async throws {
        for (row, tag) in [("_id", "_id"), ("id", "id"), ("get_id", "_id")] {
            let body = #"{"totals":[],"timeentries":[{"\#(row)":"645d","tags":[{"\#(tag)":"t1","name":"urgent"},{"name":"none"}]}]}"#
            let entry = try #require(try await clockify(body).reports.detailed(in: "w", detailed).timeEntries?.first)
            #expect(entry.id == "645d" && entry.tags?.map(\.id) == ["t1", nil] && entry.tags?.first?.name == "urgent")
        }
        // A null under one name does not replace the value under the other.
        for body in [#"{"_id":"645d","id":null}"#, #"{"id":null,"_id":"645d"}"#, #"{"id":"645d","_id":null}"#] {
            let entries = try await clockify(#"{"timeentries":[\#(body)]}"#).reports.detailed(in: "w", detailed).timeEntries
            #expect(entries?.first?.id == "645d", "\(body)")
        }
    }

    @Test("A row keeps its tags, type, lock, amounts and time zone")
    func row() async throws {
        let body = """
            {"totals":[{"_id":"","totalTime":1,"totalBillableTime":1,"entriesCount":1,"totalAmount":0.5,"amounts":[{"type":"EARNED","value":0.0}]}],
            "timeentries":[{"_id":"645d1e39b6abdc0c55a79d35","description":"🔴 Español","userId":"u","timeInterval":{"start":
            "2023-05-11T13:56:25-03:00","end":"2023-05-11T19:31:30-03:00","duration":20105,"timeZone":"America/Sao_Paulo","zonedStart":
            "2023-05-11T13:56:25","offStart":-10800},"billable":true,"projectId":"p","taskId":null,"tagIds":["t1"],"tags":[{"id":"t1","name":
            "urgent"}],"approvalRequestId":null,"type":"BREAK","isLocked":true,"amount":12.5,"rate":50.0,"userName":"B","userEmail":"b@x",
            "projectName":"P","projectColor":"#F44336","clientName":"","clientId":"","invoicingInfo":null,"currency":"USD"}]}
            """
        let report = try await clockify(body).reports.detailed(in: "w", detailed)
        let entry = try #require(report.timeEntries?.first)
        #expect(entry.isLocked == true && entry.tagIds == ["t1"] && entry.type == .break)
        #expect(entry.amount?.rawValue == 12.5 && entry.amount == 0.125 && entry.rate == 0.50 && entry.currency == "USD")
        #expect(entry.timeInterval?.timeZone == "America/Sao_Paulo" && entry.timeInterval?.offStart == -10_800)
        #expect(entry.timeInterval?.zonedStart == "2023-05-11T13:56:25")
        #expect(entry.timeInterval?.start?.parameterText == "2023-05-11T16:56:25Z")
        #expect(report.totals?.first?.totalAmount == 0.005)
        let older = try await clockify(#"{"timeentries":[{"_id":"e","locked":true}]}"#).reports.detailed(in: "w", detailed)
        #expect(older.timeEntries?.first?.isLocked == true)
    }

    @Test("A group keeps its subject, even if it stands for several tags, and its children")
    func groups() async throws {
        let body = """
            {"totals":[{"_id":"","totalTime":7210,"entriesCount":5,"totalAmount":40055.55,"amounts":[{"type":"EARNED","value":40055.5555}]}],
            "groupOne":[{"_id":"61e54e2ddc3256444ce00210","name":"Kim","duration":7210,"nameLowerCase":"kim","amount":0.0,"color":"#d40000",
            "amounts":[],"children":[{"_id":["t1","t2"],"name":"","duration":7210,"amount":0.0,"clientName":""},{"id":"c"},{"_id":null}]}]}
            """
        let report = try await clockify(body).reports.summary(in: "w", summary)
        let group = try #require(report.groupOne?.first)
        #expect(group.id == "61e54e2ddc3256444ce00210" && group.ids == ["61e54e2ddc3256444ce00210"])
        #expect(group.name == "Kim" && group.color == "#d40000" && group.amounts == [])
        #expect(group.children?.map(\.ids) == [["t1", "t2"], ["c"], nil] && group.children?.map(\.id) == [nil, "c", nil])
        #expect(report.totals?.first?.amounts?.first?.value?.rawValue == 40055.5555)
    }

    @Test("A user who has access through a group is not a member, and neither the project nor its tasks are missing")
    func notMember() async {
        let clockify = clockify(#"{"message":"USER with id 62 doesn't belong to PROJECT with id 61","code":501}"#, status: 400)
        do {
            _ = try await clockify.tasks.list(in: "w", project: "p")
            Issue.record("it is refused")
        } catch {
            #expect(!error.isNotFound)
        }
    }

    @Test("A null body decodes as an empty list, and is an error for any other type")
    func nullBody() async throws {
        #expect(try await clockify(" null ").tags.list(in: "w") == [])
        await #expect(throws: APIFailure.self) { try await clockify("null").tags.get("t", in: "w") }
    }
}

import ClockifyAPI
import ClockifySandbox
import HTTPTypes
import SandboxTestSupport
import Testing

@Suite("Documented invoices, expenses and shared reports")
struct SandboxDocumentedMoneyTests {
    private static let invoice = "/invoices/78a687e29ae1f428e7ebe303"
    private static let expense = "/expenses/64c777ddd3fcab07cfbb210c"
    private static let category = "/expenses/categories/89a687e29ae1f428e7ebe567"
    private static let shared = "61794f784363c45af78e5555"

    private static let calls: [(HTTPRequest.Method, String)] = [
        (.get, "/invoices"), (.get, "/invoices/settings"), (.get, invoice), (.get, "/invoices/83q687e29ae1f428e7ebe195"),
        (.delete, invoice), (.post, "\(invoice)/duplicate"), (.get, "\(invoice)/export?userLocale=en"), (.get, "\(invoice)/payments"),
        (.delete, "\(invoice)/payments/56p687e29ae1f428e7ebe456"), (.get, "/expenses"), (.get, expense), (.delete, expense),
        (.get, "\(expense)/files/745687e29ae1f428e7ebe890"), (.get, "/expenses/categories"), (.delete, category),
    ]

    @Test("Calls without a body find what the documentation refers to", arguments: calls)
    func found(call: (method: HTTPRequest.Method, target: String)) async throws {
        try await CheckedSandbox(withDocumentedThings: true).send(call.method, call.target)
    }

    @Test("Documented bodies are accepted")
    func bodies() async throws {
        let checked = CheckedSandbox(withDocumentedThings: true)
        try await checked.send(
            .post, "/invoices",
            [
                "clientId": "98h687e29ae1f428e7ebe707", "currency": "USD", "dueDate": "2020-06-01T08:00:00Z",
                "issuedDate": "2020-01-01T08:00:00Z", "number": "202306121129",
            ])
        try await checked.send(
            .put, Self.invoice,
            [
                "clientId": "98h687e29ae1f428e7ebe707", "companyId": "04g687e29ae1f428e7ebe123", "currency": "USD", "discountPercent": 1.5,
                "dueDate": "2020-06-01T08:00:00Z", "issuedDate": "2020-01-01T08:00:00Z", "number": "202306121129", "tax2Percent": 0,
                "taxPercent": 0.5, "taxType": "SIMPLE", "visibleZeroFields": "[\"TAX\",\"TAX_2\",\"DISCOUNT\"]",
            ])
        try await checked.send(.post, "\(Self.invoice)/payments", ["amount": 100, "paymentDate": "2021-01-01T12:00:00Z"])
        try await checked.send(.patch, "\(Self.invoice)/status", ["invoiceStatus": "PAID"])
        try await checked.send(.patch, "\(Self.category)/status", ["archived": true])
        try await checked.send(.put, Self.category, ["hasUnitPrice": true, "name": "Procurement", "priceInCents": 1000, "unit": "piece"])
        // The samples of reports are in another workspace.
        let place = "/workspaces/60f91b3ffdaf031696ecxxxx/shared-reports/\(Self.shared)"
        let changed = try await checked.sandbox.raw(.put, place, json: "{\"name\": \"Weekly Updated Report\"}", prefix: "/report/v1")
        #expect(changed.status == 200 && changed.json?["name"] == "Weekly Updated Report")
        #expect(try await checked.sandbox.raw(.delete, place, prefix: "/report/v1").status == 204)
    }

    @Test("What an invoice bills is invoiced as long as the invoice exists")
    func billed() async throws {
        let checked = CheckedSandbox(withDocumentedThings: true)
        func rows(_ path: String, _ member: String, _ state: String) async throws -> [JSONValue] {
            let query: [String: JSONValue] = [
                "dateRangeStart": "2020-01-01T00:00:00Z", "dateRangeEnd": "2020-12-31T23:59:59Z", "invoicingState": .string(state),
                "detailedFilter": [:],
            ]
            return try await checked.report(path, query).json?[member]?.arrayValue ?? []
        }
        for (target, path, member) in [
            (Self.invoice, "detailed", "timeentries"), ("/invoices/83q687e29ae1f428e7ebe195", "expenses/detailed", "expenses"),
        ] {
            let invoice = try await checked.send(.get, target).json
            #expect(invoice?["items"]?[0]?["expenseIds"] == nil)
            #expect(invoice?["containsImportedExpenses"] == .bool(member == "expenses"))
            #expect(invoice?["containsImportedTimes"] == .bool(member == "timeentries"))
            let billed = try await rows(path, member, "INVOICED")
            #expect(billed.map { $0["invoicingInfo"]?["invoiceId"] } == [invoice?["id"]])
            let copy = try await checked.send(.post, "\(target)/duplicate").json
            #expect(copy?["containsImportedTimes"] == false && copy?["containsImportedExpenses"] == false)
            let others = try await rows(path, member, "UNINVOICED").count
            try await checked.send(.delete, target)
            #expect(try await rows(path, member, "INVOICED") == [])
            #expect(try await rows(path, member, "UNINVOICED").count == others + 1)
        }
    }

    @Test("The client reads every response")
    func client() async throws {
        let sandbox = ClockifySandbox(withDocumentedThings: true)
        let clockify = sandbox.client
        let workspace = sandbox.workspace
        let invoice = try await clockify.invoices.get("78a687e29ae1f428e7ebe303", in: workspace)
        #expect(invoice.items?.first?.unitPrice == 60.00 && invoice.items?.first?.amount == 90.00 && invoice.paid == 1.00)
        #expect(try await clockify.invoices.allPayments(invoice.id, in: workspace).collect().map(\.amount) == [1.00])
        #expect(try await clockify.invoices.all(in: workspace, statuses: [.sent, .partiallyPaid]).collect().count == 4)
        #expect(try await clockify.invoices.getSettings(in: workspace).labels?.totalAmountDue == "TOTAL AMOUNT DUE")
        let expenses = try await clockify.expenses.all(in: workspace).collect()
        #expect(expenses.map(\.category?.priceInCents) == [10.00] && expenses.first?.task?.name != nil)
        let days: ClosedRange<CalendarDate> = "2020-06-08"..."2020-06-14"
        let report = try await clockify.reports.detailed(
            in: workspace, .init(days: days, in: .gmt, detailedFilter: .init(), invoicingState: .invoiced))
        // Only one of the four documented entries is on an invoice.
        #expect(report.timeEntries?.map(\.id) == ["64c777ddd3fcab07cfbb210c"])
        let shared = try await clockify.sharedReports.get(.init(rawValue: Self.shared), days: days)
        guard case .summaryReport(let summary) = shared else {
            Issue.record("\(shared)")
            return
        }
        #expect(summary.groupOne?.isEmpty == true)
    }
}

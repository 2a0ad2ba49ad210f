import ClockifyAPI
import ClockifySandbox
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@Suite("Invoices of the sandbox")
struct SandboxInvoiceTests {
    private let clock: TestClock
    private let checked: CheckedSandbox

    init() throws {
        clock = try TestClock("2025-05-20T12:00:00Z")
        checked = CheckedSandbox(now: clock)
    }

    private func client(_ name: String) async throws -> String {
        try await checked.create("/clients", ["name": .string(name), "address": "1 Main St"])
    }

    private func invoice(_ number: String, client: String, dueDate: String = "2025-05-10T08:00:00Z") async throws -> String {
        let answer = try await checked.send(
            .post, "/invoices",
            [
                "clientId": .string(client), "currency": "EUR", "dueDate": .string(dueDate), "issuedDate": "2025-05-01T08:00:00.500Z",
                "number": .string(number), "note": "dropped", "subject": "dropped", "status": "PAID", "amount": 7,
            ])
        return try #require(answer.json?["id"]?.stringValue)
    }

    private func update(_ changes: [String: JSONValue] = [:]) -> JSONValue {
        let members: [String: JSONValue] = [
            "currency": "USD", "discountPercent": 0, "dueDate": "2025-06-01T08:00:00Z", "issuedDate": "2025-05-01T08:00:00Z",
            "number": "N", "tax2Percent": 0, "taxPercent": 0,
        ]
        return .object(members.merging(changes) { $1 })
    }

    /// An invoice of a new sandbox, which has items: 10 × 50.00 with the first tax, and 120.50 without.
    private func withItems() async throws -> String {
        let list = try await checked.send(.get, "/invoices?sort-column=ID")
        return try #require(list.json?["invoices"]?[0]?["id"]?.stringValue)
    }

    @Test("An invoice is returned as it was sent, without its note and subject, and only until it is deleted")
    func life() async throws {
        let client = try await client("Customer")
        let id = try await invoice("A-1", client: client)
        let got = try await checked.send(.get, "/invoices/\(id)").json
        #expect(got?["number"] == "A-1" && got?["clientId"] == .string(client) && got?["clientName"] == "Customer")
        #expect(got?["currency"] == "EUR" && got?["issuedDate"] == "2025-05-01T08:00:00Z" && got?["clientAddress"] == "1 Main St")
        #expect(got?["note"] == "" && got?["subject"] == "" && got?["status"] == "UNSENT" && got?["amount"] == 0)

        #expect(try await checked.send(.delete, "/invoices/\(id)").body.isEmpty)
        let gone = try await checked.raw(.get, "/invoices/\(id)")
        #expect(gone.status == 400 && gone.code == 501 && gone.message == "Invoice doesn't belong to Workspace")
        #expect(try await checked.raw(.delete, "/invoices/\(id)").status == 400)
    }

    @Test("An invoice of an unknown client is refused")
    func unknownClient() async throws {
        let answer = try await checked.raw(
            .post, "/invoices",
            [
                "clientId": "nobody", "currency": "USD", "dueDate": "2025-05-10T08:00:00Z", "issuedDate": "2025-05-01T08:00:00Z",
                "number": "1",
            ])
        #expect(answer.status == 400 && answer.message == "Client doesn't belong to Workspace")
    }

    @Test("An update replaces everything: percents are plain in requests and times 100 in responses")
    func update() async throws {
        let id = try await invoice("A-1", client: try await client("Customer"))
        let full = update([
            "number": "A-2", "note": "thanks", "subject": "May", "companyId": "c", "taxPercent": 7.5, "tax2Percent": 2,
            "discountPercent": 10, "taxType": "COMPOUND", "visibleZeroFields": "[\"TAX\",\"TAX_2\"]",
        ])
        var got = try await checked.send(.put, "/invoices/\(id)", full).json
        #expect(got?["number"] == "A-2" && got?["note"] == "thanks" && got?["subject"] == "May" && got?["companyId"] == "c")
        #expect(got?["tax"] == 750 && got?["tax2"] == 200 && got?["discount"] == 1000 && got?["taxType"] == "COMPOUND")
        #expect(got?["visibleZeroFields"] == ["TAX", "TAX_2"])
        got = try await checked.send(.put, "/invoices/\(id)", update(["note": nil])).json
        #expect(got?["note"] == nil && got?["subject"] == nil && got?["companyId"] == nil && got?["tax"] == 0)
        #expect(got?["visibleZeroFields"] == [] && got?["clientName"] == "Customer")
        #expect(try await checked.raw(.put, "/invoices/\(id)", update(["visibleZeroFields": ["ALL"]])).code == 501)
        #expect(try await checked.raw(.put, "/invoices/\(id)", ["number": "1"]).code == 501)
    }

    @Test("The amount follows from items, discount and taxes", arguments: [("SIMPLE", 61_550), ("COMPOUND", 61_550), ("NONE", 55_845)])
    func totals(taxType: String, amount: Int64) async throws {
        let id = try await withItems()
        let changes: [String: JSONValue] = ["discountPercent": 10, "taxPercent": 12.678, "tax2Percent": 50, "taxType": .string(taxType)]
        let got = try await checked.send(.put, "/invoices/\(id)", update(changes)).json
        // 500.00 + 120.50, minus 10 %, plus 12.678 % of 450.00.
        #expect(got?["subtotal"] == 62_050 && got?["discountAmount"] == 6205)
        #expect(got?["taxAmount"] == (taxType == "NONE" ? 0 : 5705) && got?["tax2Amount"] == 0)
        #expect(got?["amount"] == .integer(amount) && got?["balance"] == .integer(amount) && got?["paid"] == 0)
        #expect(got?["items"]?[0]?["unitPrice"] == 500_000 && got?["items"]?[0]?["amount"] == 50_000)
    }

    @Test("A compound tax is due on the tax before it", arguments: [("SIMPLE", 1000), ("COMPOUND", 1200)])
    func compound(taxType: String, tax2: Int64) async throws {
        let list = try await checked.send(.get, "/invoices?sort-column=ID")
        let id = try #require(list.json?["invoices"]?[1]?["id"]?.stringValue)
        let changes: [String: JSONValue] = ["taxPercent": 20, "tax2Percent": 5, "taxType": .string(taxType)]
        let got = try await checked.send(.put, "/invoices/\(id)", update(changes)).json
        #expect(got?["subtotal"] == 20_000 && got?["taxAmount"] == 4000 && got?["tax2Amount"] == .integer(tax2))
    }

    @Test("Payments change the balance and the status, and each response is the invoice")
    func payments() async throws {
        let id = try await withItems()
        let amount = try #require(try await checked.send(.get, "/invoices/\(id)").json?["amount"]?.intValue)
        let path = "/invoices/\(id)/payments"
        var got = try await checked.send(.post, path, ["amount": 100, "note": "cash", "paymentDate": "2025-05-02T00:00:00Z"]).json
        #expect(got?["id"] == .string(id) && got?["paid"] == 100 && got?["balance"] == .integer(Int64(amount - 100)))
        #expect(got?["status"] == "PARTIALLY_PAID")
        clock.date += 60
        got = try await checked.send(.post, path, ["amount": .integer(Int64(amount - 100))]).json
        #expect(got?["status"] == "PAID" && got?["balance"] == 0)

        let first = try await checked.send(.get, path + "?page-size=1")
        #expect(first.json?.arrayValue?.count == 1 && first.json?[0]?["note"] == "cash" && first.json?[0]?["author"] == "John Doe")
        #expect(first.json?[0]?["date"] == "2025-05-02T00:00:00Z")
        #expect(first.fields.first { $0.name.canonicalName == "last-page" }?.value == "false")
        let second = try await checked.send(.get, path + "?page-size=1&page=2")
        #expect(second.json?[0]?["date"] == "2025-05-20T12:01:00Z")
        #expect(second.fields.first { $0.name.canonicalName == "last-page" }?.value == "true")
        #expect(try await checked.send(.get, path + "?page-size=1&page=3").json == [])

        for (index, status) in [(0, "PARTIALLY_PAID"), (0, "SENT")] {
            let payment = try #require(try await checked.send(.get, path).json?[index]?["id"]?.stringValue)
            #expect(try await checked.send(.delete, "\(path)/\(payment)").json?["status"] == .string(status))
            #expect(try await checked.raw(.delete, "\(path)/\(payment)").message == "Payment doesn't belong to Workspace")
        }
        #expect(try await checked.raw(.post, path, ["amount": 0]).code == 501)
        #expect(try await checked.raw(.post, path, ["paymentDate": "2025-05-02T00:00:00.000Z"]).status == 400)
    }

    @Test("A status is set, and a copy is unsent and unpaid")
    func status() async throws {
        let id = try await withItems()
        #expect(try await checked.send(.patch, "/invoices/\(id)/status", ["invoiceStatus": "VOID"]).body.isEmpty)
        try await checked.send(.post, "/invoices/\(id)/payments", ["amount": 100])
        let original = try await checked.send(.get, "/invoices/\(id)").json
        let copy = try await checked.send(.post, "/invoices/\(id)/duplicate").json
        #expect(copy?["id"] != original?["id"] && copy?["amount"] == original?["amount"] && copy?["number"] == original?["number"])
        #expect(copy?["status"] == "UNSENT" && copy?["paid"] == 0 && original?["status"] == "PARTIALLY_PAID")
        #expect(try await checked.raw(.patch, "/invoices/\(id)/status", ["invoiceStatus": "LOST"]).code == 3002)
        #expect(try await checked.send(.get, "/invoices").json?["total"] == 3)
    }

    @Test("The export is a PDF with the invoice's labels, number and amounts")
    func export() async throws {
        let id = try await withItems()
        let answer = try await checked.send(.get, "/invoices/\(id)/export?userLocale=en")
        #expect(answer.fields[.contentType] == "application/pdf")
        #expect(answer.fields[.contentDisposition] == "attachment; filename=\"Invoice-INV-001.pdf\"")
        let text = String(decoding: answer.body, as: UTF8.self)
        #expect(text.hasPrefix("%PDF-1.4\n") && text.contains("(INV-001)") && text.contains("TOTAL AMOUNT DUE: 720.50 USD"))
        #expect(text.contains("Acme") && text.contains("Hosting"))
        #expect(try await checked.raw(.get, "/invoices/\(id)/export").code == 3001)
    }

    @Test("The settings are kept, and new invoices start with their defaults")
    func settings() async throws {
        var got = try await checked.send(.get, "/invoices/settings").json
        #expect(got?["labels"]?["totalAmount"] == "TOTAL AMOUNT DUE" && got?["defaults"]?["dueDays"] == 0)
        var labels = try #require(got?["labels"]?.objectValue)
        labels["totalAmount"] = nil
        labels["totalAmountDue"] = "DUE"
        let body: JSONValue = [
            "labels": .object(labels), "defaults": ["notes": "Thanks", "subject": "Work", "taxPercent": 5, "dueDays": 14],
            "exportFields": ["rtl": true],
        ]
        #expect(try await checked.send(.put, "/invoices/settings", body).body.isEmpty)
        got = try await checked.send(.get, "/invoices/settings").json
        #expect(got?["labels"]?["totalAmount"] == "DUE" && got?["defaults"]?["dueDays"] == 14 && got?["defaults"]?["tax"] == 500)
        #expect(got?["exportFields"]?["rtl"] == true && got?["exportFields"]?["tax"] == false)
        let id = try await invoice("A-1", client: try await client("Customer"))
        let invoice = try await checked.send(.get, "/invoices/\(id)").json
        #expect(invoice?["note"] == "Thanks" && invoice?["subject"] == "Work" && invoice?["tax"] == 500)
        #expect(try await checked.raw(.put, "/invoices/settings", [:]).code == 501)
    }

    @Test("Invoices are listed by status, sorted and in pages, with the number of all")
    func lists() async throws {
        let client = try await client("Zebra")
        for index in 1...3 { _ = try await invoice("Z-\(index)", client: client, dueDate: "2025-05-1\(index)T08:00:00Z") }
        func numbers(_ query: String) async throws -> [String] {
            let json = try await checked.send(.get, "/invoices" + query).json
            return json?["invoices"]?.arrayValue?.compactMap { $0["number"]?.stringValue } ?? []
        }
        #expect(try await numbers("") == ["INV-001", "INV-002", "Z-1", "Z-2", "Z-3"])
        #expect(try await numbers("?statuses=UNSENT&sort-column=DUE_ON&sort-order=DESCENDING") == ["Z-3", "Z-2", "Z-1"])
        #expect(try await numbers("?statuses=SENT&statuses=PAID&sort-column=AMOUNT") == ["INV-002", "INV-001"])
        #expect(try await numbers("?sort-column=CLIENT&sort-order=DESCENDING&page-size=3") == ["Z-1", "Z-2", "Z-3"])
        #expect(try await numbers("?page=9") == [])
        let page = try await checked.send(.get, "/invoices?page-size=2")
        #expect(page.json?["total"] == 5 && page.json?["invoices"]?[0]?["items"] == nil)
        #expect(page.fields.first { $0.name.canonicalName == "last-page" }?.value == "false")
    }

    @Test("Invoices are filtered by client, number, amount, balance, status and day")
    func filters() async throws {
        let client = try await client("Zebra")
        for index in 1...2 { _ = try await invoice("Z-\(index)", client: client) }
        func numbers(_ filter: [String: JSONValue]) async throws -> [String] {
            let paging: [String: JSONValue] = ["page": 1, "pageSize": 50]
            let json = try await checked.send(.post, "/invoices/info", .object(filter.merging(paging) { own, _ in own })).json
            return json?["invoices"]?.arrayValue?.compactMap { $0["number"]?.stringValue } ?? []
        }
        #expect(try await numbers([:]).count == 4)
        #expect(try await numbers(["clients": ["ids": [.string(client)]]]) == ["Z-1", "Z-2"])
        #expect(try await numbers(["clients": ["ids": [.string(client)], "contains": "DOES_NOT_CONTAIN"]]) == ["INV-001", "INV-002"])
        #expect(try await numbers(["clients": ["status": "ARCHIVED"]]) == [])
        #expect(try await numbers(["companies": ["ids": ["other"]]]) == [])
        #expect(try await numbers(["invoiceNumber": "z-"]) == ["Z-1", "Z-2"])
        #expect(try await numbers(["invoiceNumber": "Z-", "strictSearch": true]) == [])
        #expect(try await numbers(["greaterThanAmount": 30_000]) == ["INV-001"])
        #expect(try await numbers(["lessThanBalance": 1, "sortOrder": "DESCENDING"]) == ["Z-2", "Z-1"])
        #expect(try await numbers(["exactAmount": 72_050]) == ["INV-001"])
        #expect(try await numbers(["statuses": ["SENT"]]) == ["INV-001", "INV-002"])
        #expect(try await numbers(["issueDate": ["issue-date-start": "2020-01-01", "issue-date-end": "2020-01-01"]]).count == 2)
        #expect(try await numbers(["page": 2, "pageSize": 3]) == ["Z-2"])
        let raw = try await checked.send(.post, "/invoices/info", ["page": 1, "pageSize": 1])
        #expect(raw.json?["total"] == 4 && raw.json?["invoices"]?[0]?["daysOverdue"] == 1814)
    }
}

import ClockifyAPI
import ClockifySandbox
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@Suite("Expenses of the sandbox")
struct SandboxExpenseTests {
    private let checked = CheckedSandbox()
    private var user: String { checked.sandbox.user.rawValue }

    private func category(_ name: String, price: Int64? = nil) async throws -> String {
        let body: JSONValue = [
            "name": .string(name), "hasUnitPrice": .bool(price != nil), "priceInCents": price.map { .integer($0) } ?? .null,
            "unit": "km", "archived": true,
        ]
        return try #require(try await checked.send(.post, "/expenses/categories", body).json?["id"]?.stringValue)
    }

    private func form(_ category: String, _ project: String, _ changes: [String: String] = [:]) -> TestForm {
        var values = [
            "amount": "12.34", "categoryId": category, "date": "2025-05-20T10:00:00Z", "projectId": project, "userId": user,
            "billable": "true", "notes": "Taxi",
        ]
        values.merge(changes) { $1 }
        var form = TestForm()
        for (name, value) in values.sorted(by: { $0.key < $1.key }) where !value.isEmpty { form.add("name=\"\(name)\"", Array(value.utf8)) }
        return form
    }

    private static let receipt = Array("\r\n--a b\0 is no delimiter of a line: \r\n--a".utf8) + (0...255)

    private func project() async throws -> String {
        let answer = try await checked.sandbox.raw(.get, "\(checked.workspace)/projects?page-size=1")
        return try #require(answer.json?[0]?["id"]?.stringValue)
    }

    @Test("An expense is returned as it was sent, with its amount in minor units, and only until it is deleted")
    func life() async throws {
        let project = try await project()
        let category = try await category("Travel")
        var form = form(category, project)
        form.add("name=\"file\"; filename=\"a;b%22c.png\"", type: "image/png", Self.receipt)
        let created = try await checked.send(.post, "/expenses", form: form)
        let id = try #require(created.json?["id"]?.stringValue)
        let got = try await checked.send(.get, "/expenses/\(id)").json
        #expect(got == created.json && got?["total"] == 1234 && got?["amount"] == nil && got?["date"] == "2025-05-20")
        #expect(got?["projectId"] == .string(project) && got?["categoryId"] == .string(category) && got?["userId"] == .string(user))
        #expect(got?["notes"] == "Taxi" && got?["billable"] == true && got?["quantity"] == 1)

        let list = try await checked.send(.get, "/expenses").json
        let row = list?["expenses"]?["expenses"]?[0]
        #expect(list?["expenses"]?["count"] == 1 && row?["category"]?["name"] == "Travel" && row?["fileName"] == "a;b\"c.png")
        #expect(row?["project"]?["id"] == .string(project) && row?["projectId"] == nil)

        #expect(try await checked.send(.delete, "/expenses/\(id)").body.isEmpty)
        let gone = try await checked.raw(.get, "/expenses/\(id)")
        #expect(gone.status == 400 && gone.code == 501 && gone.message == "Expense doesn't belong to Workspace")
    }

    @Test("A receipt is downloaded with exactly its bytes, its media type and its name")
    func receipt() async throws {
        var form = form(try await category("Travel"), try await project())
        form.add("name=\"file\"; filename=\"reçu.png\"", type: "image/png", Self.receipt)
        let expense = try await checked.send(.post, "/expenses", form: form).json
        let id = try #require(expense?["id"]?.stringValue)
        let file = try #require(expense?["fileId"]?.stringValue)
        let download = try await checked.send(.get, "/expenses/\(id)/files/\(file)")
        #expect(download.body == Self.receipt && download.fields[.contentType] == "image/png")
        #expect(download.fields[.contentDisposition] == "attachment; filename=\"re_u.png\"; filename*=UTF-8''re%C3%A7u.png")
        #expect(try await checked.raw(.get, "/expenses/\(id)/files/other").message == "File doesn't belong to Expense")
        try await checked.send(.delete, "/expenses/\(id)")
        #expect(try await checked.raw(.get, "/expenses/\(id)/files/\(file)").status == 400)
    }

    @Test("The client's upload arrives byte for byte")
    func client() async throws {
        let clockify = checked.sandbox.client
        let workspace = checked.sandbox.workspace
        let category = try await clockify.expenses.createCategory(in: workspace, .init(name: "Meals"))
        let project = try #require(try await clockify.projects.list(in: workspace).first)
        let expense = try await clockify.expenses.create(
            in: workspace,
            .init(
                amount: 0.07, categoryId: category.id, date: date("2025-05-20T10:00:00Z"),
                file: .bytes(Self.receipt, name: "receipt.bin", contentType: "application/x-receipt"), projectId: project.id,
                userId: checked.sandbox.user))
        #expect(expense.total == 0.07)
        let file = try #require(expense.fileId)
        let download = try await clockify.expenses.downloadReceipt(expense.id, in: workspace, file: file)
        #expect(download.suggestedName == "receipt.bin")
        #expect(try await download.bytes() == Self.receipt)
    }

    @Test("An update changes the selected fields only")
    func update() async throws {
        let project = try await project()
        let first = try await category("Travel")
        let second = try await category("Distance", price: 50)
        var form = form(first, project)
        form.add("name=\"file\"; filename=\"a.txt\"", type: "text/plain", [1])
        let id = try #require(try await checked.send(.post, "/expenses", form: form).json?["id"]?.stringValue)

        form = self.form(second, "", ["amount": "20", "notes": "Train", "billable": "false", "changeFields": "AMOUNT"])
        form.add("name=\"changeFields\"", Array("CATEGORY".utf8))
        form.add("name=\"file\"; filename=\"b.txt\"", type: "text/plain", [2, 3])
        let changed = try await checked.send(.put, "/expenses/\(id)", form: form).json
        #expect(changed?["total"] == 2000 && changed?["categoryId"] == .string(second) && changed?["quantity"] == 40)
        #expect(changed?["notes"] == "Taxi" && changed?["billable"] == true && changed?["projectId"] == .string(project))
        let file = try #require(changed?["fileId"]?.stringValue)
        #expect(try await checked.send(.get, "/expenses/\(id)/files/\(file)").body == [1])

        form = self.form(second, "", ["changeFields": "PROJECT"])
        form.add("name=\"changeFields\"", Array("FILE".utf8))
        form.add("name=\"file\"; filename=\"\"", type: "application/octet-stream", [])
        let cleared = try await checked.send(.put, "/expenses/\(id)", form: form).json
        #expect(cleared?["projectId"] == nil && cleared?["fileId"] == nil && cleared?["total"] == 2000)
        #expect(try await checked.raw(.get, "/expenses/\(id)/files/\(file)").status == 400)
    }

    @Test("Values of a form are checked like JSON")
    func checks() async throws {
        let project = try await project()
        let category = try await category("Travel")
        func refusal(_ changes: [String: String], withFile: Bool = true) async throws -> (status: Int, code: Int?, message: String) {
            var form = form(category, project, changes)
            if withFile { form.add("name=\"file\"; filename=\"a\"", [1]) }
            let answer = try await checked.raw(.post, "/expenses", form: form)
            return (answer.status, answer.code, answer.message)
        }
        #expect(try await refusal([:], withFile: false) == (400, 3001, "Required part 'file' is not present."))
        #expect(try await refusal(["amount": "many"]) == (400, 3000, "Failed to convert value of parameter 'amount': \"many\""))
        #expect(try await refusal(["amount": "1e18"]).code == 501)
        #expect(try await refusal(["billable": "perhaps"]).code == 3000)
        #expect(try await refusal(["date": "yesterday"]).message.contains("[date]"))
        #expect(try await refusal(["notes": String(repeating: "x", count: 3001)]).message.contains("[notes]"))
        #expect(try await refusal(["categoryId": "nothing"]).message == "Category doesn't belong to Workspace")
        #expect(try await refusal(["projectId": "nothing"]).message == "Project doesn't belong to Workspace")
        #expect(try await refusal(["taskId": "nothing"]).message == "Task doesn't belong to Workspace")
        #expect(try await refusal(["userId": "nobody"]).message == "User doesn't belong to Workspace")
        let broken = try await checked.sandbox.raw(
            .post, "\(checked.workspace)/expenses", json: "--b\r\nbroken", contentType: "multipart/form-data; boundary=b")
        #expect(broken.status == 400 && broken.code == 3002)
        #expect(try await checked.send(.get, "/expenses").json?["expenses"]?["count"] == 0)
    }

    @Test("Expenses are listed latest first in pages, with totals by day and week of all of them")
    func lists() async throws {
        let project = try await project()
        let category = try await category("Travel")
        for (day, amount) in [("18", "1"), ("19", "2.5"), ("20", "3"), ("20", "4")] {
            var form = form(category, project, ["date": "2025-05-\(day)T00:00:00Z", "amount": amount])
            form.add("name=\"file\"", [])
            try await checked.send(.post, "/expenses", form: form)
        }
        let page = try await checked.send(.get, "/expenses?page-size=3&user-id=\(user)")
        #expect(page.json?["expenses"]?["expenses"]?.arrayValue?.map { $0["total"] } == [400, 300, 250])
        #expect(page.json?["expenses"]?["count"] == 4 && page.json?["expenses"]?["expenses"]?[0]?["fileId"] == nil)
        #expect(page.fields.first { $0.name.canonicalName == "last-page" }?.value == "false")
        #expect(page.json?["dailyTotals"]?.arrayValue?.map { $0["total"] } == [700, 250, 100])
        #expect(page.json?["dailyTotals"]?[0]?["dateAsInstant"] == "2025-05-20T00:00:00Z")
        #expect(
            page.json?["weeklyTotals"] == [["date": "2025-05-19", "total": 950], ["date": "2025-05-12", "total": 100]])
        #expect(try await checked.send(.get, "/expenses?page=2&page-size=3").json?["expenses"]?["expenses"]?[0]?["total"] == 100)
        #expect(try await checked.send(.get, "/expenses?user-id=nobody").json?["expenses"]?["count"] == 0)
        // Deleting a project keeps its expenses, without the project.
        _ = try await checked.raw(.put, "/projects/\(project)", ["name": "Old", "archived": true])
        #expect(try await checked.raw(.delete, "/projects/\(project)").status == 200)
        #expect(try await checked.send(.get, "/expenses").json?["expenses"]?["expenses"]?[0]?["project"] == nil)
    }

    @Test("A category is created, listed, changed, archived, and only then deleted")
    func categories() async throws {
        let travel = try await category("Travel", price: 30)
        let meals = try await category("Meals")
        let duplicate = try await checked.raw(.post, "/expenses/categories", ["name": "Meals"])
        #expect(duplicate.code == 501 && duplicate.message == "Category with this name already exists")
        var list = try await checked.send(.get, "/expenses/categories?sort-order=DESCENDING&page-size=1")
        #expect(list.json?["count"] == 2 && list.json?["categories"]?.arrayValue?.map { $0["name"] } == ["Travel"])
        #expect(list.json?["categories"]?[0]?["archived"] == false && list.json?["categories"]?[0]?["priceInCents"] == 30)
        #expect(list.fields.first { $0.name.canonicalName == "last-page" }?.value == "false")
        list = try await checked.send(.get, "/expenses/categories?name=mea")
        #expect(list.json?["categories"]?.arrayValue?.map { $0["id"] } == [.string(meals)])

        let changed = try await checked.send(.put, "/expenses/categories/\(travel)", ["name": "Trips"]).json
        #expect(changed?["name"] == "Trips" && changed?["hasUnitPrice"] == false && changed?["priceInCents"] == 0)
        #expect(try await checked.raw(.delete, "/expenses/categories/\(travel)").message == "Cannot delete an active category")
        #expect(try await checked.send(.patch, "/expenses/categories/\(travel)/status", ["archived": true]).json?["archived"] == true)
        #expect(try await checked.send(.get, "/expenses/categories?archived=true").json?["count"] == 1)
        #expect(try await checked.send(.delete, "/expenses/categories/\(travel)").body.isEmpty)
        #expect(try await checked.raw(.delete, "/expenses/categories/\(travel)").message == "Category doesn't belong to Workspace")
        #expect(try await checked.send(.get, "/expenses/categories").json?["count"] == 1)
    }
}

import ClockifyAPI
import Foundation
import Testing

@Suite("Invoices and expenses")
struct MoneyTasks {
    let office = Office()
    var clockify: Clockify { office.clockify }
    var workspace: Clockify.WorkspaceID { office.workspace }

    @Test("An invoice is taxed, sent and paid in two parts.")
    func invoice() async throws {
        let client = try await clockify.clients.create(in: workspace, .init(name: "Acme"))
        // The API has no call that adds an item: people do it in the web app.
        try office.sandbox.add(
            Clockify.Invoice(
                id: "i1", clientId: client.id, currency: "EUR", dueDate: try time("2026-04-30T00:00:00Z"),
                issuedDate: try time("2026-03-31T00:00:00Z"),
                items: [.init(applyTaxes: .tax1, description: "Consulting", quantity: 10, unitPrice: 100.00)], number: "2026-7",
                status: .unsent))

        var invoice = try await clockify.invoices.edit("i1", in: workspace) {
            $0.taxPercent = 19.0
            $0.note = "Thank you."
        }
        #expect(invoice.subtotal == 1000.00 && invoice.taxAmount == 190.00 && invoice.amount == 1190.00)
        #expect(invoice.number == "2026-7" && invoice.note == "Thank you.")

        try await clockify.invoices.updateStatus(invoice.id, in: workspace, .init(invoiceStatus: .sent))
        invoice = try await clockify.invoices.createPayment(
            invoice.id, in: workspace, .init(amount: 500.00, note: "First half", date: try time("2026-04-10T00:00:00Z")))
        #expect(invoice.status == .partiallyPaid && invoice.balance == 690.00)
        invoice = try await clockify.invoices.createPayment(
            invoice.id, in: workspace, .init(amount: 690.00, note: "Rest", date: try time("2026-04-20T00:00:00Z")))
        #expect(invoice.status == .paid && invoice.balance == .zero)
        #expect(try await clockify.invoices.allPayments(invoice.id, in: workspace).collect().count == 2)

        let pdf = try await clockify.invoices.export(invoice.id, in: workspace, userLocale: "en").bytes()
        #expect(pdf.starts(with: Array("%PDF".utf8)))
    }

    @Test("A new invoice has what it was created with.")
    func newInvoice() async throws {
        let client = try await clockify.clients.create(in: workspace, .init(name: "Acme"))
        let invoice = try await clockify.invoices.create(
            in: workspace,
            .init(
                clientId: client.id, currency: "EUR", dueDate: try time("2026-04-30T00:00:00Z"),
                issuedDate: try time("2026-03-31T00:00:00Z"), number: "2026-8"))
        let read = try await clockify.invoices.get(invoice.id, in: workspace)
        #expect(read.number == "2026-8" && read.clientName == "Acme" && read.currency == "EUR" && read.status == .unsent)
    }

    @Test("The receipt of an expense is downloaded as it was uploaded.")
    func expense() async throws {
        let project = try await clockify.projects.create(in: workspace, .init(name: "Website"))
        let category = try await clockify.expenses.createCategory(in: workspace, .init(name: "Travel"))
        let receipt = Array("%PDF-1.4 A ticket to Berlin".utf8)
        let expense = try await clockify.expenses.create(
            in: workspace,
            .init(
                amount: 49.90, categoryId: category.id, date: try time("2026-03-02T00:00:00Z"),
                file: .bytes(receipt, name: "ticket.pdf", contentType: "application/pdf"), projectId: project.id, userId: office.me,
                notes: "Train"))
        // It is sent in whole units, and answered in hundredths. Each has its own type.
        #expect(expense.total == 49.90 && expense.date == "2026-03-02")
        let file = try #require(expense.fileId)
        let download = try await clockify.expenses.downloadReceipt(expense.id, in: workspace, file: file)
        #expect(try await download.bytes() == receipt)
    }
}

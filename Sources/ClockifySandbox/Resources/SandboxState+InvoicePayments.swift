@_spi(Generated) import ClockifyRuntime

extension Resource {
    static let invoicePayments = Resource(
        collection: .invoicePayments, name: "Payment", parent: "invoiceId", sample: "getPaymentsForInvoice", required: [],
        uniqueNamesBy: nil)
}

/// The rules for the payments of invoices.
extension SandboxState {
    func listPayments(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let invoice = try find(.invoices, call.path("invoiceId"), call)
        return page(store.entities(.invoicePayments, in: invoice.id), call)
    }

    /// Adds a payment, and returns the invoice.
    mutating func createPayment(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var invoice = try find(.invoices, call.path("invoiceId"), call)
        store.insert(
            into: .invoicePayments, scope: invoice.id,
            [
                "amount": call.members["amount"] ?? 0, "author": store.entity(.users, me)?["name"] ?? "",
                "date": call.members["paymentDate"].map { SandboxState.timestamp($0) } ?? .string(now.parameterText),
                "note": call.members["note"] ?? "",
            ])
        settle(&invoice)
        return .value(presentInvoice(invoice))
    }

    mutating func deletePayment(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var invoice = try find(.invoices, call.path("invoiceId"), call)
        _ = try delete(.invoicePayments, call.path("paymentId"), call)
        settle(&invoice)
        return .value(presentInvoice(invoice))
    }

    func paid(on invoice: Entity) -> Int64 {
        store.entities(.invoicePayments, in: invoice.id).reduce(0) { sum, payment in
            sum.addingReportingOverflow(JSONValue.wholeAmount(payment["amount"].doubleValue ?? 0)).partialValue
        }
    }

    /// Returns the sums of the payments by invoice.
    func paidAmounts() -> [String: Int64] {
        store.entities(.invoicePayments).reduce(into: [:]) { sums, payment in
            let amount = JSONValue.wholeAmount(payment["amount"].doubleValue ?? 0)
            sums[payment.scope] = sums[payment.scope, default: 0].addingReportingOverflow(amount).partialValue
        }
    }

    /// Sets the status that follows from the payments, and stores the invoice. Without payments, the invoice returns to the status
    /// that it had before the first one.
    mutating func settle(_ invoice: inout Entity) {
        let paid = paid(on: invoice)
        let isPaidStatus = ["PAID", "PARTIALLY_PAID"].contains(invoice.text("status"))
        if paid > 0 {
            if invoice.members["unpaidStatus"] == nil { invoice.members["unpaidStatus"] = isPaidStatus ? "SENT" : invoice["status"] }
            invoice.members["status"] = paid >= InvoiceTotals(of: invoice).amount ? "PAID" : "PARTIALLY_PAID"
        } else if let status = invoice.members.removeValue(forKey: "unpaidStatus"), isPaidStatus {
            invoice.members["status"] = status
        }
        store.replace(invoice, in: .invoices)
    }
}

@_spi(Generated) import ClockifyRuntime

extension Resource {
    static let invoices = Resource(
        collection: .invoices, name: "Invoice", parent: "workspaceId", sample: "getInvoice", required: [], uniqueNamesBy: nil)
}

/// The rules for invoices. Amounts are computed when an invoice is returned, from what is stored: items, percents and payments.
extension SandboxState {
    mutating func createInvoice(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let workspace = try find(.workspaces, call.path("workspaceId"), call)
        let defaults = invoiceSettings(of: workspace.id)["defaults"] ?? [:]
        // The service takes the note and the subject from the settings; a request's own are dropped.
        var members: [String: JSONValue] = [
            "billFrom": workspace["name"], "companyId": defaults["companyId"] ?? .null, "discountPercent": 0, "items": [],
            "note": defaults["notes"] ?? "", "status": "UNSENT", "subject": defaults["subject"] ?? "",
            "tax2Percent": defaults["tax2Percent"] ?? 0, "taxPercent": defaults["taxPercent"] ?? 0,
            "taxType": defaults["taxType"] ?? "SIMPLE", "userId": .string(me), "visibleZeroFields": [],
        ]
        for name in ["clientId", "currency", "number"] { members[name] = call.members[name] }
        for name in ["dueDate", "issuedDate"] { members[name] = SandboxState.timestamp(call.members[name]) }
        guard store.entity(.clients, members["clientId"]?.stringValue ?? "", in: workspace.id) != nil else { throw .unknown("Client") }
        let invoice = store.insert(into: .invoices, scope: workspace.id, members)
        let shown = ["billFrom", "clientId", "currency", "dueDate", "id", "issuedDate", "number"]
        return .value(.object(invoice.members.present.filter { shown.contains($0.key) }))
    }

    func getInvoice(_ call: SandboxCall) throws(Refusal) -> Outcome {
        .value(presentInvoice(try find(.invoices, call.path("invoiceId"), call)))
    }

    /// Replaces everything that a request can contain. An invoice without a client does not exist, so the client stays.
    mutating func updateInvoice(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var invoice = try find(.invoices, call.path("invoiceId"), call)
        if let client = call.members["clientId"]?.stringValue {
            guard store.entity(.clients, client, in: invoice.scope) != nil else { throw .unknown("Client") }
            invoice.members["clientId"] = .string(client)
        }
        for name in ["currency", "discountPercent", "number", "tax2Percent", "taxPercent"] {
            invoice.members[name] = call.members[name] ?? invoice[name]
        }
        for name in ["dueDate", "issuedDate"] { invoice.members[name] = SandboxState.timestamp(call.members[name]) }
        for name in ["companyId", "note", "subject"] { invoice.members[name] = call.members[name] ?? JSONValue.null }
        invoice.members["taxType"] = call.members["taxType"] ?? "SIMPLE"
        invoice.members["visibleZeroFields"] = try SandboxState.zeroFields(call.members["visibleZeroFields"])
        settle(&invoice)
        return .value(presentInvoice(invoice))
    }

    mutating func setInvoiceStatus(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var invoice = try find(.invoices, call.path("invoiceId"), call)
        invoice.members["status"] = call.members["invoiceStatus"] ?? invoice["status"]
        store.replace(invoice, in: .invoices)
        return .done
    }

    /// Copies an invoice. The copy is unsent and has neither payments nor the time entries that the original bills.
    mutating func duplicateInvoice(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let original = try find(.invoices, call.path("invoiceId"), call)
        var members = original.members
        members["status"] = "UNSENT"
        members["unpaidStatus"] = nil
        members["items"] = .array(
            (original["items"].arrayValue ?? []).map { item in
                .object((item.objectValue ?? [:]).merging(["timeEntryIds": [], "expenseIds": []]) { $1 })
            })
        return .value(presentInvoice(store.insert(into: .invoices, scope: original.scope, members)))
    }

    mutating func deleteInvoice(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let invoice = try delete(.invoices, call.path("invoiceId"), call)
        for payment in store.entities(.invoicePayments, in: invoice.id) { store.remove(payment.id, from: .invoicePayments) }
        return .done
    }

    // MARK: Responses

    func presentInvoice(_ invoice: Entity) -> JSONValue { .object(invoiceMembers(invoice, paid: paid(on: invoice))) }

    /// Returns all members of an invoice, with the computed ones.
    func invoiceMembers(_ invoice: Entity, paid: Int64) -> [String: JSONValue] {
        let totals = InvoiceTotals(of: invoice)
        let client = invoice.text("clientId").flatMap { store.entity(.clients, $0) }
        let items = invoice["items"].arrayValue ?? []
        func isImported(_ name: String) -> JSONValue { .bool(items.contains { !$0.strings(name).isEmpty }) }
        func percent(_ name: String) -> JSONValue { .double((invoice[name].doubleValue ?? 0) * 100) }
        let hidden = ["discountPercent", "taxPercent", "tax2Percent", "unpaidStatus"]
        let computed: [String: JSONValue] = [
            "amount": .integer(totals.amount), "balance": .integer(totals.amount.subtractingReportingOverflow(paid).partialValue),
            "clientAddress": client?["address"] ?? .null, "clientName": client?["name"] ?? .null,
            "containsImportedExpenses": isImported("expenseIds"), "containsImportedTimes": isImported("timeEntryIds"),
            "discount": percent("discountPercent"), "discountAmount": .integer(totals.discount),
            "items": .array(items.map(SandboxState.presentItem)), "paid": .integer(paid), "subtotal": .integer(totals.subtotal),
            "tax": percent("taxPercent"), "tax2": percent("tax2Percent"), "tax2Amount": .integer(totals.tax2),
            "taxAmount": .integer(totals.tax),
        ]
        return invoice.members.filter { !hidden.contains($0.key) }.merging(computed) { $1 }.present
    }

    private static func presentItem(_ item: JSONValue) -> JSONValue {
        var members = item.objectValue ?? [:]
        members["expenseIds"] = nil
        members["amount"] = .amount(InvoiceTotals.amount(of: item))
        return .object(members)
    }

    // MARK: Values of requests

    /// Returns a timestamp in the format of responses, in whole seconds and UTC.
    static func timestamp(_ value: JSONValue?) -> JSONValue {
        value?.stringValue.flatMap(TextFormat.instant).map { .string($0.parameterText) } ?? .null
    }

    /// Returns a list of fields, which a request may also contain as a list in JSON text, or as the name of one field.
    private static func zeroFields(_ value: JSONValue?) throws(Refusal) -> JSONValue {
        guard let value, value != "" else { return [] }
        var fields = value.arrayValue
        if let text = value.stringValue {
            fields = (try? JSONReader.decode(JSONValue.self, from: Array(text.utf8)))?.arrayValue ?? [.string(text)]
        }
        guard let fields, fields.allSatisfy({ ["TAX", "TAX_2", "DISCOUNT"].contains($0.stringValue) }) else {
            throw .invalid("visibleZeroFields", "must be a list of TAX, TAX_2 and DISCOUNT")
        }
        return .array(fields)
    }
}

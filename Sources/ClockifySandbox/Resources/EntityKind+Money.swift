import ClockifyRuntime

/// Invoices, payments, expenses, their categories and shared reports as values.
extension EntityKind {
    static let expenseCategories = EntityKind(resource: .expenseCategories, hasUniqueName: true)

    static let expenses = EntityKind(
        resource: .expenses,
        references: ["categoryId": .expenseCategories, "projectId": .projects, "taskId": .tasks, "userId": .users],
        prepare: { state, expense throws(SandboxEntityProblem) in
            if expense.given["userId"] == nil { expense.members["userId"] = .string(state.me) }
            if let file = expense.text("fileId"), state.uploads[file] == nil {
                throw expense.problem(.unknown(member: "fileId", id: file))
            }
        },
        present: { _, expense in SandboxState.presentExpense(expense) })

    /// The amounts of an invoice follow from its items, and what is paid from its payments.
    static let invoices = EntityKind(
        resource: .invoices, initial: ["currency": "USD", "status": "UNSENT", "taxType": "SIMPLE"],
        references: ["clientId": .clients, "items.timeEntryIds": .timeEntries, "userId": .users],
        computed: ["balance", "clientAddress", "clientName", "daysOverdue", "paid"], isCompact: true,
        prepare: { state, invoice throws(SandboxEntityProblem) in try state.prepare(invoice: &invoice) },
        present: { state, invoice in state.presentInvoice(invoice) })

    static let invoicePayments = EntityKind(
        resource: .invoicePayments, parent: .init(member: "invoiceId", collection: .invoices), isCompact: true,
        prepare: { state, payment throws(SandboxEntityProblem) in
            guard let amount = payment.given["amount"]?.intValue else { throw payment.problem(.missing(member: "amount")) }
            guard amount > 0 else { throw payment.invalid("amount", "it is not positive") }
            let usual: [String: JSONValue] = [
                "author": state.store.entity(.users, state.me)?["name"] ?? "", "date": .string(state.now.parameterText), "note": "",
            ]
            payment.members = usual.merging(payment.given) { $1 }
            payment.members["invoiceId"] = nil
        },
        complete: { state, payment, _ in
            guard var invoice = state.store.entity(.invoices, payment.scope) else { return }
            state.settle(&invoice)
        })

    static let sharedReports = EntityKind(
        resource: .sharedReports, initial: ["fixedDate": false, "isPublic": false, "type": "SUMMARY"],
        references: ["userId": .users, "visibleToUserGroups": .userGroups, "visibleToUsers": .users], isCompact: true,
        prepare: { state, report in
            if report.given["userId"] == nil { report.members["userId"] = .string(state.me) }
        })
}

extension SandboxState {
    /// Stores the percents of an invoice in the units of requests, and refuses amounts that do not follow from its items.
    fileprivate func prepare(invoice: inout Addition) throws(SandboxEntityProblem) {
        let given = invoice.given
        let names = [
            "billFrom", "clientId", "companyId", "currency", "dueDate", "id", "issuedDate", "note", "number", "status", "subject",
            "taxType",
            "userId", "visibleZeroFields",
        ]
        var members = invoice.members.filter { names.contains($0.key) }
        if given["userId"] == nil { members["userId"] = .string(me) }
        if given["billFrom"] == nil { members["billFrom"] = store.entity(.workspaces, invoice.workspace)?["name"] }
        for (name, percent) in [("discount", "discountPercent"), ("tax", "taxPercent"), ("tax2", "tax2Percent")] {
            members[percent] = .number((given[name]?.doubleValue ?? 0) / 100)
        }
        let items = given["items"]?.arrayValue ?? []
        members["items"] = .array(
            items.enumerated().map { index, item in
                let usual: [String: JSONValue] = [
                    "applyTaxes": "NONE", "expenseIds": [], "order": .integer(Int64(index + 1)), "quantity": 1, "timeEntryIds": [],
                    "unitPrice": 0,
                ]
                return .object(usual.merging(item.objectValue ?? [:]) { $1 }.filter { $0.key != "amount" })
            })
        let entity = Entity(
            id: invoice.id, scope: invoice.scope, sequence: 0, members: members.filter { !$0.value.isNull }, created: now, updated: now)
        let kept = invoiceMembers(entity, paid: 0)
        for name in ["amount", "discountAmount", "subtotal", "tax2Amount", "taxAmount"] {
            guard let given = given[name], let actual = kept[name], given != actual else { continue }
            throw invoice.invalid(name, "its items, discount and taxes make \(actual)")
        }
        for (index, item) in items.enumerated() {
            guard let given = item["amount"], let actual = kept["items"]?[index]?["amount"], given != actual else { continue }
            throw invoice.invalid("items.amount", "the quantity and the unit price make \(actual)")
        }
        invoice.members = members
    }
}

import ClockifyRuntime

/// Invoices of a new sandbox. The API cannot add items, so that only these have some.
extension Seed {
    func addInvoices(for clients: [Entity], to state: inout SandboxState) {
        let contents = [
            [Seed.item("Design", quantity: 10, price: 50_00), Seed.item("Hosting", quantity: 1, price: 120_50, taxes: "NONE")],
            [Seed.item("Training", quantity: 2.5, price: 80_00, taxes: "TAX1TAX2")],
        ]
        for (index, (client, items)) in zip(clients, contents).enumerated() {
            let members = Seed.invoiceMembers(number: "INV-00\(index + 1)", client: client.id, user: user, items: items)
            state.store.insert(into: .invoices, scope: workspace, members)
        }
    }

    static func invoiceMembers(number: String, client: String?, user: String, items: [JSONValue]) -> [String: JSONValue] {
        [
            "billFrom": "Cool Company", "clientId": client.map { .string($0) } ?? .null, "companyId": .string(company), "currency": "USD",
            "discountPercent": 0, "dueDate": "2020-06-01T08:00:00Z", "issuedDate": "2020-01-01T08:00:00Z",
            "items": .array(
                items.enumerated().map { index, item in
                    .object((item.objectValue ?? [:]).merging(["order": .integer(Int64(index + 1))]) { $1 })
                }), "note": "", "number": .string(number), "status": "SENT", "subject": "", "tax2Percent": 5, "taxPercent": 20,
            "taxType": "SIMPLE", "userId": .string(user), "visibleZeroFields": [],
        ]
    }

    /// The company that issues invoices.
    static let company = "34a687e29ae1f428e7ebe101"

    /// Returns an item of an invoice.
    ///
    /// - Parameter price: The price of one unit in minor units of the currency.
    static func item(
        _ description: String, quantity: Double, price: Int64, taxes: String = "TAX1", timeEntries: [String] = [], expenses: [String] = []
    ) -> JSONValue {
        [
            "applyTaxes": .string(taxes), "description": .string(description), "itemType": "Service", "quantity": .double(quantity),
            // Responses do not contain the expenses.
            "expenseIds": .array(expenses.map { .string($0) }), "timeEntryIds": .array(timeEntries.map { .string($0) }),
            // The service stores hundredths of minor units.
            "unitPrice": .integer(price * 100),
        ]
    }
}

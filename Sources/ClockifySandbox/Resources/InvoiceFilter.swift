import ClockifyRuntime

/// The conditions in the body of a request for invoices.
struct InvoiceFilter: Sendable {
    private let request: [String: JSONValue]
    private let clients: ReferenceFilter
    private let companies: ReferenceFilter
    private let statuses: [JSONValue]

    init(_ request: [String: JSONValue]) {
        self.request = request
        clients = ReferenceFilter(request["clients"])
        companies = ReferenceFilter(request["companies"])
        statuses = request["statuses"]?.arrayValue ?? []
    }

    func accepts(_ invoice: [String: JSONValue], isClientArchived: Bool?) -> Bool {
        func ids(_ name: String) -> [String] { invoice[name]?.stringValue.map { [$0] } ?? [] }
        return clients.accepts(ids("clientId")) && clients.acceptsStatus(isArchived: isClientArchived)
            && companies.accepts(ids("companyId")) && (statuses.isEmpty || statuses.contains(invoice["status"] ?? .null))
            && accepts(invoice["amount"], "Amount") && accepts(invoice["balance"], "Balance")
            && acceptsNumber(invoice["number"]?.stringValue ?? "") && acceptsDay(invoice["issuedDate"]?.stringValue ?? "")
    }

    private func accepts(_ value: JSONValue?, _ name: String) -> Bool {
        let value = value?.doubleValue ?? 0
        func limit(_ kind: String) -> Double? { request[kind + name]?.doubleValue }
        return limit("exact").map { value == $0 } ?? true && limit("greaterThan").map { value > $0 } ?? true
            && limit("lessThan").map { value < $0 } ?? true
    }

    private func acceptsNumber(_ number: String) -> Bool {
        guard let wanted = request["invoiceNumber"]?.stringValue?.lowercased(), !wanted.isEmpty else { return true }
        return request["strictSearch"] == true ? number.lowercased() == wanted : number.lowercased().contains(wanted)
    }

    private func acceptsDay(_ timestamp: String) -> Bool {
        let range = request["issueDate"]
        let day = String(timestamp.prefix(10))
        return range?["issue-date-start"]?.stringValue.map { day >= $0 } ?? true
            && range?["issue-date-end"]?.stringValue.map { day <= $0 } ?? true
    }
}

import ClockifyAPI
import ClockifySandbox
import DocumentedSamples
import HTTPTypes
import Testing

/// The paging form of each list, from the documentation of each operation and from the behavior of the live service.
private enum Form: String {
    /// `page` and `page-size`, starting at 1.
    case usual
    /// `page` and `pageSize`, starting at 1.
    case camel
    /// Only `page`: the live service ignores `page-size`.
    case pageOnly
    /// `page` and `size`, starting at 0.
    case size
    /// `page` and `limit`, starting at 0.
    case limit
    /// Members of the body.
    case body
    /// Members of a filter in the body.
    case filter
}

private let pagedOperations: [String: (form: Form, list: String, all: String)] = [
    "getApprovalRequests": (.usual, "", "approvals.all"),
    "getBalancesForPolicy": (.usual, "balances", "balances.allForPolicy"),
    "getBalancesForUser": (.usual, "balances", "balances.allForUser"),
    "getPtoBalancesForPolicy": (.usual, "balances", "deprecatedBalances.allForPolicy"),
    "getPtoBalancesForUser": (.usual, "balances", "deprecatedBalances.allForUser"),
    "getClients": (.usual, "", "clients.all"),
    "getDeletedEntityInfo": (.limit, "response", "entityChanges.allDeleted"),
    "getUpdatedEntityInfo": (.limit, "", "entityChanges.allUpdated"),
    "generateDetailedReportV1": (.body, "expenses", "reports.allExpenses"),
    "getExpenses": (.usual, "expenses.expenses", "expenses.all"),
    "getCategories": (.usual, "categories", "expenses.allCategories"),
    "getUserGroups": (.usual, "", "groups.all"),
    "getInvoices": (.usual, "invoices", "invoices.all"),
    "getInvoicesInfo": (.body, "invoices", "invoices.allFiltered"),
    "getPaymentsForInvoice": (.usual, "", "invoices.allPayments"),
    "findPoliciesForWorkspace": (.usual, "", "policies.all"),
    "findPtoPoliciesForWorkspace": (.usual, "", "deprecatedPolicies.all"),
    "getProjects": (.usual, "", "projects.all"),
    "getAllAssignments": (.usual, "", "scheduling.all"),
    "getFilteredProjectTotals": (.body, "", "scheduling.allProjectTotals"),
    "getProjectTotals": (.pageOnly, "", "scheduling.allDeprecatedProjectTotals"),
    "getUserTotals": (.body, "", "scheduling.allUserTotals"),
    "getSharedReportsV1": (.camel, "reports", "sharedReports.all"),
    "getTags": (.usual, "", "tags.all"),
    "getTasks": (.usual, "", "tasks.all"),
    "generateAttendanceReport": (.filter, "entities", "reports.allAttendance"),
    "getInProgressTimeEntries": (.usual, "", "timeEntries.allInProgress"),
    "getTimeEntries": (.usual, "", "timeEntries.all"),
    "generateDetailedReport": (.filter, "timeentries", "reports.allDetailed"),
    "getTimeOffRequest": (.body, "requests", "timeOff.all"),
    "getPtoTimeOffRequests": (.body, "requests", "deprecatedTimeOff.all"),
    "getUsersOfWorkspace": (.usual, "", "users.all"),
    "filterUsersOfWorkspace": (.body, "", "users.allFiltered"),
    "getManagersOfUser": (.usual, "", "users.allManagers"),
    "getLogsForWebhook": (.size, "", "webhooks.allLogs"),
]

@Suite("Every operation with pages")
struct PagingTests {
    /// Lists that are always returned completely, and one page of numbers that is not a list.
    private static let unpaged = [
        "ofWorkspace", "getCustomFieldsOfProject", "getHolidays", "getHolidaysInPeriod", "getWorkspacesOfUser", "getWebhooks",
        "getAddonWebhooks", "getUserTotalsForSingleUser", "generateSharedReportV1", "generateSummaryReport", "generateWeeklyReport",
    ]

    private static let calls: [DocumentedCall<Clockify>] = calls(of: EveryCall.self)

    private static func calls<Source: CallSource>(of source: Source.Type) -> [DocumentedCall<Source.Client>] { Source.calls }

    private static func form(of pagination: CatalogOperation.Pagination) -> Form? {
        switch (pagination.page, pagination.size, pagination.first, pagination.isInBody) {
        case ("page", "page-size", 1, false): .usual
        case ("page", "pageSize", 1, false): .camel
        case ("page", nil, 1, false): .pageOnly
        case ("page", "size", 0, false): .size
        case ("page", "limit", 0, false): .limit
        case ("page", "pageSize", 1, true): .body
        case ("detailedFilter.page", "detailedFilter.pageSize", 1, true), ("attendanceFilter.page", "attendanceFilter.pageSize", 1, true):
            .filter
        default: nil
        }
    }

    @Test("Exactly the operations with pages have a marked paging form and a method for all pages")
    func forms() throws {
        // A report has a method for rows and one for files. Only the first has pages.
        let names = Dictionary(Self.calls.map { ($0.operation, $0) }) { first, second in second.all == nil ? first : second }
        var seen: Set<String> = []
        for operation in try Catalog.shared.get().operations {
            let call = try #require(names[operation.id])
            guard let pagination = operation.pagination else {
                #expect(call.all == nil, "\(operation.id)")
                continue
            }
            seen.insert(operation.id)
            let known = try #require(pagedOperations[operation.id], "\(operation.id)")
            #expect(Self.form(of: pagination) == known.form, "\(operation.id)")
            #expect(pagination.items.joined(separator: ".") == known.list, "\(operation.id)")
            #expect("\(call.name.prefix { $0 != "." }).\(call.all?.name ?? "")" == known.all)
        }
        #expect(seen == Set(pagedOperations.keys))
        #expect(seen.isDisjoint(with: Self.unpaged) && Set(Self.unpaged).isSubset(of: names.keys))
    }

    @Test("Each page is requested once, from the first to the empty one", arguments: pagedOperations.keys.sorted())
    func everyPage(id: String) async throws {
        let catalog = try Catalog.shared.get()
        let operation = try #require(catalog.operations.first { $0.id == id })
        let call = try #require(Self.calls.first { $0.operation == id && $0.all != nil })
        let service = try #require(PagedService(operation, pageCount: 3, catalog: catalog))
        let count = try await call.all?.count(Clockify(.apiKey("key"), transport: service))
        let first = try #require(operation.pagination?.first)
        #expect(service.pages == [first, first + 1, first + 2, first + 3])
        #expect(service.sizes.count == 1)
        #expect(count == 3 * service.sizes.reduce(0, +))
    }

    @Test("Paging ends at once if the service ignores pages and returns the same page again", arguments: pagedOperations.keys.sorted())
    func ignored(id: String) async throws {
        let catalog = try Catalog.shared.get()
        let operation = try #require(catalog.operations.first { $0.id == id })
        let call = try #require(Self.calls.first { $0.operation == id && $0.all != nil })
        let service = try #require(PagedService(operation, pageCount: 1, catalog: catalog))
        let clockify = Clockify(.apiKey("key"), transport: FirstPageOnly(service: service))
        let count = try await call.all?.count(clockify)
        #expect(count == service.sizes.reduce(0, +))
    }
}

/// Returns the first response for every request.
private struct FirstPageOnly: ClientTransport {
    let service: PagedService
    private let first = Lock<TransportResponse?>(nil)

    init(service: PagedService) { self.service = service }

    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        if let answer = first.withLock({ $0 }) { return answer }
        let answer = try await service.send(request, body: body)
        first.withLock { $0 = answer }
        return answer
    }
}

import ClockifyAPI
import Foundation

extension LocalTimeEntries {
    /// Step 1: the entries that start within a range, as the detailed report has them. An entry that is outside of the range
    /// then comes with its first change, and of its custom fields' values with those that change from then on: choose a range that
    /// ends after the last entry.
    ///
    /// - Parameters:
    ///   - range: What to begin with. Changes are followed from its start on, without an end.
    ///   - pageSize: How much is asked for at once.
    ///   - now: The moment; for tests.
    public init(
        of workspace: Clockify.WorkspaceID, in range: ClosedRange<Date>, from clockify: Clockify, pageSize: Int = 200, now: Date = .now
    ) async throws(APIFailure) {
        // What changes while the report is read is followed from the moment before it.
        self.init(workspace: workspace, earliest: range.lowerBound, moment: now)
        let query = Clockify.DetailedReportQuery(
            dateRangeStart: range.lowerBound, dateRangeEnd: range.upperBound,
            detailedFilter: .init(pageSize: pageSize, sortColumn: .id), sortOrder: .ascending,
            // Otherwise the service takes the range for wall clocks of the account's time zone.
            timeZone: "UTC")
        for row in try await settled(clockify.reports.allDetailed(in: workspace, query), id: \.id.rawValue, pageSize) { add(row) }
    }

    /// Steps 2 and 3: what was added, changed and deleted since ``moment``.
    ///
    /// - Parameters:
    ///   - pageSize: How much is asked for at once.
    ///   - now: The moment; for tests.
    /// - Throws: What went wrong; the copy then is what it was, and the next call follows from the same moment.
    public mutating func follow(_ clockify: Clockify, pageSize: Int = 200, now: Date = .now) async throws(APIFailure) {
        var copy = self
        let types: [Clockify.EntityDocumentType] = [.timeEntry, .timeEntryCustomFieldValue]
        var start = moment.addingTimeInterval(-LocalTimeEntries.overlap)
        while start < now {
            // The service speaks of ranges of thirty days.
            let end = min(now, start.addingTimeInterval(30 * 86_400))
            let updated = clockify.entityChanges.allUpdated(in: workspace, types: types, start: start, end: end, pageSize: pageSize)
            copy.apply(try await settled(updated, id: \.id.rawValue, pageSize))
            let deleted = clockify.entityChanges.allDeleted(in: workspace, types: types, start: start, end: end, pageSize: pageSize)
            copy.apply(try await settled(deleted, id: \.id.rawValue, pageSize))
            start = end
        }
        copy.arrive(at: now)
        self = copy
    }

    /// Everything on the pages of a list.
    ///
    /// What comes or goes while pages are read moves the rest from page to page, and one may be missed. More than a page is therefore
    /// read until two readings agree; a later reading wins over an earlier one, which is kept for what only it has.
    private func settled<Element>(
        _ pages: Pages<Element>, id: (Element) -> String, _ pageSize: Int
    ) async throws(APIFailure) -> [Element] {
        var all = try await pages.collect()
        guard all.count >= pageSize else { return all }
        var ids = Set(all.map(id))
        for _ in 0..<5 {
            let again = try await pages.collect()
            let idsNow = Set(again.map(id))
            all += again
            if idsNow == ids { break }
            ids = idsNow
        }
        return all
    }
}

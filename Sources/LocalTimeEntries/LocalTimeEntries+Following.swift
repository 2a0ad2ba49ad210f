public import ClockifyAPI
public import Foundation

extension LocalTimeEntries {
    /// Step 1: loads the entries that start within a range from the detailed report.
    ///
    /// An entry outside the range is added with its first change, and only with the values of custom fields that change from then on.
    /// Choose a range that ends after the last entry.
    ///
    /// - Parameters:
    ///   - range: The range to load. Changes are followed from its start on, without an end.
    ///   - pageSize: The number of entries per request.
    ///   - now: The current time; for tests.
    public init(
        of workspace: Clockify.WorkspaceID, in range: ClosedRange<Date>, from clockify: Clockify, pageSize: Int = 200, now: Date = .now
    ) async throws(APIFailure) {
        // Changes made while the report is read are followed from the moment before it.
        self.init(workspace: workspace, earliest: range.lowerBound, moment: now)
        let query = Clockify.DetailedReportQuery(
            dateRangeStart: WallClockTime(range.lowerBound, in: .gmt), dateRangeEnd: WallClockTime(range.upperBound, in: .gmt),
            detailedFilter: .init(pageSize: pageSize, sortColumn: .id), sortOrder: .ascending, timeZone: "UTC")
        for row in try await settled(clockify.reports.allDetailed(in: workspace, query), id: \.id.rawValue, pageSize) { add(row) }
    }

    /// Steps 2 and 3: applies what was added, changed and deleted since ``moment``.
    ///
    /// - Parameters:
    ///   - pageSize: The number of entries per request.
    ///   - now: The current time; for tests.
    /// - Throws: The error of a call. The copy is then unchanged, and the next call follows from the same moment.
    public mutating func follow(_ clockify: Clockify, pageSize: Int = 200, now: Date = .now) async throws(APIFailure) {
        var copy = self
        let types: [Clockify.EntityDocumentType] = [.timeEntry, .timeEntryCustomFieldValue]
        var start = moment.addingTimeInterval(-LocalTimeEntries.overlap)
        while start < now {
            // The service returns changes for at most thirty days.
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

    /// Returns everything on the pages of a list.
    ///
    /// Elements that are added or removed while pages are read shift the others between pages, and one may be missed. A list with more than
    /// one page is therefore read until two readings agree. Of several readings of an element, the last one counts; elements that only an
    /// earlier reading has are kept.
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

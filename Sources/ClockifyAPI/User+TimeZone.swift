#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Clockify.User {
    /// The time zone of the user's settings; `nil` if the settings name none, or one that this system does not know.
    ///
    ///     let today = CalendarDate.today(in: me.timeZone ?? .gmt)
    ///     let entries = try await clockify.timeEntries.list(in: workspace, user: me.id, days: today...today)
    public var timeZone: TimeZone? { settings?.timeZone.flatMap { TimeZone(identifier: $0) } }
}

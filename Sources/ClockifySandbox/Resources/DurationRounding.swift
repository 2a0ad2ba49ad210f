import ClockifyRuntime

/// The rounding of durations in reports, as a workspace's settings have it: `{"minutes": "15", "round": "Round to nearest"}`.
struct DurationRounding: Sendable {
    private let unit: Int
    private let rule: FloatingPointRoundingRule

    /// Returns `nil` if the settings do not say to how many minutes.
    init?(_ settings: JSONValue?) {
        let minutes = settings?["minutes"]?.intValue ?? settings?["minutes"]?.stringValue.flatMap { Int($0) }
        guard let minutes, (1...1440).contains(minutes) else { return nil }
        unit = minutes * 60
        let name = settings?["round"]?.stringValue?.lowercased() ?? ""
        rule = name.contains("up") ? .up : name.contains("down") ? .down : .toNearestOrAwayFromZero
    }

    func seconds(_ seconds: Int) -> Int { Int((Double(seconds) / Double(unit)).rounded(rule)) * unit }
}

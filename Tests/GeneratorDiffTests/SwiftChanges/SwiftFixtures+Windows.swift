import GeneratorDiff

extension SwiftFixtures {
    private static let filled = "_ = API.NewThing(days: \"2026-01-01\"...\"2026-03-31\", in: .gmt)"
    private static let listed = "_ = try await api.things.list(days: \"2026-01-01\"...\"2026-03-31\")"
    private static let clock = "{type: string, format: date-time, x-wall-clock: the zone}"

    /// What a window adds: an initializer and a method that take days.
    static let windows: [SwiftFixture] = [
        .init(
            body(""), body("x-window: {start: from, end: to, zone: zone}"), .init(.initializerAdded, "_ = API.NewThing(zone: \"GMT\")"),
            .init(.initializerRemoved, filled)),
        .init(
            body("x-window: {start: from, end: to, zone: zone}"), body("x-window: {start: from, end: to}"),
            .init(.initializerRemoved, filled),
            .init(.initializerRemoved, "_ = API.NewThing(days: \"2026-01-01\"...\"2026-03-31\", zone: \"GMT\")")),
        .init(
            query(""), query("x-window: {start: from, end: to}"), .init(.methodAdded, "_ = try await api.things.list(from: nil)"),
            .init(.methodRemoved, listed)),
    ]

    private static func body(_ window: String) -> String {
        let members = "from: \(clock), to: \(clock), zone: {type: string}"
        return Part.sent("{type: object, \(window.isEmpty ? "" : window + ", ")properties: {\(members)}}")
    }

    private static func query(_ window: String) -> String {
        let parameters = [Part.query("from", clock), Part.query("to", clock)].joined(separator: ", ")
        return Part.document(
            Part.create("get", name: "list", parameters: parameters, sends: nil, gives: "{type: string}", more: window))
    }
}

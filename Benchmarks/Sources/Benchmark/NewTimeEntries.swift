import ClockifyAPI
@_spi(Generated) import ClockifyRuntime
import Foundation

/// The same new time entries in each of the forms that are encoded.
struct NewTimeEntries {
    let generated: [Clockify.NewTimeEntry]
    let codable: [CodableNewTimeEntry]
    let untyped: Any

    init(_ count: Int) throws {
        generated = (0..<count).map(Self.entry)
        let json = Data(try JSONWriter.encode(generated))
        codable = try JSONDecoder.forTimeEntries.decode([CodableNewTimeEntry].self, from: json)
        untyped = try JSONSerialization.jsonObject(with: json)
    }

    private static func entry(_ index: Int) -> Clockify.NewTimeEntry {
        let start = Date(timeIntervalSince1970: 1_609_459_200 + Double(index) * 3600)
        return Clockify.NewTimeEntry(
            start: start, end: start.addingTimeInterval(2700),
            description: index % 2 == 0
                ? "This is a sample time entry description." : "Review of \"quarter \(index % 4)\" \u{2013} caf\u{E9}",
            projectId: "25b687e29ae1f428e7ebe123", taskId: "54b377ddd3fcab07cfbb432f",
            tagIds: ["32a177ddd3fcab07cfbb567f", "44f777ddd3fcab07cfbb88f1"], billable: index % 5 != 0, type: .regular,
            customFields: [
                .init(customFieldId: "5e4117fe8c625f38930d57b7", sourceType: .workspace, value: .string("20231211-\(index)")),
                .init(customFieldId: "5e4117fe8c625f38930d57b8", sourceType: .project, value: .string("new value")),
            ],
            customAttributes: [.init(name: "origin", namespace: "import", value: "row \(index)")])
    }
}

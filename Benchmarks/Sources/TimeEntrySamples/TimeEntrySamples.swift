/// Time entries as the service lists them: the documented sample with different values in every entry, the nulls that the live
/// service returns, and a custom field in every fourth. Each is about 575 bytes long.
public enum TimeEntrySamples {
    /// Returns a JSON array of `count` entries. The result is deterministic.
    public static func list(_ count: Int) -> [UInt8] {
        var text = "["
        for index in 0..<count {
            if index > 0 { text += "," }
            text += entry(index)
        }
        return Array((text + "]").utf8)
    }

    private static func entry(_ index: Int) -> String {
        let id = identifier(index)
        let customFields =
            index % 4 == 1
            ? #"{"customFieldId":"5e4117fe8c625f38930d57b7","name":"TIN","timeEntryId":"\#(id)","type":"WORKSPACE","value":"20231211-\#(index)"}"#
            : ""
        let task = index % 4 == 0 ? "null" : #""54b377ddd3fcab07cfbb432\#(index % 10)""#
        return
            #"{"billable":\#(index % 5 != 0),"costRate":null,"customFieldValues":[\#(customFields)]"#
            + #","description":"\#(descriptions[index % descriptions.count])","hourlyRate":{"amount":\#(10500 + index % 100),"currency":"USD"}"#
            + #","id":"\#(id)","isLocked":false,"kioskId":null,"projectId":"25b687e29ae1f428e7ebe\#(100 + index % 900)""#
            + #","tagIds":["32a177ddd3fcab07cfbb567f","44f777ddd3fcab07cfbb88f1"],"taskId":\#(task),"timeInterval":\#(interval(index))"#
            + #","type":"\#(index % 20 == 0 ? "BREAK" : "REGULAR")","userId":"5a0ab5acb07987125438b60f","workspaceId":"64a687e29ae1f428e7ebe303"}"#
    }

    private static func identifier(_ index: Int) -> String {
        let digits = String(index, radix: 16)
        return "64c777ddd3fcab07" + String(repeating: "0", count: 8 - digits.count) + digits
    }

    private static func interval(_ index: Int) -> String {
        let day = twoDigits(1 + index / 8 % 28)
        let month = twoDigits(1 + index / 224 % 12)
        let hour = 8 + index % 8
        return
            #"{"duration":"PT45M","end":"2021-\#(month)-\#(day)T\#(twoDigits(hour)):55:00Z","start":"2021-\#(month)-\#(day)T\#(twoDigits(hour)):10:00Z"}"#
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let descriptions = [
        "This is a sample time entry description.", "Stand-up", "Review of the quarterly report with the customer",
        "Caf\u{E9} \u{2013} weekly one-on-one", #"Fix \"cannot save\" on the settings page\nand write the test"#,
    ]
}

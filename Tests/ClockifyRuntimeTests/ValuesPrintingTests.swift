import ClockifyRuntime
import Foundation
import Testing

/// Values print their text wherever a person reads it: in logs, in a debugger, and in the output of failed tests, which consists of
/// descriptions.
@Suite("Printed values")
struct ValuesPrintingTests {
    private struct Node {
        /// A model may have a member with this name.
        let description: String
        let next: [Indirect<Node>]
    }

    private struct Entry {
        let id: SampleID = "64a687e29ae1f428e7ebe303"
        let parent: SampleID? = "64a687e29ae1f428e7ebe304"
        let tags: [SampleID] = ["64a687e29ae1f428e7ebe305", "x"]
        let status = SampleStatus.active
        let day: CalendarDate? = "2018-11-29"
        let length = ISODuration.seconds(5400)
        let cleared = Nullable<SampleID>.null
        let assigned: Nullable<SampleID>? = .value("y")
        let note = Nullable.value("text")
        let due: DayOrTime? = .day("2018-11-30")
        let custom: JSONValue = ["a": 1]
        let manager = Indirect(SampleID("z"))
    }

    @Test("A value is printed as its text")
    func texts() {
        let id: SampleID = "64a687e29ae1f428e7ebe303"
        #expect("\(id) \([id]) \(String(reflecting: id))" == "\(id.rawValue) [\(id.rawValue)] \(id.rawValue)")
        #expect("\(SampleStatus.active) \([SampleStatus.active])" == "ACTIVE [ACTIVE]")
        #expect("\([CalendarDate?("2018-11-29"), nil])" == "[Optional(2018-11-29), nil]")
        #expect("\(ISODuration.seconds(5400)) \([ISODuration.seconds(1)])" == "PT1H30M [PT1S]")
        #expect("\(Nullable<Int>.null) \(Nullable.value(1)) \(Nullable.value("a")) \([Nullable.value("a")])" == #"null 1 a ["a"]"#)
        #expect("\([JSONValue.array([.null, "a", 1.5])])" == #"[[null,"a",1.5]]"#)
        #expect("\([DayOrTime.time(Date(timeIntervalSince1970: 0.5))])" == "[1970-01-01T00:00:00.500Z]")
        #expect("\(Optional(DayOrTime.day("2018-11-29")) as Any)" == "Optional(2018-11-29)")
        #expect("\(Indirect(id)) \([Indirect(1)])" == "\(id.rawValue) [1]")
    }

    @Test("A model is printed with the texts of its values, without the names of their types")
    func models() {
        let members = """
            id: 64a687e29ae1f428e7ebe303, parent: Optional(64a687e29ae1f428e7ebe304), tags: [64a687e29ae1f428e7ebe305, x], status: ACTIVE, \
            day: Optional(2018-11-29), length: PT1H30M, cleared: null, assigned: Optional(y), note: "text", due: Optional(2018-11-30), \
            custom: {"a":1}, manager: z
            """
        #expect("\(Entry())" == "Entry(\(members))")
        #expect(String(reflecting: Entry()).hasSuffix(".Entry(\(members))"))
    }

    @Test("A dump shows the text of a value, and not how it is stored")
    func dumps() {
        var text = ""
        dump(Entry(), to: &text)
        let lines = text.split(separator: "\n").dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(
            lines == [
                "- id: 64a687e29ae1f428e7ebe303", "▿ parent: Optional(64a687e29ae1f428e7ebe304)", "- some: 64a687e29ae1f428e7ebe304",
                "▿ tags: 2 elements", "- 64a687e29ae1f428e7ebe305", "- x", "- status: ACTIVE",
                "▿ day: Optional(2018-11-29)", "- some: 2018-11-29", "- length: PT1H30M", "- cleared: null", "▿ assigned: Optional(y)",
                "▿ some: y", "- value: y", #"▿ note: "text""#, #"- value: "text""#, "▿ due: Optional(2018-11-30)",
                "▿ some: 2018-11-30", "- day: 2018-11-30", #"▿ custom: {"a":1}"#, "▿ object: 1 key/value pair", "▿ (2 elements)",
                #"- key: "a""#, "▿ value: 1", "- integer: 1", "- manager: z",
            ])
    }

    @Test("A recursive model is printed without its boxes, and keeps a member called description")
    func recursiveModels() {
        let node = Node(description: "root", next: [Indirect(Node(description: "leaf", next: []))])
        #expect("\(node)" == #"Node(description: "root", next: [Node(description: "leaf", next: [])])"#)
        #expect(node.next[0].description == "leaf")
        #expect(Mirror(reflecting: node.next[0]).children.map(\.label) == ["description", "next"])
    }
}

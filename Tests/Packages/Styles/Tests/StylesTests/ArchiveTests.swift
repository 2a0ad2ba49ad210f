import Archive
import ClockifyRuntime
import Testing

/// Very many schemas.
@Suite struct ArchiveTests {
    @Test("A chain of a hundred schemas is read and sent")
    func chain() async throws {
        var text = #"{"id":"99","notes":["n"]}"#
        for number in (0..<99).reversed() {
            text = #"{"id":"\#(number)","next":\#(text)}"#
        }
        let service = Service(text)
        let archive: Archive = service.api(at: Archive.Services.documented)
        let record = try await archive.records.getRecord0()
        #expect(record.next?.next?.next?.id == "3" && service.line == "GET https://archive.example/records/0")
        let put = Service(status: 204)
        let other: Archive = put.api(at: Archive.Services.documented)
        try await other.records.putRecord0(record)
        #expect(put.body == text)
    }

    @Test("The first and the last of them have their members")
    func ends() async throws {
        let service = Service(
            #"{"id": "400", "count": 7, "next": {"id": "401", "at": "2024-01-02T03:04:05Z", "next": {"id": "402", "kind": "c"}}}"#)
        let archive: Archive = service.api(at: Archive.Services.documented)
        let record = try await archive.records.getRecord400()
        #expect(record.count == 7 && record.next?.at != nil && record.next?.next?.kind?.rawValue == "c")
        #expect(Archive.Record402Kind.knownValues.map(\.rawValue) == ["a402", "b"])
    }
}

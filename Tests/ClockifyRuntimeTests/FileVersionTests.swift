import Foundation
import HTTPTypes
import Testing

@testable import ClockifyRuntime

@Suite("The file version of a response and its continuation")
struct FileVersionTests {
    private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    private static let minuteLater = "Sun, 06 Nov 1994 08:50:37 GMT"

    private func versionNamed(_ fields: [String: String], status: Int = 200, length: String? = "1000") -> FileVersion? {
        FileVersion(head(fields.merging(["Content-Length": length ?? ""]) { own, _ in own }.filter { !$0.value.isEmpty }, status: status))
    }

    private func head(_ fields: [String: String], status: Int) -> HTTPResponse {
        TransportResponse.json("", status: status, fields: fields).head
    }

    @Test(
        "A strong tag identifies a version, and a weak or invalid one does not and overrides the date",
        arguments: [
            (#""a""#, true), (#" "a" "#, true), (#""""#, true), (#"W/"a""#, false), (#"w/"a""#, false), ("a", false), (#"""#, false),
            (#""a", "b""#, false), (#""a b""#, false), (#""ä""#, false),
        ])
    func tags(tag: String, isStrong: Bool) {
        let version = versionNamed(["ETag": tag, "Last-Modified": Self.date])
        #expect(version?.condition == (isStrong ? tag.trimmingWhitespace() : nil))
        #expect(isStrong == (version?.size == 1000))
    }

    @Test(
        "A date identifies a version if the file was unchanged for a minute",
        arguments: [
            (minuteLater, true), ("Sun, 06 Nov 1994 08:50:36 GMT", false), ("Sun, 06 Nov 1994 08:00:00 GMT", false), ("nonsense", true),
            ("", true),
        ])
    func dates(now: String, isOldEnough: Bool) {
        // A response without a `Date` counts as dated by its arrival, which is long after.
        #expect(versionNamed(["Last-Modified": Self.date, "Date": now])?.condition == (isOldEnough ? Self.date : nil))
        #expect(versionNamed(["Last-Modified": "yesterday", "Date": now]) == nil)
    }

    @Test("A response that is compressed, has no length or has another status identifies no version")
    func unusable() {
        let tag = ["ETag": #""a""#]
        #expect(versionNamed(tag) != nil)
        #expect(versionNamed([:]) == nil)
        for length in [nil, "-1", "x", "1, 1"] { #expect(versionNamed(tag, length: length) == nil) }
        for status in [201, 203, 206] { #expect(versionNamed(tag, status: status) == nil) }
        for (coding, isUsable) in ["gzip": false, "br": false, "identity": true, "IDENTITY": true] {
            #expect((versionNamed(tag.merging(["Content-Encoding": coding]) { own, _ in own }) != nil) == isUsable)
        }
        for (ranges, isUsable) in ["none": false, "bytes": true] {
            #expect((versionNamed(tag.merging(["Accept-Ranges": ranges]) { own, _ in own }) != nil) == isUsable)
        }
    }

    @Test(
        "The rest starts where the part ends and has the same total length and version, and its stated length",
        arguments: [
            ("bytes 100-999/1000", "900", #""a""#, true), ("BYTES 100-999/1000", "900", #""a""#, true),
            ("bytes 100-499/1000", "400", #""a""#, true),
            ("bytes 99-999/1000", "901", #""a""#, false), ("bytes 101-999/1000", "899", #""a""#, false),
            ("bytes 0-999/1000", "1000", #""a""#, false),
            ("bytes 100-999/1001", "900", #""a""#, false), ("bytes 100-999/*", "900", #""a""#, false),
            ("bytes */1000", "900", #""a""#, false),
            ("bytes 100-1000/1000", "901", #""a""#, false), ("bytes 100-99/1000", "0", #""a""#, false),
            ("items 100-999/1000", "900", #""a""#, false),
            ("bytes 100-999-1000", "900", #""a""#, false), ("bytes", "900", #""a""#, false), ("", "900", #""a""#, false),
            ("bytes 100-99999999999999999999/1000", "900", #""a""#, false), ("bytes 100-999/1000", "901", #""a""#, false),
            ("bytes 100-999/1000", "", #""a""#, false), ("bytes 100-999/1000", "900", #""b""#, false),
            ("bytes 100-999/1000", "900", "", false),
            ("bytes 100-999/1000", "900", #"W/"a""#, false),
        ])
    func continuation(range: String, length: String, tag: String, isContinued: Bool) throws {
        let version = try #require(versionNamed(["ETag": #""a""#]))
        let fields = ["Content-Range": range, "Content-Length": length, "ETag": tag].filter { !$0.value.isEmpty }
        #expect(version.isContinued(by: head(fields, status: 206), from: 100) == isContinued)
        #expect(!version.isContinued(by: head(fields, status: 200), from: 100))
        #expect(!version.isContinued(by: head(fields.merging(["Content-Encoding": "gzip"]) { own, _ in own }, status: 206), from: 100))
    }

    @Test("A version by date changes with its date, and the response for a part may omit it")
    func datedContinuation() throws {
        let version = try #require(versionNamed(["Last-Modified": Self.date]))
        let fields = ["Content-Range": "bytes 100-999/1000", "Content-Length": "900"]
        for (date, isContinued) in [Self.date: true, Self.minuteLater: false, "": true] {
            let fields = fields.merging(["Last-Modified": date]) { own, _ in own }.filter { !$0.value.isEmpty }
            #expect(version.isContinued(by: head(fields, status: 206), from: 100) == isContinued)
        }
    }
}

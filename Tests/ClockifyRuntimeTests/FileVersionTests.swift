import Foundation
import HTTPTypes
import Testing

@testable import ClockifyRuntime

@Suite("Which file an answer has, and whether another answer has the rest of it")
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
        "A strong tag names a version; a weak one, or what is none, names nothing, and hides the date",
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
        "A date names a version once the file has been left alone for a minute",
        arguments: [
            (minuteLater, true), ("Sun, 06 Nov 1994 08:50:36 GMT", false), ("Sun, 06 Nov 1994 08:00:00 GMT", false), ("nonsense", true),
            ("", true),
        ])
    func dates(now: String, isOldEnough: Bool) {
        // What has no date of its own is dated by when it came: long after.
        #expect(versionNamed(["Last-Modified": Self.date, "Date": now])?.condition == (isOldEnough ? Self.date : nil))
        #expect(versionNamed(["Last-Modified": "yesterday", "Date": now]) == nil)
    }

    @Test("Without its length, compressed, or of another status, an answer names none")
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
        "The rest begins where the part ends, is of the same length and version, and as long as it says",
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

    @Test("A version that a date names is another where the date is; a part need not repeat it")
    func datedContinuation() throws {
        let version = try #require(versionNamed(["Last-Modified": Self.date]))
        let fields = ["Content-Range": "bytes 100-999/1000", "Content-Length": "900"]
        for (date, isContinued) in [Self.date: true, Self.minuteLater: false, "": true] {
            let fields = fields.merging(["Last-Modified": date]) { own, _ in own }.filter { !$0.value.isEmpty }
            #expect(version.isContinued(by: head(fields, status: 206), from: 100) == isContinued)
        }
    }
}

import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ClockifyRuntime

@Suite("The destination of a download")
struct FilePlacementTests {
    private func inFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("place-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    private func write(_ text: String = "new", to url: URL) async throws {
        var call = Call("download", .get, "/file", service: "main")
        call.acceptsFile = true
        let transport = StubTransport([.success(.json(text))])
        try await APIClient.stub(transport).file(call).write(to: url)
        #expect(transport.exchanges.last?.request.headerFields[.acceptEncoding] == "identity")
    }

    private func mode(_ url: URL) throws -> Int? {
        (try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? NSNumber)?.intValue
    }

    @Test("A replaced file keeps its permissions")
    func permissions() async throws {
        try await inFolder { folder in
            for mode in [0o600, 0o640, 0o666, 0o755] {
                let url = folder.appendingPathComponent("file-\(mode)")
                #expect(FileManager.default.createFile(atPath: url.path, contents: Data("old".utf8)))
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path)
                try await write(to: url)
                #expect(try String(contentsOf: url, encoding: .utf8) == "new")
                #expect(try self.mode(url) == mode)
            }
        }
    }

    @Test("Symbolic links stay, and the file is written to their target, even if the target does not exist yet")
    func links() async throws {
        try await inFolder { folder in
            let inner = folder.appendingPathComponent("inner")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
            let (first, second) = (folder.appendingPathComponent("first"), folder.appendingPathComponent("second"))
            try FileManager.default.createSymbolicLink(atPath: first.path, withDestinationPath: "second")
            try FileManager.default.createSymbolicLink(atPath: second.path, withDestinationPath: "inner/file")
            for text in ["one", "two"] {
                try await write(text, to: first)
                #expect(try String(contentsOf: inner.appendingPathComponent("file"), encoding: .utf8) == text)
                #expect(try FileManager.default.destinationOfSymbolicLink(atPath: first.path) == "second")
                #expect(try FileManager.default.contentsOfDirectory(atPath: inner.path) == ["file"])
            }
            let circle = folder.appendingPathComponent("circle")
            try FileManager.default.createSymbolicLink(atPath: circle.path, withDestinationPath: "circle")
            await #expect(throws: APIFailure.self) { try await write(to: circle) }
        }
    }

    @Test("An irregular file is rejected and left unchanged")
    func irregular() async throws {
        try await inFolder { folder in
            let pipe = folder.appendingPathComponent("pipe")
            #expect(mkfifo(pipe.path, 0o600) == 0)
            let link = folder.appendingPathComponent("link")
            try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "/dev/null")
            for url in [folder, pipe, link, URL(fileURLWithPath: "/dev/null")] {
                do {
                    try await write(to: url)
                    Issue.record("\(url)")
                } catch let error as APIFailure {
                    guard case .file(let reason) = error else {
                        Issue.record("\(error)")
                        return
                    }
                    #expect(reason.contains("not a regular file"), "\(reason)")
                }
            }
            #expect(try FileManager.default.attributesOfItem(atPath: pipe.path)[.type] as? FileAttributeType != .typeRegular)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["link", "pipe"])
        }
    }

    @Test("A name may be as long as the file system allows")
    func longName() async throws {
        try await inFolder { folder in
            let url = folder.appendingPathComponent(String(repeating: "n", count: 255))
            try await write(to: url)
            #expect(try String(contentsOf: url, encoding: .utf8) == "new")
        }
    }
}

@Suite("File names from a service")
struct ContentDispositionTests {
    @Test(
        arguments: [
            ("attachment; filename=\"invoice.pdf\"", "invoice.pdf"), ("attachment; filename=invoice.pdf", "invoice.pdf"),
            ("attachment; filename=\"a;b.pdf\"", "a;b.pdf"), ("attachment; filename=\"a\\\"b.pdf\"; x=y", "a\"b.pdf"),
            ("attachment;FILENAME = \"x.pdf\" ;size=3", "x.pdf"), ("attachment; filename=\"Résumé.pdf\"", "Résumé.pdf"),
            ("attachment; filename=x.pdf; filename*=UTF-8''%e2%82%ac%20rates.pdf", "€ rates.pdf"),
            ("attachment; filename*=iso-8859-1'en'%A3%20rates.pdf", "£ rates.pdf"),
            ("attachment; filename*=UTF-8''%ff; filename=safe.pdf", "safe.pdf"),
            ("attachment; filename*=koi8-r''%c1; filename=safe.pdf", "safe.pdf"),
            ("attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", "passwd"), ("attachment; filename=\"C:\\dir\\x.pdf\"", "x.pdf"),
            ("attachment; filename=\"unclosed.pdf", "unclosed.pdf"), ("attachment; filename=\"a\u{0}b\r\nc.pdf\"", "abc.pdf"),
            ("attachment; filename=\"..\"", nil), ("attachment; filename=\"\"", nil), ("attachment", nil), ("", nil),
            (";;;=;filename", nil),
        ] as [(String, String?)])
    func names(header: String, name: String?) {
        #expect(ContentDisposition.fileName(header) == name)
    }
}

@Suite("HTTP dates")
struct HTTPDateTests {
    private let date = Date(timeIntervalSince1970: 784_111_777)

    @Test(
        "All three date formats are accepted",
        arguments: ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"])
    func forms(text: String) { #expect(HTTPDate.parse(text) == date) }

    @Test("A two-digit year is the nearest one, at most fifty years ahead")
    func years() {
        let now = Date(timeIntervalSince1970: 1_795_000_000)  // 2026
        let parse = { (year: String) in HTTPDate.parse("Monday, 01-Jan-\(year) 00:00:00 GMT", now: now)?.parameterText.prefix(4) }
        #expect(parse("26") == "2026" && parse("76") == "2076" && parse("77") == "1977" && parse("00") == "2000")
    }

    @Test(
        "An invalid date is rejected",
        arguments: [
            "", "tomorrow", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 0000 08:49:37 GMT",
            "Sun, 06 Nov 94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT", "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun Nov 6 08:49:37 94",
            "Sun, 06 Nov 1994 08:49:37 CET",
        ])
    func malformed(text: String) { #expect(HTTPDate.parse(text) == nil) }

    @Test("A requested wait is accepted in each format, and is neither negative nor endless")
    func waits() {
        func wait(_ text: String) -> Duration? {
            var fields = HTTPFields()
            fields[.retryAfter] = text
            return ServiceWaits(fields, now: date).requested
        }
        #expect(wait("Sunday, 06-Nov-94 08:49:47 GMT") == .seconds(10))
        #expect(wait("Sun Nov  6 08:49:47 1994") == .seconds(10))
        #expect(wait("Sun Nov  6 08:49:27 1994") == .zero)
        #expect(wait("-5") == .zero && wait("1e300") == .seconds(86_400) && wait("nan") == nil)
    }
}

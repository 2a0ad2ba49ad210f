import ClockifyAPI
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

/// What the machine has to read files with.
private enum Python {
    static let path = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":").map { "\($0)/python3" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    static let hasOpenpyxl =
        Self.path.map { path in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = ["-c", "import openpyxl"]
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        } ?? false
}

@Suite("Exported files of the sandbox")
struct SandboxExportTests {
    /// Runs a Python program with a file's path, and returns what it prints; `nil` if it fails.
    private func python(_ program: String, _ bytes: [UInt8]) throws -> String? {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("export-\(UUID().uuidString)")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Python.path))
        process.arguments = ["-c", program, url.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: printed, as: UTF8.self) : nil
    }

    private func export(_ format: String) async throws -> [UInt8] {
        let fixture = try await ReportFixture()
        try await fixture.fill()
        try await fixture.entry("two\nlines, \"quoted\" & <é>", "2025-05-21T08:00:00Z", hours: 0.25, project: fixture.site)
        let query = fixture.query(["exportType": .string(format), "detailedFilter": ["pageSize": 1], "sortOrder": "ASCENDING"])
        return try await fixture.checked.report("detailed", query).body
    }

    private static let rows = [
        "glass|02:00:00|120.00", "dough|01:30:00|15.00", "tea|01:00:00|0.00", "two~lines, \"quoted\" & <é>|00:15:00|15.00",
    ]

    @Test("A field with quotation marks and commas is quoted, and every row of the report is in the file")
    func csv() async throws {
        let text = String(decoding: try await export("CSV"), as: UTF8.self)
        #expect(text.hasPrefix("\"Project\",\"Client\",\"Description\","))
        #expect(
            text.contains("\r\n\"Aquarium, \"\"big\"\"\",\"Zoo\",\"glass\",\"Paint\",\"John Doe\",\"\",") && text.hasSuffix("\"15.00\"\r\n")
        )
    }

    @Test("Python reads the CSV", .enabled(if: Python.path != nil))
    func foreignCSV() async throws {
        let program = """
            import csv, sys
            rows = list(csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8")))
            print(*[r["Description"].replace("\\n", "~") + "|" + r["Duration (h)"] + "|" + r["Billable Amount (USD)"] for r in rows], sep="\\n")
            """
        #expect(try python(program, try await export("CSV"))?.split(separator: "\n").map(String.init) == Self.rows)
    }

    @Test("Python reads the archive of an XLSX file, and its sheet has the rows", .enabled(if: Python.path != nil))
    func foreignXLSX() async throws {
        let program = """
            import sys, zipfile, xml.etree.ElementTree as E
            a = zipfile.ZipFile(sys.argv[1])
            assert a.testzip() is None
            for n in a.namelist(): E.fromstring(a.read(n))
            m = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
            rows = [["".join(c.itertext()) for c in r] for r in E.fromstring(a.read("xl/worksheets/sheet1.xml")).iter(m + "row")]
            d, h, b = (rows[0].index(x) for x in ("Description", "Duration (h)", "Billable Amount (USD)"))
            print(*[r[d].replace("\\n", "~") + "|" + r[h] + "|" + r[b] for r in rows[1:]], sep="\\n")
            """
        #expect(try python(program, try await export("XLSX"))?.split(separator: "\n").map(String.init) == Self.rows)
    }

    @Test("openpyxl opens the XLSX file", .enabled(if: Python.hasOpenpyxl))
    func openpyxl() async throws {
        let program = "import openpyxl, sys; print(openpyxl.load_workbook(open(sys.argv[1], 'rb')).active.max_row)"
        #expect(try python(program, try await export("XLSX")) == "5\n")
    }

    @Test("An XLSX file is an archive of its parts, and a ZIP file has the report twice")
    func archives() async throws {
        let parts = try ZIPReader.entries(of: try await export("XLSX"))
        #expect(
            parts.map(\.name) == [
                "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
            ])
        let sheet = String(decoding: parts.last?.bytes ?? [], as: UTF8.self)
        #expect(sheet.contains("Aquarium, \"big\"") && sheet.contains("&amp; &lt;é&gt;") && sheet.contains("<v>120.00</v>"))
        let files = try ZIPReader.entries(of: try await export("ZIP"))
        #expect(files.map(\.name) == ["Clockify_Report.pdf", "Clockify_Report.csv"])
        #expect(files.last?.bytes == (try await export("CSV")))
    }

    @Test("The offsets of a PDF point to its objects, and its pages have the rows")
    func pdf() async throws {
        let bytes = try await export("PDF")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("%PDF-1.4\n") && text.hasSuffix("\n%%EOF\n") && text.contains("glass") && text.contains("02:00:00"))
        try Self.checkOffsets(of: bytes)
    }

    @Test("A long PDF has several pages, and characters that end a text are escaped")
    func pages() throws {
        let bytes = PDFFile.bytes(of: (1...200).map { "line \($0) (a\\b) – é 漢" })
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("/Count 6>>") && text.contains("(line 200 \\(a\\\\b\\) "))
        try Self.checkOffsets(of: bytes)
        try Self.checkOffsets(of: PDFFile.bytes(of: []))
    }

    private static func checkOffsets(of file: [UInt8]) throws {
        let tail = String(decoding: file.suffix(40), as: UTF8.self).split(separator: "\n")
        let start = try #require(tail.dropLast().last.flatMap { Int($0) })
        let table = String(decoding: file[start...], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(table[0] == "xref")
        let count = try #require(table[1].split(separator: " ").last.flatMap { Int($0) })
        for number in 1..<count {
            let line = table[2 + number]
            let offset = try #require(Int(line.prefix(10)))
            #expect(line.hasSuffix(" 00000 n ") && file[offset...].starts(with: Array("\(number) 0 obj\n".utf8)))
        }
    }

    @Test("The checksum is that of ZIP archives, and column names continue after Z")
    func numbers() {
        #expect(CRC32.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926 && CRC32.checksum(of: []) == 0)
        let table = FileTable(title: "", columns: (0..<28).map { "\($0)" }, rows: [])
        let bytes = XLSXFile.bytes(of: table, date: Date(timeIntervalSince1970: 0))
        #expect(String(decoding: bytes, as: UTF8.self).contains("r=\"Z1\"") && String(decoding: bytes, as: UTF8.self).contains("r=\"AB1\""))
    }

    @Test("The same state gives the same bytes")
    func deterministic() async throws {
        for format in ["CSV", "XLSX", "PDF", "ZIP"] { #expect(try await export(format) == (try await export(format))) }
    }
}

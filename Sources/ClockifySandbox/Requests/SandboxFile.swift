import ClockifyRuntime
import HTTPTypes

/// A small file of the right type that an operation returns.
struct SandboxFile: Sendable {
    let name: String
    let type: String
    let bytes: [UInt8]

    /// Creates the export of a report; `nil` if a request asks for JSON, or the operation returns no files.
    init?(exportedBy call: SandboxCall, from content: [CatalogOperation.Media]) {
        guard let format = (call.members["exportType"]?.stringValue ?? call.query["exportType"])?.uppercased(),
            let kind = SandboxFile.kinds[format], content.contains(where: { $0.type == kind.type })
        else { return nil }
        self.init(name: "Clockify_Report.\(format.lowercased())", type: kind.type, bytes: kind.bytes)
    }

    /// Creates a download of the given media type.
    init(of media: CatalogOperation.Media) {
        let format = SandboxFile.kinds.sorted { $0.key < $1.key }.first { $0.value.type == media.type }
        self.init(
            name: format.map { "Clockify.\($0.key.lowercased())" } ?? "Clockify.pdf", type: media.type,
            bytes: format?.value.bytes ?? SandboxFile.page)
    }

    private init(name: String, type: String, bytes: [UInt8]) {
        self.name = name
        self.type = type
        self.bytes = bytes
    }

    func answer(status: Int) -> SandboxAnswer {
        var fields = HTTPFields()
        fields[.contentType] = type
        fields[.contentDisposition] = "attachment; filename=\"\(name)\""
        return SandboxAnswer(head: HTTPResponse(status: .init(code: status), headerFields: fields), body: bytes)
    }

    // MARK: Contents

    private static let kinds: [String: (type: String, bytes: [UInt8])] = [
        "PDF": ("application/pdf", page),
        "CSV": ("text/csv", Array("\"Project\",\"Duration (h)\"\r\n\"Website\",\"01:30:00\"\r\n".utf8)),
        // An XLSX workbook is also a ZIP archive.
        "XLSX": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", archive),
        "ZIP": ("application/zip", archive),
    ]

    /// A PDF with one empty page.
    private static let page = Array(
        """
        %PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
        trailer <</Root 1 0 R>>
        %%EOF

        """.utf8)

    /// An empty ZIP archive.
    private static let archive: [UInt8] = [0x50, 0x4B, 0x05, 0x06] + Array(repeating: 0, count: 18)
}

import Foundation

/// Writes a workbook with one sheet (ECMA-376).
enum XLSXFile {
    static func bytes(of table: FileTable, date: Date) -> [UInt8] {
        var archive = ZIPFile(date: date)
        for (name, content) in parts { archive.add(name, Array((declaration + content).utf8)) }
        archive.add("xl/worksheets/sheet1.xml", Array((declaration + sheet(table)).utf8))
        return archive.bytes
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let media = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private static let parts = [
        (
            "[Content_Types].xml",
            """
            <Types xmlns="\(package)/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(media).sheet.main+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(media).worksheet+xml"/>\
            </Types>
            """
        ),
        (
            "_rels/.rels",
            """
            <Relationships xmlns="\(package)/relationships">\
            <Relationship Id="rId1" Type="\(office)/officeDocument" Target="xl/workbook.xml"/>\
            </Relationships>
            """
        ),
        (
            "xl/workbook.xml",
            """
            <workbook xmlns="\(main)" xmlns:r="\(office)">\
            <sheets><sheet name="Report" sheetId="1" r:id="rId1"/></sheets>\
            </workbook>
            """
        ),
        (
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships xmlns="\(package)/relationships">\
            <Relationship Id="rId1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
            </Relationships>
            """
        ),
    ]

    private static func sheet(_ table: FileTable) -> String {
        let rows = ([table.columns.map { .text($0) }] + table.rows).enumerated().map { index, cells in
            let cells = cells.enumerated().map { cell($0.element, at: "\(column($0.offset))\(index + 1)") }
            return "<row r=\"\(index + 1)\">\(cells.joined())</row>"
        }
        return "<worksheet xmlns=\"\(main)\"><sheetData>\(rows.joined())</sheetData></worksheet>"
    }

    private static func cell(_ cell: FileTable.Cell, at place: String) -> String {
        switch cell {
        case .text(let text): "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
        case .number: "<c r=\"\(place)\"><v>\(cell.text)</v></c>"
        }
    }

    /// Returns the letters of a column: A to Z, then AA.
    private static func column(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : column(index / 26 - 1) + letter
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            // A parser turns a plain carriage return into a line feed.
            case "\r": "&#13;"
            case "\t", "\n": String(scalar)
            // XML has no notation for the other control characters.
            case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
            default: String(scalar)
            }
        }.joined()
    }
}

/// Writes comma-separated values (RFC 4180). Every field is quoted.
enum CSVFile {
    static func bytes(of table: FileTable) -> [UInt8] {
        let lines = table.lines.map { line in
            line.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
        }
        return Array(lines.joined().utf8)
    }
}

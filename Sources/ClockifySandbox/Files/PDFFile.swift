/// Writes a PDF with lines of text in one font of constant width.
enum PDFFile {
    private static let width = 842.0
    private static let height = 595.0
    private static let margin = 40.0

    static func bytes(of lines: [String]) -> [UInt8] {
        // A character is as wide as six tenths of the font size.
        let longest = Double(lines.map(\.count).max() ?? 0)
        let size = min(10, (width - 2 * margin) / (0.6 * max(longest, 1)))
        let perPage = max(1, Int((height - 2 * margin) / (size * 1.3)))
        let pages = stride(from: 0, to: max(lines.count, 1), by: perPage).map { lines[$0..<min($0 + perPage, lines.count)] }

        var objects: [[UInt8]] = []
        let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
        objects.append(Array("<</Type /Catalog /Pages 2 0 R>>".utf8))
        objects.append(Array("<</Type /Pages /Kids [\(kids)] /Count \(pages.count)>>".utf8))
        objects.append(Array("<</Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding>>".utf8))
        for (index, page) in pages.enumerated() {
            let resources = "/Resources <</Font <</F1 3 0 R>>>> /MediaBox [0 0 \(Int(width)) \(Int(height))]"
            objects.append(Array("<</Type /Page /Parent 2 0 R \(resources) /Contents \(5 + 2 * index) 0 R>>".utf8))
            let content = self.content(page, size: size)
            objects.append(Array("<</Length \(content.count)>>\nstream\n".utf8) + content + Array("\nendstream".utf8))
        }
        return assembled(objects)
    }

    private static func content(_ lines: ArraySlice<String>, size: Double) -> [UInt8] {
        let size = (size * 100).rounded(.down) / 100
        var content = Array("BT /F1 \(size) Tf \(size * 1.3) TL \(margin) \(height - margin - size) Td\n".utf8)
        for line in lines { content += [0x28] + escaped(line) + Array(") Tj T*\n".utf8) }
        return content + Array("ET".utf8)
    }

    /// Puts the objects into a file, with the table of their offsets.
    private static func assembled(_ objects: [[UInt8]]) -> [UInt8] {
        var file = Array("%PDF-1.4\n".utf8)
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let offset = String(file.count)
            table += String(repeating: "0", count: max(0, 10 - offset.count)) + offset + " 00000 n \n"
            file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let trailer = "trailer\n<</Size \(objects.count + 1) /Root 1 0 R>>\nstartxref\n\(file.count)\n%%EOF\n"
        return file + Array((table + trailer).utf8)
    }

    /// Returns text in the font's encoding. Characters that the font does not have become question marks.
    private static func escaped(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar -> [UInt8] in
            switch scalar {
            case "(", ")", "\\": [0x5C, UInt8(scalar.value)]
            case "€": [0x80]
            case "…": [0x85]
            case "‘": [0x91]
            case "’": [0x92]
            case "“": [0x93]
            case "”": [0x94]
            case "–": [0x96]
            case "—": [0x97]
            case " "..."~", "\u{A0}"..."ÿ": [UInt8(scalar.value)]
            default: [0x3F]
            }
        }
    }
}

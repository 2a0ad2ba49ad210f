import ClockifyRuntime
import Foundation

/// A finished report, as JSON and as the rows of a file.
struct Report: Sendable {
    var json: [String: JSONValue]
    let table: FileTable
    /// Further files for an archive.
    var attachments: [(name: String, bytes: [UInt8])] = []
}

extension SandboxState {
    /// Returns a report in the requested format.
    func answer(_ report: Report, _ query: ReportQuery) -> Outcome {
        guard let format = query.fileFormat else { return .value(.object(report.json)) }
        let name = "Clockify_Report"
        let csv = CSVFile.bytes(of: report.table)
        switch format {
        case "CSV": return .file(SandboxFile(name: name + ".csv", type: "text/csv", bytes: csv))
        case "XLSX":
            let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            return .file(SandboxFile(name: name + ".xlsx", type: type, bytes: XLSXFile.bytes(of: report.table, date: now)))
        case "ZIP":
            var archive = ZIPFile(date: now)
            archive.add(name + ".pdf", PDFFile.bytes(of: TextLayout.lines(of: report.table)))
            archive.add(name + ".csv", csv)
            for (file, bytes) in report.attachments { archive.add(file, bytes) }
            return .file(SandboxFile(name: name + ".zip", type: "application/zip", bytes: archive.bytes))
        default:
            let bytes = PDFFile.bytes(of: TextLayout.lines(of: report.table))
            return .file(SandboxFile(name: name + ".pdf", type: "application/pdf", bytes: bytes))
        }
    }

    // MARK: Cells

    /// Returns a duration as `01:30:00`.
    static func hours(_ seconds: Int) -> String {
        let total = abs(seconds)
        return (seconds < 0 ? "-" : "") + String(format: "%02d:%02d:%02d", total / 3600, total / 60 % 60, total % 60)
    }

    static func decimalHours(_ seconds: Int) -> FileTable.Cell { .number(Double(seconds) / 3600, fractionDigits: 2) }

    static func amountColumn(_ type: String) -> String {
        switch type {
        case "COST": "Cost Amount (USD)"
        case "PROFIT": "Profit (USD)"
        default: "Billable Amount (USD)"
        }
    }
}

import ClockifyRuntime
import Foundation

/// Invoices as PDF files.
extension SandboxState {
    func exportInvoice(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let invoice = try find(.invoices, call.path("invoiceId"), call)
        let name = "Invoice-\(invoice.text("number") ?? invoice.id).pdf".replacing("/", with: "-")
        return .file(SandboxFile(name: name, type: "application/pdf", bytes: PDFFile.bytes(of: invoiceLines(invoice))))
    }

    private func invoiceLines(_ invoice: Entity) -> [String] {
        let settings = invoiceSettings(of: invoice.scope)
        let members = invoiceMembers(invoice, paid: paid(on: invoice))
        func label(_ name: String) -> String { settings["labels"]?[name]?.stringValue ?? name }
        func text(_ name: String) -> String { members[name]?.stringValue ?? "" }
        func isShown(_ field: String) -> Bool { settings["exportFields"]?[field] == true }
        func money(_ name: String) -> String {
            FileTable.Cell.number((members[name]?.doubleValue ?? 0) / 100, fractionDigits: 2).text + " " + text("currency")
        }

        var lines = [text("number"), text("subject"), ""]
        lines += ["\(label("billFrom")): \(text("billFrom"))", "\(label("billTo")): \(text("clientName"))", text("clientAddress")]
        for (name, member) in [("issueDate", "issuedDate"), ("dueDate", "dueDate")] {
            lines.append("\(label(name)): \(text(member).prefix(10))")
        }
        lines += TextLayout.lines(of: itemTable(members["items"]?.arrayValue ?? [], label, isShown)) + [""]
        lines.append("\(label("subtotal")): \(money("subtotal"))")
        let zeroFields = members["visibleZeroFields"]?.arrayValue ?? []
        for (name, field, amount) in [
            ("discount", "DISCOUNT", "discountAmount"), ("tax", "TAX", "taxAmount"), ("tax2", "TAX_2", "tax2Amount"),
        ]
        where members[amount] != 0 || zeroFields.contains(.string(field)) {
            lines.append("\(label(name)): \(money(amount))")
        }
        lines += ["\(label("total")): \(money("amount"))", "\(label("paid")): \(money("paid"))"]
        lines += ["\(label("totalAmount")): \(money("balance"))", "", "\(label("notes")): \(text("note"))"]
        return lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }

    private func itemTable(_ items: [JSONValue], _ label: (String) -> String, _ isShown: (String) -> Bool) -> FileTable {
        let columns = ["itemType", "description", "quantity", "unitPrice", "amount"].filter { name in
            name == "description" || name == "amount" || isShown(name)
        }
        return FileTable(
            title: "", columns: columns.map(label),
            rows: items.map { item in
                columns.map { name in
                    let number = item[name]?.doubleValue ?? 0
                    return switch name {
                    case "quantity": .number(number, fractionDigits: 2)
                    // Unit prices are in hundredths of minor units.
                    case "unitPrice": .number(number / 10_000, fractionDigits: 2)
                    case "amount": .number(number / 100, fractionDigits: 2)
                    default: .text(item[name]?.stringValue ?? "")
                    }
                }
            })
    }
}

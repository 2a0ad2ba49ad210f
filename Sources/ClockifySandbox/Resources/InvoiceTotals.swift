import ClockifyRuntime

/// The amounts of an invoice in minor units, computed from its items, discount and taxes.
struct InvoiceTotals: Sendable {
    let subtotal: Int64
    let discount: Int64
    let tax: Int64
    let tax2: Int64

    /// What is to be paid.
    var amount: Int64 { [-discount, tax, tax2].reduce(subtotal) { $0.addingReportingOverflow($1).partialValue } }

    init(of invoice: Entity) {
        var all = 0.0
        var taxed = (first: 0.0, second: 0.0, both: 0.0)
        for item in invoice["items"].arrayValue ?? [] {
            let amount = InvoiceTotals.amount(of: item)
            all += amount
            let taxes = item["applyTaxes"]?.stringValue ?? "NONE"
            if taxes == "TAX1" || taxes == "TAX1TAX2" { taxed.first += amount }
            if taxes == "TAX2" || taxes == "TAX1TAX2" { taxed.second += amount }
            if taxes == "TAX1TAX2" { taxed.both += amount }
        }
        func percent(_ name: String) -> Double { (invoice[name].doubleValue ?? 0) / 100 }
        let rest = 1 - percent("discountPercent")
        let hasTaxes = invoice.text("taxType") != "NONE"
        let isCompound = invoice.text("taxType") == "COMPOUND"
        let first = percent("taxPercent")
        // The second of two compound taxes is also due on the first.
        let base = (taxed.second + (isCompound ? taxed.both * first : 0)) * rest
        subtotal = JSONValue.wholeAmount(all)
        discount = JSONValue.wholeAmount(all * percent("discountPercent"))
        tax = hasTaxes ? JSONValue.wholeAmount(taxed.first * rest * first) : 0
        tax2 = hasTaxes ? JSONValue.wholeAmount(base * percent("tax2Percent")) : 0
    }

    /// Returns the amount of an item, whose unit price is in hundredths of minor units.
    static func amount(of item: JSONValue) -> Double {
        ((item["unitPrice"]?.doubleValue ?? 0) * (item["quantity"]?.doubleValue ?? 0) / 100).rounded()
    }
}

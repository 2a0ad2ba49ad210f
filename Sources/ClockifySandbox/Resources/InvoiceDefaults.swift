import ClockifyRuntime

/// The settings of a new workspace's invoices.
enum InvoiceDefaults {
    static let itemType = "78a687e29ae1f428e7ebe303"
    static let timeItemType = "18a687e29ae1f428e7ebe303"
    static let expenseItemType = "88a687e29ae1f428e7ebe303"

    static let settings: [String: JSONValue] = [
        "defaults": [
            "companyId": .string(Seed.company), "defaultImportExpenseItemTypeId": .string(expenseItemType),
            "defaultImportTimeItemTypeId": .string(timeItemType), "dueDays": 0, "itemTypeId": .string(itemType), "notes": "",
            "subject": "", "tax": 0, "tax2": 0, "tax2Percent": 0, "taxPercent": 0, "taxType": "SIMPLE",
        ],
        "exportFields": ["itemType": true, "quantity": true, "rtl": false, "tax": true, "tax2": true, "unitPrice": true],
        "labels": [
            "amount": "AMOUNT", "billFrom": "BILL FROM", "billTo": "BILL TO", "description": "DESCRIPTION", "discount": "DISCOUNT",
            "dueDate": "DUE DATE", "issueDate": "ISSUE DATE", "itemType": "ITEM TYPE", "notes": "NOTES", "paid": "PAID",
            "quantity": "QUANTITY", "subtotal": "SUBTOTAL", "tax": "TAX", "tax2": "TAX2", "total": "TOTAL",
            "totalAmount": "TOTAL AMOUNT DUE", "unitPrice": "UNIT PRICE",
        ],
    ]
}

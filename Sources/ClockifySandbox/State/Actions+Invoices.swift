import ClockifyRuntime

extension Actions {
    static let invoices: [String: Action] = [
        "getInvoices": .rule { state, call throws(Refusal) in state.listInvoices(call) },
        "createInvoice": .rule { state, call throws(Refusal) in try state.createInvoice(call) },
        "getInvoicesInfo": .rule { state, call throws(Refusal) in state.filterInvoices(call) },
        "getInvoiceSettings": .rule { state, call throws(Refusal) in state.getInvoiceSettings(call) },
        "updateInvoiceSettings": .rule { state, call throws(Refusal) in state.updateInvoiceSettings(call) },
        "getInvoice": .rule { state, call throws(Refusal) in try state.getInvoice(call) },
        "updateInvoice": .rule { state, call throws(Refusal) in try state.updateInvoice(call) },
        "deleteInvoice": .rule { state, call throws(Refusal) in try state.deleteInvoice(call) },
        "duplicateInvoice": .rule { state, call throws(Refusal) in try state.duplicateInvoice(call) },
        "exportInvoice": .rule { state, call throws(Refusal) in try state.exportInvoice(call) },
        "getPaymentsForInvoice": .rule { state, call throws(Refusal) in try state.listPayments(call) },
        "createInvoicePayment": .rule { state, call throws(Refusal) in try state.createPayment(call) },
        "deletePaymentById": .rule { state, call throws(Refusal) in try state.deletePayment(call) },
        "changeInvoiceStatus": .rule { state, call throws(Refusal) in try state.setInvoiceStatus(call) },
    ]
}

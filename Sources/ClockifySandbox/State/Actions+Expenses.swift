import ClockifyRuntime

extension Actions {
    static let expenses: [String: Action] = [
        "getExpenses": .rule { state, call throws(Refusal) in state.listExpenses(call) },
        "createExpense": .rule { state, call throws(Refusal) in try state.createExpense(call) },
        "getExpense": .rule { state, call throws(Refusal) in try state.getExpense(call) },
        "updateExpense": .rule { state, call throws(Refusal) in try state.updateExpense(call) },
        "deleteExpense": .rule { state, call throws(Refusal) in try state.deleteExpense(call) },
        "downloadFile": .rule { state, call throws(Refusal) in try state.downloadReceipt(call) },
        "getCategories": .rule { state, call throws(Refusal) in state.listExpenseCategories(call) },
        "createExpenseCategory": .create(.expenseCategories),
        "updateCategory": .update(.expenseCategories, id: "categoryId"),
        "updateExpenseCategoryStatus": .rule { state, call throws(Refusal) in try state.setExpenseCategoryStatus(call) },
        "deleteCategory": .rule { state, call throws(Refusal) in
            _ = try state.delete(.expenseCategories, call.path("categoryId"), call)
            return .done
        },
    ]
}

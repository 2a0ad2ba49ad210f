import ClockifyRuntime

extension Resource {
    static let expenseCategories = Resource(
        collection: .expenseCategories, name: "Category", parent: "workspaceId", sample: "createExpenseCategory",
        initial: ["archived": false, "hasUnitPrice": false, "priceInCents": 0, "unit": ""],
        reset: ["hasUnitPrice": false, "priceInCents": 0, "unit": ""],
        removal: .when("archived", true),
        filters: [.text("name", in: "name"), .flag("archived", is: "archived")])
}

/// The rules for expense categories.
extension SandboxState {
    func listExpenseCategories(_ call: SandboxCall) -> Outcome {
        let all = selected(store.entities(.expenseCategories, in: call.path("workspaceId")), by: .expenseCategories, call.query)
        let (categories, isLast) = pageful(of: sorted(all, by: .expenseCategories, call.query), call)
        return .envelope(["categories": .array(categories.map(\.value)), "count": .integer(Int64(all.count))], isLast: isLast)
    }

    mutating func setExpenseCategoryStatus(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var category = try find(.expenseCategories, call.path("categoryId"), call)
        category.members["archived"] = call.members["archived"] ?? category["archived"]
        store.replace(category, in: .expenseCategories)
        return .value(category.value)
    }
}

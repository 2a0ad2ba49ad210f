import ClockifyRuntime

extension SandboxState {
    func list(_ resource: Resource, _ call: SandboxCall) -> Outcome {
        let entities = store.entities(resource.collection, in: call.path(resource.parent))
        return page(sorted(selected(entities, by: resource, call.query), by: resource, call.query), call)
    }

    func selected(_ entities: [Entity], by resource: Resource, _ query: QueryItems) -> [Entity] {
        entities.filter { entity in resource.filters.allSatisfy { $0.accepts(entity, query, store) } }
    }

    /// Sorts by `sort-column` and `sort-order`, ignoring case. Equal entities stay in creation order.
    func sorted(_ entities: [Entity], by resource: Resource, _ query: QueryItems) -> [Entity] {
        let column = resource.sortColumns[query["sort-column"] ?? resource.usualColumn] ?? "sequence"
        let isDescending = query["sort-order"] == "DESCENDING"
        let keyed = entities.map { (entity: $0, key: $0.text(column)?.lowercased() ?? "") }
        let sorted = keyed.sorted { left, right in
            guard left.key == right.key else { return (left.key < right.key) != isDescending }
            return left.entity.sequence < right.entity.sequence
        }
        return sorted.map(\.entity)
    }

    /// Returns the requested page. A page past the end is empty and is the last one.
    func page(_ entities: [Entity], _ call: SandboxCall) -> Outcome {
        let (entities, isLast) = pageful(of: entities, call)
        return .page(present(entities, for: call.query), isLast: isLast)
    }

    /// Returns the elements of the requested page, or all of them if the operation is not paginated.
    func pageful<Thing>(of things: [Thing], _ call: SandboxCall) -> (things: [Thing], isLast: Bool) {
        guard let pagination = call.operation.pagination else { return (things, true) }
        func number(_ name: String) -> Int? {
            guard pagination.isInBody else { return call.query.integer(name) ?? usualValue(of: name, in: call.operation) }
            // The name may be a path, such as `detailedFilter.page`.
            return name.split(separator: ".").reduce(call.body) { $0?[String($1)] }?.intValue
        }
        let size = max(1, pagination.size.flatMap(number) ?? 50)
        let page = max(0, (number(pagination.page) ?? pagination.first) - pagination.first)
        let (start, overflow) = page.multipliedReportingOverflow(by: size)
        let rest = overflow ? [] : things.dropFirst(start)
        return (Array(rest.prefix(size)), rest.count <= size)
    }

    private func usualValue(of parameter: String, in operation: CatalogOperation) -> Int? {
        operation.parameters.first { $0.name == parameter }?.schema["default"]?.intValue
    }
}

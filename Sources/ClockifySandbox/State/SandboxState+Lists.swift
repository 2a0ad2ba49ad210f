import ClockifyRuntime

extension SandboxState {
    func list(_ resource: Resource, _ call: SandboxCall) -> Outcome {
        let entities = store.entities(resource.collection, in: call.path(resource.parent))
        return page(sorted(selected(entities, by: resource, call.query), by: resource, call.query), call)
    }

    func selected(_ entities: [Entity], by resource: Resource, _ query: QueryItems) -> [Entity] {
        entities.filter { entity in resource.filters.allSatisfy { $0.accepts(entity, query, store) } }
    }

    /// By `sort-column` and `sort-order`, without regard to case; things that are equal stay in the order they were made.
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

    /// The page that a request wants. Past the end it is empty, and the last.
    func page(_ entities: [Entity], _ call: SandboxCall) -> Outcome {
        let (entities, isLast) = pageful(of: entities, call)
        return .page(present(entities, for: call.query), isLast: isLast)
    }

    /// The things on the page that a request wants; all where its operation has no pages.
    func pageful<Thing>(of things: [Thing], _ call: SandboxCall) -> (things: [Thing], isLast: Bool) {
        guard let pagination = call.operation.pagination else { return (things, true) }
        func number(_ name: String) -> Int? {
            guard pagination.isInBody else { return call.query.integer(name) ?? usualValue(of: name, in: call.operation) }
            // `detailedFilter.page` is a member of a member.
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

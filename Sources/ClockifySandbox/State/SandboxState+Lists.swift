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
    func page(_ entities: [Entity], _ call: SandboxCall, query: QueryItems? = nil) -> Outcome {
        let query = query ?? call.query
        guard let pagination = call.operation.pagination else {
            return .page(present(entities, for: query), isLast: true)
        }
        let size = max(1, pagination.size.flatMap { query.integer($0) ?? usualValue(of: $0, in: call.operation) } ?? 50)
        let page = max(0, (query.integer(pagination.page) ?? pagination.first) - pagination.first)
        let (start, overflow) = page.multipliedReportingOverflow(by: size)
        let rest = overflow ? [] : entities.dropFirst(start)
        return .page(present(Array(rest.prefix(size)), for: query), isLast: rest.count <= size)
    }

    private func usualValue(of parameter: String, in operation: CatalogOperation) -> Int? {
        operation.parameters.first { $0.name == parameter }?.schema["default"]?.intValue
    }
}

import HTTPTypes

/// Finds the operation for a request.
struct Router: Sendable {
    let operations: [CatalogOperation]

    struct Match: Sendable {
        let operation: CatalogOperation
        let pathValues: [String: String]
    }

    /// - Throws: 404 for a path that is not in the spec, 405 for a path that only supports other methods.
    func match(_ target: RequestTarget, method: String) throws(Refusal) -> Match {
        var best: Match?
        var methods: Set<String> = []
        for operation in operations {
            guard target.service == nil || operation.service == nil || operation.service == target.service,
                let values = operation.path.match(target.segments)
            else { continue }
            methods.insert(operation.method)
            guard operation.method == method else { continue }
            if let best, !operation.path.precedes(best.operation.path) { continue }
            best = Match(operation: operation, pathValues: values)
        }
        if let best { return best }
        guard !methods.isEmpty else {
            throw Refusal(404, code: 3000, "No static resource \(target.segments.joined(separator: "/")).")
        }
        var fields = HTTPFields()
        fields[.allow] = methods.sorted().joined(separator: ", ")
        throw Refusal(405, code: 3000, "Request method '\(method)' is not supported", fields: fields)
    }
}

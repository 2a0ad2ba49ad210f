import ClockifySandbox

extension CatalogOperation {
    /// Returns the problems of a request for this operation that the sandbox, like the service, would accept.
    package func objections(to request: SandboxRequest) -> [String] {
        guard let target = try? RequestTarget(request.target, authority: nil) else { return ["\(request.target) is no target"] }
        var objections: [String] = []
        if request.method != method { objections.append("\(request.method) in place of \(method)") }
        if target.service != service { objections.append("it goes to \(target.service ?? "no service")") }
        let known = Set(parameters.filter { $0.position == .query }.map(\.name))
        objections += Set(target.query.items.map(\.name)).subtracting(known).sorted().map { "\($0) is no query parameter" }
        if body.isEmpty != request.body.isEmpty { objections.append(body.isEmpty ? "it has a body" : "it has no body") }
        return objections
    }
}

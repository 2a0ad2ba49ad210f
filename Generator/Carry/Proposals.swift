import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

/// Names for what only the new document has.
extension Carry {
    mutating func proposeNames() {
        var names: [String: Set<String>] = [:]
        for method in old.api.files.flatMap(\.methods) { names[method.group, default: []].insert(method.name) }
        for operation in correspondence.added {
            guard let method = new.methods(of: operation).first else { continue }
            let group = groupName(of: operation) ?? method.group
            var name = method.name
            if operation.swiftName == nil {
                name = [Carry.verb(for: operation, method), method.name].first { names[group]?.contains($0) != true } ?? method.name
                if name != method.name {
                    decisions.set("x-swift-name", to: .text(name), at: operation.place, from: operation.location, isProposal: true)
                }
            }
            names[group, default: []].insert(name)
            decisions.propose("\(operation.method.rawValue.uppercased()) \(operation.path): \(group).\(name)", at: operation.location)
        }
    }

    /// Returns the group of a new operation: that of the other operations with its tag.
    private func groupName(of operation: Operation) -> String? {
        let sibling = correspondence.operations.first { $0.new.tag == operation.tag }
        return sibling.flatMap { old.methods(of: $0.old).first?.group }
    }

    /// Returns the usual name of a method for what the operation does.
    private static func verb(for operation: Operation, _ method: Method) -> String {
        switch operation.method {
        case .get:
            if case .value(.array) = method.result { return "list" }
            return "get"
        case .post: return "create"
        case .put, .patch: return "update"
        case .delete: return "delete"
        case .options, .head, .trace: return method.name
        }
    }
}

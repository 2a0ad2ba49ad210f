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

    /// Proposes names for types that no old type became. The names of components lose what the others have in common.
    mutating func proposeTypeNames() {
        let decoration = NameDecoration(of: componentNames)
        var taken = Set(old.api.files.flatMap(\.types).map(\.name)).union(new.api.files.flatMap(\.types).map(\.name))
        for place in new.document.schemas.keys.sorted() {
            let schema = new.resolutions.schema(place)
            guard !named.contains(place), !isRepeated(place), let type = new.type(of: schema), let name = schema.componentName else {
                continue
            }
            let proposal = Names.type(decoration.removed(from: name))
            if proposal != type.name, schema.swiftName == nil, schema.typeName == nil, taken.insert(proposal).inserted {
                decisions.set("x-swift-name", to: .text(proposal), at: place, from: schema.location, isProposal: true)
                decisions.propose("the schema \(name): \(old.api.name).\(proposal)", at: schema.location)
            } else {
                decisions.propose("the schema \(name): \(old.api.name).\(type.name)", at: schema.location)
            }
        }
    }

    /// The names of components that became the same type in both documents.
    private var componentNames: [(old: String, new: String)] {
        correspondence.uses.compactMap { use in
            let (before, after) = (old.resolutions.resolved(use.old).schema, new.resolutions.resolved(use.new).schema)
            guard let name = before.componentName, let other = after.componentName, named.contains(after.place) else { return nil }
            return (name, other)
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
        case .options, .head, .trace, .query: return method.name
        }
    }
}

/// What a document puts around the names of its components: `Api…ModelV7`.
struct NameDecoration {
    private var prefix: Substring = ""
    private var suffix: Substring = ""

    private struct Ends: Hashable {
        let prefix: Substring
        let suffix: Substring
    }

    /// Finds what most new names have around the old ones.
    init(of names: [(old: String, new: String)]) {
        var counts: [Ends: Int] = [:]
        for (old, new) in names where !old.isEmpty {
            guard let range = new.firstRange(of: old) else { continue }
            counts[Ends(prefix: new[..<range.lowerBound], suffix: new[range.upperBound...]), default: 0] += 1
        }
        let best = counts.max { ($0.value, $1.key.prefix + $1.key.suffix) < ($1.value, $0.key.prefix + $0.key.suffix) }
        guard let best, best.value * 2 > names.count else { return }
        (prefix, suffix) = (best.key.prefix, best.key.suffix)
    }

    func removed(from name: String) -> String {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix), name.utf8.count > prefix.utf8.count + suffix.utf8.count else { return name }
        return String(name.dropFirst(prefix.count).dropLast(suffix.count))
    }
}

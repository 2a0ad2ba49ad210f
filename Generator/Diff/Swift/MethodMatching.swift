import GeneratorSwiftAPI

/// Which method of the old API is which of the new one.
struct MethodMatching {
    private(set) var pairs: [(old: Method, new: Method)] = []
    private(set) var removed: [Method] = []
    private(set) var added: [Method] = []
    /// Groups whose methods all went to one new group, by their old names.
    private(set) var renamedGroups: [String: String] = [:]
    /// Names that several methods of a group share.
    private var overloaded: Set<String> = []

    init(old: API, new: API) {
        let (oldMethods, newMethods) = (old.files.flatMap(\.methods), new.files.flatMap(\.methods))
        // By the identifier of the operation; one that has another identifier now is known by its path.
        let matching = GeneratorDiff.pairs(
            oldMethods.map { Candidate($0, in: old) }, newMethods.map { Candidate($0, in: new) }, by: \.key, name: \.endpoint)
        pairs = matching.matched.map { (oldMethods[$0.old], newMethods[$0.new]) }
        removed = matching.removed.map { oldMethods[$0] }
        added = matching.added.map { newMethods[$0] }
        findRenamedGroups(old, new)
        for methods in [oldMethods, newMethods] {
            let names = Dictionary(grouping: methods) { $0.group + "." + $0.name }
            overloaded.formUnion(names.filter { $0.value.count > 1 }.keys)
        }
    }

    private mutating func findRenamedGroups(_ old: API, _ new: API) {
        let targets = Dictionary(grouping: pairs) { $0.old.group }.mapValues { Set($0.map(\.new.group)) }
        for group in old.groups where !new.groups.contains(where: { $0.name == group.name }) {
            guard let target = targets[group.name], target.count == 1, let name = target.first,
                !old.groups.contains(where: { $0.name == name }), !renamedGroups.values.contains(name)
            else { continue }
            renamedGroups[group.name] = name
        }
    }

    /// The name of a method: `Clockify.tags.list`.
    func subject(_ method: Method, in api: API, name: String? = nil) -> String {
        let path = method.group + "." + method.name
        let call = "\(api.name).\(method.group).\(name ?? method.name)"
        return overloaded.contains(path) ? "\(call) (\(method.operationID))" : call
    }
}

/// What a method is known by.
private struct Candidate {
    let key: String
    /// The request that it makes, whatever the variables of its path are called and wherever the server's path ends.
    let endpoint: String

    init(_ method: Method, in api: API) {
        // What tells the methods of one operation apart.
        let twin = method.result == .file ? " as a file" : ""
        key = method.operationID + twin
        let server = api.services.first { $0.name == method.service }?.url ?? ""
        // Behind scheme and host.
        let base = server.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
        let segments = base.filter { !$0.isEmpty } + method.path.split(separator: "/")
        endpoint = method.httpMethod + segments.map { "/" + ($0.contains("{") ? "{}" : $0) }.joined() + twin
    }
}

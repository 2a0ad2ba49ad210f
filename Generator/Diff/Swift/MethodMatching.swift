import GeneratorSwiftAPI

/// Maps the methods of the old API to those of the new one.
struct MethodMatching {
    private(set) var pairs: [(old: Method, new: Method)] = []
    private(set) var removed: [Method] = []
    private(set) var added: [Method] = []
    /// Groups whose methods all moved to one new group, by their old names.
    private(set) var renamedGroups: [String: String] = [:]
    /// Names that several methods of a group share.
    private var overloaded: Set<String> = []

    init(old: API, new: API) {
        let (oldMethods, newMethods) = (old.files.flatMap(\.methods), new.files.flatMap(\.methods))
        // A method with the same name and the same request is the same method, even if its operation identifier changed. Otherwise,
        // methods are matched by operation identifier, then by path.
        let matching = GeneratorDiff.pairs(
            oldMethods.map { Candidate($0, in: old) }, newMethods.map { Candidate($0, in: new) },
            by: [\.callAndEndpoint, \.key, \.endpoint])
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
        let (before, after) = (Set(old.groups.map(\.name)), Set(new.groups.map(\.name)))
        var taken: Set<String> = []
        for group in old.groups where !after.contains(group.name) {
            guard let target = targets[group.name], target.count == 1, let name = target.first, !before.contains(name),
                taken.insert(name).inserted
            else { continue }
            renamedGroups[group.name] = name
        }
    }

    /// Returns the name of a method: `Clockify.tags.list`.
    func subject(_ method: Method, in api: API, name: String? = nil) -> String {
        let path = method.group + "." + method.name
        let call = "\(api.name).\(method.group).\(name ?? method.name)"
        return overloaded.contains(path) ? "\(call) (\(method.operationID))" : call
    }
}

/// The keys by which a method is matched.
private struct Candidate {
    let callAndEndpoint: String
    let key: String
    /// The request that the method makes, independent of the names of path variables and of where the server's path ends.
    let endpoint: String

    init(_ method: Method, in api: API) {
        // Distinguishes the methods of one operation.
        let twin = method.result == .file ? " as a file" : ""
        key = method.operationID + twin
        endpoint = method.endpoint(in: api) + twin
        callAndEndpoint = "\(method.group).\(method.name) \(endpoint)"
    }
}

extension Method {
    /// Returns the method and path including the server's path: `GET/v1/tags/{}`.
    func endpoint(in api: API) -> String {
        let server = api.services.first { $0.name == service }?.url ?? ""
        // The part after the scheme and host.
        let base = server.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
        let segments = base.filter { !$0.isEmpty } + path.split(separator: "/")
        return httpMethod + segments.map { "/" + ($0.contains("{") ? "{}" : $0) }.joined()
    }
}

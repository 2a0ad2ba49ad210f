package import GeneratorSwiftAPI
import GeneratorSwiftSource
import GeneratorYAML

/// Compares the Swift APIs generated from two documents: the consequences for code that compiled against the old module.
///
/// Each change has the location in the document that it follows from. Changes that are only visible on the wire are not included.
///
/// - Returns: The changes, in the order of the new document.
package func changes(from old: API, to new: API) -> [Change] {
    var comparison = SwiftComparison(old: old, new: new)
    return comparison.changes()
}

/// Collects the changes between two APIs.
struct SwiftComparison {
    let old: API
    let new: API
    let oldTypes: DeclaredTypes
    let newTypes: DeclaredTypes
    let types: TypeCorrespondence
    let methods: MethodMatching
    /// The calls that are possible in the new API.
    let calls: [SwiftCall.Key: [SwiftCall]]
    let referrers: (old: Referrers, new: Referrers)
    private(set) var found: [Change] = []

    init(old: API, new: API) {
        self.old = old
        self.new = new
        oldTypes = DeclaredTypes(of: old)
        newTypes = DeclaredTypes(of: new)
        methods = MethodMatching(old: old, new: new)
        calls = Dictionary(grouping: new.files.flatMap(\.methods).flatMap(SwiftCall.calls(of:)), by: \.key)
        types = TypeCorrespondence(from: oldTypes, to: newTypes, methods: methods.pairs)
        referrers = Referrers.both(old: old, new: new, methods: methods, types: types)
    }

    mutating func changes() -> [Change] {
        compareRoot()
        compareGroups()
        compareMethods()
        compareCalls()
        compareCredentials()
        compareTypes()
        return found.sorted()
    }

    /// - Parameters:
    ///   - subject: The name of the changed thing in the old API, or of the new thing.
    ///   - text: The old and the new state.
    ///   - replacement: The name of the replacement.
    ///   - referrers: The subjects of the declarations that the change depends on: see ``Change/referrers``.
    ///   - value: The enumeration value that the thing represents.
    mutating func add(
        _ check: SwiftCheck, _ subject: String, _ text: String, old: SourceLocation?, new: SourceLocation?, nearest: SourceLocation? = nil,
        operation: String? = nil, replacement: String? = nil, referrers: [String] = [], value: Change.Value? = nil
    ) {
        found.append(
            Change(
                check: check.rawValue, subject: subject, message: "\(subject): \(text)", text: text, old: old, new: new,
                nearest: new ?? nearest ?? self.new.location, swift: check.verdict, operations: operation.map { [$0] } ?? [],
                replacement: replacement, referrers: referrers, value: value))
    }

    // MARK: Declarations in the API's type

    private mutating func compareRoot() {
        if old.name != new.name {
            add(
                .apiRenamed, old.name, "the type of the API was renamed to \(new.name); code that uses \(old.name) does not compile",
                old: old.location, new: new.location, replacement: new.name)
        }
        let services = (old: Set(old.services.map(\.name)), new: Set(new.services.map(\.name)))
        for service in old.services where !services.new.contains(service.name) {
            add(
                .serviceRemoved, "\(old.name).Services.\(service.name)", "the service was removed",
                old: service.location, new: nil)
        }
        for service in new.services where !services.old.contains(service.name) {
            add(.serviceAdded, "\(new.name).Services.\(service.name)", "a new service", old: nil, new: service.location)
        }
        compareServers()
        compareCreation()
        for credential in old.credentials {
            let subject = "\(old.name).Credentials.\(credential.name)"
            guard let other = new.credentials.first(where: { $0.name == credential.name }) else {
                add(.credentialsRemoved, subject, "these credentials were removed", old: credential.location, new: nil)
                continue
            }
            if credential.labels != other.labels {
                add(
                    .credentialsChanged, subject, "they are now created with \(other.signature)", old: credential.location,
                    new: other.location)
            }
        }
        for credential in new.credentials where !old.credentials.contains(where: { $0.name == credential.name }) {
            add(
                .credentialsAdded, "\(new.name).Credentials.\(credential.name)", "a new kind of credentials", old: nil,
                new: credential.location)
        }
    }

    /// Compares what callers have to pass to create the API, and what they can pass.
    private mutating func compareCreation() {
        func compare(_ initializer: String, _ before: Bool, _ after: Bool, removed: String, added: String) {
            guard before != after else { return }
            add(
                before ? .initializerRemoved : .initializerAdded, "\(before ? old.name : new.name).init(\(initializer):)",
                before ? removed : added, old: before ? old.location : nil, new: after ? new.location : nil)
        }
        compare(
            (old.isServed ? old : new).access == .unauthenticated ? "transport" : "_:transport", old.isServed, new.isServed,
            removed: "the servers have to be passed, because the document has no URL for some of them",
            added: "the servers need not be passed")
        compare(
            "servers:transport", old.access != .required, new.access != .required,
            removed: "credentials have to be passed, because every operation needs some", added: "credentials need not be passed")
        compare(
            "_:servers:transport", old.access != .unauthenticated, new.access != .unauthenticated,
            removed: "credentials cannot be passed, because no operation accepts any", added: "credentials can be passed")
    }

    /// Compares the servers of each service by their declarations.
    private mutating func compareServers() {
        func servers(of api: API) -> [(subject: String, server: API.Server)] {
            api.services.flatMap { service in
                service.servers.map { ("\(api.name).Services.\(service.serversName).\($0.name)", $0) }
            }
        }
        func key(_ entry: (subject: String, server: API.Server)) -> String {
            entry.subject.drop { $0 != "." } + " " + entry.server.declaration
        }
        let (before, after) = (servers(of: old), servers(of: new))
        let known = (old: Set(before.map(key)), new: Set(after.map(key)))
        for entry in before where !known.new.contains(key(entry)) {
            add(.serverRemoved, entry.subject, "the server was removed", old: entry.server.location, new: nil)
        }
        for entry in after where !known.old.contains(key(entry)) {
            add(.serverAdded, entry.subject, "a new server", old: nil, new: entry.server.location)
        }
    }

    /// Compares the groups by name. Changes of individual methods are reported with the methods, except for groups that were
    /// renamed as a whole.
    private mutating func compareGroups() {
        let (before, after) = (Set(old.groups.map(\.name)), Dictionary(new.groups.map { ($0.name, $0) }) { first, _ in first })
        for group in old.groups where after[group.name] == nil {
            let subject = "\(old.name).\(group.name)"
            if let name = methods.renamedGroups[group.name], let other = after[name] {
                add(
                    .groupRenamed, subject, "the group was renamed to \(name); calls of its methods do not compile", old: group.location,
                    new: other.location, replacement: name)
            } else {
                add(
                    .groupRemoved, subject, "the group was removed; code that uses it does not compile", old: group.location, new: nil,
                    referrers: referrers.old.members(of: group.name))
            }
        }
        let renamed = Set(methods.renamedGroups.values)
        for group in new.groups where !before.contains(group.name) && !renamed.contains(group.name) {
            add(
                .groupAdded, "\(new.name).\(group.name)", "a new group of methods", old: nil, new: group.location,
                referrers: referrers.new.members(of: group.name))
        }
    }

    // MARK: Types

    private mutating func compareTypes() {
        var known: Set<String> = []
        for name in oldTypes.names {
            guard let declaration = oldTypes[name] else { continue }
            if let newName = types.name(of: name), let other = newTypes[newName] {
                known.insert(newName)
                if newName != name {
                    add(
                        .typeRenamed, "\(old.name).\(name)", "the type was renamed to \(newName); code that uses \(name) does not compile",
                        old: declaration.location, new: other.location, replacement: newName, referrers: namesakes(of: name, newName))
                }
                compare(declaration, other)
            } else if let replacement = types.replacements[name] {
                add(
                    .typeReplaced, "\(old.name).\(name)",
                    "the type was removed; \(replacement.source(in: new.name)) took its place, and a value of one is not a value of the other",
                    old: declaration.location, new: nil, replacement: replacement.source(in: new.name))
            } else {
                add(
                    .typeRemoved, "\(old.name).\(name)", "the type was removed; code that uses it does not compile",
                    old: declaration.location, new: nil, referrers: referrers.old.referrers(to: name))
            }
        }
        for name in newTypes.names where !known.contains(name) {
            guard let declaration = newTypes[name] else { continue }
            add(
                .typeAdded, "\(new.name).\(name)", "a new type", old: nil, new: declaration.location,
                referrers: referrers.new.referrers(to: name))
        }
    }

    /// Returns the subjects of the types after which a type is named, and which were renamed with it: `Tag` for `TagColor`.
    private func namesakes(of name: String, _ newName: String) -> [String] {
        referrers.old.owners(of: name).filter { owner in
            guard let newOwner = types.name(of: owner), newOwner != owner, name.hasPrefix(owner), newName.hasPrefix(newOwner) else {
                return false
            }
            return name.dropFirst(owner.count) == newName.dropFirst(newOwner.count)
        }.map { "\(old.name).\($0)" }
    }

    /// Returns how a type changed; `nil` if it is the same.
    func difference(from old: TypeReference, to new: TypeReference) -> TypeDifference? {
        let (translated, new) = (types.translated(old).withoutWireForm, new.withoutWireForm)
        if translated == new { return nil }
        if new == .optional(translated) { return .becameOptional }
        if case .optional(let wrapped) = translated, wrapped == new { return .becameRequired }
        return .changed
    }

    /// Describes the old and the new type in Swift syntax.
    func words(from old: TypeReference, to new: TypeReference) -> String {
        "it was \(old.source(in: self.old.name)) and is \(new.source(in: self.new.name)) now"
    }
}

enum TypeDifference {
    case becameOptional
    case becameRequired
    case changed
}

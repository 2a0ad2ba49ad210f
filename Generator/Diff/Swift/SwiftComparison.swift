import GeneratorSwiftAPI
import GeneratorSwiftSource
import GeneratorYAML

/// Compares the Swift that two documents become: what follows for code that compiled against the old module.
///
/// Each change stands where the document says what it follows from. What only the service sees is not among them.
///
/// - Returns: The changes, in the order of the new document.
public func changes(from old: API, to new: API) -> [Change] {
    var comparison = SwiftComparison(old: old, new: new)
    return comparison.changes()
}

/// Puts the changes of two APIs together.
struct SwiftComparison {
    let old: API
    let new: API
    let oldTypes: DeclaredTypes
    let newTypes: DeclaredTypes
    let types: TypeCorrespondence
    let methods: MethodMatching
    /// What can be called in the new API.
    let calls: [SwiftCall.Key: [SwiftCall]]
    private(set) var found: [Change] = []

    init(old: API, new: API) {
        self.old = old
        self.new = new
        oldTypes = DeclaredTypes(of: old)
        newTypes = DeclaredTypes(of: new)
        methods = MethodMatching(old: old, new: new)
        calls = Dictionary(grouping: new.files.flatMap(\.methods).flatMap(SwiftCall.calls(of:)), by: \.key)
        types = TypeCorrespondence(from: oldTypes, to: newTypes, methods: methods.pairs)
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
    ///   - subject: The name of what has changed in the old API, or of what is new.
    ///   - text: What was and what is now.
    mutating func add(
        _ check: SwiftCheck, _ subject: String, _ text: String, old: SourceLocation?, new: SourceLocation?, nearest: SourceLocation? = nil,
        operation: String? = nil
    ) {
        found.append(
            Change(
                check: check.rawValue, subject: subject, message: "\(subject): \(text)", old: old, new: new,
                nearest: new ?? nearest ?? self.new.location, swift: check.verdict, operations: operation.map { [$0] } ?? []))
    }

    // MARK: What stands in the API's type

    private mutating func compareRoot() {
        if old.name != new.name {
            add(
                .apiRenamed, old.name, "the type of the whole API is called \(new.name) now; code that says \(old.name) does not compile",
                old: old.location, new: new.location)
        }
        let services = (old: Set(old.services.map(\.name)), new: Set(new.services.map(\.name)))
        for service in old.services where !services.new.contains(service.name) {
            add(
                .serviceRemoved, "\(old.name).Services.\(service.name)", "there is no service of this name any more",
                old: service.location, new: nil)
        }
        for service in new.services where !services.old.contains(service.name) {
            add(.serviceAdded, "\(new.name).Services.\(service.name)", "a new service", old: nil, new: service.location)
        }
        for credential in old.credentials {
            let subject = "\(old.name).Credentials.\(credential.name)"
            guard let other = new.credentials.first(where: { $0.name == credential.name }) else {
                add(.credentialsRemoved, subject, "these credentials can be shown no more", old: credential.location, new: nil)
                continue
            }
            if credential.callShape != other.callShape {
                add(
                    .credentialsChanged, subject, "they are made as \(other.signature) now", old: credential.location,
                    new: other.location)
            }
        }
        for credential in new.credentials where !old.credentials.contains(where: { $0.name == credential.name }) {
            add(
                .credentialsAdded, "\(new.name).Credentials.\(credential.name)", "a new kind of credentials", old: nil,
                new: credential.location)
        }
    }

    /// A group is its name; where each of its methods went, the methods say, but for groups that were renamed as a whole.
    private mutating func compareGroups() {
        let (before, after) = (Set(old.groups.map(\.name)), Dictionary(new.groups.map { ($0.name, $0) }) { first, _ in first })
        for group in old.groups where after[group.name] == nil {
            let subject = "\(old.name).\(group.name)"
            if let name = methods.renamedGroups[group.name], let other = after[name] {
                add(
                    .groupRenamed, subject, "the group is called \(name) now; calls of its methods do not compile", old: group.location,
                    new: other.location)
            } else {
                add(.groupRemoved, subject, "the group is gone; code that says it does not compile", old: group.location, new: nil)
            }
        }
        let renamed = Set(methods.renamedGroups.values)
        for group in new.groups where !before.contains(group.name) && !renamed.contains(group.name) {
            add(.groupAdded, "\(new.name).\(group.name)", "a new group of methods", old: nil, new: group.location)
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
                        .typeRenamed, "\(old.name).\(name)", "the type is called \(newName) now; code that says \(name) does not compile",
                        old: declaration.location, new: other.location)
                }
                compare(declaration, other)
            } else if let replacement = types.replacements[name] {
                add(
                    .typeReplaced, "\(old.name).\(name)",
                    "the type is gone; where it stood is \(replacement.source(in: new.name)) now, and what has the one is not the other",
                    old: declaration.location, new: nil)
            } else {
                add(
                    .typeRemoved, "\(old.name).\(name)", "the type is gone; code that says it does not compile", old: declaration.location,
                    new: nil)
            }
        }
        for name in newTypes.names where !known.contains(name) {
            guard let declaration = newTypes[name] else { continue }
            add(.typeAdded, "\(new.name).\(name)", "a new type", old: nil, new: declaration.location)
        }
    }

    /// How an old type became a new one; nil when it is the same.
    func difference(from old: TypeReference, to new: TypeReference) -> TypeDifference? {
        let (translated, new) = (types.translated(old).withoutWireForm, new.withoutWireForm)
        if translated == new { return nil }
        if new == .optional(translated) { return .becameOptional }
        if case .optional(let wrapped) = translated, wrapped == new { return .becameRequired }
        return .changed
    }

    /// What was and what is now, as Swift says both.
    func words(from old: TypeReference, to new: TypeReference) -> String {
        "it was \(old.source(in: self.old.name)) and is \(new.source(in: self.new.name)) now"
    }
}

enum TypeDifference {
    case becameOptional
    case becameRequired
    case changed
}

extension API.Credential {
    /// What a caller writes beside the name.
    fileprivate var callShape: Bool { kind == .basic }
}

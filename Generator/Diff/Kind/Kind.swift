/// What a report knows about a check, apart from its name.
struct Kind: Sendable, Hashable {
    /// What became of a thing, whether it is named in the document or in Swift.
    enum Fate: Sendable, Hashable {
        case removed, added, deprecated, reactivated, renamed, becameRequired, becameOptional
        case changed
    }

    let section: Section
    let action: Action
    let fate: Fate
    /// The change itself, independent of where in a call the value is. Changes of one declaration that share an aspect have one
    /// cause: a limit of a schema that requests and responses use.
    let aspect: String
    /// `true` if Swift may return another type because of the change, although the type has another location.
    var concernsResult = false
    /// `true` if clients could not read what the service sends before.
    var isFix = false
}

extension Kind {
    /// The kinds of all checks, by the names of the checks.
    static let all: [String: Kind] = {
        var kinds: [String: Kind] = [:]
        for check in SwiftCheck.allCases { kinds[check.rawValue] = check.kind }
        for check in OperationCheck.allCases { kinds[check.rawValue] = check.kind }
        for target in SchemaTarget.allCases {
            for check in HeaderCheck.allCases { kinds[check.name(at: target)] = check.kind(at: target) }
            for check in ValueCheck.allCases { if let name = check.name(at: target) { kinds[name] = check.kind(at: target) } }
            for check in PropertyCheck.allCases { if let name = check.name(at: target) { kinds[name] = check.kind(at: target) } }
        }
        kinds["comparison-incomplete"] = Kind(section: .operations, action: .compare, fate: .changed, aspect: "comparison-incomplete")
        return kinds
    }()
}

extension Change {
    var kind: Kind {
        Kind.all[check] ?? Kind(section: .values, action: .update, fate: .changed, aspect: check)
    }
}

import GeneratorSwiftAPI
import GeneratorSwiftSource
import GeneratorYAML

/// What changed about the arguments of a method, for those who call it.
struct ArgumentComparison {
    struct Finding {
        let check: SwiftCheck
        /// How callers write the argument: `in workspace`. Empty for what concerns several.
        let argument: String
        let text: String
        let old: SourceLocation?
        let new: SourceLocation?
    }

    private(set) var findings: [Finding] = []
    private let types: SwiftComparison

    /// - Parameter byLabel: Whether each argument is the one of its label, since all calls compile: where the values of two went is
    ///   said elsewhere. Otherwise it is the one that says the same of the request.
    init(_ old: [Method.Argument], _ new: [Method.Argument], byLabel: Bool, types: SwiftComparison) {
        self.types = types
        let matching =
            byLabel ? pairs(old.labelled, new.labelled, by: [\.label]) : pairs(old, new, by: [\.role.key, \.callName])
        for index in matching.removed {
            add(.argumentRemoved, old[index], nil, "it is gone; calls that say it do not compile")
        }
        for index in matching.added {
            let argument = new[index]
            if argument.hasDefault {
                add(.argumentAddedWithDefault, nil, argument, "it is new and may be left out; only the method as a value has another type")
            } else {
                add(.argumentAddedWithoutDefault, nil, argument, "it is new and must be given; calls without it do not compile")
            }
        }
        for (oldIndex, newIndex) in matching.matched { compare(old[oldIndex], new[newIndex]) }
        let moved = moved(matching.matched).map { old[$0].callName }
        if !moved.isEmpty {
            let order = new.map(\.callName).joined(separator: ":")
            findings.append(
                .init(
                    check: .argumentReordered, argument: "",
                    text:
                        "\(moved.joined(separator: ", ")) \(moved.count == 1 ? "stands" : "stand") elsewhere now: (\(order):); Swift takes arguments in their order only",
                    old: nil, new: nil))
        }
    }

    private mutating func compare(_ old: Method.Argument, _ new: Method.Argument) {
        if old.label != new.label {
            let (was, now) = (old.label.map { "\($0):" } ?? "no label", new.label.map { "\($0):" } ?? "no label")
            add(.argumentLabelChanged, old, new, "it had \(was) and has \(now) now")
        }
        if old.hasDefault, !new.hasDefault {
            add(.argumentBecameRequired, old, new, "it must be given now; calls that leave it out do not compile")
        } else if !old.hasDefault, new.hasDefault {
            add(.argumentBecameOptional, old, new, "it may be left out now")
        } else if old.hasDefault, new.hasDefault, old.defaultValue != new.defaultValue {
            let (was, now) = (old.defaultValue.map(Source.literal) ?? "nothing", new.defaultValue.map(Source.literal) ?? "nothing")
            add(
                .argumentDefaultChanged, old, new, "where it is left out, \(was) was sent and \(now) is now; calls compile as before")
        }
        switch types.difference(from: old.type, to: new.type) {
        case nil, .becameOptional: break
        case .becameRequired where old.hasDefault && !new.hasDefault: break
        case .becameRequired, .changed:
            add(.argumentTypeChanged, old, new, types.words(from: old.type, to: new.type))
        }
    }

    private mutating func add(_ check: SwiftCheck, _ old: Method.Argument?, _ new: Method.Argument?, _ text: String) {
        findings.append(
            .init(check: check, argument: (old ?? new)?.words ?? "", text: text, old: old?.location, new: new?.location))
    }
}

extension Method.Argument {
    /// As it is written where it is declared.
    fileprivate var words: String { label == name ? name : "\(callName) \(name)" }

    var hasDefault: Bool { isOptional || defaultValue != nil }
}

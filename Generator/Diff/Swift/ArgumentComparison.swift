import GeneratorSwiftAPI
import GeneratorSwiftSource
import GeneratorYAML

/// Compares the arguments of a method from the point of view of its callers.
struct ArgumentComparison {
    struct Deviation {
        let check: SwiftCheck
        /// The argument as callers write it: `in workspace`. Empty if the deviation concerns several arguments.
        let argument: String
        let text: String
        let old: SourceLocation?
        let new: SourceLocation?
        /// The new label, if the argument has another one now.
        var replacement: String?
        /// The arguments that moved others in the signature because they became required or optional.
        var movers: [String] = []
    }

    private(set) var deviations: [Deviation] = []
    private let types: SwiftComparison

    /// - Parameter byLabel: `true` if arguments are paired by label because all calls still compile. A change of where a value is
    ///   sent is then reported elsewhere. Otherwise arguments are paired by the part of the request that they set.
    init(_ old: [Method.Argument], _ new: [Method.Argument], byLabel: Bool, types: SwiftComparison) {
        self.types = types
        let matching =
            byLabel ? pairs(old.labelled, new.labelled, by: [\.label]) : pairs(old, new, by: [\.role.key, \.callName])
        for index in matching.removed {
            add(.argumentRemoved, old[index], nil, "it was removed; calls that pass it do not compile")
        }
        for index in matching.added {
            let argument = new[index]
            if argument.hasDefault {
                add(
                    .argumentAddedWithDefault, nil, argument, "it was added and is optional; only the type of the method as a value changes"
                )
            } else {
                add(.argumentAddedWithoutDefault, nil, argument, "it was added and is required; calls without it do not compile")
            }
        }
        for (oldIndex, newIndex) in matching.matched { compare(old[oldIndex], new[newIndex]) }
        let moved = moved(matching.matched).map { old[$0].callName }
        if !moved.isEmpty {
            let order = new.map(\.callName).joined(separator: ":")
            let (kept, changed) = matching.matched.split { old[$0.old].hasDefault == new[$0.new].hasDefault }
            let movers = GeneratorDiff.moved(kept).isEmpty ? changed.map { old[$0.old].words } : []
            deviations.append(
                .init(
                    check: .argumentReordered, argument: "",
                    text:
                        "\(moved.joined(separator: ", ")) \(moved.count == 1 ? "stands" : "stand") elsewhere now: (\(order):); Swift takes arguments in their order only",
                    old: nil, new: nil, movers: movers))
        }
    }

    private mutating func compare(_ old: Method.Argument, _ new: Method.Argument) {
        if old.label != new.label {
            let (was, now) = (old.label.map { "\($0):" } ?? "no label", new.label.map { "\($0):" } ?? "no label")
            add(.argumentLabelChanged, old, new, "it had \(was) and has \(now) now", replacement: new.words)
        }
        if old.hasDefault, !new.hasDefault {
            add(.argumentBecameRequired, old, new, "it became required; calls without it do not compile")
        } else if !old.hasDefault, new.hasDefault {
            add(.argumentBecameOptional, old, new, "it became optional")
        } else if old.hasDefault, new.hasDefault, old.defaultValue != new.defaultValue {
            let (was, now) = (old.defaultValue.map(Source.literal) ?? "nothing", new.defaultValue.map(Source.literal) ?? "nothing")
            add(
                .argumentDefaultChanged, old, new, "its default changed from \(was) to \(now); calls still compile")
        }
        switch types.difference(from: old.type, to: new.type) {
        case nil, .becameOptional: break
        case .becameRequired where old.hasDefault && !new.hasDefault: break
        case .becameRequired, .changed:
            add(.argumentTypeChanged, old, new, types.words(from: old.type, to: new.type))
        }
    }

    private mutating func add(
        _ check: SwiftCheck, _ old: Method.Argument?, _ new: Method.Argument?, _ text: String, replacement: String? = nil
    ) {
        deviations.append(
            .init(
                check: check, argument: (old ?? new)?.words ?? "", text: text, old: old?.location, new: new?.location,
                replacement: replacement))
    }
}

extension Method.Argument {
    /// The argument as written in a declaration.
    var words: String { label == name ? name : "\(callName) \(name)" }
}

import GeneratorSwiftAPI

/// The source form of a method call, and whether the same source can also call another method.
struct SwiftCall {
    /// `true` if the method iterates over all pages.
    let isOfPages: Bool
    let name: String
    let method: Method
    let arguments: [Method.Argument]

    /// Returns the calls of a method: its own, and that of its variant that iterates over all pages.
    static func calls(of method: Method) -> [SwiftCall] {
        let pages = method.pages.map { SwiftCall(isOfPages: true, name: $0.name, method: method, arguments: method.arguments(of: $0)) }
        return [SwiftCall(isOfPages: false, name: method.name, method: method, arguments: method.arguments)] + (pages.map { [$0] } ?? [])
    }

    /// The properties that two calls must share to be the same call.
    struct Key: Hashable {
        let group: String
        let name: String
        let isOfPages: Bool
    }

    var key: Key { Key(group: method.group, name: name, isOfPages: isOfPages) }

    /// The share of code written as this call that compiles as, and means, the other call.
    enum Reach { case nothing, some, all }

    func reach(in other: SwiftCall, types: SwiftComparison) -> Reach {
        let matching = pairs(arguments.labelled, other.arguments.labelled, by: [\.label])
        let isGiven = matching.added.allSatisfy { other.arguments[$0].hasDefault }
        let isTaken = matching.removed.allSatisfy { arguments[$0].hasDefault }
        guard isGiven, isTaken, moved(matching.matched).isEmpty else { return .nothing }
        var reach = matching.removed.isEmpty ? Reach.all : .some
        for (old, new) in matching.matched {
            let (before, after) = (arguments[old], other.arguments[new])
            switch types.difference(from: before.type, to: after.type) {
            case nil, .becameOptional: break
            case .becameRequired, .changed:
                guard before.hasDefault, after.hasDefault else { return .nothing }
                reach = .some
            }
        }
        return reach
    }
}

/// An argument with the label by which a caller identifies it.
struct LabelledArgument {
    let label: String
    let argument: Method.Argument
}

extension [Method.Argument] {
    /// The arguments with their labels. Arguments without a label are identified by position.
    var labelled: [LabelledArgument] {
        var count = 0
        return map { argument in
            if argument.label == nil { count += 1 }
            return LabelledArgument(label: argument.label ?? "_\(count)", argument: argument)
        }
    }
}

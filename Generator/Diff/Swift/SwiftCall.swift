import GeneratorSwiftAPI

/// What code says to call a method, and whether it can be said of another one.
struct SwiftCall {
    /// Whether the method goes through every page.
    let isOfPages: Bool
    let name: String
    let method: Method
    let arguments: [Method.Argument]

    /// The calls of a method: its own, and that of the one that goes through every page.
    static func calls(of method: Method) -> [SwiftCall] {
        let pages = method.pages.map { SwiftCall(isOfPages: true, name: $0.name, method: method, arguments: method.arguments(of: $0)) }
        return [SwiftCall(isOfPages: false, name: method.name, method: method, arguments: method.arguments)] + (pages.map { [$0] } ?? [])
    }

    /// What two calls that may be the same have in common.
    struct Key: Hashable {
        let group: String
        let name: String
        let isOfPages: Bool
    }

    var key: Key { Key(group: method.group, name: name, isOfPages: isOfPages) }

    /// How much of the code that says this call means the other one, when it stands in its place.
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

/// An argument with what a caller tells it by.
struct LabelledArgument {
    let label: String
    let argument: Method.Argument
}

extension [Method.Argument] {
    /// Those without a label are told by their order.
    var labelled: [LabelledArgument] {
        var count = 0
        return map { argument in
            if argument.label == nil { count += 1 }
            return LabelledArgument(label: argument.label ?? "_\(count)", argument: argument)
        }
    }
}

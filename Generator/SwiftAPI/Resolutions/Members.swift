package import GeneratorOpenAPI
import GeneratorYAML

/// The members of an object, including those that `allOf` adds.
package struct Members {
    package struct Member {
        package let name: String
        let location: SourceLocation
        package let schema: Place
        package var isRequired: Bool
    }

    package fileprivate(set) var all: [Member] = []
    /// The pairs of members that are the bounds of a range of days.
    package fileprivate(set) var windows: [Window] = []
    /// The spec's rule for members that it does not name.
    package fileprivate(set) var additional = Schema.AdditionalProperties.unspecified
}

extension Resolutions {
    /// Returns each member of an object once.
    ///
    /// The last definition that specifies a type is used, combined with the other definitions' statements about the member's values.
    package func members(of place: Place) -> Members {
        let schema = resolved(place).schema
        if let known = membersOfObjects[schema.place] { return known }
        var collector = MemberCollector(self)
        collector.collect(schema)
        var members = collector.members
        for (name, location) in collector.required where collector.positions[name] == nil {
            let isKept =
                switch members.additional {
                case .anything, .schema: true
                case .unspecified, .forbidden: false
                }
            diagnostics.flaw(
                at: location, "\"\(name)\" is required, but no such property is described",
                otherwise: isKept ? "it is among the additional members, where it may be missing" : "it is left out",
                remedy: "add it to properties")
        }
        for name in schema.memberOrder where collector.positions[name] == nil {
            diagnostics.warning(at: schema.location, "x-swift-order lists \"\(name)\", which is not a property of this object")
        }
        members.all = members.all.ordered(by: schema.memberOrder, \.name)
        for index in members.all.indices { members.all[index].isRequired = collector.required[members.all[index].name] != nil }
        membersOfObjects[schema.place] = members
        return members
    }
}

/// Collects the members of an object and of the schemas that it is joined from.
///
/// Uses no recursion, so that inheritance can be arbitrarily deep.
private struct MemberCollector {
    let resolutions: Resolutions
    var members = Members()
    var positions: [String: Int] = [:]
    /// The names that are required, with the places that say so.
    var required: [String: SourceLocation] = [:]
    private var seen: Set<Place> = []
    /// What the schemas say about each member, in the order of `members`.
    private var definitions: [[Definition]] = []

    init(_ resolutions: Resolutions) { self.resolutions = resolutions }

    private struct Definition {
        let schema: Place
        let branch: Branch?
    }

    private enum Step {
        /// The parts of a schema come before its own members.
        case parts(Schema, Branch?)
        case own(Schema, Branch?)
    }

    mutating func collect(_ schema: Schema) {
        var pending: [Step] = [.parts(schema, nil)]
        while let step = pending.popLast() {
            guard resolutions.membersLeft >= 0 else {
                resolutions.diagnostics.error(
                    at: schema.location, "the objects that allOf joins have too many properties in total; join fewer")
                return
            }
            switch step {
            case .parts(let schema, let branch):
                resolutions.membersLeft -= 1
                guard seen.insert(schema.place).inserted else { continue }
                pending.append(.own(schema, branch))
                for part in schema.allOf.reversed() {
                    let part = inherited(part)
                    checkIsObject(part)
                    pending.append(.parts(part, branch))
                }
            case .own(let schema, let branch):
                add(schema, branch)
                if branch == nil {
                    required.merge(zip(schema.required, schema.requiredLocations)) { first, _ in first }
                } else if schema.properties.isEmpty, schema.allOf.isEmpty, let location = schema.requiredLocations.first {
                    reportChoice(at: location)
                }
                // Alternatives next to members: the object may have the members of each alternative.
                let alternatives = schema.alternatives
                for (index, alternative) in alternatives.enumerated().reversed() {
                    let inner = alternatives.count > 1 ? Branch(of: schema.place, index, in: branch) : branch
                    pending.append(.parts(inherited(alternative), inner))
                }
            }
        }
        for index in definitions.indices where definitions[index].count > 1 {
            guard let schema = combined(definitions[index], depth: 0) else { continue }
            let member = members.all[index]
            members.all[index] = .init(name: member.name, location: member.location, schema: schema, isRequired: false)
        }
    }

    /// Returns the schema that a part refers to. A base class contributes only its own members, not its subtypes.
    private func inherited(_ place: Place) -> Schema { resolutions.followed(place).schema }

    private mutating func add(_ schema: Schema, _ branch: Branch?) {
        resolutions.membersLeft -= schema.properties.count
        if let window = schema.window { members.windows.append(window) }
        for property in schema.properties {
            let definition = Definition(schema: property.schema, branch: branch)
            let member = Members.Member(name: property.name, location: property.location, schema: property.schema, isRequired: false)
            if let position = positions[property.name] {
                definitions[position].append(definition)
                members.all[position] = member
            } else {
                positions[property.name] = members.all.count
                members.all.append(member)
                definitions.append([definition])
            }
        }
        switch schema.additionalProperties {
        case .unspecified, .forbidden: break
        case .anything: if case .schema = members.additional {} else { members.additional = .anything }
        case .schema: members.additional = schema.additionalProperties
        }
    }

    /// Warns of alternatives that only say which members are required. Strict readers accept them.
    private func reportChoice(at location: SourceLocation) {
        guard !resolutions.diagnostics.isStrict else { return }
        resolutions.diagnostics.warning(
            at: location,
            "alternatives that require other members cannot be expressed as Swift types; the members are optional, and none is checked to be there; describe in words which belong together"
        )
    }

    /// Returns the schema of a member that several schemas describe.
    ///
    /// Its values satisfy all of these schemas. Of those that belong to different alternatives of one union, they satisfy only one.
    private func combined(_ definitions: [Definition], depth: Int) -> Place? {
        var parts: [Place] = []
        var unions: [Place: Int] = [:]
        var branches: [(position: Int, union: Place, alternatives: [(index: Int, definitions: [Definition])])] = []
        for definition in definitions {
            guard let branch = definition.branch?.ancestor(at: depth) else {
                parts.append(definition.schema)
                continue
            }
            if unions[branch.union] == nil {
                unions[branch.union] = branches.count
                branches.append((parts.count, branch.union, []))
                parts.append(definition.schema)
            }
            guard let union = unions[branch.union] else { continue }
            if let last = branches[union].alternatives.indices.last, branches[union].alternatives[last].index == branch.index {
                branches[union].alternatives[last].definitions.append(definition)
            } else {
                branches[union].alternatives.append((branch.index, [definition]))
            }
        }
        for branch in branches {
            let alternatives = branch.alternatives.compactMap { combined($0.definitions, depth: depth + 1) }
            if let first = alternatives.first {
                parts[branch.position] = alternatives.dropFirst().reduce(first) { resolutions.widened($0, by: $1) }
            }
        }
        return parts.first.map { first in parts.dropFirst().reduce(first) { resolutions.refined($0, by: $1) } }
    }

    private func checkIsObject(_ schema: Schema) {
        let isOther = schema.types.contains { $0 != .object } || !schema.enumeration.isEmpty
        if isOther {
            resolutions.diagnostics.flaw(
                at: schema.location, "allOf joins objects, but this is not one", otherwise: "it is left out",
                remedy: "refer to it without allOf, or describe the result as one schema")
        }
    }
}

/// An alternative of a union that an object has besides its own members, with the outer alternatives that contain it.
private final class Branch {
    let union: Place
    let index: Int
    private let parent: Branch?
    private let depth: Int

    /// An alternative more than 16 levels deep counts as the one that contains it.
    convenience init(of union: Place, _ index: Int, in parent: Branch?) {
        if let parent, parent.depth >= 16 {
            self.init(union: parent.union, index: parent.index, parent: parent.parent, depth: parent.depth)
        } else {
            self.init(union: union, index: index, parent: parent, depth: parent.map { $0.depth + 1 } ?? 0)
        }
    }

    private init(union: Place, index: Int, parent: Branch?, depth: Int) {
        self.union = union
        self.index = index
        self.parent = parent
        self.depth = depth
    }

    /// Returns the alternative at a depth that this one is in, or is itself; `nil` if it is not that deep.
    func ancestor(at depth: Int) -> Branch? {
        guard depth <= self.depth else { return nil }
        var branch = self
        while branch.depth > depth, let parent = branch.parent { branch = parent }
        return branch
    }
}

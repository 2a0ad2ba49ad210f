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
        var collector = MemberCollector(self)
        collector.collect(schema)
        for name in collector.required.sorted() where collector.positions[name] == nil {
            diagnostics.error(at: schema.location, "\"\(name)\" is required, but no such property is described; add it to properties")
        }
        var members = collector.members
        for name in schema.memberOrder where collector.positions[name] == nil {
            diagnostics.warning(at: schema.location, "x-swift-order lists \"\(name)\", which is no property of this object")
        }
        members.all = members.all.ordered(by: schema.memberOrder, \.name)
        for index in members.all.indices { members.all[index].isRequired = collector.required.contains(members.all[index].name) }
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
    var required: Set<String> = []
    private var seen: Set<Place> = []

    init(_ resolutions: Resolutions) { self.resolutions = resolutions }

    private enum Step {
        /// The parts of a schema come before its own members.
        case parts(Schema, isAlternative: Bool)
        case own(Schema, isAlternative: Bool)
    }

    mutating func collect(_ schema: Schema) {
        var pending: [Step] = [.parts(schema, isAlternative: false)]
        while let step = pending.popLast() {
            guard resolutions.membersLeft >= 0 else {
                resolutions.diagnostics.error(
                    at: schema.location, "the objects that allOf joins have too many properties in total; join fewer")
                return
            }
            switch step {
            case .parts(let schema, let isAlternative):
                resolutions.membersLeft -= 1
                guard seen.insert(schema.place).inserted else { continue }
                pending.append(.own(schema, isAlternative: isAlternative))
                for part in schema.allOf.reversed() {
                    let part = inherited(part)
                    checkIsObject(part)
                    pending.append(.parts(part, isAlternative: isAlternative))
                }
            case .own(let schema, let isAlternative):
                add(schema)
                if !isAlternative { required.formUnion(schema.required) }
                // Alternatives next to members: the object may have the members of each alternative.
                let alternatives = schema.alternatives
                for alternative in alternatives.reversed() {
                    pending.append(.parts(inherited(alternative), isAlternative: isAlternative || alternatives.count > 1))
                }
            }
        }
    }

    /// Returns the schema that a part refers to. A base class contributes only its own members, not its subtypes.
    private func inherited(_ place: Place) -> Schema { resolutions.followed(place).schema }

    private mutating func add(_ schema: Schema) {
        resolutions.membersLeft -= schema.properties.count
        if let window = schema.window { members.windows.append(window) }
        for property in schema.properties {
            guard let position = positions[property.name] else {
                positions[property.name] = members.all.count
                members.all.append(.init(name: property.name, location: property.location, schema: property.schema, isRequired: false))
                continue
            }
            let schema = resolutions.refined(members.all[position].schema, by: property.schema)
            members.all[position] = .init(name: property.name, location: property.location, schema: schema, isRequired: false)
        }
        switch schema.additionalProperties {
        case .unspecified, .forbidden: break
        case .anything: if case .schema = members.additional {} else { members.additional = .anything }
        case .schema: members.additional = schema.additionalProperties
        }
    }

    private func checkIsObject(_ schema: Schema) {
        let isOther = schema.types.contains { $0 != .object } || !schema.enumeration.isEmpty
        if isOther {
            resolutions.diagnostics.error(
                at: schema.location,
                "allOf joins objects, but this is not one; refer to it without allOf, or describe the result as one schema")
        }
    }
}

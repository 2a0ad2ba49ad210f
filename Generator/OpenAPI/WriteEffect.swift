package import GeneratorYAML

/// How an operation applies its body to the entity that it updates (`x-replaces`).
package enum WriteEffect: Sendable {
    /// The body replaces the entity. Members that it omits are reset.
    case replaces(EntityReplacement)
    /// Only the members in the body change.
    case changes
}

/// How a body that replaces an entity is filled from the entity, so that nothing is lost.
package struct EntityReplacement: Sendable {
    /// The `operationId` of the operation that returns the entity, or a list of entities.
    package let read: String
    /// The name of the method that reads, changes and replaces; `nil` to derive it from the operation's.
    package let editName: String?
    package let filling: Filling
    package let location: SourceLocation

    /// Where the members of an object of the body come from.
    package struct Filling: Sendable {
        /// The sources that the spec gives, by member. Any other member comes from the entity's member of the same name.
        package let sources: [String: Source]
        /// The members that are omitted, because the service then keeps their values.
        package let kept: Set<String>
        package let location: SourceLocation

        /// Fills every member from the member of the same name.
        package static func byName(at location: SourceLocation) -> Self {
            .init(sources: [:], kept: [], location: location)
        }
    }

    package struct Source: Sendable {
        package enum Kind: Sendable {
            /// A member of the entity, found by member names, such as `timeInterval` and `start`.
            case member([String])
            /// The entity itself, whose members fill an object of the body.
            case entity
            /// The same value each time.
            case constant(Node)
        }
        package let kind: Kind
        /// The member of the entity that must be true for there to be a value; empty for no condition.
        package let condition: [String]
        /// The member of each object of a list that is taken instead of the object; empty to take the object.
        package let item: [String]
        /// Where the members of an object, or of a list's objects, come from.
        package let filling: Filling
        package let location: SourceLocation
    }
}

/// Reads `x-replaces`.
struct WriteEffectReader {
    let diagnostics: Diagnostics

    func read(_ operation: inout ObjectReader) -> WriteEffect? {
        guard let node = operation.node("x-replaces") else { return nil }
        if case .bool(false) = node.scalar?.value { return .changes }
        guard node.mapping != nil else {
            diagnostics.error(
                at: node.location, "x-replaces is false, or says which operation reads what is replaced: {read: getTag}",
                about: .replacement)
            return nil
        }
        guard
            var object = ObjectReader(
                node, at: operation.place.appending("x-replaces"), what: "x-replaces", diagnostics: diagnostics),
            let read = object.requiredString("read")
        else { return nil }
        let editName = object.string("edit-name")
        let filling = filling(&object)
        object.finish()
        return .replaces(.init(read: read, editName: editName, filling: filling, location: node.location))
    }

    private func filling(_ object: inout ObjectReader) -> EntityReplacement.Filling {
        var sources: [String: EntityReplacement.Source] = [:]
        for entry in object.entries("members") {
            sources[entry.key] = source(entry.value, at: object.place.appending("members", entry.key))
        }
        let kept = Set(object.order("keeps"))
        for name in kept.sorted() where sources[name] != nil {
            diagnostics.error(at: object.location, "x-replaces both keeps \"\(name)\" and gives it a source", about: .replacement)
        }
        return .init(sources: sources, kept: kept, location: object.location)
    }

    private func source(_ node: Node, at place: Place) -> EntityReplacement.Source? {
        if let path = node.string {
            return .init(
                kind: .member(names(path)), condition: [], item: [], filling: .byName(at: node.location),
                location: node.location)
        }
        guard var object = ObjectReader(node, at: place, what: "a source of x-replaces", diagnostics: diagnostics) else { return nil }
        let path = object.string("from")
        let value = object.node("value")
        let condition = object.string("if").map(names) ?? []
        let item = object.string("item").map(names) ?? []
        let filling = filling(&object)
        object.finish()
        if let value {
            guard path == nil, value.scalar != nil else {
                diagnostics.error(
                    at: value.location, "\"value\" of a source of x-replaces is a single value, and stands alone", about: .replacement)
                return nil
            }
            return .init(kind: .constant(value), condition: condition, item: item, filling: filling, location: node.location)
        }
        return .init(
            kind: path.map { .member(names($0)) } ?? .entity, condition: condition, item: item, filling: filling,
            location: node.location)
    }

    private func names(_ path: String) -> [String] { path.split(separator: ".", omittingEmptySubsequences: false).map(String.init) }
}

import ClockifyRuntime

/// A filter that selects the requested entities of a list.
struct Filter: Sendable {
    let accepts: @Sendable (_ entity: Entity, _ query: QueryItems, _ store: Store) -> Bool

    /// Returns a filter for members that contain a text, ignoring case. If the `strict` flag is set, the member must be equal to
    /// the text.
    static func text(_ parameter: String, in member: String, strict: String? = nil) -> Filter {
        Filter { entity, query, _ in
            guard let wanted = query[parameter]?.lowercased(), !wanted.isEmpty else { return true }
            let text = entity.text(member)?.lowercased() ?? ""
            return strict.flatMap(query.flag) == true ? text == wanted : text.contains(wanted)
        }
    }

    /// Returns a filter for a Boolean member.
    static func flag(_ parameter: String, is member: String) -> Filter {
        Filter { entity, query, _ in query.flag(parameter).map { $0 == entity.flag(member) } ?? true }
    }

    /// Returns a filter for the value of a member.
    static func value(_ parameter: String, is member: String) -> Filter {
        Filter { entity, query, _ in query[parameter].map { $0 == entity.text(member) } ?? true }
    }

    /// Returns a filter for members that are, or contain, one of the identifiers. If the `contains` flag is `false`, the filter is
    /// inverted.
    static func ids(_ parameter: String, in member: String, contains: String? = nil) -> Filter {
        Filter { entity, query, _ in
            let wanted = query.all(parameter)
            guard !wanted.isEmpty else { return true }
            let own = entity[member].arrayValue?.compactMap(\.stringValue) ?? entity.text(member).map { [$0] } ?? []
            return own.contains(where: wanted.contains) == (contains.flatMap(query.flag) ?? true)
        }
    }

    static func excluding(_ parameter: String) -> Filter {
        Filter { entity, query, _ in !query.all(parameter).contains(entity.id) }
    }

    static func rule(_ accepts: @escaping @Sendable (Entity, QueryItems, Store) -> Bool) -> Filter { Filter(accepts: accepts) }
}

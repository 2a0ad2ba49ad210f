import ClockifyRuntime

/// Which of the things in a list a request wants.
struct Filter: Sendable {
    let accepts: @Sendable (_ entity: Entity, _ query: QueryItems, _ store: Store) -> Bool

    /// A text that a member contains or, when the `strict` flag is set, is. Case does not matter.
    static func text(_ parameter: String, in member: String, strict: String? = nil) -> Filter {
        Filter { entity, query, _ in
            guard let wanted = query[parameter]?.lowercased(), !wanted.isEmpty else { return true }
            let text = entity.text(member)?.lowercased() ?? ""
            return strict.flatMap(query.flag) == true ? text == wanted : text.contains(wanted)
        }
    }

    /// A flag that a member has.
    static func flag(_ parameter: String, is member: String) -> Filter {
        Filter { entity, query, _ in query.flag(parameter).map { $0 == entity.flag(member) } ?? true }
    }

    /// A value that a member has.
    static func value(_ parameter: String, is member: String) -> Filter {
        Filter { entity, query, _ in query[parameter].map { $0 == entity.text(member) } ?? true }
    }

    /// Ids of which a member, which may be a list, has one; or has none when the `contains` flag is unset.
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

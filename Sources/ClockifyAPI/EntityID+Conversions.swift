extension Identifier where Kind == Clockify.IdentifierKinds.EntityID {
    /// Creates the identifier of an entity of any kind, for members whose kind another member says:
    ///
    ///     let role = Clockify.ManagerRoleGrant(entityId: .init(project.id), role: .projectManager)
    @inlinable
    public init<Other>(_ id: Identifier<Other>) { self.init(rawValue: id.rawValue) }
}

extension Identifier {
    /// Creates the identifier of an entity whose kind you know, such as from the type of a webhook's trigger sources:
    ///
    ///     let projects = webhook.triggerSource?.map { Clockify.ProjectID($0) }
    @inlinable
    public init(_ entity: Clockify.EntityID) { self.init(rawValue: entity.rawValue) }
}

// Disfavored, so that they do not compete with the comparison of two identifiers of the same kind.

/// Compares the identifier of an entity of any kind with that of an entity of a certain kind: `group.id == project.id`.
@_disfavoredOverload
public func == <Other>(one: Clockify.EntityID?, other: Identifier<Other>?) -> Bool { one?.rawValue == other?.rawValue }

/// Compares the identifier of an entity of any kind with that of an entity of a certain kind.
@_disfavoredOverload
public func != <Other>(one: Clockify.EntityID?, other: Identifier<Other>?) -> Bool { one?.rawValue != other?.rawValue }

/// Compares the identifier of an entity of a certain kind with that of an entity of any kind: `project.id == group.id`.
@_disfavoredOverload
public func == <Other>(one: Identifier<Other>?, other: Clockify.EntityID?) -> Bool { one?.rawValue == other?.rawValue }

/// Compares the identifier of an entity of a certain kind with that of an entity of any kind.
@_disfavoredOverload
public func != <Other>(one: Identifier<Other>?, other: Clockify.EntityID?) -> Bool { one?.rawValue != other?.rawValue }

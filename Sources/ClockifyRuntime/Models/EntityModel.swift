/// A response with an identifier of a kind of its own, for code that works with entities of any kind:
///
///     func byID<Entity: EntityModel>(_ entities: [Entity]) -> [Identifier<Entity.IdentifierKind>: Entity] {
///         Dictionary(entities.map { ($0.id, $0) }) { _, latest in latest }
///     }
///
/// Generated types conform to it if each response has the member `id`.
public protocol EntityModel: ResponseModel, Identifiable where ID == Identifier<IdentifierKind> {
    /// The marker of the identifier's kind.
    associatedtype IdentifierKind
    /// The identifier.
    var id: Identifier<IdentifierKind> { get }
}

/// An entity with a name, for code that works with named entities of any kind:
///
///     func titles(_ entities: some Sequence<some NamedEntityModel>) -> [String] { entities.map(\.name).sorted() }
///
/// Generated types conform to it if each response has the members `id` and `name`.
public protocol NamedEntityModel: EntityModel {
    /// The name.
    var name: String { get }
}

package import GeneratorOpenAPI

/// Follows references, and joins what several schemas say about the same values.
///
/// Results depend on the document alone. They are computed when they are first needed, and then kept.
package final class Resolutions {
    let document: Document
    let diagnostics: Diagnostics
    /// The number of union alternatives that may still be visited. ``membersLeft`` is the same for object members.
    /// Both are limited, because combining schemas multiplies them.
    var alternativesLeft = 200_000
    var membersLeft = 200_000
    /// The ends of chains of references.
    var references = ChainEnds()
    /// The subtypes of base classes, by base.
    var childrenOfBases: [Place: [Place]] = [:]
    /// The results of ``resolved(_:)``. ``followings`` has those of ``followed(_:)`` for schemas that refer to others.
    var results: [Place: Resolution] = [:]
    var followings: [Place: Resolution] = [:]
    /// The results of ``members(of:)``.
    var membersOfObjects: [Place: Members] = [:]
    /// The combined schemas of properties that several schemas describe.
    var refinements: [Place: Schema] = [:]
    /// The descriptions of a list's items that ``joinItems(_:at:)`` combines, by the place of the combined schema.
    var itemsToJoin: [Place: [Place]] = [:]

    init(of document: Document, diagnostics: Diagnostics) {
        self.document = document
        self.diagnostics = diagnostics
    }

    /// Returns the schema at a place, including the schemas that ``refined(_:by:)``, ``widened(_:by:)`` and ``joinItems(_:at:)`` create.
    package func schema(_ place: Place) -> Schema {
        if let known = refinements[place] { return known }
        if let items = itemsToJoin[place] { joinItems(items, at: place) }
        return refinements[place] ?? document.schema(place)
    }
}

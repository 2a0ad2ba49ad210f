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

    /// The unions that are structures because their values are only sent as forms.
    private(set) var unionsOfForms: Set<Place> = []

    init(of document: Document, diagnostics: Diagnostics) {
        self.document = document
        self.diagnostics = diagnostics
        if !diagnostics.isStrict { findUnionsOfForms() }
    }

    /// Finds the forms that are one of several objects. A form is sent part by part, so it gets the parts of all of them.
    private func findUnionsOfForms() {
        let media = document.operations.flatMap { $0.body?.content ?? [] }
        let forms = Set(media.filter(\.isForm).compactMap(\.schema).map { resolved($0).schema.place }).filter {
            isUnionOfObjects(schema($0))
        }
        defer { results = [:] }
        guard !forms.isEmpty else { return }
        let others = document.operations.flatMap { operation in
            operation.parameters.map(\.schema) + operation.responses.flatMap(\.content).compactMap(\.schema)
        }
        let values = others + media.filter { !$0.isForm }.compactMap(\.schema)
        let used = Set(document.schemas(from: values, following: \.children).map(\.place))
        unionsOfForms = forms.subtracting(used)
        for place in unionsOfForms {
            diagnostics.flaw(
                at: schema(place).location, "a form cannot be one of several objects",
                otherwise: "it has the members of all of them, and their combination is not checked", remedy: "describe it as one object")
        }
    }

    private func isUnionOfObjects(_ schema: Schema) -> Bool {
        !schema.alternatives.isEmpty && isUnion(schema)
            && alternatives(of: schema).allSatisfy { self.schema($0).types == [.object] || self.schema($0).hasOwnMembers }
    }

    /// Returns the schema at a place, which may be one that ``refined(_:by:)`` has combined.
    package func schema(_ place: Place) -> Schema { refinements[place] ?? document.schema(place) }
}

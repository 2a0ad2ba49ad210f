import GeneratorOpenAPI

/// The types of an API: those that it declares, and those that each operation uses.
struct Types {
    let declared: DeclaredTypes
    /// The document's operations, in its order.
    let operations: [TypedOperation]

    init(
        of document: Document, rootName: String, shapes: Shapes, directions: Directions, exports: Exports, diagnostics: Diagnostics
    ) {
        let builder = TypeBuilder(
            document: document, rootName: rootName, shapes: shapes, directions: directions, exports: exports, diagnostics: diagnostics)
        operations = document.operations.map { TypedOperation($0, types: builder, diagnostics: diagnostics) }
        for webhook in document.webhooks {
            guard let name = webhook.webhookName else { continue }
            for media in webhook.events { _ = media.schema.map { builder.type(of: $0, context: Names.type(name) + "Event") } }
        }
        declared = builder.declared
    }
}

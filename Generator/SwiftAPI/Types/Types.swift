import GeneratorOpenAPI

/// The types of an API: those that it declares, and those that each operation uses.
struct Types {
    let declared: DeclaredTypes
    /// The document's operations, in its order.
    let operations: [TypedOperation]
    /// The payloads of each operation's callbacks, by the place of the operation.
    let callbacks: [Place: [Method.Callback]]

    init(
        of document: Document, rootName: String, shapes: Shapes, directions: Directions, exports: Exports, diagnostics: Diagnostics
    ) {
        let builder = TypeBuilder(
            document: document, rootName: rootName, shapes: shapes, directions: directions, exports: exports, diagnostics: diagnostics)
        operations = document.operations.map { TypedOperation($0, types: builder, diagnostics: diagnostics) }
        var callbacks: [Place: [Method.Callback]] = [:]
        for request in document.webhooks {
            for schema in request.events.compactMap(\.schema) {
                let type = builder.type(of: schema, context: request.eventName)
                guard let origin = request.callbackOrigin else { continue }
                callbacks[origin.operation, default: []].append(.init(name: origin.name, type: type))
            }
        }
        self.callbacks = callbacks
        declared = builder.declared
    }
}

extension Operation {
    /// The type name of the payload of a webhook or callback, unless the spec names its schema.
    fileprivate var eventName: String {
        guard let origin = callbackOrigin else { return Names.type(webhookName ?? id) + "Event" }
        if let name = origin.componentName { return Names.type(name) + "Event" }
        return Names.type(origin.operationID) + Names.type(origin.name) + "Event"
    }
}

import GeneratorOpenAPI

/// Which way the values of each schema travel.
struct Directions {
    private(set) var received: Set<Place> = []
    private(set) var sent: Set<Place> = []

    init(of document: Document) {
        for operation in document.operations {
            for parameter in operation.parameters { mark(parameter.schema, in: document, \.sent) }
            for media in operation.body?.content ?? [] {
                if let schema = media.schema { mark(schema, in: document, \.sent) }
            }
            for response in operation.responses {
                guard response.isSuccess || response.status == "default" else { continue }
                for media in response.content {
                    if let schema = media.schema { mark(schema, in: document, \.received) }
                }
            }
        }
    }

    private mutating func mark(_ place: Place, in document: Document, _ direction: WritableKeyPath<Directions, Set<Place>>) {
        var pending = [place]
        while let place = pending.popLast() {
            guard self[keyPath: direction].insert(place).inserted else { continue }
            let schema = document.schema(place)
            let children = schema.children
            pending += children
            // A union tells its alternatives apart by reading, and is written as the one it holds: it goes both ways.
            if schema.isUnion || schema.hasTypedAdditionalProperties {
                for child in children + [place] {
                    mark(child, in: document, \.received)
                    mark(child, in: document, \.sent)
                }
            }
        }
    }
}

extension Schema {
    /// The schemas that this one is made of.
    var children: [Place] {
        var children = properties.map(\.schema) + allOf + oneOf + anyOf
        if let reference { children.append(reference) }
        if let items { children.append(items) }
        if case .schema(let place) = additionalProperties { children.append(place) }
        return children
    }

    var isUnion: Bool { oneOf.count + anyOf.count > 1 }

    var hasTypedAdditionalProperties: Bool {
        if case .schema = additionalProperties { !properties.isEmpty } else { false }
    }
}

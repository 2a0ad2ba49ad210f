import GeneratorOpenAPI

/// Which way the values of each schema travel.
struct Directions {
    /// In JSON, from the service.
    private(set) var received: Set<Place> = []
    /// In JSON, to the service.
    private(set) var sent: Set<Place> = []
    /// Objects whose members are sent as the parts of a form.
    private(set) var forms: Set<Place> = []
    /// Parts of forms that are files.
    private(set) var uploads: Set<Place> = []

    init(of document: Document, shapes: Shapes) {
        for operation in document.operations {
            for parameter in operation.parameters { mark([parameter.schema], in: document, \.sent) }
            for media in operation.body?.content ?? [] {
                guard let schema = media.schema else { continue }
                if media.isForm { markForm(schema, shapes) } else { mark([schema], in: document, \.sent) }
            }
            for response in operation.answers {
                mark(response.content.compactMap(\.schema), in: document, \.received)
            }
        }
    }

    private mutating func markForm(_ place: Place, _ shapes: Shapes) {
        guard forms.insert(shapes.resolved(place).schema.place).inserted else { return }
        for member in shapes.members(of: place).all {
            var part = shapes.resolved(member.schema).schema
            if part.types == [.array], let items = part.items { part = shapes.resolved(items).schema }
            if part.isBinary {
                uploads.insert(part.place)
            } else {
                mark(shapes.origins(of: member.schema), in: shapes.document, \.sent)
            }
        }
    }

    private mutating func mark(_ places: [Place], in document: Document, _ direction: WritableKeyPath<Directions, Set<Place>>) {
        var pending = places.map { ($0, direction) }
        while let (place, direction) = pending.popLast() {
            guard self[keyPath: direction].insert(place).inserted else { continue }
            let schema = document.schema(place)
            for child in schema.children { pending.append((child, direction)) }
            // A union tells its alternatives apart by reading and is written as the one it holds, and members without a
            // name are kept to be written again: both go both ways.
            guard schema.isChoice || schema.keepsAdditionalMembers else { continue }
            for child in schema.children + [place] { pending += [(child, \.received), (child, \.sent)] }
        }
    }
}

extension Operation {
    /// The responses that are answers: the successes, or the default where there is none.
    var answers: [Response] {
        let successes = responses.filter(\.isSuccess)
        return successes.isEmpty ? responses.filter { $0.status == "default" } : successes
    }
}

extension Schema {
    /// The schemas that this one is made of.
    var children: [Place] {
        var children = properties.map(\.schema) + allOf + oneOf + anyOf
        if let reference { children.append(reference) }
        if let items { children.append(items) }
        if case .schema(let place) = additionalProperties { children.append(place) }
        if let discriminator { children += discriminator.mapping.map(\.schema) }
        return children
    }

    /// Whether it names several kinds of values.
    fileprivate var isChoice: Bool { oneOf.count + anyOf.count > 1 || discriminator?.mapping.isEmpty == false }

    /// Whether it says that there are members beside those that it names.
    fileprivate var keepsAdditionalMembers: Bool {
        switch additionalProperties {
        case .anything, .schema: !properties.isEmpty || !allOf.isEmpty
        case .unspecified, .forbidden: false
        }
    }

    fileprivate var isBinary: Bool { types == [.string] && format == "binary" }
}

import GeneratorOpenAPI

/// The direction in which the values of each schema travel.
struct Directions {
    /// Schemas received from the service as JSON.
    private(set) var received: Set<Place> = []
    /// Schemas sent to the service as JSON.
    private(set) var sent: Set<Place> = []
    /// Objects whose members are sent as the parts of a form.
    private(set) var forms: Set<Place> = []
    /// Form parts that are files.
    private(set) var uploads: Set<Place> = []

    init(of document: Document, resolutions: Resolutions) {
        for operation in document.operations {
            for parameter in operation.parameters { mark([parameter.schema], in: document, \.sent) }
            for media in operation.body?.content ?? [] {
                guard let schema = media.schema else { continue }
                if media.isForm { markForm(schema, resolutions) } else { mark([schema], in: document, \.sent) }
            }
            for response in operation.answers {
                mark(response.content.compactMap(\.schema), in: document, \.received)
            }
        }
    }

    private mutating func markForm(_ place: Place, _ resolutions: Resolutions) {
        guard forms.insert(resolutions.resolved(place).schema.place).inserted else { return }
        for member in resolutions.members(of: place).all {
            var part = resolutions.resolved(member.schema).schema
            if part.types == [.array], let items = part.items { part = resolutions.resolved(items).schema }
            if part.isBinary {
                uploads.insert(part.place)
            } else {
                mark(resolutions.origins(of: member.schema), in: resolutions.document, \.sent)
            }
        }
    }

    private mutating func mark(_ places: [Place], in document: Document, _ direction: WritableKeyPath<Directions, Set<Place>>) {
        var pending = places.map { ($0, direction) }
        while let (place, direction) = pending.popLast() {
            guard self[keyPath: direction].insert(place).inserted else { continue }
            let schema = document.schema(place)
            for child in schema.children { pending.append((child, direction)) }
            // A union decodes values to distinguish its alternatives and encodes the one it holds. Additional members are kept
            // and encoded again. Both therefore travel in both directions.
            guard schema.isChoice || schema.keepsAdditionalMembers else { continue }
            for child in schema.children + [place] { pending += [(child, \.received), (child, \.sent)] }
        }
    }
}

extension Operation {
    /// The success responses, or the default response if no success is declared.
    var answers: [Response] {
        let successes = responses.filter(\.isSuccess)
        return successes.isEmpty ? responses.filter { $0.status == "default" } : successes
    }
}

extension Schema {
    /// `true` if the schema lists several kinds of values.
    fileprivate var isChoice: Bool { alternatives.count > 1 || discriminator?.mapping.isEmpty == false }

    /// `true` if the schema allows members in addition to those that it names.
    fileprivate var keepsAdditionalMembers: Bool {
        switch additionalProperties {
        case .anything, .schema: !properties.isEmpty || !allOf.isEmpty
        case .unspecified, .forbidden: false
        }
    }

    fileprivate var isBinary: Bool { types == [.string] && format == "binary" }
}

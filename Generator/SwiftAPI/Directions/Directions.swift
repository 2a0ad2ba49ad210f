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
            if let media = operation.body?.sentMedia(resolutions), let schema = media.schema {
                if media.isForm { markForm(schema, resolutions) } else { mark([schema], in: document, \.sent) }
            }
            for response in operation.answers + operation.failures {
                mark(response.content.compactMap(\.schema), in: document, \.received)
            }
        }
        for webhook in document.webhooks {
            mark(webhook.events.compactMap(\.schema), in: document, \.received)
        }
    }

    private mutating func markForm(_ place: Place, _ resolutions: Resolutions) {
        let schema = resolutions.resolved(place).schema
        // Only objects with properties are sent member by member. Any other value is written as JSON first.
        guard schema.hasOwnMembers else { return mark([place], in: resolutions.document, \.sent) }
        guard forms.insert(schema.place).inserted else { return }
        for member in resolutions.members(of: place).all {
            let parts = Directions.parts(member.schema, resolutions)
            if parts.allSatisfy(\.isBinary) {
                uploads.formUnion(parts.map(\.place))
            } else {
                mark(resolutions.origins(of: member.schema), in: resolutions.document, \.sent)
            }
        }
    }

    /// Returns the schemas of a part of a form: that of the value or of a list's elements, or both if the part is one file or several.
    private static func parts(_ place: Place, _ resolutions: Resolutions) -> [Schema] {
        let part = resolutions.resolved(place).schema
        let alternatives = resolutions.isUnion(part) ? resolutions.alternatives(of: part) : []
        return (alternatives.isEmpty ? [place] : alternatives).map { place in
            let part = resolutions.resolved(place).schema
            guard part.types == [.array], let items = part.items else { return part }
            return resolutions.resolved(items).schema
        }
    }

    /// Returns `true` if a part of a form is a file.
    static func hasFile(_ place: Place, _ resolutions: Resolutions) -> Bool {
        guard resolutions.resolved(place).schema.hasOwnMembers else { return false }
        return resolutions.members(of: place).all.contains { parts($0.schema, resolutions).allSatisfy(\.isBinary) }
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

    fileprivate var isBinary: Bool { types == [.string] && format == "binary" && !hasOwnMembers }
}

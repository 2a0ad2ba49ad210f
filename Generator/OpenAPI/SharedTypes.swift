import GeneratorYAML

/// Makes one type of the schemas that have the same `x-swift-type`.
///
/// Documents often repeat a schema where it is used. Each of these schemas becomes a reference to one of them, so that everything
/// that follows sees a single schema with many uses.
package struct SharedTypes {
    let diagnostics: Diagnostics

    func share(_ schemas: inout [Place: Schema]) {
        let named = schemas.values.filter { $0.typeName != nil }.map { ($0.typeName ?? "", $0.place) }
        guard !named.isEmpty else { return }
        // References that are added on the way do not change what is alike.
        var comparison = SchemaLikeness { [schemas] in schemas[$0] }
        let places = Dictionary(grouping: named, by: \.0).mapValues { $0.map(\.1).sorted(by: SharedTypes.isNamedFirst) }
        for (name, places) in places.sorted(by: { $0.key < $1.key }) { share(places, as: name, in: &schemas, comparison: &comparison) }
    }

    /// Returns `true` if the first of two schemas describes the type rather than the second. A component does, because it is
    /// described for all its uses; then the one that is nearer to the root.
    package static func isNamedFirst(_ left: Place, _ right: Place) -> Bool {
        (left.isComponent ? 0 : 1, left.path.count, left) < (right.isComponent ? 0 : 1, right.path.count, right)
    }

    private func share(
        _ places: [Place], as name: String, in schemas: inout [Place: Schema], comparison: inout SchemaLikeness
    ) {
        guard let first = places.first, var shared = schemas[first] else { return }
        var alike: [Place] = []
        for place in places {
            guard place != first, let difference = comparison.difference(first, place) else {
                alike.append(place)
                continue
            }
            diagnostics.error(
                at: schemas[place]?.location ?? shared.location,
                "x-swift-type \"\(name)\" is also that of the schema at \(shared.location), but \(difference); name one of them otherwise",
                about: .name)
            schemas[place]?.typeName = nil
        }
        let target: Place
        if first.isComponent {
            target = first
            shared.swiftName = name
        } else {
            target = first.appending(Place.sharedType)
            shared = shared.type(at: target)
        }
        shared.typeName = name
        schemas[target] = shared
        for place in alike where place != target { schemas[place]?.refer(to: target) }
    }
}

extension Place {
    /// The last component of the place of a type that inline schemas share.
    static let sharedType = "x-swift-type"

    package var isComponent: Bool { path.isEmpty || path.count == 3 && path[0] == "components" && path[1] == "schemas" }

    /// The place of the object in the file: for a type that inline schemas share, that of the first of them.
    package var written: Place { path.last == Place.sharedType ? Place(file: file, path: path.dropLast()) : self }
}

extension Schema {
    /// Returns what the schema says about its type, without what it says about its use.
    fileprivate func type(at place: Place) -> Schema {
        var type = self
        type.place = place
        type.swiftName = nil
        type.isNullable = false
        type.isDeprecated = false
        type.replacement = nil
        type.isReadOnly = false
        type.isWriteOnly = false
        type.defaultValue = nil
        type.isLenient = false
        type.otherNames = []
        return type
    }

    /// Replaces what the schema says about its type with a reference, and keeps what it says about its use.
    fileprivate mutating func refer(to target: Place) {
        var use = Schema(place: place, location: location)
        use.reference = target
        use.title = title
        use.description = description
        use.swiftName = swiftName
        use.isNullable = isNullable
        use.isDeprecated = isDeprecated
        use.replacement = replacement
        use.isReadOnly = isReadOnly
        use.isWriteOnly = isWriteOnly
        use.defaultValue = defaultValue
        use.example = example
        use.isLenient = isLenient
        use.otherNames = otherNames
        use.source = source
        self = use
    }
}

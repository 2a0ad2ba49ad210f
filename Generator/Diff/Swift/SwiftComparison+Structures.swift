import GeneratorSwiftAPI
import GeneratorSwiftSource
import GeneratorYAML

extension SwiftComparison {
    mutating func compare(
        _ old: Structure, _ new: Structure, _ subject: String, at place: (old: SourceLocation, new: SourceLocation)
    ) {
        let matching = pairs(old.properties, new.properties, by: [\.wireName, \.name])
        for index in matching.removed {
            let property = old.properties[index]
            add(
                .propertyRemoved, "\(subject).\(property.name)", "the property was removed; code that uses it does not compile",
                old: property.location, new: nil, nearest: place.new)
        }
        for index in matching.added {
            let property = new.properties[index]
            add(
                .propertyAdded, "\(subject).\(property.name)", "a new property of type \(property.type.source(in: self.new.name))",
                old: nil, new: property.location)
        }
        for (oldIndex, newIndex) in matching.matched {
            let property = old.properties[oldIndex]
            compare(
                property, new.properties[newIndex], namesakes: new.properties.filter { $0.name == property.name },
                isRequestOnly: !old.isReceived && !new.isReceived, subject)
        }
        compareAdditional(old, new, subject, at: place)
        compareMutability(old, new, subject, at: place)
        compareInitializers(old, new, matching.matched, subject, at: place)
        compareReplacements(old, new, subject, at: place)
        compareWindows(old, new, subject, at: place)
    }

    /// - Parameter namesakes: The new property with the old name, which may be another member.
    private mutating func compare(
        _ old: Property, _ new: Property, namesakes: [Property], isRequestOnly: Bool, _ subject: String
    ) {
        let name = "\(subject).\(old.name)"
        if old.name != new.name, let other = namesakes.first, difference(from: old.type, to: other.type) == nil {
            add(
                .propertyNamesAnotherMember, name,
                "it is the member \"\(other.wireName)\" now, and \"\(old.wireName)\" is \(new.name); code still compiles",
                old: old.location,
                new: other.location)
        } else if old.name != new.name {
            add(
                .propertyRenamed, name, "the property was renamed to \(new.name); code that uses \(old.name) does not compile",
                old: old.location, new: new.location, replacement: new.name)
        }
        let words = words(from: old.type, to: new.type)
        switch difference(from: old.type, to: new.type) {
        case nil: break
        case .becameOptional where isRequestOnly:
            add(
                .requestPropertyBecameOptional, name, words + "; setting it still compiles, reading it without unwrapping does not",
                old: old.location, new: new.location)
        case .becameOptional:
            add(
                .propertyBecameOptional, name, words + "; code that uses it without unwrapping does not compile", old: old.location,
                new: new.location
            )
        case .becameRequired:
            add(
                .propertyBecameRequired, name, words + "; code that unwraps it or sets nil does not compile", old: old.location,
                new: new.location)
        case .changed: add(.propertyTypeChanged, name, words, old: old.location, new: new.location)
        }
        switch (old.deprecation, new.deprecation) {
        case (nil, let message?):
            add(.propertyDeprecated, name, "it was deprecated: \(message)", old: old.location, new: new.location)
        case (_?, nil): add(.propertyReactivated, name, "it is no longer deprecated", old: old.location, new: new.location)
        default: break
        }
    }

    /// Compares the additional properties, which have no declared names.
    private mutating func compareAdditional(
        _ old: Structure, _ new: Structure, _ subject: String, at place: (old: SourceLocation, new: SourceLocation)
    ) {
        let name = "\(subject).additionalProperties"
        switch (old.additionalProperties, new.additionalProperties) {
        case (nil, nil): break
        case (nil, _?): add(.propertyAdded, name, "undocumented members are kept now", old: place.old, new: place.new)
        case (_?, nil):
            add(
                .propertyRemoved, name, "undocumented members are no longer kept; code that uses it does not compile", old: place.old,
                new: place.new)
        case (let oldType?, let newType?):
            guard difference(from: oldType, to: newType) != nil else { break }
            add(
                .propertyTypeChanged, name, words(from: .dictionary(oldType), to: .dictionary(newType)), old: place.old,
                new: place.new)
        }
    }

    private mutating func compareMutability(
        _ old: Structure, _ new: Structure, _ subject: String, at place: (old: SourceLocation, new: SourceLocation)
    ) {
        guard old.isSent != new.isSent, !old.properties.isEmpty || old.additionalProperties != nil else { return }
        if new.isSent {
            add(
                .propertyBecameMutable, subject, "it is now used in requests too, and its properties can be set", old: place.old,
                new: place.new)
        } else {
            add(
                .propertyBecameImmutable, subject,
                "it is now used in responses only, and its properties cannot be set; code that sets one does not compile", old: place.old,
                new: place.new)
        }
    }

    // MARK: Initializers

    /// Compares what a call of the initializer must pass, beyond the changes of the properties themselves.
    private mutating func compareInitializers(
        _ old: Structure, _ new: Structure, _ matched: [(old: Int, new: Int)], _ subject: String,
        at place: (old: SourceLocation, new: SourceLocation)
    ) {
        let initializer = "\(subject).init"
        let (oldParameters, newParameters) = (old.parameters, new.parameters)
        let oldIndices = Dictionary(oldParameters.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let newIndices = Dictionary(newParameters.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let known = Set(matched.map { new.properties[$0.new].name })
        for property in new.properties where !known.contains(property.name) {
            guard let index = newIndices[property.name], newParameters[index].defaultValue == nil else { continue }
            add(
                .initializerArgumentAdded, "\(initializer) argument \(property.name)",
                "it was added and is required; calls of the initializer without it do not compile", old: nil, new: property.location)
        }
        var order: [(old: Int, new: Int)] = []
        // The properties that became required or optional, and so moved.
        var movers: [Int: String] = [:]
        for (oldIndex, newIndex) in matched {
            let (property, other) = (old.properties[oldIndex], new.properties[newIndex])
            guard let one = oldIndices[property.name], let two = newIndices[other.name] else { continue }
            order.append((one, two))
            if (oldParameters[one].defaultValue == nil) != (newParameters[two].defaultValue == nil) { movers[one] = property.name }
            // A change of optionality also changes whether the argument can be omitted. It is reported with the property.
            let isRequired = oldParameters[one].defaultValue == nil || newParameters[two].defaultValue == nil
            if isRequired, property.type.isOptional != other.type.isOptional { continue }
            compareDefaults(
                oldParameters[one], newParameters[two], "\(initializer) argument \(property.name)",
                at: (property.location, other.location))
        }
        order.sort { $0.old < $1.old }
        let moved = moved(order)
        guard !moved.isEmpty else { return }
        let isExplained = GeneratorDiff.moved(order.filter { movers[$0.old] == nil }).isEmpty
        let names = moved.map { oldParameters[$0].name }.joined(separator: ", ")
        add(
            .initializerArgumentReordered, initializer,
            "\(names) \(moved.count == 1 ? "stands" : "stand") elsewhere now; Swift takes arguments in their order only, so that calls which give several do not compile",
            old: place.old, new: place.new,
            referrers: isExplained
                ? movers.sorted { $0.key < $1.key }.flatMap { ["\(subject).\($0.value)", "\(initializer) argument \($0.value)"] } : [])
    }

    private mutating func compareDefaults(
        _ old: Structure.Parameter, _ new: Structure.Parameter, _ subject: String, at place: (old: SourceLocation, new: SourceLocation)
    ) {
        switch (old.defaultValue, new.defaultValue) {
        case (nil, _?):
            add(.initializerArgumentGainedDefault, subject, "it became optional", old: place.old, new: place.new)
        case (_?, nil):
            add(
                .initializerArgumentBecameRequired, subject, "it became required; calls without it do not compile",
                old: place.old, new: place.new)
        case (let before?, let now?) where before != now:
            add(
                .initializerDefaultChanged, subject,
                "its default changed from \(before.words) to \(now.words); calls still compile", old: place.old,
                new: place.new)
        default: break
        }
    }
}

extension TypeReference {
    fileprivate var isOptional: Bool { if case .optional = self { true } else { false } }
}

extension Structure.Parameter.Default {
    fileprivate var words: String {
        switch self {
        case .nothing: "nil"
        case .literal(let literal): Source.literal(literal)
        case .emptyDictionary: "empty"
        }
    }
}

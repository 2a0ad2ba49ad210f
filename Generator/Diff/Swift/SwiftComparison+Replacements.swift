import GeneratorSwiftAPI
import GeneratorSwiftSource
import GeneratorYAML

/// Compares the methods that edit entities, and the initializers that fill bodies from them.
extension SwiftComparison {
    /// Compares the methods that read, change and replace. Changes of arguments shared with the base method are reported there.
    mutating func compareEdits(_ old: Method, _ new: Method, besides deviations: [ArgumentComparison.Deviation]) {
        guard let before = old.edit else {
            if let after = new.edit { addNew(after, of: new, old: old) }
            return
        }
        guard let after = new.edit else { return addRemoved(before, of: old, new: new) }
        let subject = methods.subject(old, in: self.old, name: before.name)
        if before.name != after.name { compareName(subject, old, before.name, new, after.name) }
        let arguments = ArgumentComparison(before.callArguments, after.callArguments, byLabel: true, types: self)
        for deviation in arguments.deviations
        where !deviations.contains(where: { $0.check == deviation.check && $0.argument == deviation.argument }) {
            add(deviation, of: old, new, subject)
        }
    }

    mutating func addNew(_ edit: Edit, of method: Method, old: Method?) {
        add(
            .methodAdded, methods.subject(method, in: new, name: edit.name), "a new method that reads, changes and replaces",
            old: old?.location, new: method.location, operation: method.operationID)
    }

    mutating func addRemoved(_ edit: Edit, of method: Method, new: Method?) {
        add(
            .methodRemoved, methods.subject(method, in: old, name: edit.name),
            "the method that reads, changes and replaces was removed; calls of it do not compile", old: method.location,
            new: new?.location, operation: method.operationID)
    }

    /// Compares the initializers that fill a body from an entity.
    mutating func compareReplacements(
        _ old: Structure, _ new: Structure, _ subject: String, at place: (old: SourceLocation, new: SourceLocation)
    ) {
        var added = new.replacements
        for replacement in old.replacements {
            let name = "\(subject).init(replacing: \(replacement.entity))"
            guard let index = added.firstIndex(where: { isCalled($0, like: replacement) }) else {
                add(
                    .initializerRemoved, name, "the initializer was removed, or takes other arguments; calls of it do not compile",
                    old: place.old, new: nil, nearest: place.new)
                continue
            }
            let other = added.remove(at: index)
            if other.canFail, !replacement.canFail {
                add(.initializerThrows, name, "it throws now; calls without try do not compile", old: place.old, new: place.new)
            }
            let lost = replacement.values.map(\.name).filter { name in !other.values.contains { $0.name == name } }
            if !lost.isEmpty {
                add(
                    .replacementKeepsLess, name, "it no longer fills \(lost.joined(separator: ", ")); code still compiles, and resets more",
                    old: place.old, new: place.new)
            }
        }
        for replacement in added {
            add(
                .initializerAdded, "\(subject).init(replacing: \(replacement.entity))",
                "a new initializer that keeps everything that the entity has", old: place.old, new: place.new)
        }
    }

    /// `true` if every call of the old initializer calls the new one.
    private func isCalled(_ new: Replacement, like old: Replacement) -> Bool {
        difference(from: .named(old.entity), to: .named(new.entity)) == nil && old.asked.count == new.asked.count
            && zip(old.asked, new.asked).allSatisfy { $0.name == $1.name && difference(from: $0.type, to: $1.type) == nil }
    }
}

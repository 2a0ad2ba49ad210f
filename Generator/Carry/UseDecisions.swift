import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

/// The decisions about single uses of schemas: names of properties, lenience, other names, formats, fraction digits, units.
extension Carry {
    mutating func carryUses() {
        for use in correspondence.uses {
            if !isRepeated(use.new) { carryProperty(use) }
            carryValue(use)
            carryUnit(use)
        }
        carryUnitTable()
    }

    private mutating func carryUnit(_ use: Correspondence.Use) {
        let (before, after) = (old.resolutions.resolved(use.old).schema, new.resolutions.resolved(use.new).schema)
        guard let unit = before.unit else { return }
        guard before.types == after.types else {
            decisions.contradict(
                "x-unit \(unit.name) of \(before.location) is for numbers of type \(before.types.map(\.rawValue).joined()), and this is none",
                at: after.location)
            return
        }
        decisions.set("x-unit", to: .text(unit.name), at: after.place, from: before.location)
        if let source = before.unitSource { decisions.set("x-unit-source", to: .text(source), at: after.place, from: before.location) }
        units.insert(unit.name)
    }

    /// Carries the units that some number has.
    private mutating func carryUnitTable() {
        guard !units.isEmpty, let table = old.node(at: old.root.appending("x-units")), let entries = table.mapping?.entries else { return }
        let members = entries.filter { units.contains($0.key) }.map { DocumentValue.Member(key: $0.key, value: DocumentValue($0.value)) }
        decisions.set("x-units", to: .object(members), at: new.root, from: table.location)
    }

    private mutating func carryProperty(_ use: Correspondence.Use) {
        let (before, after) = (old.resolutions.schema(use.old), new.resolutions.schema(use.new))
        func set(_ key: String, _ value: DocumentValue) { decisions.set(key, to: value, at: use.new, from: before.location) }
        if let name = old.shapes.nameOfUse(use.old), isProperty(use.new) {
            set("x-swift-name", .text(name))
            // Beside the name of a property, a type needs its own.
            if new.shapes.declares(use.new), new.resolutions.forward(after) == nil, let type = new.type(of: after),
                decisions.value(of: "x-swift-type", at: use.new) == nil
            {
                decisions.set("x-swift-type", to: .text(type.name), at: use.new, from: before.location)
            }
        }
        if before.isLenient {
            if after.reference == nil {
                set("x-lenient", .scalar(.bool(true)))
            } else {
                decisions.contradict("x-lenient of \(before.location) has no effect beside a $ref", at: after.location)
            }
        }
        if !before.otherNames.isEmpty, isProperty(use.new) { set("x-also-read-as", .list(before.otherNames.map { .text($0) })) }
        if let replacement = before.replacement, after.isDeprecated { set("x-replacement", .text(replacement)) }
    }

    private func isProperty(_ place: Place) -> Bool { place.path.dropLast().last == "properties" }

    private mutating func carryValue(_ use: Correspondence.Use) {
        let (before, after) = (old.resolutions.resolved(use.old).schema, new.resolutions.resolved(use.new).schema)
        guard before.types == after.types else { return }
        // Repetitions of a type must stay alike, so that each gets the format.
        var format = after.format
        if let known = before.format, format != known {
            if format == nil {
                decisions.set("format", to: .text(known), at: after.place, from: before.location)
                format = known
            } else {
                decisions.contradict("the format is \(format ?? ""), and was \(known) at \(before.location)", at: after.location)
            }
        }
        if let digits = before.fractionDigits, format == "date-time", !isRepeated(after.place) {
            decisions.set("x-fraction-digits", to: .scalar(.integer(Int64(digits))), at: after.place, from: before.location)
        }
        if let zone = before.wallClock, format == before.format, !isRepeated(after.place) {
            decisions.set("x-wall-clock", to: .text(zone), at: after.place, from: before.location)
        }
    }
}

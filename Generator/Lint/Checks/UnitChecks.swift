import GeneratorOpenAPI
import GeneratorOutline
import GeneratorYAML

extension Check {
    static let missingUnit = Check(
        "missing-unit", "A number has a unit if another number of the same name has one.",
        """
        An amount without x-unit is a plain number in Swift, and callers have to know in what it is counted: hundredths, or whole units. \
        Give it the unit that it has. If it is not such an amount, such as a number of days called amount, add an exception.
        """
    ) { specification, report in
        var names: [String: NumberUnit] = [:]
        var numbers: [(object: SpecObject, name: String)] = []
        specification.forEachSchema { object, schema in
            guard let name = object.nameOfValue(in: specification) else { return }
            if let unit = schema.unit {
                names[name] = names[name] ?? unit
            } else if schema.enumeration.isEmpty, !Set(schema.types).isDisjoint(with: [.integer, .number]) {
                numbers.append((object, name))
            }
        }
        for (object, name) in numbers {
            guard let unit = names[name] else { continue }
            report.add(object, "another \"\(name)\" has the unit \(unit.name), and this one has none; add x-unit")
        }
    }

    static let unusedUnit = Check(
        "unused-unit", "Every unit of x-units is that of some number.",
        """
        A unit that no x-unit names has no effect. Give it to the numbers that have it, or remove it.
        """
    ) { specification, report in
        guard let document = specification.document else { return }
        let used = Set(document.schemas.values.compactMap(\.unit?.name) + document.otherSchemas.values.compactMap(\.unit?.name))
        for unit in document.units where !used.contains(unit.name) {
            report.add(at: unit.location, "x-units/\(unit.name)", "no number has the unit \"\(unit.name)\"; remove it")
        }
    }
}

extension SpecObject {
    /// The name of the property or the parameter whose value, or whose list's elements, a schema describes; `nil` for other schemas.
    fileprivate func nameOfValue(in specification: LintedSpecification) -> String? {
        var path = place.path
        while path.last == "items" { path.removeLast() }
        guard let last = path.last else { return nil }
        if path.dropLast().last == "properties" { return last }
        guard last == "schema" else { return nil }
        let owner = specification.object(at: Place(file: place.file, path: path.dropLast()))
        return owner?.kind == .parameter ? owner?.node["name"]?.string : nil
    }
}

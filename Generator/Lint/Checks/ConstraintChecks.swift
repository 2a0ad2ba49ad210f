import GeneratorOpenAPI
import GeneratorOutline
import GeneratorYAML

extension Check {
    static let impossibleConstraint = Check(
        "impossible-constraint", "Some value satisfies every schema.",
        """
        No request can satisfy a minimum above the maximum, a range that contains no whole number, a pattern that is not a regular \
        expression, or an object that must have more members than it may have. Bounds are inclusive unless they are called exclusive.
        """
    ) { specification, report in
        for diagnostic in specification.read + specification.decided where diagnostic.topic == .constraint {
            report.add(at: diagnostic.location, specification.name(around: diagnostic.location), diagnostic.message)
        }
        specification.forEachSchema { object, schema in
            if let problem = Emptiness(schema).problem { report.add(object, problem) }
        }
    }

    static let misplacedConstraint = Check(
        "misplaced-constraint", "Constraints and formats are for the type that has them.",
        """
        The maxLength of an integer or the minimum of a string has no effect, so the author meant something else. minLength, maxLength \
        and pattern are for strings; minimum, maximum and multipleOf for numbers; minItems, maxItems and uniqueItems for arrays; \
        minProperties and maxProperties for objects.
        """
    ) { specification, report in
        specification.forEachSchema { object, schema in
            let types = specification.types(of: schema)
            guard !types.isEmpty else { return }
            for (names, wanted) in Self.constraintsByType where types.isDisjoint(with: wanted) {
                for name in names {
                    guard let node = object.node[name] else { continue }
                    let words = types.map(\.rawValue).sorted().joined(separator: " or ")
                    report.add(at: node.location, "\(object.name)/\(name)", "\"\(name)\" constrains nothing, since the type is \(words)")
                }
            }
        }
    }

    private static let constraintsByType: [([String], Set<Schema.ValueType>)] = [
        (["minLength", "maxLength", "pattern"], [.string]),
        (["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"], [.integer, .number]),
        (["minItems", "maxItems", "uniqueItems", "items"], [.array]),
        (["minProperties", "maxProperties", "properties", "required", "additionalProperties"], [.object]),
    ]

    static let enumMismatch = Check(
        "enum-mismatch", "Every value of an enum is of the schema's type, within its constraints, and there once.",
        """
        A value that the rest of the schema forbids can never occur. Correct the type or the value, and remove duplicates.
        """
    ) { specification, report in
        specification.forEachSchema { object, schema in
            let types = specification.types(of: schema)
            var seen: Set<String> = []
            for value in schema.enumeration {
                let subject = "\(object.name)/enum/\(ValueFit.described(value))"
                if !seen.insert(ValueFit.key(of: value)).inserted {
                    report.add(at: value.location, subject, "\(ValueFit.described(value)) is in the enum twice; remove one")
                }
                if !types.isEmpty, !types.contains(where: { ValueFit.fits(value, $0) }) {
                    let words = types.map(\.rawValue).sorted().joined(separator: " or ")
                    report.add(at: value.location, subject, "\(ValueFit.described(value)) is not of type \(words), the enum's type")
                    continue
                }
                for problem in ConstraintFit(schema: schema, matches: specification.matches).problems(of: value) {
                    report.add(at: value.location, subject, "the value of the enum cannot occur: \(problem)")
                }
            }
        }
    }

    static let defaultMismatch = Check(
        "default-mismatch", "Every default is a value that the schema allows.",
        """
        A default is the value that the service uses when a request omits it, so it must be valid: of the right type, in the enum, \
        within the bounds. The variables of servers are checked, too.
        """
    ) { specification, report in
        guard let document = specification.document else { return }
        specification.forEachSchema { object, schema in
            guard let value = schema.defaultValue else { return }
            for misfit in specification.fit(in: document).misfits(of: value, with: schema.place) where misfit.kind == .value {
                report.add(at: misfit.location, "\(object.name)/default", "the default is invalid: \(misfit.message)")
            }
        }
        for object in specification.objects where object.kind == .serverVariable {
            let values = (object.node["enum"]?.sequence ?? []).compactMap { $0.scalar?.text }
            if let value = object.node["default"], let text = value.scalar?.text, !values.isEmpty, !values.contains(text) {
                report.add(at: value.location, object.name, "the default \"\(text)\" is not in the enum: \(values.joined(separator: ", "))")
            }
        }
    }
}

extension LintedSpecification {
    /// Calls the closure for every schema that the document has read, with the schema's object.
    func forEachSchema(_ body: (SpecObject, Schema) -> Void) {
        guard let document else { return }
        for object in objects where object.kind == .schema {
            if let schema = document.schemas[object.place] { body(object, schema) }
        }
    }

    /// Returns the types of a schema, following references; empty if none are declared.
    func types(of schema: Schema) -> Set<Schema.ValueType> {
        guard schema.types.isEmpty, let reference = schema.reference, let document else { return Set(schema.types) }
        return Set(schemaReferences.target(of: reference, in: document).types)
    }
}

/// The reason why no value satisfies a schema.
private struct Emptiness {
    let schema: Schema

    init(_ schema: Schema) { self.schema = schema }

    var problem: String? {
        let constraints = schema.constraints
        if let most = constraints.maxProperties, schema.required.count > most {
            return "\(schema.required.count) members are required, but maxProperties is \(most); no object is valid"
        }
        guard let low, let high else { return nil }
        // The reader already compares the bounds.
        guard low.value <= high.value, schema.types == [.integer] else { return nil }
        let first = low.isExclusive ? low.value.rounded(.down) + 1 : low.value.rounded(.up)
        let last = high.isExclusive ? high.value.rounded(.up) - 1 : high.value.rounded(.down)
        if first > last { return "no whole number is between \(low.text) and \(high.text)" }
        guard let factor = constraints.multipleOf.flatMap({ Double($0.text) }), factor > 0 else { return nil }
        return (first / factor).rounded(.up) * factor > last
            ? "no multiple of \(constraints.multipleOf?.text ?? "") is between \(low.text) and \(high.text)" : nil
    }

    private typealias Edge = (value: Double, text: String, isExclusive: Bool)

    private var low: Edge? {
        edge(schema.constraints.minimum, schema.constraints.exclusiveMinimum) { $0 > $1 }
    }

    private var high: Edge? {
        edge(schema.constraints.maximum, schema.constraints.exclusiveMaximum) { $0 < $1 }
    }

    /// Returns the stricter of two bounds.
    private func edge(_ inclusive: Number?, _ exclusive: Number?, _ isTighter: (Double, Double) -> Bool) -> Edge? {
        let plain = inclusive.flatMap { number in Double(number.text).map { ($0, number.text, false) } }
        let strict = exclusive.flatMap { number in Double(number.text).map { ($0, number.text, true) } }
        guard let plain, let strict else { return plain ?? strict }
        return isTighter(plain.0, strict.0) ? plain : strict
    }
}

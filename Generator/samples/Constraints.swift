import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorSwiftSource

/// Generates test cases for each constraint on request values: one value that violates it, and one that meets it at its limit.
struct Constraints {
    let api: API

    func source() -> String {
        let literals = MinimalLiterals(api: api)
        var lines: [String] = []
        for declaration in api.files.flatMap(\.types) {
            guard case .structure(let structure) = declaration.kind, structure.isSent else { continue }
            for rule in structure.rules {
                guard let property = structure.properties.first(where: { $0.storedName == rule.subject }) else { continue }
                for edge in edges(of: rule.check, type: property.type) {
                    let type = TypeReference.named(declaration.name)
                    let met = literals.expression(for: type, with: [property.wireName: wrapped(edge.met, property.type)])
                    let broken = literals.expression(for: type, with: [property.wireName: wrapped(edge.broken, property.type)])
                    let name = type.source(in: api.name)
                    lines.append(
                        ".init(\(string("\(declaration.name).\(property.name)")), \(string("/" + property.wireName)), .\(edge.rule), met: \(name)\(met), broken: \(name)\(broken)),"
                    )
                }
            }
        }
        var functions: [String] = []
        var start = lines.startIndex
        while start < lines.endIndex {
            let end = min(start + 20, lines.endIndex)
            functions.append(
                "private func constraints\(functions.count)() -> [ConstraintCase] {\n    [\n"
                    + lines[start..<end].map { "        \($0)\n" }.joined() + "    ]\n}\n")
            start = end
        }
        let calls = functions.indices.map { "constraints\($0)()" }.joined(separator: " + ")
        return """
            // Generated from the constraints of the spec.

            import \(api.name)API
            import DocumentedSamples
            import Foundation

            let documentedConstraints: [ConstraintCase] = \(calls.isEmpty ? "[]" : calls)

            \(functions.joined(separator: "\n"))
            """
    }

    private struct Edge {
        /// The rule, as an expression of `RequestProblem.Rule` without its dot.
        let rule: String
        let met: String
        let broken: String
    }

    private func wrapped(_ expression: String, _ type: TypeReference) -> String {
        if case .optional(.nullable) = type { ".value(\(expression))" } else { expression }
    }

    /// Bounds are numbers on the wire. Values with a unit are made from them, and problems state them in whole units.
    private func edges(of check: Rule.Check, type: TypeReference) -> [Edge] {
        guard let scale = scale(of: type) else { return edges(of: check, type: type) { $0 } }
        let edges = edges(of: check, type: type) { text in
            guard let number = Number(text: text)?.multiplied(byPowerOfTen: -scale.digits) else { return text }
            return scale.digits == 0 ? number.canonicalText : number.literal(fractionLength: scale.digits) ?? number.text
        }
        return edges.map { edge in
            Edge(rule: edge.rule, met: ".init(rawValue: \(edge.met))", broken: ".init(rawValue: \(edge.broken))")
        }
    }

    private func scale(of type: TypeReference) -> Scale? {
        switch type {
        case .optional(let type), .nullable(let type): scale(of: type)
        case .named(let name): api.units.first { $0.declaration.name == name }?.scale
        default: nil
        }
    }

    /// - Parameter shown: Returns a bound as problems state it.
    private func edges(of check: Rule.Check, type: TypeReference, shown: (String) -> String) -> [Edge] {
        switch check {
        case .length(let low, let high):
            var edges: [Edge] = []
            if let low { edges.append(Edge(rule: "minLength(\(low))", met: text(low), broken: text(low - 1))) }
            if let high { edges.append(Edge(rule: "maxLength(\(high))", met: text(high), broken: text(high + 1))) }
            return edges
        case .pattern(let pattern):
            // The only pattern in the spec is that of a color.
            return [Edge(rule: "pattern(\(string(pattern)))", met: "\"#00fF12\"", broken: "\"#00fF1g\"")]
        case .integer(let low, let high, _): return bounds(low, high, shown)
        case .number(let low, let high, _):
            // The adjacent floating-point value, so that the test works for bounds of any size.
            return bounds(low, high, shown).map { edge in
                Edge(
                    rule: edge.rule, met: edge.met,
                    broken: edge.broken.hasSuffix("+ 1")
                        ? "(\(edge.broken.dropLast(4)) as Double).nextUp" : "(\(edge.broken.dropLast(4)) as Double).nextDown")
            }
        case .int32(let low, let high, _):
            var edges = bounds(low, high, shown)
            if low == nil {
                edges.append(Edge(rule: "minimum(\(string(shown("-2147483648"))))", met: "-2147483648", broken: "-2147483649"))
            }
            if high == nil { edges.append(Edge(rule: "maximum(\(string(shown("2147483647"))))", met: "2147483647", broken: "2147483648")) }
            return edges
        case .items(let low, let high):
            guard let element = element(of: type) else { return [] }
            var edges: [Edge] = []
            if let low { edges.append(Edge(rule: "minItems(\(low))", met: list(low, element), broken: list(low - 1, element))) }
            if let high { edges.append(Edge(rule: "maxItems(\(high))", met: list(high, element), broken: list(high + 1, element))) }
            return edges
        case .unique:
            guard let element = element(of: type) else { return [] }
            return [Edge(rule: "uniqueItems", met: list(2, element), broken: "\(list(1, element)) + \(list(1, element))")]
        case .notEmpty: return [Edge(rule: "notEmpty", met: "\"x\"", broken: "\"\"")]
        case .members, .model, .each: return []
        }
    }

    private func bounds(_ low: Bound?, _ high: Bound?, _ shown: (String) -> String) -> [Edge] {
        var edges: [Edge] = []
        if let low {
            edges.append(
                low.isExclusive
                    ? Edge(rule: "above(\(string(shown(low.value))))", met: "\(low.value) + 1", broken: low.value)
                    : Edge(rule: "minimum(\(string(shown(low.value))))", met: low.value, broken: "\(low.value) - 1"))
        }
        if let high {
            edges.append(
                high.isExclusive
                    ? Edge(rule: "below(\(string(shown(high.value))))", met: "\(high.value) - 1", broken: high.value)
                    : Edge(rule: "maximum(\(string(shown(high.value))))", met: high.value, broken: "\(high.value) + 1"))
        }
        return edges
    }

    private func text(_ count: Int) -> String { "String(repeating: \"é\", count: \(count))" }

    private func element(of type: TypeReference) -> TypeReference? {
        switch type {
        case .optional(let type), .nullable(let type): element(of: type)
        case .array(let element): element
        default: nil
        }
    }

    /// Returns a list expression whose elements differ if their type allows it.
    private func list(_ count: Int, _ element: TypeReference) -> String {
        guard count > 0 else { return "[]" }
        switch element {
        case .named(let name) where hasStringRawValue(name):
            return "(0..<\(count)).map { \(element.source(in: api.name))(rawValue: \"x\\($0)\") }"
        case .string: return "(0..<\(count)).map { \"x\\($0)\" }"
        default:
            let value = MinimalLiterals(api: api).expression(for: element)
            return "Array(repeating: \(value) as \(element.source(in: api.name)), count: \(count))"
        }
    }

    private func hasStringRawValue(_ name: String) -> Bool {
        switch api.files.lazy.flatMap(\.types).first(where: { $0.name == name })?.kind {
        case .identifier: true
        case .enumeration(let enumeration): enumeration.rawType == .string
        default: false
        }
    }
}

package import GeneratorOpenAPI
package import GeneratorSwiftAPI
import GeneratorSwiftSource
import GeneratorYAML

/// Prints a Markdown article with every number that has a unit: its place in Swift and on the wire, the calls that send and return it, and
/// where the unit is known from.
package struct UnitReference {
    private let document: Document
    private let api: API
    private let traffic: Traffic
    /// The schemas of properties, by the places of the properties' names.
    private let schemas: [SourceLocation: Place]

    /// Creates the article of an API and the document that it was made from.
    package init(_ document: Document, api: API) {
        self.document = document
        self.api = api
        traffic = Traffic(of: api)
        let properties = document.schemas.values.flatMap(\.properties).map { ($0.location, $0.schema) }
        schemas = Dictionary(properties) { first, _ in first }
    }

    /// The Markdown text.
    package var page: String {
        var lines = [
            "# Amounts and their units", "", "See in what each number counts, and how that is known.", "", "## Overview", "",
            "Numbers with a unit have a type in Swift, which is made from whole units and turned back into them, exactly. The types do not mix.",
            "Generated from the spec: `spec units`.",
        ]
        for (declaration, scale) in api.units { lines += section(declaration, scale) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ declaration: TypeDeclaration, _ scale: Scale) -> [String] {
        let form = scale.isWhole ? "Whole numbers" : "Numbers with fractions"
        let example = scale.digits == 0 ? "50 is 50." : "5\(String(repeating: "0", count: scale.digits)) is 5."
        var lines = [
            "", "### \(declaration.name)", "", "``\(api.name)/\(declaration.name)``: " + declaration.documentation.joined(separator: " "),
        ]
        lines += [
            "", "\(form) on the wire: \(example)", "",
            "| in Swift | on the wire | sent by | returned by | known from |", "|---|---|---|---|---|",
        ]
        return lines + (properties(of: declaration) + arguments(of: declaration)).map { "| " + $0.joined(separator: " | ") + " |" }
    }

    private func properties(of unit: TypeDeclaration) -> [[String]] {
        api.files.flatMap(\.types).sorted { $0.name < $1.name }.flatMap { declaration -> [[String]] in
            guard case .structure(let structure) = declaration.kind else { return [] }
            return structure.properties.filter { $0.type.declaredName == unit.name }.map { property in
                let isSent = property.isWritten || structure.isForm
                return [
                    "`\(declaration.name).\(property.name)`", "`\(property.wireName)`",
                    isSent ? words(traffic.senders[declaration.name]) : "–",
                    property.isRead ? words(traffic.readers[declaration.name]) : "–",
                    schemas[property.location].map { source(of: $0) } ?? "–",
                ]
            }
        }
    }

    private func arguments(of unit: TypeDeclaration) -> [[String]] {
        let operations = Dictionary(document.operations.map { ($0.id, $0) }) { first, _ in first }
        return api.files.flatMap(\.methods).flatMap { method in
            method.arguments.filter { $0.type.declaredName == unit.name }.map { argument -> [String] in
                let parameter = operations[method.operationID]?.parameters.first { $0.location == argument.location }
                return [
                    "`\(method.group).\(method.name)(\(argument.label ?? "_"):)`", parameter.map { "`\($0.name)`" } ?? "body",
                    "\(method.group): \(method.name)", "–", parameter.map { source(of: $0.schema) } ?? "–",
                ]
            }
        }
    }

    /// Returns the calls by group: `tags: create, get; users: me`.
    private func words(_ calls: Set<Traffic.Call>?) -> String {
        guard let calls, !calls.isEmpty else { return "–" }
        let groups = Dictionary(grouping: calls, by: \.group).sorted { $0.key < $1.key }
        return groups.map { group, calls in "\(group): " + calls.map(\.name).sorted().joined(separator: ", ") }.joined(separator: "; ")
    }

    /// Returns how the unit of a value is known, in words.
    private func source(of place: Place) -> String {
        let described = document.schemas(from: [place]) { schema in
            var values: [Place] = []
            if case .schema(let value) = schema.additionalProperties { values = [value] }
            return schema.parts + schema.alternatives + [schema.items].compactMap(\.self) + values
        }.first { $0.unit != nil }
        switch described?.unitSource ?? described?.unit?.source ?? "documentation" {
        case "live-behaviour": return "the running service"
        case "vendor-openapi": return "the vendor's OpenAPI document"
        case "samples": return "the documentation's samples"
        case "documentation": return "the documentation"
        case let other: return other
        }
    }
}

/// The calls that send and return values of each declared type.
private struct Traffic {
    struct Call: Hashable {
        let group: String
        let name: String
    }

    private(set) var senders: [String: Set<Call>] = [:]
    private(set) var readers: [String: Set<Call>] = [:]

    init(of api: API) {
        let types = Dictionary(api.files.flatMap(\.types).map { ($0.name, $0) }) { first, _ in first }
        for method in api.files.flatMap(\.methods) {
            let call = Call(group: method.group, name: method.name)
            for name in Self.reached(from: method.arguments.map(\.type), in: types, isSent: true) {
                senders[name, default: []].insert(call)
            }
            var results = [method.pages?.element].compactMap(\.self)
            switch method.result {
            case .value(let type), .answer(let type): results.append(type)
            case .stream(.lines(let type)), .stream(.events(let type)): results.append(type)
            case .nothing, .text, .file, .redirect, .stream(.textEvents): break
            }
            for name in Self.reached(from: results, in: types, isSent: false) { readers[name, default: []].insert(call) }
        }
    }

    /// Returns the declared types that values of the types consist of. A list instead of recursion, so that nesting can be deep.
    private static func reached(from roots: [TypeReference], in types: [String: TypeDeclaration], isSent: Bool) -> Set<String> {
        var reached: Set<String> = []
        var pending = roots.compactMap(\.declaredName)
        while let name = pending.popLast() {
            guard reached.insert(name).inserted, let kind = types[name]?.kind else { continue }
            switch kind {
            case .structure(let structure):
                let properties = structure.properties.filter { isSent ? $0.isWritten || structure.isForm : $0.isRead }
                pending += properties.compactMap(\.type.declaredName)
                pending += [structure.additionalProperties?.declaredName].compactMap(\.self)
            case .union(let union): pending += union.alternatives.compactMap(\.type.declaredName)
            case .answers(let answers): pending += answers.cases.compactMap { $0.type?.declaredName }
            case .enumeration, .identifier, .unit: break
            }
        }
        return reached
    }
}

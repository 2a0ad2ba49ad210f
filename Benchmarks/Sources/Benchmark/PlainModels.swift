/// The same models as typical hand-written code: the same structs with the same stored properties, and synthesized `Codable` and
/// `Hashable` conformances. They have only the memberwise initializer and no validation.
///
/// Like the generated enums, enums are structs around a raw value, which preserves unknown values. Identifiers are structs around a
/// string. Coding keys are only declared if a name differs from the one in JSON.
struct PlainModels {
    private var lines: [String] = []
    private var rest: ArraySlice<Substring>

    /// Returns the plain models for one file.
    static func source(of models: GeneratedModels) throws -> String {
        var plain = PlainModels(rest: models.lines[...])
        while let line = plain.rest.popFirst() { try plain.transform(line) }
        return "import Foundation\n\n" + plain.lines.joined(separator: "\n") + "\n"
    }

    private init(rest: ArraySlice<Substring>) { self.rest = rest }

    private mutating func transform(_ line: Substring) throws {
        if let identifier = Declaration.identifier(line) {
            lines += identifier
            return
        }
        guard let declaration = Declaration(line) else {
            lines.append(String(line))
            return
        }
        let indentation = String(line.prefix { $0 == " " })
        lines.append("\(indentation)\(declaration.opening): \(declaration.plainProtocols) {")
        let body = takeBlock(closing: indentation + "}")
        switch declaration.kind {
        case .rawValue: lines += body.map(String.init)
        case .structure: lines += try Structure(body, indentation: indentation + "    ").lines
        case .union: lines += body.prefix { !$0.isEmpty }.map(String.init)
        }
        lines.append(indentation + "}")
    }

    private mutating func takeBlock(closing: String) -> ArraySlice<Substring> {
        let body = rest.prefix { $0 != closing }
        rest = rest.dropFirst(body.count + 1)
        return body
    }
}

/// The first line of a generated type: `public struct Tag: ResponseModel, Identifiable {`.
private struct Declaration {
    enum Kind {
        case structure, rawValue, union
    }

    let opening: Substring
    let kind: Kind

    init?(_ line: Substring) {
        let text = line.drop { $0 == " " }
        guard text.hasPrefix("public "), text.hasSuffix(" {"), let colon = text.firstIndex(of: ":") else { return nil }
        let protocols = text[colon...].dropFirst(2).dropLast(2)
        opening = text[..<colon]
        if protocols.contains("UnionModel") || protocols.contains("AnswerModel") {
            kind = .union
        } else if protocols.contains("OpenEnum") || protocols.contains("FileForm") {
            kind = .rawValue
        } else if ["ResponseModel", "RequestModel", "FormModel"].contains(where: { protocols.contains($0) }) {
            kind = .structure
        } else {
            return nil
        }
    }

    /// Returns the struct for `public typealias TagID = Identifier<IdentifierKinds.TagID>`, or for a number with a unit.
    static func identifier(_ line: Substring) -> [String]? {
        let words = line.split(separator: " ")
        guard words.count == 5, words[1] == "typealias", let generic = words[4].split(separator: "<").first,
            let rawType = ["Identifier": "String", "ScaledInteger": "Int64", "ScaledNumber": "Double"][generic]
        else { return nil }
        let indentation = String(line.prefix { $0 == " " })
        return [
            "public struct \(words[2]): RawRepresentable, Codable, Hashable {", "    public let rawValue: \(rawType)",
            "    public init(rawValue: \(rawType)) { self.rawValue = rawValue }", "}",
        ].map { indentation + $0 }
    }

    var plainProtocols: String {
        switch kind {
        case .rawValue where opening.contains(" enum "): "String, Codable, Hashable"
        case .rawValue: "RawRepresentable, Codable, Hashable"
        case .structure, .union: "Codable, Hashable"
        }
    }
}

/// The stored properties of a generated struct, with their documentation.
private struct Structure {
    private(set) var lines: [String] = []

    init(_ body: ArraySlice<Substring>, indentation: String) throws {
        var documentation: [String] = []
        var names: [(property: Substring, wire: Substring)] = []
        for line in body where line.hasPrefix(indentation) && !line.hasPrefix(indentation + " ") {
            let text = line.dropFirst(indentation.count)
            if text.hasPrefix("///") {
                documentation.append(String(line))
                continue
            }
            if let property = StoredProperty(text) {
                lines += documentation + [indentation + property.source]
                names.append((property.name, Self.wireName(of: property.name, in: body)))
            }
            documentation = []
        }
        guard !names.isEmpty else { return }
        if names.contains(where: { $0.property.filter { $0 != "`" } != $0.wire }) {
            let cases = names.map { name, wire in name == wire ? "case \(name)" : "case \(name) = \"\(wire)\"" }
            lines += [indentation + "enum CodingKeys: String, CodingKey {"] + cases.map { indentation + "    " + $0 } + [indentation + "}"]
        }
    }

    /// Returns the JSON name of a property, from the code that writes it or else from the code that requires it when reading.
    private static func wireName(of property: Substring, in body: ArraySlice<Substring>) -> Substring {
        let written = body.first { $0.contains("ember(\"") && ($0.hasSuffix(", \(property))") || $0.hasSuffix(", self.\(property))")) }
        if let written { return quoted(in: written) }
        // One line may contain several of them.
        for line in body {
            if let place = line.firstRange(of: "json.require(\(property), ") { return quoted(in: line[place.upperBound...]) }
        }
        return property.drop { $0 == "_" }.drop { $0 == "`" }.prefix { $0 != "`" }
    }

    private static func quoted(in line: Substring) -> Substring {
        line.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }
    }
}

/// A stored property such as `public let name: String?`; computed and static properties are not matched.
private struct StoredProperty {
    let name: Substring
    let source: String

    init?(_ text: Substring) {
        let words = text.split(separator: " ", maxSplits: 3)
        let isPublic = words.first == "public"
        guard !text.contains("{"), !text.contains("="), words.count >= 2 else { return nil }
        let binding = isPublic ? words[1] : words[0]
        guard binding == "let" || binding == "var", let colon = text.firstIndex(of: ":") else { return nil }
        name = text[..<colon].split(separator: " ").last ?? ""
        source = Self.withoutNullable(isPublic ? String(text) : "public " + text)
    }

    /// Replaces `Nullable` with an optional, because synthesized code does not distinguish null from a missing value.
    private static func withoutNullable(_ text: String) -> String {
        var text = text
        while let start = text.range(of: "Nullable<"), let end = text[start.upperBound...].firstIndex(of: ">") {
            let hasMark = text[text.index(after: end)...].hasPrefix("?")
            text.replaceSubrange(end...end, with: hasMark ? "" : "?")
            text.removeSubrange(start)
        }
        return text
    }
}

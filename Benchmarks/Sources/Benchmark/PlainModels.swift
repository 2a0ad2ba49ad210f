/// The generated models as most people would write them by hand: structs with the same stored properties and synthesized `Codable` and
/// `Hashable` conformances, and `String` enums.
///
/// The structs have only the memberwise initializer and no validation, and the enums cannot hold unknown values. Identifiers are structs
/// around a string. Coding keys are only declared if a name differs from the one in JSON.
struct PlainModels {
    private let models: GeneratedModels
    private var lines: [String] = []
    private var rest: ArraySlice<Substring> = []

    /// Returns the plain models for one file.
    static func source(of models: GeneratedModels) throws -> String {
        var plain = PlainModels(models: models)
        for block in models.declarations {
            plain.rest = block.lines[...]
            while let line = plain.rest.popFirst() { try plain.transform(line) }
        }
        return "import Foundation\n\n" + plain.lines.joined(separator: "\n") + "\n"
    }

    private init(models: GeneratedModels) { self.models = models }

    private mutating func transform(_ line: Substring) throws {
        let indentation = String(line.prefix { $0 == " " })
        if let alias = Alias(line) {
            lines += try alias.declaration(models.extensions[alias.name]?.lines ?? []).map { indentation + $0 }
            return
        }
        guard let declaration = Declaration(line) else {
            lines.append(String(line))
            return
        }
        lines.append("\(indentation)\(declaration.opening): \(declaration.plainProtocols) {")
        let body = takeBlock(closing: indentation + "}")
        switch declaration.kind {
        case .format: lines += body.map(String.init)
        case .structure:
            let code = models.extensions[declaration.name]?.lines ?? []
            lines += PlainStructure(body, code: code, indentation: indentation + "    ").lines
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

/// The declaration of an identifier, a number with a unit or an enumeration: `public typealias TagID = Identifier<IdentifierKinds.TagID>`.
private struct Alias {
    let name: Substring
    private let type: Substring

    init?(_ line: Substring) {
        let words = line.split(separator: " ")
        guard words.count == 5, words[1] == "typealias" else { return nil }
        name = words[2]
        type = words[4].prefix { $0 != "<" }
    }

    /// - Parameter constants: The extension that declares the values of an enumeration.
    func declaration(_ constants: [Substring]) throws -> [String] {
        if let rawType = ["Identifier": "String", "ScaledInteger": "Int64", "ScaledNumber": "Double"][type] {
            return [
                "public struct \(name): RawRepresentable, Codable, Hashable {", "    public let rawValue: \(rawType)",
                "    public init(rawValue: \(rawType)) { self.rawValue = rawValue }", "}",
            ]
        }
        let cases = constants.compactMap(Alias.enumerationCase)
        guard !cases.isEmpty else { throw Failure("the values of \(name) are not where the benchmark looks for them") }
        let raw = type == "OpenIntegerEnum" ? "Int" : "String"
        return ["public enum \(name): \(raw), Codable, Hashable {"] + cases.map { "    " + $0 } + ["}"]
    }

    /// Returns `case ascending = "ASCENDING"` for `public static var ascending: Self { .init(rawValue: "ASCENDING") }`.
    private static func enumerationCase(_ line: Substring) -> String? {
        let text = line.drop { $0 == " " }
        let start = "public static var ", middle = ": Self { .init(rawValue: ", end = ") }"
        guard text.hasPrefix(start), text.hasSuffix(end), let place = text.firstRange(of: middle) else { return nil }
        return "case \(text[..<place.lowerBound].dropFirst(start.count)) = \(text[place.upperBound...].dropLast(end.count))"
    }
}

/// The first line of a generated type: `public struct Tag: ResponseModel, Identifiable {`.
private struct Declaration {
    enum Kind {
        case structure, format, union
    }

    let opening: Substring
    let kind: Kind

    init?(_ line: Substring) {
        let text = line.drop { $0 == " " }
        guard text.hasPrefix("public "), text.hasSuffix(" {"), let colon = text.firstIndex(of: ":") else { return nil }
        let protocols = text[colon...].dropFirst(2).dropLast(2)
        opening = text[..<colon]
        if opening.contains("enum ") {
            kind = protocols.contains("FileForm") ? .format : .union
        } else if opening.contains("struct ") {
            kind = .structure
        } else {
            return nil
        }
    }

    var name: Substring { opening.split(separator: " ").last ?? "" }

    var plainProtocols: String {
        switch kind {
        case .format: "String, Codable, Hashable"
        case .structure, .union: "Codable, Hashable"
        }
    }
}

/// The stored properties of a generated struct, with their documentation.
private struct PlainStructure {
    private(set) var lines: [String] = []

    /// - Parameter code: The extension that reads and writes the struct.
    init(_ body: ArraySlice<Substring>, code: [Substring], indentation: String) {
        var documentation: [String] = []
        var names: [Substring] = []
        for line in body where line.hasPrefix(indentation) && !line.hasPrefix(indentation + " ") {
            let text = line.dropFirst(indentation.count)
            if text.hasPrefix("///") {
                documentation.append(String(line))
                continue
            }
            if let property = StoredProperty(text) {
                lines += documentation + [indentation + property.source]
                names.append(property.name)
            }
            documentation = []
        }
        let wireNames = PlainStructure.wireNames(in: code)
        let pairs = names.enumerated().map { index, name in (name, index < wireNames.count ? wireNames[index] : name) }
        guard pairs.contains(where: { name, wire in name.filter { $0 != "`" } != wire }) else { return }
        let cases = pairs.map { name, wire in name == wire ? "case \(name)" : "case \(name) = \"\(wire)\"" }
        lines += [indentation + "enum CodingKeys: String, CodingKey {"] + cases.map { indentation + "    " + $0 } + [indentation + "}"]
    }

    /// Returns the names in JSON in the order of the properties: as the type lists its members, or else as it writes them.
    private static func wireNames(in code: [Substring]) -> [Substring] {
        let list = code.drop { !$0.contains("static let members") }
        guard let first = list.first else {
            return code.compactMap { $0.firstRange(of: "ember(\"") != nil ? quoted(in: $0) : nil }
        }
        let end = list.firstIndex { $0.hasSuffix(")") || $0.hasSuffix("]") } ?? list.startIndex
        let lines = [first.drop { $0 != "(" && $0 != "[" }] + list[...end].dropFirst()
        return lines.flatMap { $0.split { !($0.isLetter || $0.isNumber || "_-.$@".contains($0)) } }
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

/// Writes JSON values as texts of paths, queries, headers, cookies and forms, in the styles of OpenAPI.
enum ParameterText {
    /// A name and a value in a query or a form, before percent-encoding.
    struct Item: Sendable {
        let name: String
        /// The value, or the parts of a list or an object that is sent as one value.
        let parts: [String]
        /// The text between the parts.
        let separator: String
        /// `true` if reserved characters of the value are sent as they are.
        var keepsReserved = false

        init(_ name: String, _ value: String) { self.init(name, [value], joinedBy: "") }

        init(_ name: String, _ parts: [String], joinedBy separator: String) {
            self.name = name
            self.parts = parts
            self.separator = separator
        }

        /// `true` if a part contains the separator, so that readers would split it.
        var isAmbiguous: Bool {
            separator != "," && !separator.isEmpty && parts.contains { $0.contains(separator) }
        }

        /// The value with its separators.
        var value: String { parts.joined(separator: separator) }

        /// The name and the value, percent-encoded. As in RFC 6570, commas between parts are not encoded, and commas inside a part are.
        var encoded: String {
            let parts = parts.map(keepsReserved ? PercentEncoding.reservedQueryValue : PercentEncoding.queryValue)
            let separator = separator == "," ? separator : PercentEncoding.queryValue(separator)
            return PercentEncoding.queryValue(name) + "=" + parts.joined(separator: separator)
        }
    }

    /// Returns a string, a number or a Boolean as it is, and any other value as JSON text.
    static func text(of value: JSONValue) -> String {
        if case .string(let text) = value { text } else { value.description }
    }

    /// Returns the items of the style `form`. Null gives none.
    ///
    /// - Parameter separator: What joins the parts of a list or an object to one item; `nil` for an item for each part.
    static func items(_ name: String, _ value: JSONValue, joinedBy separator: String? = nil) -> [Item] {
        guard value != .null else { return [] }
        guard let separator else {
            switch value {
            case .array(let elements): return elements.flatMap { element in text(name, element) }
            case .object(let members):
                return sorted(members).flatMap { member in
                    if case .array(let elements) = member.value {
                        elements.flatMap { text(member.key, $0) }
                    } else {
                        text(member.key, member.value)
                    }
                }
            default: return text(name, value)
            }
        }
        let atoms = atoms(of: value).flatMap { [$0.name, $0.value].compactMap(\.self) }
        return atoms.isEmpty ? [] : [Item(name, atoms, joinedBy: separator)]
    }

    /// Returns the items of the style `deepObject`: `name[member]` for a member, at any depth. Null gives none.
    ///
    /// The parts of a list of plain values are all named `name[]`, and those of any other list `name[0]`, `name[1]` and so on, as PHP, Rails
    /// and most parsers of such queries expect it. OpenAPI leaves lists undefined.
    static func deepItems(_ name: String, _ value: JSONValue) -> [Item] {
        switch value {
        case .null: return []
        case .object(let members): return sorted(members).flatMap { deepItems("\(name)[\($0.key)]", $0.value) }
        case .array(let elements):
            let arePlain = elements.allSatisfy { $0.arrayValue == nil && $0.objectValue == nil }
            return elements.enumerated().flatMap { deepItems(arePlain ? "\(name)[]" : "\(name)[\($0.offset)]", $0.element) }
        default: return text(name, value)
        }
    }

    /// Returns the text of the style `simple`: `3,4` for a list, and `a,1,b,2` or, exploded, `a=1,b=2` for an object.
    ///
    /// - Parameter encode: Encodes each part, so that it cannot contain a separator.
    static func simple(_ value: JSONValue, explode: Bool, encode: (String) -> String = { $0 }) -> String {
        joined(value, with: ",", explode: explode, encode)
    }

    /// Returns `true` if a part of a list or an object contains the separator, so that readers would split it.
    static func isAmbiguous(_ value: JSONValue, joinedBy separator: String) -> Bool {
        guard value.arrayValue != nil || value.objectValue != nil else { return false }
        return atoms(of: value).contains { $0.value.contains(separator) || $0.name?.contains(separator) == true }
    }

    /// Returns the text of a value in a path, percent-encoded.
    static func path(_ name: String, _ value: JSONValue, style: PathStyle, explode: Bool) -> String {
        switch style {
        case .simple: return simple(value, explode: explode, encode: PercentEncoding.pathValue)
        case .label: return "." + joined(value, with: explode ? "." : ",", explode: explode, PercentEncoding.pathValue)
        case .matrix:
            let name = PercentEncoding.pathValue(name)
            guard explode, value.arrayValue != nil || value.objectValue != nil else {
                return ";\(name)=" + joined(value, with: ",", explode: false, PercentEncoding.pathValue)
            }
            return atoms(of: value).map { atom in
                ";" + (atom.name.map(PercentEncoding.pathValue) ?? name) + "=" + PercentEncoding.pathValue(atom.value)
            }.joined()
        }
    }

    private static func joined(_ value: JSONValue, with separator: String, explode: Bool, _ encode: (String) -> String) -> String {
        atoms(of: value).map { atom in
            guard let name = atom.name else { return encode(atom.value) }
            return encode(name) + (explode ? "=" : separator) + encode(atom.value)
        }.joined(separator: separator)
    }

    /// Returns the elements of a list, the members of an object, or the value itself, without nulls.
    private static func atoms(of value: JSONValue) -> [(name: String?, value: String)] {
        switch value {
        case .array(let elements): elements.filter { $0 != .null }.map { (nil, text(of: $0)) }
        case .object(let members): sorted(members).filter { $0.value != .null }.map { ($0.key, text(of: $0.value)) }
        default: value == .null ? [] : [(nil, text(of: value))]
        }
    }

    private static func text(_ name: String, _ value: JSONValue) -> [Item] { value == .null ? [] : [Item(name, text(of: value))] }

    private static func sorted(_ members: [String: JSONValue]) -> [(key: String, value: JSONValue)] { members.sorted { $0.key < $1.key } }
}

/// The styles in which OpenAPI puts a value into a path.
@_spi(Generated)
public enum PathStyle: Sendable {
    /// `5`
    case simple
    /// `.5`
    case label
    /// `;name=5`
    case matrix
}

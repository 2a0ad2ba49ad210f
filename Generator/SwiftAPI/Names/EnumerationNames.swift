/// The Swift names of an enumeration's values. They are unique, and none suggests another value.
package struct EnumerationNames {
    /// The name of the list of all values of an enumeration, which no value has.
    package static let list = "knownValues"

    /// The names, in the order of the values.
    let names: [String]

    /// - Parameters:
    ///   - texts: The values, each once.
    ///   - explicit: The names that the spec gives; empty if it gives none.
    init(_ texts: [String], explicit: [String?] = [], areIntegers: Bool = false) {
        let explicit = explicit.isEmpty ? texts.map { _ in nil } : explicit
        let derived = EnumerationNames.derived(from: texts, areIntegers: areIntegers)
        var table = NameTable(reserved: Set(explicit.compactMap(\.self)).union([EnumerationNames.list]))
        let open = texts.indices.filter { explicit[$0] == nil }
        let counts = Dictionary(open.map { (derived[$0], 1) }, uniquingKeysWith: +)
        var names = explicit
        // A value keeps the name that only it has, before others get numbered names.
        for index in open where counts[derived[index]] == 1 && table.claim(derived[index]) { names[index] = derived[index] }
        for index in open where names[index] == nil {
            let name = derived[index]
            names[index] = table.claim(name) ? name : EnumerationNames.numbered(name, in: &table)
        }
        self.names = names.compactMap(\.self)
    }

    /// Returns the name with a number that no value of digits can be mistaken for.
    private static func numbered(_ name: String, in table: inout NameTable) -> String {
        guard name.last?.isNumber == true else { return table.unique(name) }
        var number = 2
        while !table.claim("\(name)_\(number)") { number += 1 }
        return "\(name)_\(number)"
    }

    private static func derived(from texts: [String], areIntegers: Bool) -> [String] {
        guard !areIntegers else { return texts.map(integerName) }
        let names = texts.map(Names.enumerationMember)
        let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        // If a value has a plus sign, the names of others must say their minus signs.
        let areSigned = texts.contains { hasSign("+", $0) }
        return zip(texts, names).map { text, name in
            if counts[name, default: 0] > 1 {
                // Names that collide, such as `RTL` and `rtl`, keep their original spelling.
                if Names.isEnumerationMember(text), !Names.keywords.contains(text) { return text }
            } else if !areSigned || !hasSign("+", text) && !hasSign("-", text) {
                return name
            }
            return Names.enumerationMember(Names.spoken(text))
        }
    }

    /// Returns `true` if the text has the sign before a digit.
    private static func hasSign(_ sign: Unicode.Scalar, _ text: String) -> Bool {
        zip(text.unicodeScalars, text.unicodeScalars.dropFirst()).contains { $0 == sign && ("0"..."9").contains($1) }
    }

    private static func integerName(_ text: String) -> String {
        let digits = text.filter { $0.isASCII && ($0.isNumber || $0.isLetter) }
        return text.hasPrefix("-") ? "minus" + digits : "_" + digits
    }
}

/// Converts arbitrary text of a spec to Swift names.
package enum Names {
    /// `page-size` → `pageSize`. Text that is already a valid name stays unchanged.
    static func member(_ text: String) -> String {
        escapeMember(isLowerCamelCase(text) ? shortened(text) : camelCase(text, firstIsUpper: false))
    }

    /// Returns the texts without the group's name in front: `issues/create` → `create` in the group `issues`, whose calls begin with it
    /// anyway. Texts that would be the same without it, or that have nothing else, keep it.
    static func withoutGroup(_ texts: [String], group: String) -> [String] {
        let groupWords = words(of: group).map { $0.lowercased() }
        let prefix = commonPrefix(of: texts, endingWith: groupWords) ?? groupWords
        let short = texts.map { text -> String in
            let words = words(of: text)
            let isInFront = words.count > prefix.count && zip(words, prefix).allSatisfy { $0.lowercased() == $1 }
            let rest = member(words.dropFirst(prefix.count).joined(separator: "-"))
            return isInFront && isMember(rest) && !keywords.contains(rest) ? rest : text
        }
        let counts = Dictionary(short.map { (member($0), 1) }, uniquingKeysWith: +)
        return zip(texts, short).map { text, name in counts[member(name)] == 1 ? name : text }
    }

    /// Returns the words before and including the group's name, if all texts begin with them: `compute.instances` for
    /// `compute.instances.list` and `compute.instances.start` in the group `instances`.
    private static func commonPrefix(of texts: [String], endingWith group: [String]) -> [String]? {
        let parts = texts.map { $0.split { $0 == "." || $0 == "/" }.map { words(of: String($0)).map { $0.lowercased() } } }
        guard let first = parts.first, let end = first.firstIndex(of: group), end > 0 else { return nil }
        guard parts.allSatisfy({ $0.count > end + 1 && $0[...end] == first[...end] }) else { return nil }
        return first[...end].flatMap(\.self)
    }

    /// `time-entry` → `TimeEntry`
    package static func type(_ text: String) -> String {
        let name = typeSuffix(text)
        // A type must not look like a property name. Not every script has capital letters.
        if name.hasPrefix("_") { return "Model" + name.dropFirst() }
        return name.unicodeScalars.first?.properties.isUppercase == false ? "Model" + name : name
    }

    /// Converts text to a name that is appended to the name of another type.
    static func typeSuffix(_ text: String) -> String {
        isUpperCamelCase(text) ? shortened(text) : camelCase(text, firstIsUpper: true)
    }

    /// `Auto Strategy` → `AutoStrategy`; `nil` for a title that is a sentence or has other characters than a name.
    static func typeSuffix(ofTitle title: String) -> String? {
        let words = title.split { $0 == " " || $0 == "-" || $0 == "_" }
        let isName =
            (1...4).contains(words.count) && title.utf8.count <= 40 && title.utf8.first.map(isLetter) == true
            && words.allSatisfy { $0.utf8.allSatisfy { isLetter($0) || isDigit($0) } }
        return isName ? typeSuffix(title) : nil
    }

    /// `IN_PROGRESS` → `inProgress`
    package static func enumerationMember(_ text: String) -> String {
        let name = camelCase(text, firstIsUpper: false, separatesDigits: true)
        // For an optional value, `.none` and `.some` would refer to the cases of `Optional`, and nothing would be sent.
        return name == "none" || name == "some" ? name + "Value" : escapeMember(name)
    }

    /// Returns `true` if `text` is a valid identifier, possibly in backticks.
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first) || first == UInt8(ascii: "_") else { return false }
        return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") } && text != "_"
    }

    /// Returns `true` if `text` can name a property, a method or an argument.
    ///
    /// Such names begin with a lowercase letter, because a variable with the name of a type would hide the type.
    static func isMember(_ text: String) -> Bool {
        isIdentifier(text) && !unusableMembers.contains(text) && text.utf8.first.map(isUpperByte) == false
    }

    /// Returns `true` if `text` can name a case of an enumeration.
    static func isEnumerationMember(_ text: String) -> Bool {
        isIdentifier(text) && !unusableMembers.contains(text) && !["none", "some", "RawValue"].contains(text)
    }

    /// Returns `true` if `text` can name a type. Type names begin with a capital letter.
    static func isType(_ text: String) -> Bool {
        isIdentifier(text) && !keywords.contains(text) && text.utf8.first.map(isUpperByte) == true
    }

    /// Returns `true` if HTTP allows the text as a header name.
    static func isFieldName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    /// Returns `true` if a cookie can have the name. Servers accept more characters than the standard allows, such as `ids[]`.
    static func isCookieName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"=;,\"\\".utf8.contains($0) }
    }

    /// Returns the name as written in source, in backticks if it is a keyword.
    package static func quoted(_ name: String) -> String {
        keywords.contains(name) ? "`\(name)`" : name
    }

    /// Returns the label as written in a call, where only `inout` needs backticks.
    package static func quotedCallLabel(_ name: String) -> String {
        name == "inout" ? "`\(name)`" : name
    }

    /// Returns the label as written in a declaration, where nearly every word is allowed without backticks.
    package static func quotedLabel(_ name: String) -> String {
        ["inout", "let", "var", "_"].contains(name) ? "`\(name)`" : name
    }

    /// Appends an underscore to names that cannot be member names even in backticks.
    private static func escapeMember(_ name: String) -> String {
        unusableMembers.contains(name) ? name + "_" : name
    }

    private static let unusableMembers: Set<String> = ["self", "Self", "init", "Type", "Protocol", "deinit", "subscript", "_"]

    static let keywords: Set<String> = [
        "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "init", "inout", "internal", "let",
        "open", "operator", "precedencegroup", "private", "protocol", "public", "rethrows", "static", "struct", "subscript", "typealias",
        "var", "break", "case", "catch", "continue", "default", "defer", "do", "else", "fallthrough", "for", "guard", "if", "in", "repeat",
        "return", "switch", "throw", "where", "while", "Any", "as", "await", "false", "is", "nil", "self", "Self", "super", "throws",
        "true", "try", "Type", "Protocol", "_",
    ]

    /// Returns `name`, or `name` with a suffix if emitted code already uses it for something else.
    static func unreserved(_ name: String) -> String {
        reservedTypes.contains(name) || keywords.contains(name) ? name + "Model" : name
    }

    /// Names that emitted code uses where types are nested. No nested type may hide them.
    static let reservedTypes: Set<String> = [
        // Names of Swift and its libraries.
        "String", "Int", "Int64", "Double", "Bool", "Date", "Optional", "Array", "Dictionary", "Self", "Any", "Type", "Protocol", "Swift",
        "Foundation", "FoundationEssentials", "Identifiable", "Sendable", "Equatable", "CaseIterable", "RawValue", "ID",
        "StringLiteralType",
        // Names of the runtime.
        "ClockifyRuntime", "CalendarDate", "DayOrTime", "ISODuration", "JSONValue", "ResponseModel", "RequestModel", "UnionModel",
        "UnauthenticatedAPI", "AuthenticatedAPI", "OptionallyAuthenticatedAPI", "DocumentedServers",
        "GeneratedAPI", "Identifier", "OpenEnum", "OpenIntegerEnum", "Nullable", "Indirect", "FileUpload", "FileForm", "APIClient",
        "APICredentials", "CredentialPlacement", "FailureModel", "EntityModel", "NamedEntityModel", "IdentifierKind",
        "ScaledInteger", "ScaledNumber", "ScaledUnit", "CurrencyUnit", "PercentUnit",
        // Types nested in the API's type.
        "Operations", "Credentials", "Services", "IdentifierKinds", "EnumKinds", "UnitKinds",
    ]

    // MARK: Words

    /// The maximum length of a name. Longer names are cut and distinguished by a number.
    private static let longest = 150

    /// - Parameter separatesDigits: `true` to keep digits apart that the text does not join: `1.10` is not 110.
    private static func camelCase(_ text: String, firstIsUpper: Bool, separatesDigits: Bool = false) -> String {
        var name = ""
        for (index, word) in words(of: text).enumerated() where name.utf8.count < longest {
            if separatesDigits, name.utf8.last.map(isDigit) == true, word.utf8.first.map(isDigit) == true { name += "_" }
            name += index == 0 && !firstIsUpper ? word.lowercased() : capitalized(word)
        }
        if let first = name.utf8.first, isDigit(first) { name = "_" + name }
        return shortened(name)
    }

    private static func shortened(_ name: String) -> String {
        name.utf8.count <= longest ? name : String(String.UnicodeScalarView(name.unicodeScalars.prefix(longest)))
    }

    /// Returns the words of a text, split at everything except letters and ASCII digits, and before the capital that begins a word.
    static func words(of text: String) -> [String] {
        if let last = text.utf8.last, "<>=".utf8.contains(last), let (rest, spoken) = comparison(atEndOf: text) {
            return words(of: rest) + spoken
        }
        let scalars = Array(text.unicodeScalars)
        var words: [String] = []
        var start: Int?
        let bytes = Array(text.utf8)
        let isASCII = bytes.count == scalars.count
        func end(at index: Int) {
            guard let first = start else { return }
            start = nil
            // Most texts are ASCII, and copying their bytes is much faster.
            let word =
                isASCII ? String(decoding: bytes[first..<index], as: UTF8.self) : String(String.UnicodeScalarView(scalars[first..<index]))
            words.append(word)
        }
        let isShouting = !scalars.contains { ("a"..."z").contains($0) }
        for (index, scalar) in scalars.enumerated() {
            guard isOfWord(scalar, first: start == nil) else {
                end(at: index)
                // `$filter` becomes `filter`, but the sign of `$5` is spelled out.
                let isSigil = scalar == "$" && scalars.count > 1 && !("0"..."9").contains(scalars[1])
                if index == 0, !isSigil, let spoken = spokenSigns[scalar], scalars.count > 1 { words.append(spoken) }
                continue
            }
            if isUpper(scalar), !isShouting, index > 0 {
                let previous = scalars[index - 1]
                let endsAcronym = isUpper(previous) && index + 1 < scalars.count && ("a"..."z").contains(scalars[index + 1])
                // `OAuth` is one word.
                let isOAuth = start == index - 1 && scalars[(index - 1)...].starts(with: "OAuth".unicodeScalars)
                if !isOAuth, !isUpper(previous) || endsAcronym { end(at: index) }
            }
            if start == nil { start = index }
        }
        end(at: scalars.count)
        if words.isEmpty {
            // No character can be part of a name, so the name consists of the code points.
            words = scalars.isEmpty ? ["empty"] : scalars.prefix(8).map { spokenSigns[$0] ?? "u" + String($0.value, radix: 16) }
        }
        return words
    }

    /// Returns the text before the sign of a comparison at its end, and the words for the sign. `Page<User>` is not a comparison.
    private static func comparison(atEndOf text: String) -> (rest: String, spoken: [String])? {
        guard text.count > 2, text.count(where: { "<>".contains($0) }) == 1 else { return nil }
        return comparisons.first { text.hasSuffix($0.sign) }.map { (String(text.dropLast($0.sign.count)), $0.words) }
    }

    /// Signs at the end of a name: `StartTime>=`.
    private static let comparisons: [(sign: String, words: [String])] = [
        ("<=", ["less", "than", "or", "equal"]), (">=", ["greater", "than", "or", "equal"]), ("<", ["less", "than"]),
        (">", ["greater", "than"]),
    ]

    /// Returns `true` if the scalar can be part of a word: an ASCII letter or digit, or a letter of another script.
    private static func isOfWord(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
        if scalar.isASCII { return isLetter(UInt8(scalar.value)) || isDigit(UInt8(scalar.value)) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: return true
        case .nonspacingMark, .spacingMark, .modifierLetter: return !first
        default: return false
        }
    }

    private static let spokenSigns: [Unicode.Scalar: String] = [
        "-": "minus", "+": "plus", "*": "any", "<": "less", ">": "greater", "=": "equal", "!": "not", "%": "percent", "#": "number",
        "&": "and", "@": "at", "$": "dollar",
    ]

    /// Returns the text with its signs as words: `GMT-1` → `GMT minus 1`.
    static func spoken(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var spoken = ""
        for (index, scalar) in scalars.enumerated() {
            let isBeforeDigit = index + 1 < scalars.count && ("0"..."9").contains(scalars[index + 1])
            if scalar == "-", index > 0, !isBeforeDigit {
                spoken += " dash "
            } else if let word = spokenSigns[scalar] ?? spokenPunctuation[scalar] {
                spoken += " " + word + " "
            } else {
                spoken.unicodeScalars.append(scalar)
            }
        }
        return spoken
    }

    private static let spokenPunctuation: [Unicode.Scalar: String] = [".": "dot", ",": "comma", "/": "slash", ":": "colon", "~": "tilde"]

    private static func capitalized(_ word: String) -> String {
        let isAllUpper = !word.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        let isIdentifierWord = word == "ID"
        // Scalars, because finding the bounds of characters is slow.
        guard let first = word.unicodeScalars.first else { return word }
        let rest = String(word.unicodeScalars.dropFirst())
        return first.properties.uppercaseMapping + (isAllUpper && !isIdentifierWord ? rest.lowercased() : rest)
    }

    private static func isLowerCamelCase(_ text: String) -> Bool {
        guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || isDigit($0) }
    }

    private static func isUpperCamelCase(_ text: String) -> Bool {
        guard let first = text.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return false }
        let isShouting = text.utf8.count > 3 && !text.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        return !isShouting && text.utf8.allSatisfy { isLetter($0) || isDigit($0) }
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isUpperByte(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    private static func isUpper(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }
}

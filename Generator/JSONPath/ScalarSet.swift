/// A class of characters in a regular expression, such as `[a-z_]` or `\p{Lu}`.
struct ScalarSet: Sendable {
    enum Element: Sendable {
        case range(ClosedRange<Unicode.Scalar>)
        /// The characters of general categories, or all others.
        case category(Set<Unicode.GeneralCategory>, isComplement: Bool)
    }

    var elements: [Element]
    /// `true` if the set consists of all characters that no element has.
    var isComplement = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let isListed = elements.contains { element in
            switch element {
            case .range(let range): range.contains(scalar)
            case .category(let categories, let isComplement):
                categories.contains(scalar.properties.generalCategory) != isComplement
            }
        }
        return isListed != isComplement
    }

    /// Returns the general categories of a name such as `L` or `Lu`; `nil` if I-Regexp has none of that name.
    static func categories(named name: String) -> Set<Unicode.GeneralCategory>? {
        let matching = names.filter { $0.key == name || name.unicodeScalars.count == 1 && $0.key.hasPrefix(name) }
        return matching.isEmpty ? nil : Set(matching.values)
    }

    private static let names: [String: Unicode.GeneralCategory] = [
        "Ll": .lowercaseLetter, "Lm": .modifierLetter, "Lo": .otherLetter, "Lt": .titlecaseLetter, "Lu": .uppercaseLetter,
        "Mc": .spacingMark, "Me": .enclosingMark, "Mn": .nonspacingMark,
        "Nd": .decimalNumber, "Nl": .letterNumber, "No": .otherNumber,
        "Pc": .connectorPunctuation, "Pd": .dashPunctuation, "Pe": .closePunctuation, "Pf": .finalPunctuation,
        "Pi": .initialPunctuation, "Po": .otherPunctuation, "Ps": .openPunctuation,
        "Zl": .lineSeparator, "Zp": .paragraphSeparator, "Zs": .spaceSeparator,
        "Sc": .currencySymbol, "Sk": .modifierSymbol, "Sm": .mathSymbol, "So": .otherSymbol,
        "Cc": .control, "Cf": .format, "Cn": .unassigned, "Co": .privateUse,
    ]
}

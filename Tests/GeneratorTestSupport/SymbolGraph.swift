import Foundation

/// The compiler's symbol graph of a module.
package struct SymbolGraph: Decodable {
    package struct Symbol: Decodable {
        package struct Fragment: Decodable { package let spelling: String }
        package struct Identifier: Decodable { package let precise: String }
        package struct Availability: Decodable { package let isUnconditionallyDeprecated: Bool? }
        package struct Documentation: Decodable {}
        package struct Extension: Decodable {
            package struct Constraint: Decodable { package let rhs: String }
            package let constraints: [Constraint]?
        }
        package let pathComponents: [String]
        package let declarationFragments: [Fragment]
        package let identifier: Identifier
        package let availability: [Availability]?
        package let docComment: Documentation?
        package let swiftExtension: Extension?
    }

    package struct Relationship: Decodable { package let kind, source, target: String, targetFallback: String? }

    package let symbols: [Symbol]
    package let relationships: [Relationship]

    /// A line for each symbol, in the format of ``line(_:)``.
    package var lines: Set<String> {
        Set(
            symbols.map { symbol in
                var scope = symbol.pathComponents.dropLast().joined(separator: ".")
                var text = symbol.declarationFragments.map(\.spelling).joined()
                if let kind = symbol.swiftExtension?.constraints?.first?.rhs {
                    // A value of an enumeration extends the runtime's generic type.
                    let type = kind.replacing("EnumKinds.", with: "")
                    text = text.replacing("\(scope)<\(kind)>", with: type)
                    scope = type
                }
                let isDeprecated = symbol.availability?.contains { $0.isUnconditionallyDeprecated == true } == true
                return "\(scope) \(text)\(isDeprecated ? " deprecated" : "")".replacing("String : ", with: "String: ")
                    .replacing("`", with: "")
            })
    }

    /// The protocols to which each symbol conforms, by name.
    package var conformances: [String: [String]] {
        let names = Dictionary(symbols.map { ($0.identifier.precise, $0.pathComponents.joined(separator: ".")) }) { first, _ in first }
        var result: [String: [String]] = [:]
        for relationship in relationships where relationship.kind == "conformsTo" {
            guard let source = names[relationship.source] else { continue }
            let target = names[relationship.target] ?? relationship.targetFallback ?? relationship.target
            result[source, default: []].append(target.components(separatedBy: ".").last ?? target)
        }
        return result
    }
}

import GeneratorOpenAPI
import GeneratorYAML

/// Builds the lines of documentation comments.
enum Documentation {
    /// Returns the lines of a text without leading and trailing blank lines.
    static func lines(_ text: String?) -> [String] {
        guard let text else { return [] }
        // Fast path: most texts are a single line of ASCII.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return [trimmed(text)].filter { !$0.isEmpty } }
        var lines: [String] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            lines.append(trimmed(line))
        }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// Returns the lines with links to other parts of the page, `[Tag](#tag/Tag)`, as links that work outside the page.
    ///
    /// - Parameter page: A link to a part of the page; `nil` leaves the lines as they are.
    static func linked(_ lines: [String], to page: String?) -> [String] {
        guard let page, page.hasPrefix("https://") || page.hasPrefix("http://") else { return lines }
        return lines.map { $0.replacing("](#", with: "](\(page.prefix { $0 != "#" })#") }
    }

    /// Returns the documentation of a property.
    ///
    /// - Parameter hasOwnType: `true` if the property has a declared type, which has its own description.
    static func property(_ resolution: Resolution, hasOwnType: Bool, wireName: String) -> [String] {
        let text = lines(hasOwnType ? resolution.descriptionOfUse : resolution.description)
        guard let facts = facts(of: resolution) else { return text.isEmpty ? [fallback(resolution, "member", wireName)] : text }
        return text.isEmpty ? [facts] : text + ["", facts]
    }

    /// Returns the documentation of a parameter or property without a description: its type's description, or its name on the wire.
    static func fallback(_ resolution: Resolution, _ kind: String, _ wireName: String) -> String {
        let type = lines(resolution.schema.description).first.flatMap { sentences(of: $0, upTo: 1).first }
        return type ?? "The \(kind) `\(wireName)`."
    }

    /// Returns the constraints on a value in words, such as "1 to 50 characters. The service's default: `USD`."
    static func facts(of resolution: Resolution) -> String? {
        var parts: [String] = []
        if resolution.schema.types == [.string], resolution.schema.format == "byte" { parts.append("Base64") }
        if let zone = resolution.schema.wallClock { parts.append("What clocks show in \(zone)") }
        if let digits = resolution.schema.fractionDigits, digits > 0 {
            parts.append("Sent with up to \(digits) digits of the second's fraction")
        }
        let unit = resolution.schema.unit
        parts += constraints(resolution.constraints, in: unit)
        if let unit, !resolution.schema.enumeration.isEmpty {
            parts.append(
                "One of \(resolution.schema.enumeration.compactMap { $0.scalar?.text }.map { amount($0, in: unit) }.joined(separator: ", "))"
            )
        }
        if let value = resolution.defaultValue?.scalar?.text, !value.isEmpty {
            parts.append("The service's default: `\(amount(value, in: unit))`")
        }
        return parts.isEmpty ? nil : parts.joined(separator: ". ") + "."
    }

    /// Returns a number in whole units, as callers write it; any other text, and a number without a unit, as it is.
    private static func amount(_ text: String, in unit: NumberUnit?) -> String {
        guard let unit, unit.digits > 0, let number = Number(text: text)?.multiplied(byPowerOfTen: -unit.digits) else { return text }
        return number.literal(fractionLength: unit.digits) ?? number.text
    }

    private static func constraints(_ joined: JoinedConstraints, in unit: NumberUnit?) -> [String] {
        let constraints = joined.tightest
        var parts: [String] = []
        if let range = counts(constraints.minLength, constraints.maxLength, "character") { parts.append(range) }
        if let range = counts(constraints.minItems, constraints.maxItems, "item") { parts.append(range) }
        if let range = counts(constraints.minProperties, constraints.maxProperties, "member") { parts.append(range) }
        func text(_ number: Number) -> String { amount(number.text, in: unit) }
        switch (constraints.minimum.map(text), constraints.maximum.map(text)) {
        case (let low?, let high?): parts.append(low == high ? "Always \(low)" : "\(low) to \(high)")
        case (let low?, nil): parts.append("At least \(low)")
        case (nil, let high?): parts.append("At most \(high)")
        case (nil, nil): break
        }
        if let bound = constraints.exclusiveMinimum { parts.append("More than \(text(bound))") }
        if let bound = constraints.exclusiveMaximum { parts.append("Less than \(text(bound))") }
        parts += joined.factors.map { "A multiple of \(text($0))" }
        if constraints.uniqueItems { parts.append("Items are unique") }
        parts += joined.patterns.map { "Matches `\($0)`" }
        return parts
    }

    private static func counts(_ low: Int?, _ high: Int?, _ unit: String) -> String? {
        func units(_ count: Int) -> String { count == 1 ? unit : unit + "s" }
        return switch (low ?? 0, high) {
        case (0, nil): nil
        case (let low, nil): "At least \(low) \(units(low))"
        case (0, let high?): "At most \(high) \(units(high))"
        case (let low, let high?) where low == high: "Exactly \(low) \(units(low))"
        case (let low, let high?): "\(low) to \(high) \(units(high))"
        }
    }

    /// Returns the deprecation message: the sentence of the description about the deprecation, preferably the one that names a replacement.
    static func deprecation(_ description: String?) -> String {
        let sentences = sentences(of: description ?? "")
        let helpful = ["instead", "replaced", "in favor of", "in favour of", "superseded", "deprecated"]
        for word in helpful {
            guard let index = sentences.firstIndex(where: { $0.lowercased().contains(word) }) else { continue }
            // If the sentence only states the deprecation, the sentences after it explain what to do.
            let all = sentences[index...].joined(separator: " ")
            if word == "deprecated", all.utf8.count <= 300 { return all }
            if sentences[index].utf8.count <= 300 { return sentences[index] }
        }
        return "The documentation marks this as deprecated."
    }

    /// - Parameter count: The number of sentences after which the rest is not read.
    private static func sentences(of text: String, upTo count: Int = .max) -> [String] {
        var sentences: [String] = []
        var sentence = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            sentence += sentence.isEmpty ? word : " " + word
            if let end = word.last, ".!?".contains(end) {
                sentences.append(sentence)
                if sentences.count == count { return sentences }
                sentence = ""
            }
        }
        return sentence.isEmpty ? sentences : sentences + [sentence]
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        var rest = Substring(text)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

extension Enumeration.Member {
    package var documentation: String {
        switch value {
        case .string(let text) where text.isEmpty: "The empty text."
        case .string(let text), .number(let text): "`\(text)`"
        case .integer(let number): "`\(number)`"
        case .bool(let value): "`\(value)`"
        case .member(let name), .rawValue(let name): "`\(name)`"
        }
    }
}

extension Union.Alternative {
    package var documentation: String {
        switch kind {
        case .bool: "`true` or `false`."
        case .number: "A number."
        case .string: "A string."
        case .array: "A list."
        case .model: type.declaredName.map { "A value of the type ``\($0)``." } ?? "An object."
        case .anyObject: "An object with any members."
        }
    }
}

extension API.Service {
    package var documentation: String { url.map { "The service at \($0)." } ?? "A service for which the spec names no server." }
}

/// Parses the text of a query: segments and selectors. Filters are in an extension.
struct QueryParser {
    let scalars: [Unicode.Scalar]
    let limits: JSONPathLimits
    var position = 0
    /// The nesting depth of filters, parentheses and function arguments at the position.
    private(set) var depth = 0

    init(_ text: String, limits: JSONPathLimits) {
        // One more than the limit, so that a longer text is noticed without reading all of it.
        scalars = Array(text.unicodeScalars.prefix(limits.length + 1))
        self.limits = limits
    }

    mutating func parse() throws(JSONPathError) -> Query {
        guard scalars.count <= limits.length else {
            throw JSONPathError(at: limits.length, "the query is longer than \(limits.length) characters, which is the limit")
        }
        guard take("$") else { throw error("a query begins with $, the root of the document") }
        let query = try parseQuery(isRelative: false)
        guard position == scalars.count else { throw unexpected("a segment such as .name, ['name'], [0] or ..name") }
        return query
    }

    /// Parses the segments after `$` or `@`. White space before what is not a segment is left alone.
    mutating func parseQuery(isRelative: Bool) throws(JSONPathError) -> Query {
        var query = Query(isRelative: isRelative)
        while true {
            let start = position
            skipSpace()
            guard let segment = try parseSegment() else {
                position = start
                return query
            }
            query.segments.append(segment)
        }
    }

    private mutating func parseSegment() throws(JSONPathError) -> Segment? {
        if peek == "[" { return Segment(isDescendant: false, selectors: try parseBrackets()) }
        guard take(".") else { return nil }
        let isDescendant = take(".")
        if take("*") { return Segment(isDescendant: isDescendant, selectors: [.wildcard]) }
        if let name = takeName() { return Segment(isDescendant: isDescendant, selectors: [.name(name)]) }
        if isDescendant, peek == "[" { return Segment(isDescendant: true, selectors: try parseBrackets()) }
        throw unexpected(
            "a name or * after \(isDescendant ? ".." : "."); a name with characters other than letters, digits and _ is written ['name']")
    }

    private mutating func parseBrackets() throws(JSONPathError) -> [Selector] {
        position += 1
        var selectors: [Selector] = []
        repeat {
            skipSpace()
            selectors.append(try parseSelector())
            skipSpace()
        } while take(",")
        guard take("]") else { throw unexpected("a comma or ]") }
        return selectors
    }

    private mutating func parseSelector() throws(JSONPathError) -> Selector {
        switch peek {
        case "'", "\"": return .name(try parseString())
        case "*":
            position += 1
            return .wildcard
        case "?":
            position += 1
            skipSpace()
            return .filter(try nested { (parser) throws(JSONPathError) in try parser.parseCondition() })
        case let scalar? where scalar == ":" || scalar == "-" || ("0"..."9").contains(scalar): return try parseIndexOrSlice()
        default: throw unexpected("a selector: a quoted name, an index, a slice, * or a filter")
        }
    }

    private mutating func parseIndexOrSlice() throws(JSONPathError) -> Selector {
        let start = try parseInteger()
        let end = position
        skipSpace()
        guard take(":") else {
            position = end
            guard let start else { throw unexpected("an index") }
            return .index(start)
        }
        skipSpace()
        let stop = try parseInteger()
        let beforeStep = position
        skipSpace()
        guard take(":") else {
            position = beforeStep
            return .slice(start: start, end: stop, step: 1)
        }
        let beforeValue = position
        skipSpace()
        guard let step = try parseInteger() else {
            position = beforeValue
            return .slice(start: start, end: stop, step: 1)
        }
        return .slice(start: start, end: stop, step: step)
    }

    /// Runs a parser one level deeper.
    mutating func nested<Result>(
        _ parse: (inout QueryParser) throws(JSONPathError) -> Result
    ) throws(JSONPathError) -> Result {
        guard depth < limits.depth else { throw error("the query nests deeper than \(limits.depth) levels, which is the limit") }
        depth += 1
        let result = try parse(&self)
        depth -= 1
        return result
    }

    // MARK: Scalars

    var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func take(_ text: StaticString) -> Bool {
        var end = position
        for scalar in text.description.unicodeScalars {
            guard end < scalars.count, scalars[end] == scalar else { return false }
            end += 1
        }
        position = end
        return true
    }

    mutating func skipSpace() {
        while let scalar = peek, scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" { position += 1 }
    }

    /// Takes a name in the short notation, as in `.name`.
    private mutating func takeName() -> String? {
        guard let first = peek, Self.canBeginName(first) else { return nil }
        var name = String.UnicodeScalarView()
        while let scalar = peek, Self.canBeginName(scalar) || ("0"..."9").contains(scalar) {
            name.append(scalar)
            position += 1
        }
        return String(name)
    }

    private static func canBeginName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_": true
        default: scalar.value >= 0x80
        }
    }

    func error(_ message: String) -> JSONPathError { JSONPathError(at: position, message) }

    func unexpected(_ expected: String) -> JSONPathError {
        guard let scalar = peek else { return error("the query ends where it needs \(expected)") }
        return error("\(String(scalar).debugDescription) is not expected here; the query needs \(expected)")
    }
}

import GeneratorYAML

extension QueryParser {
    /// Parses the condition of a filter: alternatives of conjunctions.
    mutating func parseCondition() throws(JSONPathError) -> Condition {
        var alternatives = [try parseConjunction()]
        while takeOperator("||") {
            skipSpace()
            alternatives.append(try parseConjunction())
        }
        return alternatives.count == 1 ? alternatives[0] : .or(alternatives)
    }

    private mutating func parseConjunction() throws(JSONPathError) -> Condition {
        var conditions = [try parseBasicCondition()]
        while takeOperator("&&") {
            skipSpace()
            conditions.append(try parseBasicCondition())
        }
        return conditions.count == 1 ? conditions[0] : .and(conditions)
    }

    /// Takes an operator after white space, or leaves the white space as well.
    private mutating func takeOperator(_ text: StaticString) -> Bool {
        let start = position
        skipSpace()
        if take(text) { return true }
        position = start
        return false
    }

    private mutating func parseBasicCondition() throws(JSONPathError) -> Condition {
        if take("!") {
            skipSpace()
            return .not(try peek == "(" ? parseParentheses() : parseTest())
        }
        if peek == "(" { return try parseParentheses() }
        let start = position
        let left = try parseTerm()
        guard let comparison = takeComparison() else { return try test(left, at: start) }
        let leftOperand = try operand(left, at: start)
        skipSpace()
        let rightStart = position
        return .comparison(leftOperand, comparison, try operand(try parseTerm(), at: rightStart))
    }

    private mutating func parseParentheses() throws(JSONPathError) -> Condition {
        try nested { (parser) throws(JSONPathError) in
            parser.position += 1
            parser.skipSpace()
            let condition = try parser.parseCondition()
            parser.skipSpace()
            guard parser.take(")") else { throw parser.unexpected(")") }
            return condition
        }
    }

    private mutating func parseTest() throws(JSONPathError) -> Condition {
        let start = position
        return try test(try parseTerm(), at: start)
    }

    private mutating func takeComparison() -> Comparison? {
        let start = position
        skipSpace()
        if take("==") { return .equal }
        if take("!=") { return .notEqual }
        if take("<=") { return .lessOrEqual }
        if take(">=") { return .greaterOrEqual }
        if take("<") { return .less }
        if take(">") { return .greater }
        position = start
        return nil
    }

    // MARK: Terms

    /// What a filter tests, compares, or passes to a function.
    private enum Term {
        case query(Query)
        case operand(Operand)
        case match(PatternMatch)
    }

    private mutating func parseTerm() throws(JSONPathError) -> Term {
        switch peek {
        case "@":
            position += 1
            return .query(try parseQuery(isRelative: true))
        case "$":
            position += 1
            return .query(try parseQuery(isRelative: false))
        case "'", "\"": return .operand(.literal(.string(try parseString())))
        case let scalar? where scalar == "-" || ("0"..."9").contains(scalar): return .operand(.literal(try parseNumber()))
        case let scalar? where ("a"..."z").contains(scalar): return try parseWord()
        default: throw unexpected("a query that begins with @ or $, a function, a string, a number, true, false or null")
        }
    }

    private mutating func parseWord() throws(JSONPathError) -> Term {
        let start = position
        var word = ""
        while let scalar = peek {
            guard ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_" else { break }
            word.unicodeScalars.append(scalar)
            position += 1
        }
        if take("(") {
            return try nested { (parser) throws(JSONPathError) in try parser.parseFunction(word, at: start) }
        }
        switch word {
        case "true": return .operand(.literal(.bool(true)))
        case "false": return .operand(.literal(.bool(false)))
        case "null": return .operand(.literal(.null))
        default: throw JSONPathError(at: start, "\(word) has no meaning here; quote a string, and begin a path with @")
        }
    }

    /// Converts a term to a condition, if its type allows.
    private func test(_ term: Term, at start: Int) throws(JSONPathError) -> Condition {
        switch term {
        case .query(let query): return .exists(query)
        case .match(let match): return .match(match)
        case .operand(.literal): throw JSONPathError(at: start, "a literal is not a condition; compare it with something")
        case .operand: throw JSONPathError(at: start, "the result of this function is a value; compare it with something")
        }
    }

    /// Converts a term to an operand, if its type allows.
    private func operand(_ term: Term, at start: Int) throws(JSONPathError) -> Operand {
        switch term {
        case .operand(let operand): return operand
        case .match: throw JSONPathError(at: start, "the result of this function is a condition; it cannot be compared or passed on")
        case .query(let query):
            guard query.isSingular else {
                throw JSONPathError(
                    at: start,
                    "a query that may select several nodes has no single value; use names and indices only, or count() or value()")
            }
            return .query(query)
        }
    }

    // MARK: Functions

    private mutating func parseFunction(_ name: String, at start: Int) throws(JSONPathError) -> Term {
        let arities = ["length": 1, "count": 1, "value": 1, "match": 2, "search": 2]
        guard let arity = arities[name] else {
            throw JSONPathError(at: start, "no function is called \(name); there are length, count, value, match and search")
        }
        var arguments: [(term: Term, start: Int)] = []
        skipSpace()
        if peek != ")" {
            repeat {
                skipSpace()
                let start = position
                arguments.append((try parseTerm(), start))
                skipSpace()
            } while take(",")
        }
        guard take(")") else { throw unexpected("a comma or )") }
        guard arguments.count == arity else {
            throw JSONPathError(at: start, "\(name)() has \(arity) argument\(arity == 1 ? "" : "s"), not \(arguments.count)")
        }
        switch name {
        case "length": return .operand(.length(try operand(arguments[0].term, at: arguments[0].start)))
        case "count": return .operand(.count(try query(arguments[0].term, of: name, at: arguments[0].start)))
        case "value": return .operand(.value(try query(arguments[0].term, of: name, at: arguments[0].start)))
        default:
            let text = try operand(arguments[0].term, at: arguments[0].start)
            let pattern = try operand(arguments[1].term, at: arguments[1].start)
            return .match(try match(text, pattern, isWhole: name == "match", at: start))
        }
    }

    private func query(_ term: Term, of function: String, at start: Int) throws(JSONPathError) -> Query {
        guard case .query(let query) = term else { throw JSONPathError(at: start, "the argument of \(function)() is a query") }
        return query
    }

    /// Compiles the pattern once if it is a literal.
    private func match(_ text: Operand, _ pattern: Operand, isWhole: Bool, at start: Int) throws(JSONPathError) -> PatternMatch {
        var compiled: RegularExpression?? = nil
        if case .literal(let value) = pattern {
            if case .string(let source) = value {
                compiled = .some(try RegularExpression.compile(source, at: start))
            } else {
                compiled = .some(nil)
            }
        }
        return PatternMatch(text: text, pattern: pattern, isWhole: isWhole, compiled: compiled, offset: start)
    }
}

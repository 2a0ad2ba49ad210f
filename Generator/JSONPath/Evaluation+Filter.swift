import GeneratorYAML

/// The value of an operand.
private enum Value {
    /// A query that selects no node, or a function without a result.
    case nothing
    case scalar(Scalar.Value)
    /// A sequence or a mapping.
    case collection(Node)

    init(_ node: Node?) {
        guard let node else {
            self = .nothing
            return
        }
        if case .scalar(let scalar) = node.content { self = .scalar(scalar.value) } else { self = .collection(node) }
    }
}

extension Evaluation {
    /// Returns `true` if the condition of a filter holds for a node.
    mutating func holds(_ condition: Condition, for node: Node) throws(JSONPathError) -> Bool {
        switch condition {
        case .or(let conditions):
            for condition in conditions where try holds(condition, for: node) { return true }
            return false
        case .and(let conditions):
            for condition in conditions where try !holds(condition, for: node) { return false }
            return true
        case .not(let condition): return try !holds(condition, for: node)
        case .exists(let query):
            if query.isSingular { return try self.node(query, from: start(of: query, node)) != nil }
            return try !nodes(query, from: LocatedNode(root: start(of: query, node))).isEmpty
        case .match(let match): return try holds(match, for: node)
        case .comparison(let left, let comparison, let right):
            let left = try value(left, for: node)
            let right = try value(right, for: node)
            switch comparison {
            case .equal: return try isEqual(left, right)
            case .notEqual: return try !isEqual(left, right)
            case .less: return try isLess(left, right)
            case .greater: return try isLess(right, left)
            case .lessOrEqual: if try isLess(left, right) { return true }
            case .greaterOrEqual: if try isLess(right, left) { return true }
            }
            return try isEqual(left, right)
        }
    }

    private func start(of query: Query, _ node: Node) -> Node { query.isRelative ? node : root }

    private mutating func value(_ operand: Operand, for node: Node) throws(JSONPathError) -> Value {
        try visit()
        switch operand {
        case .literal(let value): return .scalar(value)
        case .query(let query): return Value(try self.node(query, from: start(of: query, node)))
        case .count(let query):
            return .scalar(.integer(Int64(try nodes(query, from: LocatedNode(root: start(of: query, node))).count)))
        case .value(let query):
            let nodes = try nodes(query, from: LocatedNode(root: start(of: query, node)))
            return Value(nodes.count == 1 ? nodes[0].node : nil)
        case .length(let operand):
            switch try value(operand, for: node) {
            case .scalar(.string(let text)):
                try visit(text.utf8.count / 64)
                return .scalar(.integer(Int64(text.unicodeScalars.count)))
            case .collection(let node):
                return .scalar(.integer(Int64(node.sequence?.count ?? node.mapping?.entries.count ?? 0)))
            default: return .nothing
            }
        }
    }

    // MARK: Comparing

    private mutating func isEqual(_ left: Value, _ right: Value) throws(JSONPathError) -> Bool {
        switch (left, right) {
        case (.nothing, .nothing): return true
        case (.scalar(let left), .scalar(let right)): return try isEqual(left, right)
        case (.collection(let left), .collection(let right)): return try isEqual(left, right)
        default: return false
        }
    }

    /// Compares two trees. The recursion is as deep as the document, whose depth is limited.
    private mutating func isEqual(_ left: Node, _ right: Node) throws(JSONPathError) -> Bool {
        try visit()
        switch (left.content, right.content) {
        case (.scalar(let left), .scalar(let right)): return try isEqual(left.value, right.value)
        case (.sequence(let left), .sequence(let right)):
            guard left.count == right.count else { return false }
            for (left, right) in zip(left, right) where try !isEqual(left, right) { return false }
            return true
        case (.mapping(let left), .mapping(let right)):
            guard left.entries.count == right.entries.count else { return false }
            for entry in left.entries {
                guard let other = right.entry(entry.key), other.key.isIdentical(to: entry.key) else { return false }
                if try !isEqual(entry.value, other.value) { return false }
            }
            return true
        default: return false
        }
    }

    private mutating func isEqual(_ left: Scalar.Value, _ right: Scalar.Value) throws(JSONPathError) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.string(let left), .string(let right)):
            try visit(min(left.utf8.count, right.utf8.count) / 64)
            return left.isIdentical(to: right)
        case (.integer(let left), .integer(let right)): return left == right
        default:
            if let (left, right) = try numbers(left, right) { return left == right }
            // Infinity equals itself; what is not a number equals nothing.
            guard case .decimal(let left) = left, case .decimal(let right) = right else { return false }
            return left == right && left.hasSuffix(".inf")
        }
    }

    private mutating func isLess(_ left: Value, _ right: Value) throws(JSONPathError) -> Bool {
        guard case .scalar(let left) = left, case .scalar(let right) = right else { return false }
        switch (left, right) {
        case (.integer(let left), .integer(let right)): return left < right
        case (.string(let left), .string(let right)):
            try visit(min(left.utf8.count, right.utf8.count) / 64)
            // The order of UTF-8 is that of Unicode scalars.
            return left.utf8.lexicographicallyPrecedes(right.utf8)
        default:
            if let (left, right) = try numbers(left, right) { return left < right }
            guard let left = left.rank, let right = right.rank else { return false }
            return left < right
        }
    }

    private mutating func numbers(
        _ left: Scalar.Value, _ right: Scalar.Value
    ) throws(JSONPathError) -> (ExactNumber, ExactNumber)? {
        guard let left = left.numberText, let right = right.numberText else { return nil }
        try visit((left.utf8.count + right.utf8.count) / 64)
        guard let left = ExactNumber(left), let right = ExactNumber(right) else { return nil }
        return (left, right)
    }

    // MARK: Patterns

    private mutating func holds(_ match: PatternMatch, for node: Node) throws(JSONPathError) -> Bool {
        guard case .scalar(.string(let text)) = try value(match.text, for: node) else { return false }
        let expression: RegularExpression?
        if let compiled = match.compiled {
            expression = compiled
        } else {
            guard case .scalar(.string(let source)) = try value(match.pattern, for: node) else { return false }
            if let last = lastPattern, last.source.isIdentical(to: source) {
                expression = last.expression
            } else {
                try visit(source.utf8.count)
                expression = try RegularExpression.compile(source, at: match.offset)
                lastPattern = (source, expression)
            }
        }
        guard let expression else { return false }
        // Each character may advance each instruction once.
        try visit(text.utf8.count * expression.size / 16)
        return expression.matches(text, isWhole: match.isWhole)
    }
}

extension Scalar.Value {
    fileprivate var numberText: String? {
        switch self {
        case .integer(let value): String(value)
        case .decimal(let text): text
        default: nil
        }
    }

    /// The order of a number among infinities; `nil` if it has none.
    fileprivate var rank: Int? {
        switch self {
        case .integer: 0
        case .decimal(".inf"): 1
        case .decimal("-.inf"): -1
        case .decimal(".nan"): nil
        case .decimal: 0
        default: nil
        }
    }
}

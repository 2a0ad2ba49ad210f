import GeneratorDiff
import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

/// Pairs what two documents have in common: operations by their requests, and from there parameters, responses and schemas by
/// their positions in requests and responses.
struct Correspondence {
    /// The same value in both documents: a parameter, a body, a response, or a part of one.
    struct Use: Hashable {
        let old: Place
        let new: Place
    }

    private(set) var operations: [(old: Operation, new: Operation)] = []
    private(set) var removed: [Operation] = []
    private(set) var added: [Operation] = []
    private(set) var parameters: [(old: Parameter, new: Parameter)] = []
    private var parametersOfOperation: [Place: [(old: Parameter, new: Parameter)]] = [:]
    private(set) var responses: [(old: Response, new: Response)] = []
    private(set) var uses: [Use] = []

    private let old: CarrySide
    private let new: CarrySide
    private var seen: Set<Use> = []
    private var pending: [Use] = []

    init(_ old: CarrySide, _ new: CarrySide) {
        self.old = old
        self.new = new
        matchOperations()
        for (before, after) in operations {
            let first = parameters.count
            match(before.parameters, after.parameters, paths: (before.path, after.path))
            parametersOfOperation[after.place] = Array(parameters[first...])
            if let before = before.body, let after = after.body { match(before.content, after.content) }
            match(before.responses, after.responses)
        }
    }

    private mutating func matchOperations() {
        let matching = EndpointMatching(old: old.document, new: new.document)
        operations = matching.pairs.map { ($0.old.operation, $0.new.operation) }
        // An operation that moved to another path keeps its name.
        let moved = Dictionary(matching.added.map { ($0.operation.id, $0.operation) }) { first, _ in first }
        for endpoint in matching.removed {
            guard let operation = moved[endpoint.operation.id], operation.method == endpoint.operation.method else {
                removed.append(endpoint.operation)
                continue
            }
            operations.append((endpoint.operation, operation))
        }
        let matched = Set(operations.map(\.new.place))
        added = matching.added.map(\.operation).filter { !matched.contains($0.place) }
    }

    /// Returns the pairs of parameters of an operation.
    ///
    /// - Parameter operation: The operation of the new document.
    func parameters(of operation: Operation) -> [(old: Parameter, new: Parameter)] { parametersOfOperation[operation.place] ?? [] }

    private mutating func match(_ before: [Parameter], _ after: [Parameter], paths: (String, String)) {
        let positions = (Template.names(in: paths.0), Template.names(in: paths.1))
        func key(_ parameter: Parameter, _ names: [String]) -> String {
            // The names of path parameters do not matter to the service.
            if parameter.position == .path, let index = names.firstIndex(of: parameter.name) { return "path \(index)" }
            return "\(parameter.position.rawValue) \(parameter.position == .header ? parameter.name.lowercased() : parameter.name)"
        }
        let others = Dictionary(after.map { (key($0, positions.1), $0) }) { first, _ in first }
        for parameter in before {
            guard let other = others[key(parameter, positions.0)] else { continue }
            parameters.append((parameter, other))
            visit(parameter.schema, other.schema)
        }
    }

    private mutating func match(_ before: [MediaType], _ after: [MediaType]) {
        func kind(_ media: MediaType) -> String { media.isJSON || media.isAnything ? "JSON" : media.essence }
        let others = Dictionary(after.map { (kind($0), $0) }) { first, _ in first }
        for media in before {
            guard let other = others[kind(media)] ?? (before.count == 1 && after.count == 1 ? after.first : nil),
                let schema = media.schema, let otherSchema = other.schema
            else { continue }
            visit(schema, otherSchema)
        }
    }

    private mutating func match(_ before: [Response], _ after: [Response]) {
        let successes = (before.filter(\.isSuccess), after.filter(\.isSuccess))
        for response in before {
            let same = after.first { $0.status == response.status }
            // An answer to success stays one when it is documented under another status.
            let only = response.isSuccess && successes.0.count == 1 && successes.1.count == 1 ? successes.1.first : nil
            guard let other = same ?? only else { continue }
            responses.append((response, other))
            match(response.content, other.content)
        }
    }

    // MARK: Schemas

    /// Pairs two schemas and their parts. Uses no recursion, so that nesting can be arbitrarily deep.
    private mutating func visit(_ before: Place, _ after: Place) {
        pending.append(Use(old: before, new: after))
        while let use = pending.popLast() {
            guard seen.insert(use).inserted else { continue }
            uses.append(use)
            // The next use comes last.
            pending += parts(of: use).reversed()
        }
    }

    private func parts(of use: Use) -> [Use] {
        switch (old.shapes.shape(of: use.old), new.shapes.shape(of: use.new)) {
        case (.array(let before?), .array(let after?)), (.dictionary(let before), .dictionary(let after)):
            return [Use(old: before, new: after)]
        case (.structure, .structure):
            let (before, after) = (old.resolutions.members(of: use.old), new.resolutions.members(of: use.new))
            let others = Dictionary(after.all.map { ($0.name, $0.schema) }) { first, _ in first }
            var uses = before.all.compactMap { member in others[member.name].map { Use(old: member.schema, new: $0) } }
            if case .schema(let value) = before.additional, case .schema(let other) = after.additional {
                uses.append(Use(old: value, new: other))
            }
            return uses
        case (.union(let before), .union(let after)): return alternatives(before, after)
        // Alternatives that are all text are one value in Swift.
        default:
            return alternatives(
                old.resolutions.resolved(use.old).schema.alternatives, new.resolutions.resolved(use.new).schema.alternatives)
        }
    }

    /// Pairs alternatives of the same kind; objects with the one that has the most members in common.
    private func alternatives(_ before: [Place], _ after: [Place]) -> [Use] {
        var rest = after
        return before.compactMap { place in
            let scores = rest.map { (place: $0, score: likeness(place, $0)) }
            guard let best = scores.max(by: { $0.score < $1.score }), best.score > 0 else { return nil }
            rest.removeAll { $0 == best.place }
            return Use(old: place, new: best.place)
        }
    }

    private func likeness(_ before: Place, _ after: Place) -> Double {
        switch (old.shapes.shape(of: before), new.shapes.shape(of: after)) {
        case (.structure, .structure):
            let names = Set(old.resolutions.members(of: before).all.map(\.name))
            let others = Set(new.resolutions.members(of: after).all.map(\.name))
            guard !names.isEmpty || !others.isEmpty else { return 1 }
            return Double(names.intersection(others).count) / Double(names.union(others).count)
        case (.array, .array), (.dictionary, .dictionary): return 1
        case (.enumeration, .enumeration): return 1
        case (.value(let left), .value(let right)): return left == right ? 1 : 0
        case (let left, let right): return left.isJSONString && right.isJSONString ? 0.5 : 0
        }
    }
}

import HTTPTypes

/// A call that a closure describes: the operation, and the arguments that matter.
///
///     { try await $0.projects.get("p1", in: "*") }
///
/// Path values have to be the same, and so have the query parameters that the description has. Other query parameters, header fields and
/// the body may be anything. The text `*` stands for every value.
package struct DescribedCall: Sendable, Hashable {
    /// The name of a parameter and its value as text.
    struct Argument: Sendable, Hashable {
        let name: String
        let value: String

        func admits(_ name: String, _ value: String) -> Bool { self.name == name && (self.value == "*" || self.value == value) }
    }

    /// The reason why a closure does not describe a call.
    package struct Problem: Error, Sendable, CustomStringConvertible {
        /// The reason, for people.
        package let description: String
    }

    /// The operation that is called.
    package let operation: APIOperation
    private let path: [Argument]
    private let query: [Argument]

    init(_ call: Call) {
        operation = call.operation
        path = call.pathValues.map(Argument.init)
        query = call.query.map { Argument(name: $0.name, value: $0.value) }
    }

    /// Runs the closure with a client that sends nothing, and keeps the call that it makes.
    package init<API: GeneratedAPI, Value>(_ describe: (API) async throws -> Value) async throws(Problem) {
        let probe = CallProbe(answer: nil)
        self = try await probe.run(describe).call
    }

    /// Returns `true` if a call of the operation with these arguments is meant.
    package func admits(_ operation: String, path: [String: String], query: [(name: String, value: String)]) -> Bool {
        self.operation.id == operation
            && self.path.allSatisfy { argument in path[argument.name].map { argument.admits(argument.name, $0) } ?? false }
            && self.query.allSatisfy { argument in query.contains { argument.admits($0.name, $0.value) } }
    }

    func admits(_ call: Call) -> Bool {
        admits(call.operation.id, path: Dictionary(call.pathValues) { first, _ in first }, query: call.query.map { ($0.name, $0.value) })
    }
}

extension DescribedCall: CustomStringConvertible {
    /// The operation, the method and the path, such as `getTag: GET /v1/workspaces/w1/tags/*`.
    package var description: String {
        var text = operation.path
        for argument in path {
            text = text.split(separator: "{\(argument.name)}", omittingEmptySubsequences: false).joined(separator: argument.value)
        }
        for (index, argument) in query.enumerated() { text += (index == 0 ? "?" : "&") + argument.name + "=" + argument.value }
        return "\(operation.id): \(operation.method.rawValue) \(text)"
    }
}

import GeneratorDiff
import Testing

/// Two documents, and what going from the one to the other, and back, does to code.
struct SwiftFixture: Sendable, CustomTestStringConvertible {
    /// What one direction is said to do, and code that compiled before.
    struct Direction: Sendable {
        let check: SwiftCheck
        /// Statements; `api` is the API, `API` its type.
        let client: String
        /// Statements that do not compile any more, though most do: they rely on what is not promised.
        let careless: String?
        /// What the API's type is called before, where that is what changes.
        let root: String?

        init(_ check: SwiftCheck, _ client: String, careless: String? = nil, root: String? = nil) {
            self.check = check
            self.client = client
            self.careless = careless
            self.root = root
        }

        /// Whether the client compiles after the change.
        var compiles: Bool { check.verdict < .breaking || check.changesMeaningOnly }
    }

    let old: String
    let new: String
    let forward: Direction
    /// Nil where the way back changes nothing.
    let backward: Direction?

    var directions: [Direction] { [forward] + (backward.map { [$0] } ?? []) }
    var testDescription: String { directions.map(\.check.rawValue).joined(separator: " and ") }

    init(_ old: String, _ new: String, _ forward: Direction, _ backward: Direction?) {
        self.old = old
        self.new = new
        self.forward = forward
        self.backward = backward
    }
}

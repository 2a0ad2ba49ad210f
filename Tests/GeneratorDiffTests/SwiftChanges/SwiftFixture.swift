import GeneratorDiff
import Testing

/// Two documents, and the effect on code of a change from one to the other, and back.
struct SwiftFixture: Sendable, CustomTestStringConvertible {
    /// The expected check of one direction, and code that compiled before.
    struct Direction: Sendable {
        let check: SwiftCheck
        /// Statements in which `api` is the API and `API` is its type.
        let client: String
        /// Statements that no longer compile although most code does: they rely on details that are not guaranteed.
        let careless: String?
        /// The previous name of the API's type, if that is the change.
        let root: String?

        init(_ check: SwiftCheck, _ client: String, careless: String? = nil, root: String? = nil) {
            self.check = check
            self.client = client
            self.careless = careless
            self.root = root
        }

        /// `true` if the client compiles after the change.
        var compiles: Bool { check.verdict < .breaking || check.changesMeaningOnly }
    }

    let old: String
    let new: String
    let forward: Direction
    /// It is `nil` if the reversed change has no effect.
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

import Testing

/// A spec that is broken in one way, and one that is nearly so.
struct CheckCase: Sendable, CustomTestStringConvertible {
    let check: String
    let broken: [Edit]
    /// A text of the broken spec: the finding is where it first begins.
    let at: String
    /// What the finding says among other things.
    let saying: String
    /// Nothing is wrong with this, though it looks like it.
    let fine: [Edit]

    init(_ check: String, _ broken: [Edit], at: String, saying: String, fine: [Edit]) {
        self.check = check
        self.broken = broken
        self.at = at
        self.saying = saying
        self.fine = fine
    }

    var testDescription: String { "\(check): \(saying)" }
}

extension CheckCase {
    static let all: [CheckCase] = files + components + names + samples + constraints + operations
}

import Testing

/// A spec with one problem, and a similar spec without it.
struct CheckCase: Sendable, CustomTestStringConvertible {
    let check: String
    let broken: [Edit]
    /// A text of the broken spec: the finding is at its first occurrence.
    let at: String
    /// A part of the finding's message.
    let saying: String
    /// A spec without a problem, although it resembles one.
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
    static let all: [CheckCase] = files + components + names + samples + constraints + operations + units
}

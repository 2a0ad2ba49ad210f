import ClockifyAPI
import HTTPTypes

/// A failure that a sandbox simulates, instead of the response to a call or in addition to it.
public struct SandboxFault: Hashable, Sendable {
    /// The calls that fail.
    public enum Calls: Hashable, Sendable {
        /// The given number of calls, then no more.
        case next(Int)
        /// Every n-th call: with 3, the third, the sixth and so on.
        case every(Int)
    }

    /// The `operationId` of the operation that fails; `nil` for every operation.
    public let operation: String?
    /// The arguments with which it fails; `nil` for any.
    let call: DescribedCall?
    /// The calls that fail.
    public let calls: Calls
    /// The status of the response. A call that fails with it has no effect. `nil` if the call is carried out.
    public let status: Int?
    /// The seconds in the header field `Retry-After`; `nil` for no such field.
    public let retryAfter: Int?
    /// The body of the response, which need not be valid JSON; `nil` for the operation's own, or that of an error. With it, the status of
    /// an operation without content is 200.
    public let body: String?
    /// The number of latest changes that the response does not show yet; `nil` if it is up to date. Only calls that change nothing fail
    /// this way.
    public let missingChanges: Int?
    /// The time by which the response is late.
    public let delay: Duration

    /// The reason why a fault cannot happen.
    public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// The reason, for people.
        public let description: String

        init(_ description: String) { self.description = description }
    }

    static let longestDelay = Duration.seconds(3600)

    init(
        operation: String?, call: DescribedCall? = nil, calls: Calls, status: Int?, retryAfter: Int?, body: String?, missingChanges: Int?,
        delay: Duration
    ) throws(Problem) {
        if let status, !(200...599).contains(status) { throw Problem("status: \(status) is not from 200 to 599") }
        if let status, status == 204 || status == 304, body != nil { throw Problem("body: a response with status \(status) has none") }
        if let retryAfter, retryAfter < 0 { throw Problem("retryAfter: \(retryAfter) is negative") }
        if let missingChanges {
            guard (1...Journal.capacity).contains(missingChanges) else {
                throw Problem("missingChanges: it is from 1 to \(Journal.capacity)")
            }
            if status != nil { throw Problem("missingChanges: a call that fails with a status shows no changes at all") }
        }
        guard delay >= .zero, delay <= Self.longestDelay else { throw Problem("delay: it is from 0 to 3600 seconds") }
        switch calls {
        case .next(let count) where count < 1: throw Problem("times: \(count) is less than 1")
        case .every(let count) where count < 1: throw Problem("every: \(count) is less than 1")
        default: break
        }
        if status == nil, retryAfter == nil, body == nil, missingChanges == nil, delay == .zero {
            throw Problem("nothing would happen: give a status, retryAfter, a body, missingChanges or a delay")
        }
        self.operation = operation
        self.call = call
        self.calls = calls
        self.status = status
        self.retryAfter = retryAfter
        self.body = body
        self.missingChanges = missingChanges
        self.delay = delay
    }

    /// `true` if it can happen to a call of an operation.
    func concerns(_ operation: CatalogOperation, path: [String: String], query: QueryItems) -> Bool {
        (self.operation ?? operation.id) == operation.id && (missingChanges == nil || operation.isRead)
            && call?.admits(operation.id, path: path, query: query.items) != false
    }

    /// The response that takes the place of the operation's; `nil` if the operation is carried out.
    var refusal: Refusal? {
        status.map { Refusal($0, code: $0, "The sandbox was told to fail", hasBody: $0 != 204 && $0 != 304) }
    }

    /// Changes a response as the fault says.
    func apply(to answer: inout SandboxAnswer) {
        if let retryAfter { answer.head.headerFields[.retryAfter] = String(retryAfter) }
        guard let body else { return }
        answer.body = Array(body.utf8)
        if answer.head.status == .noContent { answer.head.status = .ok }
    }
}

/// Runs a closure that describes a call, and keeps the calls that it makes.
final class CallProbe: CallResponder {
    private struct Stopped: Error {}

    private let calls = Lock<[Call]>([])
    private let answer: TransportResponse?

    /// - Parameter answer: The response to the call; `nil` if none is known, in which case the closure is stopped.
    init(answer: TransportResponse?) { self.answer = answer }

    func response(to call: Call) async throws -> TransportResponse {
        calls.withLock { $0.append(call) }
        guard let answer else { throw Stopped() }
        return answer
    }

    /// - Returns: The call that the closure makes, and what it returns; `nil` if it was stopped.
    func run<API: GeneratedAPI, Value>(
        _ describe: (API) async throws -> Value
    ) async throws(DescribedCall.Problem) -> (call: DescribedCall, value: Value?) {
        let value: Value?
        var failure: (any Error)?
        do {
            value = try await describe(API(client: .answered(by: self, retries: .never)))
        } catch {
            value = nil
            failure = error
        }
        let calls = calls.withLock { $0 }
        // The pages of a list are requested when they are read.
        if calls.isEmpty, let pages = value as? any CallDescribing { return (DescribedCall(pages.call), value) }
        guard let call = calls.first else {
            throw DescribedCall.Problem(description: "a closure describes no call" + (failure.map { ": \($0)" } ?? ""))
        }
        let ids = calls.map(\.operation.id)
        guard Set(ids).count == 1 else {
            throw DescribedCall.Problem(
                description: "a closure describes several calls, \(ids.joined(separator: ", ")): describe each of them")
        }
        if answer != nil, let failure {
            throw DescribedCall.Problem(description: "the answer to \(call.operation.id) is not one: \(failure)")
        }
        return (DescribedCall(call), value)
    }
}

/// A result whose call is made later, when it is read.
private protocol CallDescribing {
    var call: Call { get }
}

extension Pages: CallDescribing {}

/// What a fake answers, and the calls that it has received.
final class FakeAnswers: CallResponder {
    typealias Response = @Sendable (FakeCall) throws -> TransportResponse

    /// An answer after its closure has been run.
    struct Prepared: Sendable {
        let call: DescribedCall
        let response: Response
    }

    private struct Answer {
        let prepare: @Sendable () async throws(DescribedCall.Problem) -> Prepared
        var prepared: Prepared?
        /// How many more times it is given; `nil` for always.
        var remaining: Int?

        /// The call that it answers, as text.
        var text: String {
            let call = prepared?.call.description ?? "a call"
            return remaining == 0 ? call + " (used up)" : call
        }
    }

    private struct State {
        var answers: [Answer] = []
        var calls: [FakeCall] = []
    }

    private let state = Lock(State())

    var calls: [FakeCall] { state.withLock { $0.calls } }

    func add(times: Int?, _ prepare: @escaping @Sendable () async throws(DescribedCall.Problem) -> Prepared) {
        state.withLock { $0.answers.append(Answer(prepare: prepare, remaining: times)) }
    }

    func response(to call: Call) async throws -> TransportResponse {
        do {
            try await prepareAnswers()
        } catch {
            throw APIFailure.configuration("the fake cannot answer: \(error)")
        }
        let (received, response, known) = try state.withLock { state in
            let index = state.answers.firstIndex { $0.remaining != 0 && $0.prepared?.call.admits(call) == true }
            let received = try FakeCall(call, hasAnswer: index != nil)
            state.calls.append(received)
            if let index { state.answers[index].remaining? -= 1 }
            return (received, index.flatMap { state.answers[$0].prepared?.response }, state.answers.map(\.text))
        }
        guard let response else {
            let list = known.isEmpty ? "it has no answers" : "it answers " + known.joined(separator: ", ")
            throw APIFailure.configuration("the fake has no answer to \(received); \(list)")
        }
        do {
            return try response(received)
        } catch let failure as FakeFailure {
            return try failure.response()
        } catch let failure as TransportFailure {
            throw failure
        } catch {
            throw APIFailure.configuration("the fake cannot answer \(received): \(error)")
        }
    }

    /// Runs the closures that have not been run yet.
    private func prepareAnswers() async throws(DescribedCall.Problem) {
        let pending = state.withLock { state in state.answers.enumerated().filter { $0.element.prepared == nil } }
        for (index, answer) in pending {
            let prepared = try await answer.prepare()
            state.withLock { $0.answers[index].prepared = prepared }
        }
    }
}

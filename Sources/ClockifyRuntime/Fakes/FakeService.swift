public import Foundation
public import HTTPTypes

/// A service that answers the calls that a test expects, and no others. It needs no network, no account and no server.
///
///     let fake = FakeService<Clockify>()
///     fake.answer(with: [project]) { try await $0.projects.list(in: "w1") }
///     fake.fail(with: .notFound) { try await $0.projects.get("p2", in: "w1") }
///     let overview = Overview(clockify: fake.api)
///
/// A closure describes a call by making it: with a client that sends nothing. It is run when the first call arrives. Calls with the same
/// path values and query parameters get the answer. A query parameter that the closure leaves out, and the body, may be anything. The
/// identifier `"*"` stands for every identifier: `{ try await $0.projects.get("*", in: "*") }`. A closure describes one call: an `edit…`
/// method makes two, a read and an update, and each of them needs an answer.
///
/// The first answer that is not used up wins. A call without an answer fails with ``APIFailure/configuration(_:)``, which says what was
/// called and what the fake answers. If a program hides errors, check ``unexpectedCalls``.
///
/// The client of ``api`` is like any other: it checks requests, decodes the answers and retries what can be retried, but without waiting.
/// Each attempt is a call. For a service that remembers what was created, use a sandbox.
public final class FakeService<API: GeneratedAPI>: Sendable {
    private let answers = FakeAnswers()

    /// The API whose calls the fake answers.
    public let api: API

    /// Creates a fake without answers.
    public init() { api = API(client: .answered(by: answers)) }

    /// The calls that were made, the oldest first.
    public var calls: [FakeCall] { answers.calls }

    /// The calls to which there was no answer.
    public var unexpectedCalls: [FakeCall] { calls.filter { !$0.hasAnswer } }

    // MARK: Answers

    /// Answers a call with a value.
    ///
    /// - Parameters:
    ///   - value: The value that the call returns; `nil` for an empty response.
    ///   - times: How often; `nil` for always.
    ///   - call: Makes the call.
    public func answer<Value: JSONReadable>(
        with value: Value, times: Int? = nil, to call: @escaping @Sendable (API) async throws -> Value
    ) {
        answer(times: times, call) { operation throws(DescribedCall.Problem) in [try FakeAnswer.json(value, of: operation)] }
    }

    /// Answers a call with a text.
    ///
    /// - Parameters:
    ///   - text: The text that the call returns.
    ///   - times: How often; `nil` for always.
    ///   - call: Makes the call.
    public func answer(with text: String, times: Int? = nil, to call: @escaping @Sendable (API) async throws -> String) {
        // A text is JSON for some operations and plain for others.
        answer(times: times, call, isWanted: { $0 == text }) { operation throws(DescribedCall.Problem) in
            [try FakeAnswer.json(text, of: operation), FakeAnswer.bytes(Array(text.utf8), type: "text/plain")]
        }
    }

    /// Answers a call that returns the pages of a list, with all entries on one page.
    ///
    /// - Parameters:
    ///   - entries: The entries of the list.
    ///   - times: How often; `nil` for always.
    ///   - call: Makes the call.
    public func answer<Entry: JSONReadable>(
        with entries: [Entry], times: Int? = nil, to call: @escaping @Sendable (API) -> Pages<Entry>
    ) {
        answer(times: times, { try await call($0).collect() }) { operation throws(DescribedCall.Problem) in
            [try FakeAnswer.json(entries, of: operation)]
        }
    }

    /// Answers a call that returns nothing.
    ///
    /// - Parameters:
    ///   - times: How often; `nil` for always.
    ///   - call: Makes the call.
    public func answer(times: Int? = nil, to call: @escaping @Sendable (API) async throws -> Void) {
        answer(times: times, call) { _ in [FakeAnswer.bytes([], type: nil)] }
    }

    /// Answers a call with a file.
    ///
    /// - Parameters:
    ///   - bytes: The bytes of the file.
    ///   - contentType: The file's type, such as `application/pdf`.
    ///   - times: How often; `nil` for always.
    ///   - call: Makes the call.
    public func answer(
        withFile bytes: [UInt8], contentType: String, times: Int? = nil, to call: @escaping @Sendable (API) async throws -> Download
    ) {
        answer(times: times, call) { _ in [FakeAnswer.bytes(bytes, type: contentType)] }
    }

    /// Answers a call with a redirect.
    ///
    /// - Parameters:
    ///   - location: Where the service redirects to.
    ///   - status: The status of the response.
    ///   - times: How often; `nil` for always.
    ///   - call: Makes the call.
    public func answer(
        withRedirectTo location: URL, status: HTTPResponse.Status = .seeOther, times: Int? = nil,
        to call: @escaping @Sendable (API) async throws -> Redirect
    ) {
        answer(times: times, call) { _ in
            [TransportResponse(head: HTTPResponse(status: status, headerFields: [.location: location.absoluteString]), body: [])]
        }
    }

    /// Answers a call with a JSON document, such as one that the service has sent.
    ///
    /// - Parameters:
    ///   - document: The text of the document. If it is not what the call returns, the call fails as it would with such a service.
    ///   - status: The status of the response.
    ///   - times: How often; `nil` for always.
    ///   - call: Makes the call.
    public func answer<Value: Sendable>(
        json document: String, status: Int = 200, times: Int? = nil, to call: @escaping @Sendable (API) async throws -> Value
    ) {
        answer(times: times, call, by: { _ in FakeAnswer.json(Array(document.utf8), status: status) })
    }

    /// Answers a call with a value that is made for it:
    ///
    ///     fake.answer { call in
    ///         Clockify.Tag(id: "t1", name: try call.body(as: Clockify.NewTag.self).name)
    ///     } to: {
    ///         try await $0.tags.create(in: "*", .init(name: "any"))
    ///     }
    ///
    /// - Parameters:
    ///   - times: How often; `nil` for always.
    ///   - make: Returns the value that the call returns. It may throw a ``FakeFailure``.
    ///   - call: Makes the call.
    public func answer<Value: JSONReadable>(
        times: Int? = nil, by make: @escaping @Sendable (FakeCall) throws -> Value, to call: @escaping @Sendable (API) async throws -> Value
    ) {
        answer(times: times, call, by: { try FakeAnswer.json(try make($0), of: $0.operation.id) })
    }

    // MARK: Failures

    /// Makes a call fail.
    ///
    /// - Parameters:
    ///   - failure: The reason.
    ///   - times: How often; `nil` for always. Each attempt of a call counts: a read that fails once with a 503 succeeds.
    ///   - call: Makes the call.
    public func fail<Value: Sendable>(
        with failure: FakeFailure, times: Int? = nil, to call: @escaping @Sendable (API) async throws -> Value
    ) {
        answer(times: times, call, by: { _ in throw failure })
    }

    /// Adds a response to a call.
    private func answer<Value: Sendable>(
        times: Int?, _ call: @escaping @Sendable (API) async throws -> Value, by response: @escaping FakeAnswers.Response
    ) {
        answers.add(times: times) { () async throws(DescribedCall.Problem) in
            FakeAnswers.Prepared(call: try await DescribedCall(call), response: response)
        }
    }

    /// Adds a response that is known beforehand, after making sure that the call returns what is wanted.
    ///
    /// - Parameters:
    ///   - isWanted: `true` if it is. The last response has to be right.
    ///   - responses: Returns the possible responses to an operation.
    private func answer<Value: Sendable>(
        times: Int?, _ call: @escaping @Sendable (API) async throws -> Value,
        isWanted: @escaping @Sendable (Value) -> Bool = { _ in true },
        with responses: @escaping @Sendable (_ operation: String) throws(DescribedCall.Problem) -> [TransportResponse]
    ) {
        answers.add(times: times) { () async throws(DescribedCall.Problem) in
            let described = try await DescribedCall(call)
            let responses = try responses(described.operation.id)
            for (index, response) in responses.enumerated() {
                let isLast = index == responses.count - 1
                do throws(DescribedCall.Problem) {
                    let (_, value) = try await CallProbe(answer: response).run(call)
                    guard isLast || value.map(isWanted) == true else { continue }
                } catch {
                    guard !isLast else { throw error }
                    continue
                }
                return FakeAnswers.Prepared(call: described) { _ in response }
            }
            throw DescribedCall.Problem(description: "there is no answer to \(described.operation.id)")
        }
    }
}

extension GeneratedAPI {
    /// Returns an API whose calls are answered by a fake, for tests and previews.
    ///
    ///     let clockify = Clockify.fake {
    ///         $0.answer(with: [project]) { try await $0.projects.list(in: "w1") }
    ///         $0.fail(with: .forbidden) { try await $0.projects.get("*", in: "*") }
    ///     }
    ///
    /// - Parameter prepare: Adds the answers. ``FakeService`` says how calls are described.
    public static func fake(_ prepare: (FakeService<Self>) -> Void) -> Self {
        let fake = FakeService<Self>()
        prepare(fake)
        return fake.api
    }
}

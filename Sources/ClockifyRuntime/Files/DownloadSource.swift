import HTTPTypes

/// The source of a download's bytes: the first response until it is read, and then new responses to the same call.
///
/// Copies of a download share it, including the partial file of an interrupted write.
final class DownloadSource: Sendable {
    private struct State {
        var unread: TransportResponse?
        /// The number of attempts for the newest response.
        var attempts: Int
        var part: FilePart?
        var isWriting = false
    }

    private let client: APIClient
    private let call: Call
    /// The content type of the first response.
    private let contentType: String?
    private let state: Lock<State>

    init(_ answer: TransportResponse, attempts: Int, client: APIClient, call: Call) {
        self.client = client
        self.call = call
        contentType = answer.head.headerFields[.contentType]
        state = Lock(State(unread: answer, attempts: attempts))
    }

    var operation: APIOperation { call.operation }

    // MARK: Responses

    /// Returns an unread response with the whole file.
    func answer() async throws(APIFailure) -> TransportResponse {
        let unread = state.withLock { state in
            defer { state.unread = nil }
            return state.unread
        }
        if let unread { return unread }
        let answer = try await newAnswer(to: call)
        try refuseOtherType(answer.head)
        return answer
    }

    /// Returns a response with the bytes that the part lacks, or `nil` if the service does not have them or has another file by now.
    ///
    /// If the service responds with the whole file, that response is returned, and the part is of no use any more.
    func answer(completing part: FilePart) async throws(APIFailure) -> TransportResponse? {
        guard let version = part.version else { return nil }
        var call = call
        call.header("Range", "bytes=\(part.count)-")
        call.header("If-Range", version.condition)
        // The existing bytes were not compressed, and the rest must not be either.
        call.header("Accept-Encoding", "identity")
        let answer: TransportResponse
        do {
            answer = try await newAnswer(to: call)
        } catch {
            if error.saysThatRangeIsNone { return nil }
            if error.saysThatFileIsGone { self.part = nil }
            throw error
        }
        guard answer.head.status == .partialContent else {
            try refuseOtherType(answer.head)
            return answer
        }
        return version.isContinued(by: answer.head, from: part.count) && !isOtherType(answer.head) ? answer : nil
    }

    private func newAnswer(to call: Call) async throws(APIFailure) -> TransportResponse {
        let (answer, attempts) = try await client.unreadAnswer(call)
        state.withLock { $0.attempts = attempts }
        return answer
    }

    /// Throws an error if the response to a repeated request has another type, such as a page from a gateway in front of the service.
    private func refuseOtherType(_ head: HTTPResponse) throws(APIFailure) {
        guard isOtherType(head) else { return }
        let first = contentType.map(MediaTypes.essence) ?? "without a type"
        throw .unexpectedAnswer(
            AnswerFailure(
                head, of: operation, attempts: state.withLock { $0.attempts }, reason: "the file was \(first) in the first response",
                hiding: client.secrets))
    }

    /// Returns `true` if a response declares another type than the first one did, or if that declared none and this is a page or JSON.
    private func isOtherType(_ head: HTTPResponse) -> Bool {
        guard let now = head.headerFields[.contentType] else { return false }
        guard let contentType else { return !MediaTypes.mayBeExport(now) }
        return MediaTypes.essence(now) != MediaTypes.essence(contentType)
    }

    /// Returns the error for an interrupted transfer.
    func broken(_ error: any Error) -> APIFailure {
        client.interrupted("the file", by: error, of: call, attempts: state.withLock { $0.attempts })
    }

    // MARK: The part on disk

    /// The partial file of an interrupted write. It is deleted with the last copy of the download at the latest.
    var part: FilePart? {
        get { state.withLock { $0.part } }
        set { replacePart(newValue) }
    }

    private func replacePart(_ part: FilePart?) {
        // The old part is released outside the lock, because that deletes a file.
        let old = state.withLock { state in
            defer { state.part = part }
            return state.part
        }
        _ = old
    }

    /// - Returns: `false` while another write runs.
    func beginWriting() -> Bool {
        state.withLock { state in
            defer { state.isWriting = true }
            return !state.isWriting
        }
    }

    func endWriting() { state.withLock { $0.isWriting = false } }
}

extension TransportResponse {
    private struct WrongLength: Error {}

    /// The same response with a body that fails if its length differs from the declared one, whatever transport delivers it.
    var heldAgainstItsLength: TransportResponse {
        guard let size = head.headerFields.fileSize else { return self }
        let state = Lock((pieces: body.makeAsyncIterator(), count: 0))
        let next: @Sendable () async throws -> [UInt8]? = {
            var pieces = state.withLock { $0.pieces }
            let piece = try await pieces.next()
            let count = state.withLock { state in
                state.pieces = pieces
                state.count += piece?.count ?? 0
                return state.count
            }
            guard piece == nil ? count == size : count <= size else {
                throw TransportFailure(fate: .unknown, reason: "received \(count) of \(size) bytes", underlying: WrongLength())
            }
            return piece
        }
        return TransportResponse(head: head, body: ResponseBody(next: next))
    }
}

extension APIFailure {
    /// `true` if the service says that the file does not have the requested bytes.
    fileprivate var saysThatRangeIsNone: Bool {
        if case .response(let failure) = self { failure.status == .rangeNotSatisfiable } else { false }
    }

    fileprivate var saysThatFileIsGone: Bool {
        if case .response(let failure) = self { failure.isNotFound || failure.status == .gone } else { false }
    }
}

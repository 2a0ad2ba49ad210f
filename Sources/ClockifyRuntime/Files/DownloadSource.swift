import HTTPTypes

/// Where a download has its bytes from: the answer that came, until somebody goes through it, and then others to the same call.
///
/// Copies of a download share it, and with it the part of a file that broke off.
final class DownloadSource: Sendable {
    private struct State {
        var unread: TransportResponse?
        var part: FilePart?
        var isWriting = false
    }

    private let client: APIClient
    private let call: Call
    /// What the first answer said that it is.
    private let contentType: String?
    private let state: Lock<State>

    init(_ answer: TransportResponse, client: APIClient, call: Call) {
        self.client = client
        self.call = call
        contentType = answer.head.headerFields[.contentType]
        state = Lock(State(unread: answer))
    }

    var operation: APIOperation { call.operation }

    // MARK: Answers

    /// An answer with all bytes of the file, of which nobody has read any.
    func answer() async throws(APIFailure) -> TransportResponse {
        let unread = state.withLock { state in
            defer { state.unread = nil }
            return state.unread
        }
        if let unread { return unread }
        let answer = try await client.fileAnswer(call)
        try refuseOtherType(answer.head)
        return answer
    }

    /// An answer with what the part lacks; nil when the service has no such thing, or another file by now.
    ///
    /// Where it answers with the whole file, that is the answer: the part is of no use any more.
    func answer(completing part: FilePart) async throws(APIFailure) -> TransportResponse? {
        guard let version = part.version else { return nil }
        var call = call
        call.header("Range", "bytes=\(part.count)-")
        call.header("If-Range", version.condition)
        // The bytes that there are were not compressed, and what follows them must not be.
        call.header("Accept-Encoding", "identity")
        let answer: TransportResponse
        do {
            answer = try await client.fileAnswer(call)
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

    /// A page of whatever stands before the service is not the file that was asked for again.
    private func refuseOtherType(_ head: HTTPResponse) throws(APIFailure) {
        guard isOtherType(head) else { return }
        let first = contentType.map(MediaTypes.essence) ?? "of no type"
        throw .unexpectedAnswer(
            AnswerFailure(
                head, of: operation, attempts: 1, reason: "the file was \(first) when it was asked for first", hiding: client.secrets))
    }

    /// Whether an answer says that it is something else than the first one did; where that said nothing, a page or JSON.
    private func isOtherType(_ head: HTTPResponse) -> Bool {
        guard let now = head.headerFields[.contentType] else { return false }
        guard let contentType else { return !MediaTypes.mayBeExport(now) }
        return MediaTypes.essence(now) != MediaTypes.essence(contentType)
    }

    /// What is told of bytes that broke off.
    func broken(_ error: any Error) -> APIFailure {
        if error is CancellationError || Task.isCancelled { return .cancelled }
        let failure = error as? TransportFailure
        return .connection(
            ConnectionFailure(
                operation: operation.id, host: "the service",
                reason: "the file broke off: " + (failure.map { client.secrets.hidden(in: $0.reason) } ?? "\(type(of: error))"),
                wasSent: true,
                attempts: 1, underlying: client.secrets.hidden(in: error)))
    }

    // MARK: The part on disk

    /// The part of a file that broke off; it goes away with the last copy of the download at the latest.
    var part: FilePart? {
        get { state.withLock { $0.part } }
        set { replacePart(newValue) }
    }

    private func replacePart(_ part: FilePart?) {
        // Let go of outside of the lock: that deletes a file.
        let old = state.withLock { state in
            defer { state.part = part }
            return state.part
        }
        _ = old
    }

    /// - Returns: False while another writes.
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

    /// The same answer, whose body ends with an error where it is not as long as its head says, whoever reads it and whatever carried it.
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
                throw TransportFailure(fate: .unknown, reason: "\(count) of \(size) bytes came", underlying: WrongLength())
            }
            return piece
        }
        return TransportResponse(head: head, body: ResponseBody(next: next))
    }
}

extension APIFailure {
    /// Whether the service says that the file has no such bytes.
    fileprivate var saysThatRangeIsNone: Bool {
        if case .response(let failure) = self { failure.status == .rangeNotSatisfiable } else { false }
    }

    fileprivate var saysThatFileIsGone: Bool {
        if case .response(let failure) = self { failure.isNotFound || failure.status == .gone } else { false }
    }
}

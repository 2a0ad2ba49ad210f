import ClockifySandbox
import HTTPTypes
import NIOCore
import NIOHTTP1

/// Handles the requests of one connection, in their order. Later requests wait while a response is delayed, or while the client does not
/// read.
final class Connection: ChannelInboundHandler, ChannelOutboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum Event {
        case expectation
        case request(ReceivedRequest)
        case rejection(Rejection)
        /// The client sends nothing more.
        case end
    }

    private let sandbox: ClockifySandbox
    /// The request that is arriving.
    private var incoming: ReceivedRequest?
    /// What waits for a response. Bounded: while it is not empty, nothing is read.
    private var waiting = CircularBuffer<Event>()
    private var isResponding = false
    private var isDelayed = false
    private var wantsToRead = false
    /// `true` after a request that is the last: what arrives later is dropped.
    private var isLast = false
    /// `true` after the last response.
    private var isFinished = false
    private var closing: Scheduled<Void>?
    private var late: Scheduled<Void>?

    init(sandbox: ClockifySandbox) { self.sandbox = sandbox }

    // MARK: Reading

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isLast else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            let request = ReceivedRequest(head)
            if let objection = request.objection { return reject(objection) }
            incoming = request
            if request.awaitsContinue { waiting.append(.expectation) }
        case .body(let part):
            if incoming?.append(part) == false { reject(.tooLarge) }
        case .end:
            guard let request = incoming else { return }
            incoming = nil
            isLast = !request.keepsConnection
            waiting.append(.request(request))
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        respond(context)
        context.fireChannelReadComplete()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case let error as HTTPParserError where error != .invalidEOFState:
            reject(Rejection(error))
            respond(context)
        // More input after the one that could not be parsed.
        case is ByteToMessageDecoderError: break
        default: context.close(promise: nil)
        }
    }

    /// Rejects the request that is arriving. The rest of it is dropped.
    private func reject(_ rejection: Rejection) {
        guard !isLast else { return }
        incoming = nil
        isLast = true
        waiting.append(.rejection(rejection))
    }

    /// A client may stop sending and still wait for its responses.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent {
            isLast = true
            incoming = nil
            waiting.append(.end)
            respond(context)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func read(context: ChannelHandlerContext) {
        if isFinished || (waiting.isEmpty && !isDelayed && context.channel.isWritable) { return context.read() }
        wantsToRead = true
    }

    private func readAgain(_ context: ChannelHandlerContext) {
        guard wantsToRead else { return }
        wantsToRead = false
        read(context: context)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        respond(context)
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        isLast = true
        waiting.removeAll()
        closing?.cancel()
        late?.cancel()
        context.fireChannelInactive()
    }

    // MARK: Responding

    /// Responds to what waits, as far as the client reads.
    private func respond(_ context: ChannelHandlerContext) {
        // A flush may report that the client reads again.
        guard !isResponding else { return }
        isResponding = true
        while !isDelayed, !isFinished, context.channel.isActive {
            // What is not flushed counts as not read.
            if !context.channel.isWritable { context.flush() }
            guard context.channel.isWritable, let event = waiting.popFirst() else { break }
            respond(to: event, context)
        }
        isResponding = false
        context.flush()
        readAgain(context)
    }

    private func respond(to event: Event, _ context: ChannelHandlerContext) {
        switch event {
        case .end:
            isFinished = true
            closeOutput(context)
        case .expectation: write(.head(HTTPResponseHead(version: .http1_1, status: .continue)), context)
        case .rejection(let rejection):
            let head = HTTPResponse(status: .init(code: Int(rejection.status.code)), headerFields: [.contentType: "application/json"])
            write(head, body: rejection.body, isHead: false, keepsConnection: false, version: .http1_1, context)
        case .request(let received):
            guard let request = received.request else { return respond(to: .rejection(.malformed), context) }
            send(sandbox.reply(to: request, body: received.body), to: received, context)
        }
    }

    /// Sends a response when it is due.
    private func send(_ reply: SandboxReply, to received: ReceivedRequest, _ context: ChannelHandlerContext) {
        if reply.awaitsDeliveries, sandbox.deliveries.pending > 0 {
            return wait(.milliseconds(5), context) { self.send(reply, to: received, context) }
        }
        guard reply.delay > .zero else { return write(reply.answer, to: received, context) }
        let delay = TimeAmount.nanoseconds(Int64((reply.delay / .nanoseconds(1)).rounded(.up)))
        wait(delay, context) { self.write(reply.answer, to: received, context) }
    }

    /// Sends nothing for a while, and then continues with an action.
    private func wait(_ delay: TimeAmount, _ context: ChannelHandlerContext, then action: @escaping () -> Void) {
        isDelayed = true
        late = context.eventLoop.assumeIsolated().scheduleTask(in: delay) {
            self.isDelayed = false
            action()
            self.respond(context)
        }
    }

    private func write(_ answer: SandboxAnswer, to received: ReceivedRequest, _ context: ChannelHandlerContext) {
        write(
            answer.head, body: answer.body, isHead: received.head.method == .HEAD, keepsConnection: received.keepsConnection,
            version: received.head.version, context)
    }

    private func write(
        _ response: HTTPResponse, body: [UInt8], isHead: Bool, keepsConnection: Bool, version: HTTPVersion,
        _ context: ChannelHandlerContext
    ) {
        var headers = HTTPHeaders()
        for field in response.headerFields { headers.add(name: field.name.rawName, value: field.value) }
        if response.status.code != 204, response.status.code != 304 { headers.replaceOrAdd(name: "content-length", value: "\(body.count)") }
        if !keepsConnection {
            headers.replaceOrAdd(name: "connection", value: "close")
        } else if version == .http1_0 {
            headers.replaceOrAdd(name: "connection", value: "keep-alive")
        }
        let status = HTTPResponseStatus(statusCode: response.status.code, reasonPhrase: response.status.reasonPhrase)
        write(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers)), context)
        if !isHead, !body.isEmpty { write(.body(.byteBuffer(context.channel.allocator.buffer(bytes: body))), context) }
        guard !keepsConnection else { return write(.end(nil), context) }
        finish(context)
    }

    /// Ends the response stream, and with it the connection if the client has ended the other direction.
    private func closeOutput(_ context: ChannelHandlerContext) {
        // An empty part is written when everything before it is. Closing earlier could drop that.
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer())))).assumeIsolated().whenComplete { _ in
            context.close(mode: .output, promise: nil)
        }
    }

    private func write(_ part: HTTPServerResponsePart, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(part), promise: nil)
    }

    /// Ends the last response. The connection stays open for reading until the client closes it, because the system resets a connection
    /// that is closed with unread input, and the client may lose the response.
    private func finish(_ context: ChannelHandlerContext) {
        isLast = true
        isFinished = true
        write(.end(nil), context)
        closeOutput(context)
        closing = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(Limits.lingeringSeconds)) { context.close(promise: nil) }
    }
}

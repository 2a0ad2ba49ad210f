import ClockifyAPI
import ClockifyAsyncHTTPClient
import ClockifyLogging
import ClockifySandboxServer
import HTTPTypes
import InMemoryTracing
import Logging
import Tracing

/// Makes calls as a server does: over AsyncHTTPClient, logged, and each a span of the trace that it belongs to.
@main
struct Server {
    static func main() async throws {
        let tracer = InMemoryTracer()
        let service = try await ClockifySandboxServer.start()
        let transport = AsyncHTTPClientTransport()
        let clockify = Clockify(.apiKey(service.sandbox.apiKey), site: service.site, transport: transport)
            .with(
                try UserAgentMiddleware(product: "Server", version: "1.0"), RequestIDMiddleware(), TracingMiddleware(tracer: tracer),
                LoggingMiddleware(Logger(label: "clockify"), level: .info))

        try await tracer.withSpan("nightly report") { _ in
            let me = try await clockify.users.me()
            _ = try await clockify.tags.create(in: me.activeWorkspace, .init(name: "from the server"))
        }

        let spans = tracer.finishedSpans
        precondition(spans.map(\.operationName) == ["clockify getLoggedUser", "clockify createNewTag", "nightly report"], "\(spans)")
        precondition(Set(spans.map(\.spanContext.traceID)).count == 1, "the calls are not in the trace of what they were made for")
        let name = HTTPField.Name(InMemoryTracer.spanIDKey)
        let sent = service.sandbox.requests.map { request in name.flatMap { request.headerFields[$0] } }
        precondition(sent == spans.prefix(2).map(\.spanContext.spanID), "the service was not told of the spans: \(sent)")

        try await transport.shutdown()
        await service.stop()
        print("\(spans.count) spans of one trace, the service told of \(sent.count)")
    }
}

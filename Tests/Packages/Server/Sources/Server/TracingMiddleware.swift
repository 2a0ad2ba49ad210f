import ClockifyAPI
import HTTPTypes
import Tracing

/// Records a span for each attempt of each call, and sends its context along, so that the service's spans become its children.
struct TracingMiddleware<Tracer: Tracing.Tracer>: ClientMiddleware {
    let tracer: Tracer

    func intercept(_ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next) async throws -> TransportResponse {
        try await tracer.withSpan("clockify \(attempt.operation.id)", ofKind: .client) { span in
            var request = request
            tracer.inject(span.context, into: &request.headerFields, using: HeaderInjector())
            span.attributes["http.request.method"] = request.method.rawValue
            span.attributes["http.request.resend_count"] = attempt.number - 1
            span.attributes["server.address"] = request.authority ?? ""
            // The template: the path itself has ids.
            span.attributes["url.template"] = attempt.operation.path
            let response = try await next(request, body)
            span.attributes["http.response.status_code"] = response.head.status.code
            if response.head.status.kind != .successful { span.setStatus(SpanStatus(code: .error)) }
            return response
        }
    }
}

private struct HeaderInjector: Injector {
    func inject(_ value: String, forKey key: String, into fields: inout HTTPFields) {
        if let name = HTTPField.Name(key) { fields[name] = value }
    }
}

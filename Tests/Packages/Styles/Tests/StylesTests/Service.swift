import ClockifyRuntime
import Foundation
import HTTPTypes
import Synchronization

/// A service that gives one answer, and remembers what it was asked.
final class Service: ClientTransport {
    private let last = Mutex<(request: HTTPRequest?, body: [UInt8])>((nil, []))
    private let answer: (status: Int, headers: HTTPFields, body: [UInt8])

    init(_ answer: String = "", status: Int = 200, type: String = "application/json", headers: [String: String] = [:]) {
        var fields: HTTPFields = [.contentType: type]
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        self.answer = (status, fields, Array(answer.utf8))
    }

    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        let bytes = try body?.collect() ?? []
        last.withLock { $0 = (request, bytes) }
        return TransportResponse(
            head: HTTPResponse(status: .init(code: answer.status), headerFields: answer.headers), body: answer.body)
    }

    // MARK: What was sent

    var request: HTTPRequest? { last.withLock { $0.request } }
    /// Such as `GET https://api.example/a?b=c`, as it was sent.
    var line: String {
        guard let request else { return "nothing" }
        return "\(request.method) \(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")"
    }
    /// The method, the path and the query without percent-encoding, for those that are nothing but brackets in it.
    var readableLine: String { line.removingPercentEncoding ?? line }
    var body: String { String(decoding: last.withLock { $0.body }, as: UTF8.self) }
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { request?.headerFields[$0] } }

    // MARK: How an API is created

    func api<API: GeneratedAPI>(
        _ type: API.Type = API.self, at servers: [String: String], with credentials: (any APICredentials)? = nil
    ) -> API {
        API(client: APIClient(servers: APIClient.Servers(servers, allowsPlainHTTP: true), credentials: credentials, transport: self))
    }

    func api<API: GeneratedAPI>(
        _ type: API.Type = API.self, at servers: [String: URL], with credentials: (any APICredentials)? = nil
    ) -> API {
        API(client: APIClient(servers: APIClient.Servers(servers, allowsPlainHTTP: true), credentials: credentials, transport: self))
    }
}

/// Returns the answer to a call that the service refuses.
func refusal(of call: () async throws(APIFailure) -> Void) async -> ResponseFailure? {
    do throws(APIFailure) { try await call() } catch .response(let failure) { return failure } catch .outcomeUnknown(let unknown) {
        // A gateway says 503, and what was sent may have had an effect.
        if case .response(let failure) = unknown.cause { return failure }
    } catch { return nil }
    return nil
}

/// Returns what a call would violate.
func problems(of call: () async throws(APIFailure) -> Void) async -> [String] {
    do throws(APIFailure) { try await call() } catch .invalidRequest(let problems) {
        return problems.map { "\($0.location) \($0.pointer) \($0.rule)" }
    } catch { return ["\(error)"] }
    return []
}

func read<Value: JSONReadable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
    try JSONReader.decode(from: Array(text.utf8))
}

@_spi(Generated) @testable import ClockifyRuntime
import HTTPTypes
import Synchronization
import Testing

/// Returns the responses of a list in order, and records the requests.
final class StubTransport: ClientTransport {
    struct Exchange: Sendable {
        let request: HTTPRequest
        let body: [UInt8]
    }

    private let state = Mutex<(answers: [Result<TransportResponse, any Error>], exchanges: [Exchange])>(([], []))

    init(_ answers: [Result<TransportResponse, any Error>]) {
        state.withLock { $0.answers = answers }
    }

    convenience init(_ bodies: String...) {
        self.init(bodies.map { .success(.json($0)) })
    }

    var exchanges: [Exchange] { state.withLock { $0.exchanges } }

    struct NoAnswerLeft: Error {}

    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        let bytes = try body?.collect() ?? []
        let answer = state.withLock { state in
            state.exchanges.append(Exchange(request: request, body: bytes))
            return state.answers.isEmpty ? .failure(NoAnswerLeft()) : state.answers.removeFirst()
        }
        return try answer.get()
    }
}

extension TransportResponse {
    static func json(_ text: String, status: Int = 200, fields: [String: String] = [:]) -> TransportResponse {
        var head = HTTPResponse(status: .init(code: status))
        head.headerFields[.contentType] = "application/json"
        for (text, value) in fields {
            guard let name = HTTPField.Name(text) else {
                Issue.record("\(text) is not a valid header name")
                continue
            }
            head.headerFields[name] = value
        }
        return TransportResponse(head: head, body: Array(text.utf8))
    }
}

struct StubCredentials: APICredentials {
    let placement: CredentialPlacement
    static func key(_ secret: String) -> Self { .init(placement: .header("X-Api-Key", secret)) }
}

extension APIClient {
    static func stub(_ transport: StubTransport, key: String = "the-secret") -> APIClient {
        APIClient(
            servers: APIClient.Servers(["main": "https://example.test/api"]), credentials: StubCredentials.key(key), transport: transport)
    }

    /// Credentials with another key for each request: `key-1`, `key-2`, and so on.
    static func rotating(_ transport: StubTransport, asked: Counter) -> APIClient {
        var client = APIClient(
            servers: APIClient.Servers(["main": "https://example.test"]),
            credentials: {
                asked.add()
                return StubCredentials.key("key-\(asked.value)")
            }, transport: transport)
        client.time = ManualTime().source
        client.options.timeout = nil
        return client
    }
}

struct Item: ResponseModel {
    let id: Int
    static let members: JSONMembers = ["id"]
    init(from json: inout JSONReader) throws(JSONError) {
        var id: Int?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &id)
            default: break
            }
        }
        self.id = try json.require(id, "id")
    }
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.endObject()
    }
}

/// Returns the error that `work` throws.
func thrown<Value>(by work: () async throws(APIFailure) -> Value) async -> APIFailure? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error
    }
}

import ClockifySandbox
import FlyingFox
import Foundation
import HTTPTypes

/// Hands requests to the sandbox as they came over the wire, and its answers back.
struct SandboxHandler: HTTPHandler {
    let sandbox: ClockifySandbox

    func handleRequest(_ request: FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse {
        let body = [UInt8](try await request.bodyData)
        guard let method = HTTPTypes.HTTPRequest.Method(request.method.rawValue) else {
            return FlyingFox.HTTPResponse(statusCode: .badRequest)
        }
        var fields = HTTPFields()
        for (header, value) in request.headers {
            guard let name = HTTPField.Name(header.rawValue), name != .connection else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        // The target as it stood in the request: FlyingFox's own path has `..` and double slashes worked in already.
        let answer = sandbox.answer(
            HTTPTypes.HTTPRequest(
                method: method, scheme: "http", authority: request.headers[.host], path: request.target.rawValue, headerFields: fields),
            body: body)
        var headers = HTTPHeaders()
        for field in answer.head.headerFields { headers.addValue(field.value, for: HTTPHeader(field.name.rawName)) }
        return FlyingFox.HTTPResponse(
            statusCode: HTTPStatusCode(answer.head.status.code, phrase: answer.head.status.reasonPhrase), headers: headers,
            body: Data(answer.body))
    }
}

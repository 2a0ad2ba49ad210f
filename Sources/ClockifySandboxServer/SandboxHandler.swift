import ClockifySandbox
import FlyingFox
import Foundation
import HTTPTypes

/// Passes requests to the sandbox exactly as received, and returns its responses.
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
        // The target as received. FlyingFox's own path already has `..` and double slashes resolved.
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

import Foundation
import HTTPTypes

/// Makes calls: puts requests together, has them carried, and reads the answers.
///
/// A value that may be copied and shared between tasks.
public struct APIClient: Sendable {
    public let servers: Servers
    public let credentials: (any APICredentials)?
    public let transport: any Transport

    public init(servers: Servers, credentials: (any APICredentials)? = nil, transport: any Transport = URLSessionTransport()) {
        self.servers = servers
        self.credentials = credentials
        self.transport = transport
    }

    // MARK: Calls, as generated code makes them

    /// An answer in JSON.
    public func value<Value: JSONReadable>(_ call: Call) async throws(ClockifyError) -> Value {
        try read(try await send(call), of: call)
    }

    /// An answer in JSON, or none.
    public func optionalValue<Value: JSONReadable>(_ call: Call) async throws(ClockifyError) -> Value? {
        let response = try await send(call)
        return response.body.isEmpty ? nil : try read(response, of: call)
    }

    /// An answer without content.
    public func perform(_ call: Call) async throws(ClockifyError) {
        _ = try await send(call)
    }

    /// An answer that is a file.
    public func file(_ call: Call) async throws(ClockifyError) -> Download {
        let response = try await send(call)
        return Download(
            contentType: response.head.headerFields[.contentType],
            suggestedName: response.head.headerFields[.contentDisposition].flatMap(ContentDisposition.fileName),
            bytes: response.body)
    }

    /// The entries of every page.
    public func pages<Element: JSONReadable>(_ call: Call, page: String, first: Int, size: Int? = nil) -> Pages<Element> {
        Pages(client: self, call: call, pageParameter: page, firstPage: first, pageSize: size)
    }

    // MARK: Steps

    func send(_ call: Call) async throws(ClockifyError) -> TransportResponse {
        guard call.rules.problems.isEmpty else { throw .invalidRequest(call.rules.problems) }
        let request = try request(for: call)
        let response: TransportResponse
        do {
            try Task.checkCancellation()
            response = try await transport.send(request, body: call.body)
        } catch {
            throw failure(error, of: call, to: request.authority ?? "")
        }
        guard response.head.status.kind == .successful else { throw .response(refusal(response, of: call)) }
        return response
    }

    private func request(for call: Call) throws(ClockifyError) -> HTTPRequest {
        let base = try servers.base(of: call.operation.service)
        var request = HTTPRequest(
            method: call.operation.method, scheme: base.scheme, authority: base.authority, path: base.path + call.target)
        request.headerFields[.accept] = call.acceptsFile ? "*/*" : "application/json"
        if let body = call.body { request.headerFields[.contentType] = body.contentType }
        for header in call.headers {
            guard let name = HTTPField.Name(header.name) else { throw .configuration("\"\(header.name)\" is no name of a header") }
            request.headerFields[name] = header.value
        }
        var cookies = call.cookies.map { "\($0.name)=\($0.value)" }
        if call.operation.sendsCredentials { try add(credentials, to: &request, cookies: &cookies) }
        if !cookies.isEmpty { request.headerFields[.cookie] = cookies.joined(separator: "; ") }
        return request
    }

    private func add(
        _ credentials: (any APICredentials)?, to request: inout HTTPRequest, cookies: inout [String]
    ) throws(ClockifyError) {
        guard let placement = credentials?.placement else { return }
        let secret = placement.secret()
        guard !secret.isEmpty, Call.isFieldValue(secret) else {
            throw .configuration("the credentials for \(placement) are empty, or have characters that no key has")
        }
        switch placement.field {
        case .header(let name):
            guard let name = HTTPField.Name(name) else { throw .configuration("\"\(name)\" is no name of a header") }
            request.headerFields[name] = secret
        case .query(let name):
            let path = request.path ?? ""
            let item = PercentEncoding.queryValue(name) + "=" + PercentEncoding.queryValue(secret)
            request.path = path + (path.contains("?") ? "&" : "?") + item
        case .cookie(let name): cookies.append("\(name)=\(PercentEncoding.queryValue(secret))")
        }
    }

    private func failure(_ error: any Error, of call: Call, to host: String) -> ClockifyError {
        if let error = error as? ClockifyError { return error }
        if error is CancellationError || Task.isCancelled { return .cancelled }
        if let error = error as? CocoaError {
            return .file("\(call.operation.id): cannot read the file to send: \(error.localizedDescription)")
        }
        return .connection(
            ConnectionFailure(operation: call.operation.id, host: host, reason: ConnectionFailure.reason(of: error), underlying: error))
    }

    // MARK: Answers

    func read<Value: JSONReadable>(_ response: TransportResponse, of call: Call) throws(ClockifyError) -> Value {
        let contentType = response.head.headerFields[.contentType]
        func failure(_ reason: String, path: String? = nil, offset: Int? = nil) -> ClockifyError {
            .unexpectedAnswer(
                AnswerFailure(
                    operation: call.operation.id, status: response.head.status, reason: reason, path: path, offset: offset,
                    contentType: contentType, body: response.body))
        }
        if let contentType, !MediaTypes.mayBeJSON(contentType) { throw failure("JSON was asked for") }
        do {
            return try JSONReader.decode(Value.self, from: response.body)
        } catch {
            throw failure(error.reason, path: error.path, offset: error.offset)
        }
    }

    private func refusal(_ response: TransportResponse, of call: Call) -> ResponseFailure {
        let message = try? JSONReader.decode(ServiceMessage.self, from: response.body)
        let fields = response.head.headerFields
        return ResponseFailure(
            operation: call.operation.id, status: response.head.status, code: message?.code, message: message?.message,
            requestID: APIClient.requestIDNames.lazy.compactMap { fields[$0] }.first, body: Array(response.body.prefix(65_536)))
    }

    /// The headers in which services and the networks before them name a request.
    private static let requestIDNames = ["x-amz-cf-id", "x-request-id", "x-amzn-requestid", "x-correlation-id"].compactMap {
        HTTPField.Name($0)
    }
}

/// The body with which Clockify refuses: `{"message": …, "code": …}`.
private struct ServiceMessage: JSONReadable {
    let message: String?
    let code: Int?

    static let members: JSONMembers = ["message", "code"]

    init(from json: inout JSONReader) throws(JSONError) {
        var message: JSONValue?
        var code: JSONValue?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: message = try json.read()
            default: code = try json.read()
            }
        }
        self.message = message?.stringValue
        self.code = code?.intValue ?? code?.stringValue.flatMap(Int.init)
    }
}

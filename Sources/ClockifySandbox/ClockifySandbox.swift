import ClockifyAPI
import Foundation
import HTTPTypes

/// A Clockify in memory: answers every operation of the spec, so that tests need no network and no account.
///
///     let sandbox = ClockifySandbox()
///     let clockify = Clockify(.apiKey(sandbox.apiKey), transport: sandbox.transport)
///
/// What is created is listed, fetched, changed and deleted: users, user groups, workspaces, clients, projects, tasks, tags, custom
/// fields, webhooks and time entries, which detailed, summary and weekly reports and entity changes tell of, too. Other operations
/// answer with their documented sample, or a small file where a report is exported or something is downloaded. Requests are checked
/// against the spec, independently of the checks in the client, and refused in the live service's words.
///
/// A new sandbox has a user, a workspace, some clients, tags and tasks, and enough projects to fill several pages.
public final class ClockifySandbox: Sendable {
    /// The key that is let in.
    public let apiKey: String
    /// The add-on token that is let in.
    public let addonToken: String
    /// The marketplace token that is let in.
    public let marketplaceToken: String
    /// Whose operations it answers, and by whose rules it checks requests.
    public let documentation: Documentation

    /// The pages that document the service.
    public enum Documentation: Sendable {
        /// What `ClockifyAPI` is made from.
        case current
        /// What `ClockifyLegacyAPI` is made from.
        case legacy
    }

    private let withDocumentedThings: Bool

    private struct Contents: Sendable {
        var state: SandboxState?
        /// What a new sandbox has: made once, and taken again by each reset.
        var initial: SandboxState?
        var requests: [SandboxRequest] = []
        var now: @Sendable () -> Date
    }

    private let contents: Lock<Contents>

    /// - Parameters:
    ///   - documentation: The page whose operations it answers.
    ///   - withDocumentedThings: Whether a new sandbox also has what the documentation's samples name by an identifier, so that they
    ///     can be sent as they are printed.
    ///   - now: The sandbox's clock; a test that sets one waits for none.
    public init(
        apiKey: String = "sandbox-api-key", addonToken: String = "sandbox-addon-token",
        marketplaceToken: String = "sandbox-marketplace-token", documentation: Documentation = .current,
        withDocumentedThings: Bool = false,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.apiKey = apiKey
        self.addonToken = addonToken
        self.marketplaceToken = marketplaceToken
        self.documentation = documentation
        self.withDocumentedThings = withDocumentedThings
        contents = Lock(Contents(now: now))
    }

    /// Carries a client's requests here.
    public var transport: SandboxTransport { SandboxTransport(sandbox: self) }

    /// The workspace that a new sandbox has.
    public var workspace: Clockify.WorkspaceID { .init(rawValue: documentation.things.workspace) }

    /// The user whose credentials ``apiKey`` and the tokens are.
    public var user: Clockify.UserID { .init(rawValue: documentation.things.user) }

    /// The sandbox's clock.
    public var now: @Sendable () -> Date {
        get { contents.withLock { $0.now } }
        set { contents.withLock { $0.now = newValue } }
    }

    /// All requests so far, refused ones too, oldest first.
    public var requests: [SandboxRequest] { contents.withLock { $0.requests } }

    /// Forgets everything that was created and all requests, as if the sandbox were new. The clock stays.
    public func reset() {
        contents.withLock { contents in
            contents.state = nil
            contents.requests = []
        }
    }

    // MARK: Answers

    /// Answers a request as it came in.
    package func answer(_ request: HTTPRequest, body: [UInt8]) -> SandboxAnswer {
        let catalog: Catalog
        let samples: Samples
        do throws(JSONError) {
            catalog = try documentation.catalog.get()
            // Things are kept in the current page's shapes, whichever page they are asked for by.
            samples = try Catalog.shared.get().samples
        } catch {
            return Refusal(500, code: 500, "The sandbox cannot read its spec: \(error)").response
        }
        let credentials = CredentialCheck(
            schemes: catalog.securitySchemes,
            secrets: ["x-api-key": apiKey, "x-addon-token": addonToken, "x-marketplace-token": marketplaceToken])
        return contents.withLock { contents in
            var operation: CatalogOperation?
            let now = contents.now()
            let initial =
                contents.initial
                ?? SandboxState(samples: samples, things: documentation.things, hasAllThings: withDocumentedThings, now: now)
            contents.initial = initial
            var state = contents.state ?? initial
            // Taken out, so that a change copies nothing.
            contents.state = nil
            state.now = now
            let response: SandboxAnswer
            do throws(Refusal) {
                let scheme = try credentials.scheme(of: request.headerFields)
                let target = try RequestTarget(request.path ?? "/", authority: request.authority)
                let match = try Router(operations: catalog.operations).match(target, method: request.method.rawValue)
                operation = match.operation
                try credentials.check(scheme, for: match.operation)
                let json = try RequestCheck(schemas: SchemaCheck(schemas: catalog.schemas)).check(
                    match.operation, pathValues: match.pathValues, query: target.query, fields: request.headerFields, body: body)
                let call = SandboxCall(operation: match.operation, pathValues: match.pathValues, query: target.query, body: json)
                response = Self.response(to: call, try state.carryOut(call, documentation.actions[match.operation.id]), catalog: catalog)
            } catch {
                response = error.response
            }
            contents.state = state
            contents.requests.append(
                SandboxRequest(
                    method: request.method.rawValue, target: request.path ?? "/",
                    headerFields: credentials.withoutSecrets(request.headerFields), body: body, operation: operation?.id,
                    status: response.head.status.code))
            return response
        }
    }

    private static func response(to call: SandboxCall, _ outcome: Outcome?, catalog: Catalog) -> SandboxAnswer {
        let status = call.operation.successStatus
        let success = call.operation.success
        if let file = SandboxFile(exportedBy: call, from: success?.content ?? []) { return file.answer(status: status) }
        switch outcome {
        case .value(let value): return .json(value, status: status)
        case .page(let values, let isLast):
            var fields = HTTPFields()
            if let name = HTTPField.Name("Last-Page"), success?.headers.contains(name.rawName) == true {
                fields[name] = String(isLast)
            }
            return .json(.array(values), status: status, fields: fields)
        case .done: return SandboxAnswer(head: HTTPResponse(status: .init(code: status)), body: [])
        case nil:
            guard let media = success?.content.first(where: \.isJSON) ?? success?.content.first else {
                return SandboxAnswer(head: HTTPResponse(status: .init(code: status)), body: [])
            }
            guard media.isJSON else { return SandboxFile(of: media).answer(status: status) }
            let text = media.example ?? SchemaSample(schemas: SchemaCheck(schemas: catalog.schemas)).text(for: media.schema ?? [:])
            return .text(text, type: media.type, status: status)
        }
    }
}

extension ClockifySandbox.Documentation {
    fileprivate var catalog: Result<Catalog, JSONError> { self == .current ? Catalog.shared : Catalog.legacy }
    fileprivate var things: DocumentedThings { self == .current ? .current : .legacy }
    fileprivate var actions: [String: Action] { self == .current ? Actions.all : Actions.legacy }
}

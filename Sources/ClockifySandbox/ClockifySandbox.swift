public import ClockifyAPI
public import Foundation
package import HTTPTypes

/// An in-memory Clockify service that responds to every operation of the spec, so that tests need neither a network nor an account.
///
///     let sandbox = ClockifySandbox()
///     let clockify = Clockify(.apiKey(sandbox.apiKey), transport: sandbox.transport)
///
/// What a client creates is stored: it can be listed, fetched, changed and deleted. Time entries, expenses,
/// approvals and time off also appear in reports, as JSON and as CSV, XLSX, PDF and ZIP files. Requests are validated against the spec,
/// independently of the checks in the client. Invalid requests are rejected with errors in the format of the live service.
///
/// Webhooks are delivered to subscribers on the same machine: see ``deliveries``. The sandbox has no permissions or subscription plans. A
/// rate limit is off until it is set.
///
/// A new sandbox contains a user and a workspace, and by default things to try calls with: see ``InitialContents``.
public final class ClockifySandbox: Sendable {
    /// The API key that the sandbox accepts.
    public let apiKey: String
    /// The add-on token that the sandbox accepts.
    public let addonToken: String
    /// The marketplace token that the sandbox accepts.
    public let marketplaceToken: String
    /// The documentation page that defines the operations and the validation rules.
    public let documentation: Documentation

    /// The documentation pages of the service.
    public enum Documentation: Sendable {
        /// The page that `ClockifyAPI` is generated from.
        case current
        /// The page that `ClockifyLegacyAPI` is generated from.
        case legacy
    }

    let initialContents: InitialContents

    struct Contents: Sendable {
        var state: SandboxState?
        /// The initial state, created once and restored by each reset.
        var initial: SandboxState?
        var log = RequestLog()
        var faults = FaultPlan()
        var rates = RequestRates(limit: nil)
        var clock: RunningClock
    }

    let contents: Lock<Contents>
    let deliveryQueue: DeliveryQueue

    /// Creates a sandbox.
    ///
    /// - Parameters:
    ///   - apiKey: The API key that it accepts.
    ///   - addonToken: The add-on token that it accepts.
    ///   - marketplaceToken: The marketplace token that it accepts.
    ///   - documentation: The page that defines the operations.
    ///   - contents: What it contains at first, and after each reset.
    ///   - now: The sandbox's clock. A test can set it to avoid waiting.
    public init(
        apiKey: String = "sandbox-api-key", addonToken: String = "sandbox-addon-token",
        marketplaceToken: String = "sandbox-marketplace-token", documentation: Documentation = .current,
        contents: InitialContents,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.apiKey = apiKey
        self.addonToken = addonToken
        self.marketplaceToken = marketplaceToken
        self.documentation = documentation
        initialContents = contents
        self.contents = Lock(Contents(clock: RunningClock(now)))
        deliveryQueue = Self.makeDeliveryQueue(recordingIn: self.contents)
    }

    deinit { deliveryQueue.removeAll().end() }

    /// Creates a sandbox.
    ///
    /// - Parameters:
    ///   - apiKey: The API key that it accepts.
    ///   - addonToken: The add-on token that it accepts.
    ///   - marketplaceToken: The marketplace token that it accepts.
    ///   - documentation: The page that defines the operations.
    ///   - withDocumentedThings: `true` for ``InitialContents/documented``, `false` for ``InitialContents/demo``.
    ///   - now: The sandbox's clock. A test can set it to avoid waiting.
    public convenience init(
        apiKey: String = "sandbox-api-key", addonToken: String = "sandbox-addon-token",
        marketplaceToken: String = "sandbox-marketplace-token", documentation: Documentation = .current,
        withDocumentedThings: Bool = false,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.init(
            apiKey: apiKey, addonToken: addonToken, marketplaceToken: marketplaceToken, documentation: documentation,
            contents: withDocumentedThings ? .documented : .demo, now: now)
    }

    /// A transport that sends a client's requests to this sandbox.
    public var transport: SandboxTransport { SandboxTransport(sandbox: self) }

    /// The workspace of a new sandbox.
    public var workspace: Clockify.WorkspaceID { .init(rawValue: documentation.things.workspace) }

    /// The user that ``apiKey`` and the tokens belong to.
    public var user: Clockify.UserID { .init(rawValue: documentation.things.user) }

    /// The sandbox's clock.
    public var now: @Sendable () -> Date {
        get {
            let clock = contents.withLock { $0.clock }
            return { clock.now }
        }
        set { contents.withLock { $0.clock = RunningClock(newValue) } }
    }

    /// The latest 1,000 requests, including rejected ones, oldest first. Of each body, the first 4 MiB are kept, and of
    /// all bodies together 64 MiB: fewer requests if they are large.
    public var requests: [SandboxRequest] { contents.withLock { $0.log }.requests }

    /// Discards the recorded requests.
    public func removeRequests() { contents.withLock { $0.log = RequestLog() } }

    /// Discards everything that was created, all recorded requests, all faults and all deliveries of webhooks. The clock and the rate limit
    /// stay the same.
    public func reset() {
        let deliveries = contents.withLock { contents in
            contents.state = nil
            contents.log = RequestLog()
            contents.faults = FaultPlan()
            contents.rates.removeAll()
            return deliveryQueue.removeAll()
        }
        deliveries.end()
    }

    // MARK: Responses

    /// Responds to a request in its wire format.
    package func reply(to request: HTTPRequest, body: [UInt8]) -> SandboxReply {
        let control = SandboxControl(sandbox: self)
        if let answer = control.answer(request, body: body) {
            return SandboxReply(answer: answer, delay: .zero, awaitsDeliveries: control.awaitsDeliveries(request))
        }
        // Like the addresses that the service returns, those of images need no credentials.
        if let image = contents.withLock({ $0.state?.image(at: request) }) {
            return SandboxReply(answer: image.answer(status: 200), delay: .zero)
        }
        let catalog: Catalog
        let samples: SampleShapes
        do throws(JSONError) {
            catalog = try documentation.catalog.get()
            // Entities are stored in the shapes of the current page, regardless of the page that requests refer to.
            samples = try Catalog.shared.get().samples
        } catch {
            return SandboxReply(answer: Refusal(500, code: 500, "The sandbox cannot read its spec: \(error)").response, delay: .zero)
        }
        let credentials = CredentialCheck(
            schemes: catalog.securitySchemes,
            secrets: ["x-api-key": apiKey, "x-addon-token": addonToken, "x-marketplace-token": marketplaceToken])
        return contents.withLock { contents in
            var operation: CatalogOperation?
            var fault: SandboxFault?
            let now = contents.clock.now
            let initial = contents.initial ?? makeInitialState(samples: samples, now: now)
            contents.initial = initial
            var state = contents.state ?? initial
            // Moves the state out of the lock, so that changes do not copy it.
            contents.state = nil
            state.now = now
            state.store.forgetChanges()
            var response: SandboxAnswer
            do throws(Refusal) {
                let scheme = try credentials.scheme(of: request.headerFields)
                let target = try RequestTarget(request.path ?? "/", authority: request.authority)
                // As services do, it answers HEAD wherever it answers GET. Whoever sends the response omits the body.
                let method = request.method == .head ? HTTPRequest.Method.get : request.method
                let match = try Router(operations: catalog.operations).match(target, method: method.rawValue)
                operation = match.operation
                try credentials.check(scheme, for: match.operation)
                let workspace = match.pathValues["workspaceId"].flatMap { state.store.entity(.workspaces, $0)?.id }
                try contents.rates.count(.init(scheme: scheme.name, workspace: workspace), at: now)
                fault = contents.faults.fault(for: match.operation, path: match.pathValues, query: target.query)
                if let refusal = fault?.refusal { throw refusal }
                let content = try RequestCheck(schemas: SchemaCheck(schemas: catalog.schemas)).check(
                    match.operation, pathValues: match.pathValues, query: target.query, fields: request.headerFields, body: body)
                let call = SandboxCall(
                    operation: match.operation, pathValues: match.pathValues, query: target.query, body: content.json,
                    files: content.files)
                let action = documentation.actions[match.operation.id]
                let outcome: Outcome?
                if let missingChanges = fault?.missingChanges {
                    var earlier = state.before(missingChanges)
                    outcome = try earlier.carryOut(call, action)
                } else {
                    outcome = try state.carryOut(call, action)
                }
                response = Self.response(to: call, outcome, catalog: catalog)
                // Within the lock, so that deliveries are in the order of the calls.
                deliver(state.deliveries(of: call), recordingIn: &state)
            } catch {
                response = error.response
            }
            state.store.endCall(isChange: operation?.isRead == false && response.head.status.code < 400)
            contents.state = state
            fault?.apply(to: &response)
            contents.log.append(
                SandboxRequest(
                    method: request.method.rawValue, target: request.path ?? "/",
                    headerFields: credentials.withoutSecrets(request.headerFields), body: Array(body.prefix(RequestLog.bodySize)),
                    operation: operation?.id, status: response.head.status.code))
            return SandboxReply(answer: response, delay: fault?.delay ?? .zero)
        }
    }

    private static func response(to call: SandboxCall, _ outcome: Outcome?, catalog: Catalog) -> SandboxAnswer {
        let status = call.operation.successStatus
        let success = call.operation.success
        switch outcome {
        case .value(let value): return .json(value, status: status)
        case .page(let values, let isLast): return .json(.array(values), status: status, fields: lastPage(isLast, of: success))
        case .envelope(let members, let isLast): return .json(.object(members), status: status, fields: lastPage(isLast, of: success))
        case .file(let file): return file.answer(status: status)
        case .done: return SandboxAnswer(head: HTTPResponse(status: .init(code: status)), body: [])
        case nil:
            guard let media = success?.content.first(where: \.isJSON) ?? success?.content.first else {
                return SandboxAnswer(head: HTTPResponse(status: .init(code: status)), body: [])
            }
            guard media.isJSON else { return .text("", type: media.type, status: status) }
            let text = media.example ?? SchemaSample(schemas: SchemaCheck(schemas: catalog.schemas)).text(for: media.schema ?? [:])
            return .text(text, type: media.type, status: status)
        }
    }
}

extension ClockifySandbox {
    /// Returns the header that says whether a page is the last one, if the operation sends it.
    private static func lastPage(_ isLast: Bool, of success: CatalogOperation.Response?) -> HTTPFields {
        var fields = HTTPFields()
        if let name = HTTPField.Name("Last-Page"), success?.headers.contains(name.rawName) == true { fields[name] = String(isLast) }
        return fields
    }
}

extension ClockifySandbox.Documentation {
    var catalog: Result<Catalog, JSONError> { self == .current ? Catalog.shared : Catalog.legacy }
    var name: String { self == .current ? "current" : "legacy" }

    /// The shapes of entities. They are those of the current page, regardless of the page that requests refer to.
    var samples: SampleShapes { (try? Catalog.shared.get().samples) ?? SampleShapes(of: []) }

    var things: DocumentedThings { self == .current ? .current : .legacy }
    fileprivate var actions: [String: Action] { self == .current ? Actions.all : Actions.legacy }
}

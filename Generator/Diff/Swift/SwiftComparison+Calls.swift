import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

/// Compares what the same Swift call sends before and after.
extension SwiftComparison {
    /// Finds the new methods that calls of the old ones resolve to, by their source form rather than by operation name.
    mutating func compareCalls() {
        let requests = RequestIndex(of: new)
        for (old, partner) in methods.pairs.map({ ($0.old, $0.new as Method?) }) + methods.removed.map({ ($0, nil) }) {
            for call in SwiftCall.calls(of: old) {
                guard let (target, _) = target(of: call, partner: partner) else { continue }
                compareRequests(call, target, partner: partner, requests)
            }
        }
    }

    /// Returns the call of the new API that code written for an old call resolves to, and whether all such code does.
    func target(of call: SwiftCall, partner: Method?) -> (call: SwiftCall, isForAll: Bool)? {
        let reached = (calls[call.key] ?? []).map { ($0, call.reach(in: $0, types: self)) }.filter { $0.1 != .nothing }
        let best = reached.first { $0.0.method.isSame(as: partner) } ?? reached.first { $0.1 == .all } ?? reached.first
        return best.map { ($0.0, $0.1 == .all) }
    }

    private mutating func compareRequests(_ call: SwiftCall, _ target: SwiftCall, partner: Method?, _ requests: RequestIndex) {
        let (before, after) = (call.method, target.method)
        let isPartner = after.isSame(as: partner)
        // Both methods of a pair share this change, so it is reported once.
        if isPartner, call.isOfPages { return }
        let (left, right) = (RequestLine(call, in: old), RequestLine(target, in: new))
        let subject = methods.subject(before, in: old, name: call.name)
        if left != right {
            // A call that follows its operation is sent elsewhere. A call that does something else, or what another call did, is
            // another request.
            let isAnother = !isPartner || left.method != right.method || requests.contains(left)
            let fate =
                partner.map { isPartner ? "" : "; what it did is \(new.name).\($0.group).\($0.name) now" } ?? "; no call does what it did"
            add(
                isAnother ? .callSendsAnotherRequest : .callSentElsewhere, subject,
                isAnother
                    ? "the same call sends \(right.words(besides: left)), and no longer \(left.words(besides: right))\(fate); code compiles and does something else"
                    : "the same call sends \(right.words(besides: left)) now, \(left.words(besides: right)) before", old: before.location,
                new: after.location, operation: after.operationID)
        }
        guard isPartner else { return }
        compareArguments(call, target, subject)
        if let left = before.body?.words, let right = after.body?.words, left != right {
            add(
                .bodySentOtherwise, subject, "the same call sends its body as \(right) now, as \(left) before", old: before.location,
                new: after.location, operation: after.operationID)
        }
    }

    /// Compares where arguments with the same label are sent.
    private mutating func compareArguments(_ call: SwiftCall, _ target: SwiftCall, _ subject: String) {
        let (left, right) = (call.arguments.labelled, target.arguments.labelled)
        let (leftKeys, rightKeys) = (left.map(\.argument.role.key), Set(right.map(\.argument.role.key)))
        for (old, new) in pairs(left, right, by: [\.label]).matched {
            let (before, after) = (left[old].argument, right[new].argument)
            let key = after.role.key
            // Path arguments are covered by the comparison of the path.
            if case (.path, .path) = (before.role, after.role) { continue }
            guard leftKeys[old] != key else { continue }
            let isAnother = rightKeys.contains(leftKeys[old])
            add(
                isAnother ? .callSendsAnotherRequest : .argumentSentElsewhere, "\(subject) argument \(left[old].label)",
                "the same argument is sent as \(key) now, as \(leftKeys[old]) before"
                    + (isAnother ? "; code compiles and sends something else" : ""),
                old: before.location, new: after.location, operation: target.method.operationID)
        }
    }

    // MARK: Credentials

    /// Compares where the same credentials are sent.
    mutating func compareCredentials() {
        for credential in old.credentials {
            guard let other = new.credentials.first(where: { $0.name == credential.name }), credential.kind != other.kind,
                credential.labels == other.labels
            else { continue }
            let isExchanged = new.credentials.contains { $0.kind == credential.kind }
            add(
                isExchanged ? .credentialsExchanged : .credentialsSentElsewhere, "\(old.name).Credentials.\(credential.name)",
                "the same credentials are sent as \(other.kind.words) now, as \(credential.kind.words) before"
                    + (isExchanged ? ", where others are sent now; code compiles and shows a secret elsewhere" : ""),
                old: credential.location, new: other.location)
        }
    }
}

/// The destination of a call's request. Path variables are identified by argument labels, not by their names in the spec.
private struct RequestLine: Equatable {
    let method: String
    /// The path with labels: `/v1/tags/{_1}`.
    let path: String
    /// The endpoint, including the server's path.
    let endpoint: String
    let service: String
    let server: String?

    init(_ call: SwiftCall, in api: API) {
        method = call.method.httpMethod
        service = call.method.service
        server = api.services.first { $0.name == call.method.service }?.url
        endpoint = call.method.endpoint(in: api)
        var labels: [String: String] = [:]
        for argument in call.arguments.labelled {
            if case .path(let name) = argument.argument.role { labels[name] = argument.label }
        }
        path = Template.replacing(in: call.method.path) { labels[$0] ?? $0 }
    }

    static func == (left: RequestLine, right: RequestLine) -> Bool {
        guard left.method == right.method else { return false }
        let isSameService = left.service == right.service || left.server == right.server
        if isSameService, left.path == right.path { return true }
        // A path prefix may be part of the server URL on one side and of the path on the other; the URL is the same.
        return (isSameService || left.server?.host == right.server?.host) && left.endpoint == right.endpoint
            && left.variables == right.variables
    }

    /// The URL without the names of path variables.
    var url: String { (server?.host ?? "") + endpoint }

    private var variables: [String] { Template.names(in: path) }

    func words(besides other: RequestLine) -> String {
        service == other.service || server == other.server ? "\(method) \(path)" : "\(method) \(path) to \(server ?? service)"
    }
}

/// The requests that an API makes.
private struct RequestIndex {
    private let urls: Set<String>

    init(of api: API) {
        urls = Set(api.files.flatMap(\.methods).flatMap(SwiftCall.calls(of:)).map { RequestLine($0, in: api).url })
    }

    func contains(_ line: RequestLine) -> Bool { urls.contains(line.url) }
}

extension Method {
    /// The properties that distinguish the methods of one API.
    struct Identity: Hashable {
        let location: SourceLocation
        let group: String
        let name: String
    }

    var identity: Identity { Identity(location: location, group: group, name: name) }

    /// `true` if both are the same method of one API.
    func isSame(as other: Method?) -> Bool { identity == other?.identity }
}

extension Method.Body {
    fileprivate var words: String {
        switch self {
        case .json("application/json"): "JSON"
        case .json(let contentType): contentType
        case .text: "text"
        case .file(let contentTypes): "a file of \(contentTypes.joined(separator: " or "))"
        case .multipart: "multipart/form-data"
        case .form: "application/x-www-form-urlencoded"
        }
    }
}

extension API.Credential.Kind {
    fileprivate var words: String {
        switch self {
        case .header(let name): "the header \(name)"
        case .query(let name): "the query parameter \(name)"
        case .cookie(let name): "the cookie \(name)"
        case .anyHeader: "any header"
        case .bearer: "a bearer token"
        case .basic: "user and password"
        case .together(let credentials): credentials.map(\.kind.words).joined(separator: " and ")
        }
    }
}

extension String {
    /// The scheme and host of a URL: `https://api.example`.
    fileprivate var host: String { split(separator: "/", omittingEmptySubsequences: false).prefix(3).joined(separator: "/") }
}

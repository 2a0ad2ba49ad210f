/// A format in which a response has several values, one after the other.
@_spi(Generated)
public enum StreamFormat: Sendable, Hashable {
    /// A line of JSON for each value: `application/x-ndjson`, `application/jsonl`.
    case lines
    /// Server-sent events, whose data is JSON: `text/event-stream`.
    case events

    /// Returns `true` if a response of this type may have the format. A response without a type may.
    func accepts(_ contentType: String?) -> Bool {
        guard let essence = contentType.map(MediaTypes.essence), !essence.isEmpty else { return true }
        switch self {
        case .lines:
            return ["application/octet-stream", "text/plain"].contains(essence)
                || ["ndjson", "jsonl", "jsonlines", "json-lines", "stream+json", "json-seq"].contains { essence.hasSuffix($0) }
        case .events: return essence == "text/event-stream"
        }
    }
}

/// An event of a stream of server-sent events.
public struct ServerSentEvent<Data: Sendable>: Sendable {
    /// The name of the kind of event; `nil` if the service sends none.
    public let name: String?
    /// The identifier of the last event that had one, up to this event.
    public let id: String?
    /// The data.
    public let data: Data

    /// Creates an event.
    public init(name: String? = nil, id: String? = nil, data: Data) {
        self.name = name
        self.id = id
        self.data = data
    }
}

extension ServerSentEvent: Equatable where Data: Equatable {}

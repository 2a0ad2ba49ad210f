/// A path with placeholders: `/v1/workspaces/{workspaceId}/tags`.
struct PathTemplate: Sendable {
    enum Segment: Sendable {
        case text(String)
        case placeholder(String)
    }

    let segments: [Segment]

    init(_ text: String) {
        segments = text.split(separator: "/").map { segment in
            segment.hasPrefix("{") && segment.hasSuffix("}") ? .placeholder(String(segment.dropFirst().dropLast())) : .text(String(segment))
        }
    }

    /// Returns the values of the placeholders; `nil` if the path does not match.
    func match(_ path: [String]) -> [String: String]? {
        guard path.count == segments.count else { return nil }
        var values: [String: String] = [:]
        for (segment, text) in zip(segments, path) {
            switch segment {
            case .text(let expected): guard text == expected else { return nil }
            case .placeholder(let name):
                guard !text.isEmpty else { return nil }
                values[name] = text
            }
        }
        return values
    }

    /// Returns `true` if this template takes precedence when both match. From left to right, text precedes a placeholder.
    func precedes(_ other: PathTemplate) -> Bool {
        for (own, others) in zip(segments, other.segments) {
            switch (own, others) {
            case (.text, .placeholder): return true
            case (.placeholder, .text): return false
            default: continue
            }
        }
        return false
    }
}

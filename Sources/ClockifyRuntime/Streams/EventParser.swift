/// Parses the lines of server-sent events (WHATWG HTML, section 9.2).
struct EventParser {
    private var name: String?
    private var id: String?
    private var data: [UInt8] = []
    private var hasData = false
    private var isFirstLine = true

    /// Returns the event that a line completes; `nil` if it completes none. An empty line completes an event that has data.
    mutating func event(after line: [UInt8]) -> ServerSentEvent<[UInt8]>? {
        var line = line[...]
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        isFirstLine = false
        guard !line.isEmpty else {
            defer { (name, data, hasData) = (nil, [], false) }
            return hasData ? ServerSentEvent(name: name, id: id, data: data) : nil
        }
        let field = line.prefix { $0 != UInt8(ascii: ":") }
        var value = line.dropFirst(field.count + 1)
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: field, as: UTF8.self) {
        case "data":
            if hasData { data.append(UInt8(ascii: "\n")) }
            data += value
            hasData = true
        case "event": name = value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
        case "id": if !value.contains(0) { id = value.isEmpty ? nil : String(decoding: value, as: UTF8.self) }
        // A line that begins with a colon is a comment. Reconnecting, and with it `retry`, is left to the caller.
        default: break
        }
        return nil
    }

    /// The number of bytes of the data that is not complete yet.
    var pendingCount: Int { data.count }
}

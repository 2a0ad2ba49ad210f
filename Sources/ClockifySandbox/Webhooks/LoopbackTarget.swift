/// The destination of an http URL, if it is on this machine.
///
/// The request is put together from these parts, so that no other reading of the URL decides where it goes.
struct LoopbackTarget: Equatable {
    /// The host, with the port if the URL has one: `127.0.0.1:8080`.
    let authority: String
    /// The path and the query.
    let path: String

    /// Returns `nil` for every other URL, also for one with a user name, or with an address in an unusual notation.
    init?(_ url: String) {
        let scheme = "http://"
        // Visible ASCII characters, without those that parsers of URLs treat differently.
        guard url.utf8.count <= 8192, url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }),
            url.prefix(scheme.count).lowercased() == scheme
        else { return nil }
        let rest = url.dropFirst(scheme.count).prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let path = rest.dropFirst(authority.count)
        let end = authority.hasPrefix("[") ? authority.firstIndex(of: "]").map(authority.index(after:)) : authority.firstIndex(of: ":")
        let host = authority[..<(end ?? authority.endIndex)].lowercased()
        let port = authority.dropFirst(host.count)
        guard host == "localhost" || host == "[::1]" || Self.isLoopbackIPv4(host), Self.isPort(port) else { return nil }
        self.authority = host + port
        self.path = path.hasPrefix("/") ? String(path) : "/" + path
    }

    /// `true` for an address of 127.0.0.0/8 in decimal notation. A leading zero may mean an octal number, so that there is none.
    private static func isLoopbackIPv4(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0).map(String.init) == String($0) }
    }

    /// `true` for an empty text, or a colon and a number.
    private static func isPort(_ text: Substring) -> Bool {
        guard !text.isEmpty else { return true }
        let digits = text.dropFirst()
        return text.hasPrefix(":") && digits.count <= 5 && digits.allSatisfy { "0"..."9" ~= $0 } && 1...65_535 ~= Int(digits) ?? 0
    }
}

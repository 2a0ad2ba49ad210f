/// Words of a shell command that mean what they say, whatever is in them.
enum Shell {
    /// A word that the shell takes as it is.
    static func word(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "_-./:=@%+,".utf8.contains(byte)
                }
            }
        return isPlain ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// A word that ends in the value of environment variables. The shell stops with a message when one is not set.
    static func word(_ text: String, environment names: [String], separator: String = ":") -> String {
        var escaped = ""
        for character in text {
            if "\"\\$`".contains(character) { escaped += "\\" }
            escaped.append(character)
        }
        return "\"" + escaped + names.map { "${\($0):?}" }.joined(separator: separator) + "\""
    }
}

/// Words of a shell command, escaped so that the shell takes them literally.
enum Shell {
    /// Returns a word that the shell takes literally.
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

    /// Returns a word that ends with the values of environment variables. The shell reports an error if one is not set.
    static func word(_ text: String, environment names: [String], separator: String = ":") -> String {
        var escaped = ""
        for character in text {
            if "\"\\$`".contains(character) { escaped += "\\" }
            escaped.append(character)
        }
        return "\"" + escaped + names.map { "${\($0):?}" }.joined(separator: separator) + "\""
    }
}

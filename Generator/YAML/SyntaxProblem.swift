/// A syntax error reported by libyaml, converted to a message that tells the author what to do.
struct SyntaxProblem {
    /// libyaml's description of the problem, such as `did not find expected key`.
    let problem: String
    let location: SourceLocation
    /// libyaml's description of the context, such as `while parsing a block mapping`. ``contextLine`` is where it began.
    let context: String?
    let contextLine: Int

    func error(in source: SourceText) -> YAMLError {
        var what = "malformed YAML: \(problem)"
        if let context {
            what += " \(context)"
            if contextLine != location.line { what += " that began on line \(contextLine)" }
        }
        // libyaml counts the end of a file as a separate line, which editors do not show.
        return YAMLError(min(location, source.end), "\(what); \(advice(in: source))")
    }

    private func advice(in source: SourceText) -> String {
        switch problem {
        case "found character that cannot start any token":
            guard let character = source.character(at: location) else { break }
            if character == "\t" { return "YAML does not indent with tabs: use spaces" }
            return "a text that begins with \(quoted(String(character))) has to be quoted"
        case "found a tab character where an indentation space is expected",
            "found a tab character that violates indentation":
            return "YAML does not indent with tabs: use spaces"
        case "mapping values are not allowed in this context":
            return "quote a text that has a colon and a space in it, or correct the indentation"
        case "found invalid Unicode character escape code":
            return "write the character itself, or its number as \\U and eight digits; pairs of \\u escapes are "
                + "understood only in a file that is JSON throughout"
        case "found unknown escape character":
            return "write a backslash as \\\\, or use single quotes, where it has no meaning"
        case "found unexpected end of stream":
            return "close the quotes or brackets that were opened"
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            return "separate the items with commas and close the bracket"
        case "could not find expected ':'":
            return "put a colon and a space after the key; a key has to fit on one line of 1024 characters"
        case "did not find expected key", "did not find expected '-' indicator":
            return "compare the indentation and the quotes with the lines above"
        case "found undefined tag handle":
            return "remove the tag: only !!str, !!int, !!float, !!bool, !!null, !!map and !!seq are understood"
        case "did not find expected <document start>":
            return "a file holds one value: indent what belongs to it, or remove the rest"
        default:
            break
        }
        return "compare brackets, quotes and indentation here and in the lines above"
    }
}

/// The core schema of YAML 1.2: the meaning of unquoted scalars, and the tags that specify it explicitly.
enum CoreSchema {
    /// Returns the value that a scalar represents.
    static func value(of event: Event) throws(YAMLError) -> Scalar.Value {
        if let tag = event.tag { return try value(of: event, tag: tag) }
        guard event.isPlain else { return .string(event.text) }
        return try plain(event.text, at: event.location) ?? .string(event.text)
    }

    /// Rejects tags that do not match the sequence or mapping that they are on.
    static func checkCollectionTag(_ event: Event) throws(YAMLError) {
        guard let tag = event.tag, tag != "!" else { return }
        let own = event.kind == .mappingStart ? "map" : "seq"
        guard let name = coreName(tag) else { throw unknownTag(tag, at: event.location) }
        guard name == own else {
            throw YAMLError(
                event.location,
                "the tag !!\(name) does not fit a \(own == "map" ? "mapping" : "sequence"); remove it or use !!\(own)")
        }
    }

    private static func value(of event: Event, tag: String) throws(YAMLError) -> Scalar.Value {
        if tag == "!" { return .string(event.text) }  // the non-specific tag, which makes a scalar a string
        guard let name = coreName(tag) else { throw unknownTag(tag, at: event.location) }
        if name == "str" { return .string(event.text) }
        let value = try plain(event.text, at: event.location)
        switch (name, value) {
        case ("null", .null), ("bool", .bool), ("int", .integer): return value ?? .null
        case ("int", .decimal(let text)) where !CoreNumber.isFloat(text): return .decimal(text)
        case ("float", .integer), ("float", .decimal):
            if let float = try CoreNumber.float(event.text, at: event.location) { return float }
        default: break
        }
        let kind = name == "map" || name == "seq" ? "a scalar" : quoted(event.text)
        throw YAMLError(
            event.location, "the tag !!\(name) does not fit \(kind); remove the tag or correct the value")
    }

    private static func coreName(_ tag: String) -> String? {
        let prefix = "tag:yaml.org,2002:"
        guard tag.hasPrefix(prefix) else { return nil }
        let name = String(tag.dropFirst(prefix.count))
        return ["str", "int", "float", "bool", "null", "map", "seq"].contains(name) ? name : nil
    }

    private static func unknownTag(_ tag: String, at location: SourceLocation) -> YAMLError {
        YAMLError(
            location,
            "the tag \(quoted(tag)) has no meaning here; remove it: only !!str, !!int, !!float, !!bool, !!null, !!map and "
                + "!!seq are understood")
    }

    /// Returns the meaning of an unquoted text, or `nil` for a string. The first byte is decisive for nearly every text.
    private static func plain(_ text: String, at location: SourceLocation) throws(YAMLError) -> Scalar.Value? {
        guard let first = text.utf8.first else { return .null }
        if first <= 0x39 { return try CoreNumber.value(of: text, at: location) }  // digits, signs, point; no letters
        guard text.utf8.count <= 5 else { return nil }
        switch text {
        case "null", "Null", "NULL", "~": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: return nil
        }
    }
}

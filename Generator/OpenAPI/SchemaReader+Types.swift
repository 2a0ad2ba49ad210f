import GeneratorYAML

/// Reads the kind of value that a schema describes: its types, its format, and the values that it lists.
extension SchemaReader {
    func readType(_ object: inout ObjectReader, into schema: inout Schema) {
        schema.isNullable = object.bool("nullable") ?? false
        schema.format = object.string("format")
        readFractionDigits(&object, into: &schema)
        guard let node = object.node("type") else { return }
        let names = node.sequence ?? [node]
        var isAny = false
        for name in names {
            if name.string == "null" || name.scalar?.value == .null {
                schema.isNullable = true
            } else if let type = name.string.flatMap(Schema.ValueType.init(rawValue:)) {
                if !schema.types.contains(type) { schema.types.append(type) }
            } else if name.string == "file", !diagnostics.isStrict {
                // What Swagger 2 calls a file.
                schema.types.append(.string)
                schema.format = "binary"
                reportUnknownType(name, otherwise: "it is read as a string with format: binary")
            } else {
                isAny = true
                reportUnknownType(name, otherwise: "any value is taken")
            }
        }
        if isAny { schema.types = [] }
        schema.isNull = schema.isNullable && schema.types.isEmpty && !isAny && object.node("nullable") == nil
        if schema.types == [.integer, .number] || schema.types == [.number, .integer] { schema.types = [.number] }
    }

    private func reportUnknownType(_ node: Node, otherwise: String) {
        diagnostics.flaw(
            at: node.location, "\"\(node.scalar?.text ?? "this")\" is not a type", otherwise: otherwise,
            remedy: "a type is string, integer, number, boolean, array, object or null")
    }

    /// Reads `x-also-read-as`, which is only allowed on properties, because only they have names.
    func readOtherNames(_ object: inout ObjectReader, into schema: inout Schema) {
        guard let node = object.node("x-also-read-as") else { return }
        let names = node.sequence?.map(\.string) ?? []
        let texts = names.compactMap { $0 }.filter { !$0.isEmpty }
        guard !names.isEmpty, texts.count == names.count, Set(texts).count == texts.count else {
            diagnostics.error(at: node.location, "x-also-read-as must be a list of other names, each once: [id]")
            return
        }
        guard schema.place.path.dropLast().last == "properties" else {
            diagnostics.error(at: node.location, "x-also-read-as is for properties; remove it")
            return
        }
        schema.otherNames = texts
    }

    /// Reads `contentEncoding`, which says how text encodes bytes. In OpenAPI 3.0, the format says it.
    func readEncoding(_ object: inout ObjectReader, into schema: inout Schema) {
        schema.contentMediaType = object.string("contentMediaType")
        guard schema.types.isEmpty || schema.types.contains(.string) else { return }
        guard let encoding = object.string("contentEncoding") else {
            // Without `contentEncoding`, the value consists of raw bytes.
            let isText = ["text/", "+json", "/json", "+xml", "/xml"].contains { schema.contentMediaType?.contains($0) == true }
            if schema.contentMediaType != nil, !isText, schema.types == [.string], schema.format == nil { schema.format = "binary" }
            return
        }
        if encoding.lowercased() == "binary", schema.format == nil { schema.format = "binary" }
        // These encodings leave the text as it is.
        guard !["7bit", "8bit", "binary"].contains(encoding.lowercased()) else { return }
        let format = encoding.lowercased() == "base64" ? "byte" : encoding.lowercased()
        if let other = schema.format, other != format {
            diagnostics.error(
                at: object.node("contentEncoding")?.location ?? object.location,
                "contentEncoding: \(encoding) means format: \(format), but the format is \(other); remove one of them")
            return
        }
        schema.format = format
    }

    /// Reads `x-lenient`, which is only allowed on properties that are booleans, integers, numbers or lists.
    func readLenience(_ object: inout ObjectReader, into schema: inout Schema) {
        guard let isLenient = object.extensionBool("x-lenient"), let node = object.node("x-lenient") else { return }
        let isScalar = schema.types.count == 1 && [.boolean, .integer, .number, .array].contains(schema.types[0])
        if isLenient, !isScalar || schema.place.path.dropLast().last != "properties" {
            diagnostics.error(
                at: node.location,
                "x-lenient is for properties that are booleans, integers, numbers or lists; remove it")
            return
        }
        schema.isLenient = isLenient
    }

    func readWallClock(_ object: inout ObjectReader, into schema: inout Schema) {
        guard let node = object.node("x-wall-clock") else { return }
        guard let zone = node.string, !zone.isEmpty else {
            diagnostics.error(
                at: node.location, "x-wall-clock must say in words in which time zone the time is read, such as: the user's time zone")
            return
        }
        guard schema.types == [.string], schema.format == "date-time" || schema.format == nil else {
            diagnostics.error(
                at: node.location, "x-wall-clock is for a string that is a date with a time; write format: date-time, or remove it")
            return
        }
        schema.wallClock = zone
    }

    func readFractionDigits(_ object: inout ObjectReader, into schema: inout Schema) {
        guard let node = object.node("x-fraction-digits") else { return }
        guard let digits = object.count("x-fraction-digits"), [0, 3, 6].contains(digits) else {
            diagnostics.error(
                at: node.location, "x-fraction-digits must be 0, 3 or 6: how many digits of a second's fraction the service accepts")
            return
        }
        guard schema.format == "date-time" else {
            diagnostics.error(at: node.location, "x-fraction-digits is for points in time; write format: date-time, or remove it")
            return
        }
        schema.fractionDigits = digits
    }

    func readValues(_ object: inout ObjectReader, into schema: inout Schema) {
        schema.enumeration = object.list("enum")
        if let constant = object.node("const") { schema.enumeration = [constant] }
        if schema.enumeration.contains(where: { $0.scalar?.value == .null }) {
            schema.isNullable = true
            schema.enumeration.removeAll { $0.scalar?.value == .null }
            if schema.enumeration.isEmpty { schema.isNull = true }
        }
        schema.enumerationNames = object.strings("x-enum-varnames")
        if !schema.enumerationNames.isEmpty, schema.enumerationNames.count != schema.enumeration.count {
            diagnostics.flaw(
                at: object.location,
                "x-enum-varnames has \(schema.enumerationNames.count) names for \(schema.enumeration.count) values",
                otherwise: "it is ignored", remedy: "give one for each")
            schema.enumerationNames = []
        }
    }
}

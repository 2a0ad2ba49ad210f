import CLibYAML

// The only file that touches C memory. Why it is safe:
//
// - The parser lives at one heap address from initialization to deletion, because libyaml keeps a pointer to it in
//   itself; it never leaves this function. `defer` deletes it on every exit.
// - libyaml reads the bytes in place. They outlive the parser, which lives inside the closure that provides them.
// - Every filled event is deleted before the next one and on every exit. An event holds its own copies,
//   and `receive` gets Swift values; no C pointer escapes.
// - After an error the parser is not called again; it is only read for the error, then deleted.

extension SourceText {
    /// Passes the document's events to `receive` in order, until the end, the first syntax error, or the first error
    /// that `receive` throws.
    func forEachEvent(_ receive: (Event) throws(YAMLError) -> Void) throws(YAMLError) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(YAMLError) in
            let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
            defer { parser.deallocate() }
            guard yaml_parser_initialize(parser) == 1 else {
                throw YAMLError(start, "out of memory for the YAML parser; free some and run again")
            }
            defer { yaml_parser_delete(parser) }
            yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
            let content = UnsafeBufferPointer(rebasing: buffer[contentStart...])
            yaml_parser_set_input_string(parser, content.baseAddress, content.count)

            var event = yaml_event_t()
            var isAtEnd = false
            while !isAtEnd {
                guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError(parser.pointee) }
                defer { yaml_event_delete(&event) }
                isAtEnd = event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT
                try receive(converted(event))
            }
        }
    }

    private func converted(_ event: yaml_event_t) -> Event {
        var converted = Event(kind: .other, location: location(event.start_mark))
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            converted.kind = .scalar
            converted.text = String(
                decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            converted.isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
            converted.anchor = string(scalar.anchor)
            converted.tag = string(scalar.tag)
        case YAML_MAPPING_START_EVENT:
            converted.kind = .mappingStart
            converted.anchor = string(event.data.mapping_start.anchor)
            converted.tag = string(event.data.mapping_start.tag)
        case YAML_SEQUENCE_START_EVENT:
            converted.kind = .sequenceStart
            converted.anchor = string(event.data.sequence_start.anchor)
            converted.tag = string(event.data.sequence_start.tag)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
            converted.kind = .collectionEnd
        case YAML_ALIAS_EVENT:
            converted.kind = .alias
            converted.anchor = string(event.data.alias.anchor)
        case YAML_DOCUMENT_START_EVENT:
            converted.kind = .documentStart
        default:
            break
        }
        return converted
    }

    private func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        guard let text else { return nil }
        return String(cString: text)
    }

    private func location(_ mark: yaml_mark_t) -> SourceLocation {
        SourceLocation(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    private func syntaxError(_ parser: yaml_parser_t) -> YAMLError {
        guard parser.error != YAML_MEMORY_ERROR, let problem = parser.problem else {
            return YAMLError(start, "out of memory for the YAML parser; free some and run again")
        }
        let context = parser.context.map { String(cString: $0) }
        return SyntaxProblem(
            problem: String(cString: problem), location: location(parser.problem_mark),
            context: context, contextLine: Int(parser.context_mark.line) + 1
        ).error(in: self)
    }
}

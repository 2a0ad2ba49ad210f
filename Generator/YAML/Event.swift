/// What libyaml reports, one step of the document at a time, as Swift values.
struct Event {
    enum Kind {
        case scalar, alias
        case sequenceStart, mappingStart, collectionEnd
        case documentStart
        /// The beginning or end of the stream, or the end of a document: nothing to build.
        case other
    }

    var kind: Kind
    var location: SourceLocation
    /// The scalar's text after unescaping and folding.
    var text = ""
    /// Whether the scalar is written without quotes and not as a block.
    var isPlain = false
    /// The tag in full, such as `tag:yaml.org,2002:int`.
    var tag: String?
    /// The anchor that the node defines, or that the alias names.
    var anchor: String?
}

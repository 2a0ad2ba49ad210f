/// An event that libyaml reports while parsing, as a Swift value.
struct Event {
    enum Kind {
        case scalar, alias
        case sequenceStart, mappingStart, collectionEnd
        case documentStart
        /// The beginning or end of the stream, or the end of a document. There is nothing to build.
        case other
    }

    var kind: Kind
    var location: SourceLocation
    /// The scalar's text after unescaping and folding.
    var text = ""
    /// `true` if the scalar is neither quoted nor a block.
    var isPlain = false
    /// The full tag, such as `tag:yaml.org,2002:int`.
    var tag: String?
    /// The anchor that the node defines or the alias refers to.
    var anchor: String?
}

/// The response formats of an operation, of which the request selects one.
@_spi(Generated)
public enum AnswerForm: Sendable, Hashable { case json, file }

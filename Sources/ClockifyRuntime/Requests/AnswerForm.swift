/// The forms in which one operation may answer, as its request asks.
@_spi(Generated)
public enum AnswerForm: Sendable, Hashable { case json, file }

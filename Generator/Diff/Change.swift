import GeneratorYAML

/// One difference in meaning between two documents, or between the Swift modules that are generated from them.
///
/// Comparing documents (``changes(from:to:)``) and comparing Swift APIs yield the same type. A change of a Swift declaration
/// follows from the change of the document that stands at the same place: that of the operation, the parameter, the
/// property, the schema, as `Document` gives it.
public struct Change: Sendable, Hashable {
    /// What kind of change it is, the same for ever: `request-parameter-became-required`. Where breaking-change tools have a
    /// name for it, it is theirs. Those of Swift declarations begin with `swift-`.
    public let check: String
    /// What has changed, in words that stay the same however lines, files and components move:
    /// `GET /v1/workspaces/{}/tags query name`, `Clockify.Tag.name`. Together with ``check`` it names the change.
    public let subject: String
    /// A sentence for a person: what was, what is now, and whom that concerns.
    public let message: String
    /// Where it stands in the old document; nil when it is new.
    public let old: SourceLocation?
    /// Where it stands in the new document; nil when it is gone.
    public let new: SourceLocation?
    /// Where to show it in the new document: ``new``, or what is nearest to where it was.
    public let nearest: SourceLocation?
    /// Whether a client built from the old document works against the service that the new one describes.
    public let wire: Verdict
    /// Whether code that compiled against the old module compiles against the new one and means the same. A change of the
    /// document has `none` here where the changes of the declarations say it.
    public let swift: Verdict
    /// The identifiers of the operations that it concerns, sorted; empty for what concerns all or none.
    public let operations: [String]

    public init(
        check: String, subject: String, message: String, old: SourceLocation?, new: SourceLocation?, nearest: SourceLocation? = nil,
        wire: Verdict = .none, swift: Verdict = .none, operations: [String] = []
    ) {
        self.check = check
        self.subject = subject
        self.message = message
        self.old = old
        self.new = new
        self.nearest = nearest ?? new
        self.wire = wire
        self.swift = swift
        self.operations = operations
    }

    /// Whether it is one of a Swift declaration rather than of the document.
    public var isOfSwift: Bool { check.hasPrefix("swift-") }

    /// The worse of both verdicts.
    public var verdict: Verdict { max(wire, swift) }
}

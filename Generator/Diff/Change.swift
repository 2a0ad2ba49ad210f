package import GeneratorYAML

/// A semantic difference between two documents, or between the Swift modules that are generated from them.
///
/// Comparing documents (``changes(from:to:)``) and comparing Swift APIs yield the same type. A change of a Swift declaration
/// follows from the document change at the same location: that of the operation, parameter, property or schema, as `Document`
/// reports it.
package struct Change: Sendable, Hashable {
    /// The kind of change, such as `request-parameter-became-required`. Identifiers are stable across releases. Where existing
    /// breaking-change tools have a name for a check, that name is used. Checks of Swift declarations begin with `swift-`.
    package let check: String
    /// The thing that changed, in words that do not depend on lines, files or component locations:
    /// `GET /v1/workspaces/{}/tags query name`, `Clockify.Tag.name`. Together with ``check`` it identifies the change.
    package let subject: String
    /// A human-readable sentence: the old state, the new state, and who is affected.
    package let message: String
    /// The part of ``message`` that does not name the subject: "became required; requests without it are rejected". Changes with the
    /// same text are alike.
    package let text: String
    /// The name of what took the subject's place, if it was renamed, moved or replaced.
    package let replacement: String?
    /// The subjects of the Swift declarations that this change depends on. A type is added or removed with the declarations that refer
    /// to it, a group with its methods, and an argument with the argument that replaces it.
    package let referrers: [String]
    /// The value of an enumeration that was added or removed.
    package let value: Value?
    /// The location in the old document; `nil` if the thing is new.
    package let old: SourceLocation?
    /// The location in the new document; `nil` if the thing was removed.
    package let new: SourceLocation?
    /// The location at which to show the change in the new document: ``new``, or the location closest to where the thing was.
    package let nearest: SourceLocation?
    /// The verdict for the wire format: whether a client built from the old document works with the service that the new one
    /// describes.
    package let wire: Verdict
    /// The verdict for Swift source: whether code that compiled against the old module compiles against the new one with the same
    /// meaning. `none` for a document change whose effect is reported by changes of declarations.
    package let swift: Verdict
    /// The sorted identifiers of the affected operations; empty if the change concerns all operations or none.
    package let operations: [String]

    /// - Parameter text: The part of the message that does not name the subject; `nil` if the message has no such part.
    package init(
        check: String, subject: String, message: String, text: String? = nil, old: SourceLocation?, new: SourceLocation?,
        nearest: SourceLocation? = nil, wire: Verdict = .none, swift: Verdict = .none, operations: [String] = [],
        replacement: String? = nil, referrers: [String] = [], value: Value? = nil
    ) {
        self.check = check
        self.subject = subject
        self.message = message
        self.text = text ?? message
        self.replacement = replacement
        self.referrers = referrers
        self.value = value
        self.old = old
        self.new = new
        self.nearest = nearest ?? new
        self.wire = wire
        self.swift = swift
        self.operations = operations
    }

    /// A value of an enumeration.
    package struct Value: Sendable, Hashable {
        /// The value as written in Swift and in JSON.
        let literal: String
        /// The locations in the new document at which the change of the enumeration may be found.
        let places: [SourceLocation]
    }

    /// `true` if the change is one of a Swift declaration rather than of the document.
    package var isOfSwift: Bool { check.hasPrefix("swift-") }

    /// The worse of the two verdicts.
    package var verdict: Verdict { max(wire, swift) }
}

import GeneratorYAML

/// The Swift API to emit: every name, type and rule decided. Plain values; printing them needs no further decision.
public struct API: Sendable, Equatable {
    /// The type that stands for the whole API; everything else is nested in it.
    public let name: String
    public let documentation: [String]
    public let credentials: [Credential]
    public let services: [Service]
    public let groups: [Group]
    /// One for each file of the spec, in the order of their names; the document itself is among them.
    public let files: [File]
    /// Where the spec says what follows from it; everything declared has such a place.
    public let location: SourceLocation

    /// The types of identifiers, in the order of their names.
    public var identifiers: [TypeDeclaration] {
        files.flatMap(\.types).filter { $0.kind == .identifier }.sorted { $0.name < $1.name }
    }

    public struct Credential: Sendable, Equatable {
        public enum Kind: Sendable, Equatable { case header(String), query(String), cookie(String), bearer, basic }
        /// The name of the factory: `apiKey`.
        public let name: String
        public let kind: Kind
        public let documentation: [String]
        public let location: SourceLocation
    }

    public struct Service: Sendable, Equatable {
        public let name: String
        /// Where it answers when the caller says nothing; nil when the spec names no server.
        public let url: String?
        public let location: SourceLocation
    }

    public struct Group: Sendable, Equatable {
        /// The property of the API's type: `timeEntries`.
        public let name: String
        /// The type that has the operations, nested in `Operations`: `TimeEntries`.
        public let typeName: String
        public let documentation: [String]
        /// The tag, or the first operation of a group that no tag describes.
        public let location: SourceLocation
    }

    public struct File: Sendable, Equatable {
        /// The file of the spec, relative to its folder: `TimeEntries.yaml`.
        public let source: String
        public var types: [TypeDeclaration]
        public var methods: [Method]
    }
}

/// A type that values have in Swift.
public indirect enum TypeReference: Sendable, Hashable {
    case string, bool, int, int64, double, date, calendarDate, dayOrTime, duration, json, upload
    /// A `Date` that is sent with a fraction of the second.
    case dateWithFraction(digits: Int)
    /// A declared type, nested in the API's type.
    case named(String)
    case array(TypeReference)
    case dictionary(TypeReference)
    case optional(TypeReference)
    case nullable(TypeReference)
    case indirect(TypeReference)
}

public struct TypeDeclaration: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        case structure(Structure)
        case enumeration(Enumeration)
        case identifier
        case union(Union)
        case answers(Answers)
    }

    public let name: String
    public let documentation: [String]
    public var kind: Kind
    public let location: SourceLocation
}

public struct Structure: Sendable, Equatable {
    public var properties: [Property]
    /// Has a reader.
    public let isReceived: Bool
    /// Has `var`s; and a writer, unless it is only a form.
    public let isSent: Bool
    /// Its members are sent as parts of a form, and never as JSON.
    public let isForm: Bool
    public let isIdentifiable: Bool
    /// The type of further members, when the spec says that there are some.
    public let additionalProperties: TypeReference?
    public var rules: [Rule]
}

public struct Property: Sendable, Equatable {
    public let name: String
    /// The name under which the value is kept: another one where the property itself is deprecated, so that the type's own
    /// code uses nothing deprecated.
    public let storedName: String
    public let wireName: String
    /// What the stored property has, optionality included.
    public var type: TypeReference
    public let presence: Presence
    /// What the initializer takes when the caller says nothing.
    public let defaultValue: Literal?
    public let documentation: [String]
    /// Why not to use it, when it is deprecated.
    public let deprecation: String?
    public let isRead: Bool
    public let isWritten: Bool
    /// Whether answers may print it as a string, or give one value where it is a list.
    public let isLenient: Bool
    /// Other names under which answers may have it.
    public let otherWireNames: [String]
    public let location: SourceLocation

    public enum Presence: Sendable, Equatable {
        case required
        /// Required on the wire, where null is a value.
        case requiredNullable
        case optional
    }
}

public struct Enumeration: Sendable, Equatable {
    public struct Member: Sendable, Equatable {
        public let name: String
        public let value: Literal
        public let location: SourceLocation
    }
    public let rawType: TypeReference
    public let members: [Member]
    /// Whether there is no value but the members: what is only sent, and changes what an answer is.
    public let isClosed: Bool
}

public struct Union: Sendable, Equatable {
    public struct Alternative: Sendable, Equatable {
        public let name: String
        public var type: TypeReference
        public let kind: Kind
        /// The values of the discriminator that mean this alternative.
        public let discriminatorValues: [String]
        /// Whether its values have rules to follow.
        public var isChecked: Bool
        public let location: SourceLocation
    }
    /// What distinguishes an alternative in the JSON.
    public enum Kind: Sendable, Equatable { case bool, number, string, array, model, anyObject }

    public var alternatives: [Alternative]
    public let discriminator: String?
    public var isRecursive: Bool
}

/// What an operation answers with, when that depends on the status.
public struct Answers: Sendable, Equatable {
    public struct Case: Sendable, Equatable {
        public let name: String
        /// `200`, or `2XX` for every other success.
        public let status: String
        /// Nil for an answer without content.
        public let type: TypeReference?
        public let documentation: [String]
        public let location: SourceLocation
    }
    public let cases: [Case]
}

public enum Literal: Sendable, Equatable {
    case string(String)
    case integer(Int64)
    case number(String)
    case bool(Bool)
    /// A member of an enumeration: `.ascending`.
    case member(String)
}

/// A check of what a caller sends, made before anything is sent.
public struct Rule: Sendable, Equatable {
    public enum Check: Sendable, Equatable {
        case length(min: Int?, max: Int?)
        case pattern(String)
        case integer(min: Bound?, max: Bound?, multipleOf: String?)
        /// An integer that the service keeps in 32 bits.
        case int32(min: Bound?, max: Bound?, multipleOf: String?)
        case number(min: Bound?, max: Bound?, multipleOf: String?)
        case items(min: Int?, max: Int?)
        case unique
        case members(min: Int?, max: Int?)
        /// An identifier without which the request would mean something else.
        case notEmpty
        /// The rules of a nested model.
        case model
        case each([Check])
    }
    /// What is checked: the stored name of a property, or a parameter.
    public let subject: String
    /// Whether the value stands in a ``Nullable``.
    public let isNullable: Bool
    /// Nil for what stands at the root: a body, or members without names of their own.
    public let wireName: String?
    public let check: Check
}

public struct Bound: Sendable, Equatable {
    public let value: String
    public let isExclusive: Bool

    package init(value: String, isExclusive: Bool) {
        self.value = value
        self.isExclusive = isExclusive
    }
}

public struct Method: Sendable, Equatable {
    public let group: String
    public let name: String
    public let operationID: String
    public let httpMethod: String
    public let path: String
    public let service: String
    public let sendsCredentials: Bool
    public let documentation: [String]
    /// Why not to use it, when it is deprecated.
    public let deprecation: String?
    /// Whether the service may still change it.
    public let isExperimental: Bool
    public let arguments: [Argument]
    public var rules: [ParameterRule]
    public let body: Body?
    public let result: Result
    /// `true` if a response without a body means an empty list.
    public let mayBeMissingList: Bool
    public let pages: Pages?
    /// Which of several forms of answer the method asks for; nil where there is only one, or where the request does not decide.
    public let form: Form?
    public let location: SourceLocation
    /// Whether a caller may have what it wants without looking at the answer: the call changes something.
    public var isResultDiscardable: Bool {
        httpMethod != "GET" && httpMethod != "HEAD" && pages == nil && result != .nothing && result != .file
    }

    /// `true` if the response is a file or a text, and the request does not decide which.
    package var acceptsFile: Bool { form == nil && (result == .file || result == .text) }

    /// What the method that goes through every page takes: all but the number of the page.
    public func arguments(of pages: Pages) -> [Argument] { arguments.filter { !pages.numbers($0) } }

    public enum Result: Sendable, Equatable {
        case nothing
        case value(TypeReference)
        /// A value of a type that depends on the status.
        case answer(TypeReference)
        case text
        case file
    }

    public struct Argument: Sendable, Equatable {
        public enum Role: Sendable, Equatable {
            case path(wireName: String)
            case query(wireName: String, style: QueryStyle)
            case header(wireName: String)
            case cookie(wireName: String)
            case body
            /// Which kind of file the answer is to be.
            case file
        }
        /// Nil for an argument without a label.
        public let label: String?
        public let name: String
        public let type: TypeReference
        public let defaultValue: Literal?
        public let role: Role
        public let documentation: [String]
        public let location: SourceLocation

        public var isOptional: Bool { if case .optional = type { true } else { false } }
    }

    public enum QueryStyle: Sendable, Equatable {
        /// A value as text, or a list with the key repeated.
        case repeated
        /// A list in one item, joined.
        case joined(separator: String)
        /// An object, a query item for each member.
        case members
        /// An object, `name[member]`.
        case deepMembers
        /// Anything else, as JSON text.
        case json
    }

    public struct ParameterRule: Sendable, Equatable {
        public let rule: Rule
        public let position: String
        /// The type of what is checked.
        public let type: TypeReference
    }

    public enum Body: Sendable, Equatable {
        /// Of a type such as `application/json`.
        case json(contentType: String)
        case text
        /// Of one of these types, `image/*` among them.
        case file(contentTypes: [String])
        /// Each member of the body is a part.
        case multipart(parts: [Part])
        /// Each member of the body is a pair.
        case form(parts: [Part])
    }

    public struct Part: Sendable, Equatable {
        public enum Content: Sendable, Equatable { case text, texts, file, files, json }
        public let wireName: String
        /// The stored name of the body's property; nil when the body itself is the part.
        public let property: String?
        /// Whether the value stands in a ``Nullable``.
        public let isNullable: Bool
        public let content: Content
    }

    /// What a request says to have JSON, or a file.
    public struct Form: Sendable, Equatable {
        /// A query parameter, or a member of the body.
        public let wireName: String
        public let isInBody: Bool
        /// The value that asks for JSON; nil where the caller says which file.
        public let json: String?
    }

    public struct Pages: Sendable, Equatable {
        /// The name of the method that gives every page: `all` beside `list`.
        public let name: String
        /// The name of the function that puts the request of both together.
        public let requestName: String
        /// The type of an entry.
        public let element: TypeReference
        /// Whether the page is numbered in the JSON body rather than in the query.
        public let isInBody: Bool
        /// What numbers the page: a query parameter, or a member of the body.
        public let page: String
        public let size: String?
        public let first: Int
        /// The members that lead to the list in the answer.
        public let items: [String]

        /// Whether an argument is what numbers the page.
        package func numbers(_ argument: Argument) -> Bool { !isInBody && argument.role.queryName == page }
    }
}

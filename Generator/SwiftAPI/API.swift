public import GeneratorYAML

/// The Swift API to emit. Every name, type and rule is decided; printing these plain values needs no further decisions.
public struct API: Sendable, Equatable {
    /// The name of the type that represents the whole API. All other types are nested in it.
    public let name: String
    public let documentation: [String]
    public let credentials: [Credential]
    public let services: [Service]
    public let groups: [Group]
    /// One entry for each file of the spec, ordered by file name. The root document is included.
    public let files: [File]
    /// The position in the spec from which this element is derived. Every declaration has such a location.
    public let location: SourceLocation

    /// The identifier types, ordered by name.
    public var identifiers: [TypeDeclaration] {
        files.flatMap(\.types).filter { $0.kind == .identifier }.sorted { $0.name < $1.name }
    }

    public struct Credential: Sendable, Equatable {
        public enum Kind: Sendable, Equatable { case header(String), query(String), cookie(String), bearer, basic }
        /// The name of the factory method, such as `apiKey`.
        public let name: String
        public let kind: Kind
        public let documentation: [String]
        public let location: SourceLocation
    }

    public struct Service: Sendable, Equatable {
        public let name: String
        /// The default base URL; `nil` if the spec names no server.
        public let url: String?
        public let location: SourceLocation
    }

    public struct Group: Sendable, Equatable {
        /// The name of the property on the API's type, such as `timeEntries`.
        public let name: String
        /// The name of the type that contains the operations, such as `TimeEntries`. It is nested in `Operations`.
        public let typeName: String
        public let documentation: [String]
        /// The location of the tag, or of the group's first operation if no tag describes the group.
        public let location: SourceLocation
    }

    public struct File: Sendable, Equatable {
        /// The path of the spec file relative to the spec's folder, such as `TimeEntries.yaml`.
        public let source: String
        public var types: [TypeDeclaration]
        public var methods: [Method]
    }
}

/// The Swift type of a value.
public indirect enum TypeReference: Sendable, Hashable {
    case string, bool, int, int64, double, date, calendarDate, dayOrTime, duration, json, upload
    /// A `Date` that is sent with fractional seconds.
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
    /// `true` if the structure is decoded from responses and therefore has a reader.
    public let isReceived: Bool
    /// `true` if the structure is sent. Its properties are then `var`s, and it has a writer unless it is only a form.
    public let isSent: Bool
    /// `true` if the members are sent as parts of a form and never as JSON.
    public let isForm: Bool
    public let isIdentifiable: Bool
    /// The type of additional members; `nil` if the spec declares none.
    public let additionalProperties: TypeReference?
    public var rules: [Rule]
}

public struct Property: Sendable, Equatable {
    public let name: String
    /// The name of the stored property. It differs from ``name`` if the property is deprecated, so that the type's own
    /// code uses nothing deprecated.
    public let storedName: String
    public let wireName: String
    /// The type of the stored property, including optionality.
    public var type: TypeReference
    public let presence: Presence
    /// The default value of the initializer's parameter.
    public let defaultValue: Literal?
    public let documentation: [String]
    /// The deprecation message; `nil` if not deprecated.
    public let deprecation: String?
    public let isRead: Bool
    public let isWritten: Bool
    /// `true` if responses may encode the value as a string, or send a single value instead of a list.
    public let isLenient: Bool
    /// Alternative member names that responses may use.
    public let otherWireNames: [String]
    public let location: SourceLocation

    public enum Presence: Sendable, Equatable {
        case required
        /// Required on the wire, where null is an allowed value.
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
    /// `true` if only the listed members are possible values. Used for a value that is only sent and that decides the response format.
    public let isClosed: Bool
}

public struct Union: Sendable, Equatable {
    public struct Alternative: Sendable, Equatable {
        public let name: String
        public var type: TypeReference
        public let kind: Kind
        /// The discriminator values that select this alternative.
        public let discriminatorValues: [String]
        /// `true` if the alternative's values have rules to check.
        public var isChecked: Bool
        public let location: SourceLocation
    }
    /// The JSON form that distinguishes an alternative.
    public enum Kind: Sendable, Equatable { case bool, number, string, array, model, anyObject }

    public var alternatives: [Alternative]
    public let discriminator: String?
    public var isRecursive: Bool
}

/// The possible results of an operation whose response type depends on the status.
public struct Answers: Sendable, Equatable {
    public struct Case: Sendable, Equatable {
        public let name: String
        /// The status code, such as `200`, or `2XX` for any other success.
        public let status: String
        /// `nil` for a response without content.
        public let type: TypeReference?
        public let documentation: [String]
        public let location: SourceLocation
    }
    public let cases: [Case]
}

public enum Literal: Sendable, Hashable {
    case string(String)
    case integer(Int64)
    case number(String)
    case bool(Bool)
    /// A member of an enumeration, such as `.ascending`.
    case member(String)
}

/// A check of the caller's input, performed before the request is sent.
public struct Rule: Sendable, Equatable {
    public enum Check: Sendable, Equatable {
        case length(min: Int?, max: Int?)
        case pattern(String)
        case integer(min: Bound?, max: Bound?, multipleOf: String?)
        /// An integer that the service stores in 32 bits.
        case int32(min: Bound?, max: Bound?, multipleOf: String?)
        case number(min: Bound?, max: Bound?, multipleOf: String?)
        case items(min: Int?, max: Int?)
        case unique
        case members(min: Int?, max: Int?)
        /// An identifier that must not be empty, because the request would otherwise mean something else.
        case notEmpty
        /// The rules of a nested model.
        case model
        case each([Check])
    }
    /// The stored name of the checked property, or the name of the checked parameter.
    public let subject: String
    /// `true` if the value is wrapped in a ``Nullable``.
    public let isNullable: Bool
    /// The name on the wire; `nil` if the check applies to the root, such as a body or additional members.
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
    /// The deprecation message; `nil` if not deprecated.
    public let deprecation: String?
    /// `true` if the service may still change the operation.
    public let isExperimental: Bool
    public let arguments: [Argument]
    public var rules: [ParameterRule]
    public let body: Body?
    public let result: Result
    /// `true` if a response without a body means an empty list.
    public let mayBeMissingList: Bool
    public let pages: Pages?
    /// The response format that the method requests; `nil` if there is only one format or the request does not select it.
    public let form: Form?
    public let location: SourceLocation
    /// `true` if a caller may ignore the result, because the call changes something.
    public var isResultDiscardable: Bool {
        httpMethod != "GET" && httpMethod != "HEAD" && pages == nil && result != .nothing && result != .file
    }

    /// `true` if the response is a file or a text, and the request does not decide which.
    package var acceptsFile: Bool { form == nil && (result == .file || result == .text) }

    /// Returns the arguments of the method that iterates over all pages: all arguments except the page number.
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
            /// The file format of the response.
            case file
        }
        /// `nil` for an argument without a label.
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
        /// A value as text, or a list whose key is repeated for each element.
        case repeated
        /// A list joined into one query item.
        case joined(separator: String)
        /// An object with one query item for each member.
        case members
        /// An object with one query item `name[member]` for each member.
        case deepMembers
        /// Any other value as JSON text.
        case json
    }

    public struct ParameterRule: Sendable, Equatable {
        public let rule: Rule
        public let position: String
        /// The type of the checked value.
        public let type: TypeReference
    }

    public enum Body: Sendable, Equatable {
        /// A JSON body with a content type such as `application/json`.
        case json(contentType: String)
        case text
        /// A file with one of these content types, which may include ranges such as `image/*`.
        case file(contentTypes: [String])
        /// A multipart body with one part for each member.
        case multipart(parts: [Part])
        /// A URL-encoded form with one pair for each member.
        case form(parts: [Part])
    }

    public struct Part: Sendable, Equatable {
        public enum Content: Sendable, Equatable { case text, texts, file, files, json }
        public let wireName: String
        /// The stored name of the body's property; `nil` if the body itself is the part.
        public let property: String?
        /// `true` if the value is wrapped in a ``Nullable``.
        public let isNullable: Bool
        public let content: Content
    }

    /// The value in a request that selects JSON or a file as the response format.
    public struct Form: Sendable, Equatable {
        /// The name of a query parameter or of a member of the body.
        public let wireName: String
        public let isInBody: Bool
        /// The value that selects JSON; `nil` if the caller selects the file format.
        public let json: String?
    }

    public struct Pages: Sendable, Equatable {
        /// The name of the method that returns every page, such as `all` for `list`.
        public let name: String
        /// The name of the function that builds the request for both methods.
        public let requestName: String
        /// The type of a list element.
        public let element: TypeReference
        /// `true` if the page number is sent in the JSON body instead of the query.
        public let isInBody: Bool
        /// The name of the query parameter or body member that contains the page number.
        public let page: String
        public let size: String?
        public let first: Int
        /// The path of member names that leads to the list in the response.
        public let items: [String]

        /// Returns `true` if the argument is the page number.
        package func numbers(_ argument: Argument) -> Bool { !isInBody && argument.role.queryName == page }
    }
}

package import GeneratorYAML

/// The Swift API to emit. Every name, type and rule is decided; printing these plain values needs no further decisions.
package struct API: Sendable, Equatable {
    /// The name of the type that represents the whole API. All other types are nested in it.
    package let name: String
    package let documentation: [String]
    package let credentials: [Credential]
    package let services: [Service]
    package let groups: [Group]
    /// One entry for each file of the spec, ordered by file name. The root document is included.
    package let files: [File]
    /// The position in the spec from which this element is derived. Every declaration has such a location.
    package let location: SourceLocation

    /// The identifier types, ordered by name.
    package var identifiers: [TypeDeclaration] {
        files.flatMap(\.types).filter { $0.kind == .identifier }.sorted { $0.name < $1.name }
    }

    package struct Credential: Sendable, Equatable {
        package enum Kind: Sendable, Equatable { case header(String), query(String), cookie(String), bearer, basic }
        /// The name of the factory method, such as `apiKey`.
        package let name: String
        package let kind: Kind
        package let documentation: [String]
        package let location: SourceLocation
    }

    package struct Service: Sendable, Equatable {
        package let name: String
        /// The default base URL; `nil` if the spec names no server.
        package let url: String?
        package let location: SourceLocation
    }

    package struct Group: Sendable, Equatable {
        /// The name of the property on the API's type, such as `timeEntries`.
        package let name: String
        /// The name of the type that contains the operations, such as `TimeEntries`. It is nested in `Operations`.
        package let typeName: String
        package let documentation: [String]
        /// The location of the tag, or of the group's first operation if no tag describes the group.
        package let location: SourceLocation
    }

    package struct File: Sendable, Equatable {
        /// The path of the spec file relative to the spec's folder, such as `TimeEntries.yaml`.
        package let source: String
        package var types: [TypeDeclaration]
        package var methods: [Method]
    }
}

/// The Swift type of a value.
package indirect enum TypeReference: Sendable, Hashable {
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

package struct TypeDeclaration: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case structure(Structure)
        case enumeration(Enumeration)
        case identifier
        case union(Union)
        case answers(Answers)
    }

    package let name: String
    package let documentation: [String]
    package var kind: Kind
    package let location: SourceLocation
}

package struct Structure: Sendable, Equatable {
    package var properties: [Property]
    /// `true` if the structure is decoded from responses and therefore has a reader.
    package let isReceived: Bool
    /// `true` if the structure is sent. Its properties are then `var`s, and it has a writer unless it is only a form.
    package let isSent: Bool
    /// `true` if the members are sent as parts of a form and never as JSON.
    package let isForm: Bool
    package let isIdentifiable: Bool
    /// The type of additional members; `nil` if the spec declares none.
    package let additionalProperties: TypeReference?
    package var rules: [Rule]
}

package struct Property: Sendable, Equatable {
    package let name: String
    /// The name of the stored property. It differs from ``name`` if the property is deprecated, so that the type's own
    /// code uses nothing deprecated.
    package let storedName: String
    package let wireName: String
    /// The type of the stored property, including optionality.
    package var type: TypeReference
    package let presence: Presence
    /// The default value of the initializer's parameter.
    package let defaultValue: Literal?
    package let documentation: [String]
    /// The deprecation message; `nil` if not deprecated.
    package let deprecation: String?
    package let isRead: Bool
    package let isWritten: Bool
    /// `true` if responses may encode the value as a string, or send a single value instead of a list.
    package let isLenient: Bool
    /// Alternative member names that responses may use.
    package let otherWireNames: [String]
    package let location: SourceLocation

    package enum Presence: Sendable, Equatable {
        case required
        /// Required on the wire, where null is an allowed value.
        case requiredNullable
        case optional
    }
}

package struct Enumeration: Sendable, Equatable {
    package struct Member: Sendable, Equatable {
        package let name: String
        package let value: Literal
        package let location: SourceLocation
    }
    package let rawType: TypeReference
    package let members: [Member]
    /// `true` if only the listed members are possible values. Used for a value that is only sent and that decides the response format.
    package let isClosed: Bool
}

package struct Union: Sendable, Equatable {
    package struct Alternative: Sendable, Equatable {
        package let name: String
        package var type: TypeReference
        package let kind: Kind
        /// The discriminator values that select this alternative.
        package let discriminatorValues: [String]
        /// `true` if the alternative's values have rules to check.
        package var isChecked: Bool
        package let location: SourceLocation
    }
    /// The JSON form that distinguishes an alternative.
    package enum Kind: Sendable, Equatable { case bool, number, string, array, model, anyObject }

    package var alternatives: [Alternative]
    package let discriminator: String?
    package var isRecursive: Bool
}

/// The possible results of an operation whose response type depends on the status.
package struct Answers: Sendable, Equatable {
    package struct Case: Sendable, Equatable {
        package let name: String
        /// The status code, such as `200`, or `2XX` for any other success.
        package let status: String
        /// `nil` for a response without content.
        package let type: TypeReference?
        package let documentation: [String]
        package let location: SourceLocation
    }
    package let cases: [Case]
}

package enum Literal: Sendable, Hashable {
    case string(String)
    case integer(Int64)
    case number(String)
    case bool(Bool)
    /// A member of an enumeration, such as `.ascending`.
    case member(String)
}

/// A check of the caller's input, performed before the request is sent.
package struct Rule: Sendable, Equatable {
    package enum Check: Sendable, Equatable {
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
    package let subject: String
    /// `true` if the value is wrapped in a ``Nullable``.
    package let isNullable: Bool
    /// The name on the wire; `nil` if the check applies to the root, such as a body or additional members.
    package let wireName: String?
    package let check: Check
}

package struct Bound: Sendable, Equatable {
    package let value: String
    package let isExclusive: Bool

    package init(value: String, isExclusive: Bool) {
        self.value = value
        self.isExclusive = isExclusive
    }
}

package struct Method: Sendable, Equatable {
    package let group: String
    package let name: String
    package let operationID: String
    package let httpMethod: String
    package let path: String
    package let service: String
    package let sendsCredentials: Bool
    package let documentation: [String]
    /// The deprecation message; `nil` if not deprecated.
    package let deprecation: String?
    /// `true` if the service may still change the operation.
    package let isExperimental: Bool
    package let arguments: [Argument]
    package var rules: [ParameterRule]
    package let body: Body?
    package let result: Result
    /// `true` if a response without a body means an empty list.
    package let mayBeMissingList: Bool
    package let pages: Pages?
    /// The response format that the method requests; `nil` if there is only one format or the request does not select it.
    package let form: Form?
    package let location: SourceLocation
    /// `true` if a caller may ignore the result, because the call changes something.
    package var isResultDiscardable: Bool {
        httpMethod != "GET" && httpMethod != "HEAD" && pages == nil && result != .nothing && result != .file
    }

    /// `true` if the response is a file or a text, and the request does not decide which.
    package var acceptsFile: Bool { form == nil && (result == .file || result == .text) }

    /// Returns the arguments of the method that iterates over all pages: all arguments except the page number.
    package func arguments(of pages: Pages) -> [Argument] { arguments.filter { !pages.numbers($0) } }

    package enum Result: Sendable, Equatable {
        case nothing
        case value(TypeReference)
        /// A value of a type that depends on the status.
        case answer(TypeReference)
        case text
        case file
    }

    package struct Argument: Sendable, Equatable {
        package enum Role: Sendable, Equatable {
            case path(wireName: String)
            case query(wireName: String, style: QueryStyle)
            case header(wireName: String)
            case cookie(wireName: String)
            case body
            /// The file format of the response.
            case file
        }
        /// `nil` for an argument without a label.
        package let label: String?
        package let name: String
        package let type: TypeReference
        package let defaultValue: Literal?
        package let role: Role
        package let documentation: [String]
        package let location: SourceLocation

        package var isOptional: Bool { if case .optional = type { true } else { false } }
    }

    package enum QueryStyle: Sendable, Equatable {
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

    package struct ParameterRule: Sendable, Equatable {
        package let rule: Rule
        package let position: String
        /// The type of the checked value.
        package let type: TypeReference
    }

    package enum Body: Sendable, Equatable {
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

    package struct Part: Sendable, Equatable {
        package enum Content: Sendable, Equatable { case text, texts, file, files, json }
        package let wireName: String
        /// The stored name of the body's property; `nil` if the body itself is the part.
        package let property: String?
        /// `true` if the value is wrapped in a ``Nullable``.
        package let isNullable: Bool
        package let content: Content
    }

    /// The value in a request that selects JSON or a file as the response format.
    package struct Form: Sendable, Equatable {
        /// The name of a query parameter or of a member of the body.
        package let wireName: String
        package let isInBody: Bool
        /// The value that selects JSON; `nil` if the caller selects the file format.
        package let json: String?
    }

    package struct Pages: Sendable, Equatable {
        /// The name of the method that returns every page, such as `all` for `list`.
        package let name: String
        /// The name of the function that builds the request for both methods.
        package let requestName: String
        /// The type of a list element.
        package let element: TypeReference
        /// `true` if the page number is sent in the JSON body instead of the query.
        package let isInBody: Bool
        /// The name of the query parameter or body member that contains the page number.
        package let page: String
        package let size: String?
        package let first: Int
        /// The path of member names that leads to the list in the response.
        package let items: [String]

        /// Returns `true` if the argument is the page number.
        package func numbers(_ argument: Argument) -> Bool { !isInBody && argument.role.queryName == page }
    }
}

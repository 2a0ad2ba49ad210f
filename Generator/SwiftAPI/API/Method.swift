package import GeneratorYAML

/// A method that calls an operation.
package struct Method: Sendable, Equatable {
    package let group: String
    package let name: String
    package let operationID: String
    package let httpMethod: String
    package let path: String
    package let service: String
    package let sendsCredentials: Bool
    /// The names of the credentials that are sent; `nil` for whichever the client has.
    package let credentials: [String]?
    /// `true` if nothing is sent instead of other credentials.
    package let mayLackCredentials: Bool
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
    /// The arguments that days can replace; `nil` if there are none.
    package var window: DayWindow?
    /// The media types for the `Accept` header; empty for JSON, or for any file.
    package var acceptedTypes: [String] = []
    /// The response format that the method requests; `nil` if there is only one format or the request does not select it.
    package let form: Form?
    /// The method that reads, changes and replaces; `nil` if the operation does not replace, or no operation reads.
    package var edit: Edit?
    package let location: SourceLocation
    /// The type of the body of a response that says why the call failed; `nil` if the spec documents none.
    package var failure: TypeReference?
    /// What the service sends to the callbacks of the operation.
    package var callbacks: [Callback] = []
    /// `true` if a caller may ignore the result, because the call changes something.
    package var isResultDiscardable: Bool {
        !["GET", "HEAD", "QUERY"].contains(httpMethod) && pages == nil && result != .nothing && result != .file && result.stream == nil
    }

    /// `true` if the response is a file or a text, and the request does not decide which.
    package var acceptsFile: Bool { form == nil && (result == .file || result == .text) }

    /// Returns the arguments of the method that iterates over all pages: all arguments except the page number.
    package func arguments(of pages: Pages) -> [Argument] { arguments.filter { !pages.numbers($0) } }

    /// The JSON that a callback receives.
    package struct Callback: Sendable, Equatable {
        package let name: String
        package let type: TypeReference
    }

    package enum Result: Sendable, Equatable {
        case nothing
        case value(TypeReference)
        /// A value of a type that depends on the status.
        case answer(TypeReference)
        case text
        case file
        /// The target of a redirect, for an operation that responds with nothing else.
        case redirect
        /// Values that are read as they arrive.
        case stream(Stream)
    }

    package enum Stream: Sendable, Equatable {
        /// A line of JSON for each value.
        case lines(TypeReference)
        /// Server-sent events with JSON as their data.
        case events(TypeReference)
        /// Server-sent events with text as their data.
        case textEvents
    }

    package struct Argument: Sendable, Equatable {
        package enum Role: Sendable, Equatable {
            case path(wireName: String)
            case query(wireName: String, style: QueryStyle)
            case header(wireName: String)
            case cookie(wireName: String)
            case body
            /// The media type of the body.
            case bodyFormat
            /// The file format of the response.
            case file
        }
        /// `nil` for an argument without a label.
        package let label: String?
        package let name: String
        package let type: TypeReference
        package let defaultValue: Literal?
        package let role: Role
        package var documentation: [String]
        package let location: SourceLocation
        /// How a value is written in a path, a header or a cookie; `nil` for a plain value or a list of them in the usual style.
        package var style: ValueStyle?
        /// `true` if reserved characters of a value in the query are sent as they are.
        package var allowsReserved = false
        /// `true` if callers pass a value even if it may be nil.
        package var isAlwaysPassed = false

        /// `true` if callers may leave the argument out.
        package var hasDefault: Bool { !isAlwaysPassed && (isOptional || defaultValue != nil) }

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
        /// A value of any kind in the style `form`.
        ///
        /// `separator` joins its parts to one query item; `nil` for an item for each part.
        case form(separator: String?)
        /// Any other value as JSON text.
        case json
    }

    /// How a value of any kind is written in a path, a header or a cookie.
    package enum ValueStyle: Sendable, Equatable {
        case simple(explode: Bool)
        case label(explode: Bool)
        case matrix(explode: Bool)
        /// The style `form`, for cookies.
        case form(explode: Bool)
        /// A text whose slashes separate components of the path.
        case components
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
        package enum Content: Sendable, Equatable {
            case text, texts, file, files, json
            /// A list of plain values in one part.
            case joined(separator: String)
            /// A plain value as text, each element of a list as a part of its own, and an object as JSON.
            case anything
            /// A value of any kind in the style `form`.
            case form(separator: String?)
            /// A part `name[member]` for each member.
            case deepMembers
            /// A part for each member of the body itself.
            case members
        }
        package let wireName: String
        /// The stored name of the body's property; `nil` if the body itself is the part.
        package let property: String?
        /// `true` if the value is wrapped in a ``Nullable``.
        package let isNullable: Bool
        package let content: Content
        /// The content type of the part, if it is not the usual one for the content.
        package var contentType: String?
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

extension Method.Argument.Role {
    /// The wire name of a query parameter; `nil` for other arguments.
    package var queryName: String? { if case .query(let name, _) = self { name } else { nil } }
}

extension Method.Result {
    /// The stream, if the result is one.
    package var stream: Method.Stream? { if case .stream(let stream) = self { stream } else { nil } }
}

package import GeneratorSwiftAPI

// Declarations shared by the emitted code and the surface, without access modifier, documentation and body.

extension TypeDeclaration {
    /// `struct Tag: ResponseModel`
    ///
    /// - Parameter rootName: The API's type, used to qualify the types nested in it; `nil` inside that type.
    package func head(in rootName: String?) -> String {
        let quotedName = Names.quoted(name)
        let namespace = rootName.map { $0 + "." } ?? ""
        var conformances = conformances
        let keyword: String
        switch kind {
        case .identifier: return "typealias \(quotedName) = Identifier<\(namespace)IdentifierKinds.\(quotedName)>"
        case .unit(let scale):
            return "typealias \(quotedName) = \(scale.isWhole ? "ScaledInteger" : "ScaledNumber")<\(namespace)UnitKinds.\(quotedName)>"
        case .enumeration(let enumeration):
            guard enumeration.isClosed else {
                return "typealias \(quotedName) = \(enumeration.openType)<\(namespace)EnumKinds.\(quotedName)>"
            }
            keyword = "enum"
            conformances.insert(enumeration.rawType.source(in: rootName), at: 0)
        case .structure: keyword = "struct"
        case .union(let union): keyword = union.isRecursive ? "indirect enum" : "enum"
        case .answers: keyword = "enum"
        }
        return "\(keyword) \(quotedName): \(conformances.joined(separator: ", "))"
    }
}

extension Scale {
    /// Returns the marker that tells the unit's numbers from others: `enum MinorUnits: CurrencyUnit`.
    package func kindHead(of name: String) -> String {
        let parent =
            switch measure {
            case "currency": "CurrencyUnit"
            case "percent": "PercentUnit"
            default: "ScaledUnit"
            }
        return "enum \(Names.quoted(name)): \(parent)"
    }

    /// The marker's property for the number of digits.
    package static let digitsProperty = "static var digits: Int"
}

extension Structure {
    /// The keyword that declares the properties.
    package var binding: String { isSent ? "var" : "let" }

    /// `additionalProperties: [String: Int]`; `nil` if additional properties are not allowed.
    package func additionalProperties(in rootName: String?) -> String? {
        additionalProperties.map { "additionalProperties: \(TypeReference.dictionary($0).source(in: rootName))" }
    }

    /// Returns the signature of the memberwise initializer.
    ///
    /// - Parameter rootName: The API's type, used to qualify the types nested in it; `nil` inside that type.
    package func initializer(in rootName: String?) -> Signature {
        Signature(opening: "init(", arguments: parameters.map { $0.declaration(in: rootName) }, closing: ")")
    }
}

extension Structure.Parameter {
    /// `name: String? = nil`
    func declaration(in rootName: String?) -> String {
        let value =
            switch defaultValue {
            case nil: ""
            case .nothing: " = nil"
            case .literal(let literal): " = \(Source.literal(literal))"
            case .emptyDictionary: " = [:]"
            }
        return "\(Names.quoted(name)): \(type.source(in: rootName))\(value)"
    }
}

extension Property {
    /// `name: String?`
    package func declaration(in rootName: String?) -> String { "\(Names.quoted(name)): \(type.source(in: rootName))" }
}

extension Enumeration {
    /// The runtime's type for an open enumeration.
    var openType: String { rawType == .int ? "OpenIntegerEnum" : "OpenEnum" }

    /// `static var knownValues: [SortOrder]`, for an open enumeration.
    ///
    /// - Parameter type: The name of the enumeration's type.
    package func knownValues(of type: String) -> String { "static var \(EnumerationNames.list): [\(type)]" }
}

extension Enumeration.Member {
    /// `case pdf`, for a closed enumeration.
    package var closedCase: String { "case \(Names.quoted(name))" }

    /// `static var archived: Self`, for an open enumeration.
    ///
    /// - Parameter type: The name of the enumeration's type.
    package func constant(of type: String) -> String { "static var \(Names.quoted(name)): \(type)" }
}

extension Union {
    /// The case for values that the spec does not describe.
    package static let otherCase = "case other(JSONValue)"
}

extension Union.Alternative {
    /// `case project(Project)`
    package func declaration(in rootName: String?) -> String { "case \(Names.quoted(name))(\(type.source(in: rootName)))" }
}

extension Answers.Case {
    /// `case created(Tag)`
    package func declaration(in rootName: String?) -> String {
        "case \(Names.quoted(name))\(type.map { "(\($0.source(in: rootName)))" } ?? "")"
    }
}

extension Method {
    /// Returns the signature of the method that makes one request.
    ///
    /// - Parameter rootName: The API's type, used to qualify the types nested in it; `nil` inside that type.
    package func signature(in rootName: String?) -> Signature {
        let resultType: String? =
            switch result {
            case .nothing: nil
            case .value(let type), .answer(let type): type.source(in: rootName)
            case .text: "String"
            case .file: "Download"
            case .redirect: "Redirect"
            case .stream(.lines(let type)): "EventStream<\(type.source(in: rootName))>"
            case .stream(.events(let type)): "EventStream<ServerSentEvent<\(type.source(in: rootName))>>"
            case .stream(.textEvents): "EventStream<ServerSentEvent<String>>"
            }
        return Signature(
            opening: "func \(Names.quoted(name))(", arguments: arguments.map { $0.declaration(in: rootName) },
            closing: ") async throws(APIFailure)" + (resultType.map { " -> " + $0 } ?? ""))
    }

    /// Returns the signature of the method that iterates over all pages.
    package func signature(of pages: Pages, in rootName: String?) -> Signature {
        Signature(
            opening: "func \(Names.quoted(pages.name))(", arguments: arguments(of: pages).map { $0.declaration(in: rootName) },
            closing: ") -> Pages<\(pages.element.source(in: rootName))>")
    }
}

extension Method.Argument {
    /// `in workspace: WorkspaceID`
    func declaration(in rootName: String?) -> String {
        let internalName = Names.quoted(name)
        let words: String =
            switch label {
            case nil: "_ \(internalName)"
            case name?: internalName
            case let label?: "\(Names.quotedLabel(label)) \(internalName)"
            }
        let value = defaultValue.map { " = \(Source.literal($0))" } ?? (isOptional ? " = nil" : "")
        return "\(words): \(type.source(in: rootName))\(hasDefault ? value : "")"
    }
}

extension API {
    /// `struct Clockify: AuthenticatedAPI`. The protocol provides the public initializers.
    package var head: String {
        let role =
            switch access {
            case .unauthenticated: "UnauthenticatedAPI"
            case .optional: "OptionallyAuthenticatedAPI"
            case .required: "AuthenticatedAPI"
            }
        return "struct \(name): \(role)"
    }
    /// The type that lists the services.
    package var servicesHead: String { isServed ? "enum Services: DocumentedServers" : "enum Services" }
    /// The root's property for the client that makes the calls.
    package static let clientProperty = "let client: APIClient"
    /// The root's initializer.
    package static let initializer = "init(client: APIClient)"
    /// The type that contains the factory methods for credentials.
    package static let credentialsHead = "struct Credentials: APICredentials"
    /// `true` if operations say by name which credentials they accept.
    package var namesCredentials: Bool { files.contains { $0.methods.contains { $0.credentials != nil } } }
    /// The property for the name of credentials.
    package static let credentialNameProperty = "let name: String"
    /// The property for the placement of the secret in a request.
    package static let placementProperty = "let placement: CredentialPlacement"
    /// The documented base URLs.
    package static let documentedServers = "static let documented: [String: String]"
}

extension API.Group {
    /// `var tags: Operations.Tags`
    package func property(in rootName: String?) -> String {
        "var \(Names.quoted(name)): \(rootName.map { $0 + "." } ?? "")Operations.\(Names.quoted(typeName))"
    }

    /// `struct Tags: Sendable`
    package var head: String { "struct \(Names.quoted(typeName)): Sendable" }
}

extension API.Service {
    /// `static let backend`
    package var constant: String { "static let \(Names.quoted(name))" }
}

extension API.Credential {
    /// The signature of the factory method for the credentials.
    package var signature: String {
        "static func \(Names.quoted(name))(\(parameters.joined(separator: ", "))) -> Self"
    }
}

extension API.Server {
    /// `static let live: String`, or `static func live(region: String = "eu") -> String`.
    package var declaration: String {
        guard !variables.isEmpty else { return "static let \(Names.quoted(name)): String" }
        let parameters = variables.map { variable in
            "\(Names.quoted(variable.name)): String" + (variable.defaultValue.map { " = \(Source.string($0))" } ?? "")
        }
        return "static func \(Names.quoted(name))(\(parameters.joined(separator: ", "))) -> String"
    }

    /// The expression for the URL.
    package var expression: String {
        var pieces: [String] = []
        var rest = url[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(Source.string(String(rest[..<open]))) }
            let wireName = rest[rest.index(after: open)..<close]
            if let variable = variables.first(where: { $0.wireName == wireName }) { pieces.append(Names.quoted(variable.name)) }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(Source.string(String(rest))) }
        return pieces.joined(separator: " + ")
    }
}

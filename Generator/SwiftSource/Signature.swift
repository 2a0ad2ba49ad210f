import GeneratorSwiftAPI

/// The head of a declaration that takes arguments, without its body: the emitted code and the surface both say it.
package struct Signature {
    /// `public func list(`
    package let opening: String
    package let arguments: [String]
    /// `) async throws(ClockifyError) -> [Clockify.Tag]`
    package let closing: String

    /// All of it in one line.
    package var line: String { opening + arguments.joined(separator: ", ") + closing }
}

extension Structure {
    /// The initializer that makes a value of its properties.
    ///
    /// - Parameter rootName: The API's type, to be said before the types in it; nil inside of it.
    package func initializer(in rootName: String?) -> Signature {
        let arguments = parameters.map { parameter in
            let defaultValue =
                switch parameter.defaultValue {
                case nil: ""
                case .nothing: " = nil"
                case .literal(let literal): " = \(Source.literal(literal))"
                case .emptyDictionary: " = [:]"
                }
            return
                "\(Names.quoted(parameter.name)): \(parameter.type.source(in: rootName))\(defaultValue)"
        }
        return Signature(opening: "public init(", arguments: arguments, closing: ")")
    }
}

extension Method {
    /// The call that makes one request.
    ///
    /// - Parameter rootName: The API's type, to be said before the types in it; nil inside of it.
    package func signature(in rootName: String?) -> Signature {
        let resultType: String? =
            switch result {
            case .nothing: nil
            case .value(let type), .answer(let type): type.source(in: rootName)
            case .text: "String"
            case .file: "Download"
            }
        return signature(of: name, taking: arguments, " async throws(ClockifyError)", result: resultType, in: rootName)
    }

    /// The call that goes through every page.
    package func signature(of pages: Pages, in rootName: String?) -> Signature {
        signature(
            of: pages.name, taking: arguments(of: pages), "", result: "Pages<\(pages.element.source(in: rootName))>", in: rootName)
    }

    private func signature(
        of name: String, taking arguments: [Argument], _ effects: String, result: String?, in rootName: String?
    ) -> Signature {
        let list = arguments.map { argument -> String in
            let internalName = Names.quoted(argument.name)
            let label: String =
                switch argument.label {
                case nil: "_ \(internalName)"
                case argument.name?: internalName
                case let label?: "\(Names.quotedLabel(label)) \(internalName)"
                }
            let defaultValue = argument.defaultValue.map { " = \(Source.literal($0))" } ?? (argument.isOptional ? " = nil" : "")
            return "\(label): \(argument.type.source(in: rootName))\(defaultValue)"
        }
        return Signature(
            opening: "public func \(Names.quoted(name))(", arguments: list, closing: ")" + effects + (result.map { " -> " + $0 } ?? ""))
    }
}

extension API.Credential {
    /// The factory of the credentials.
    package var signature: String {
        let parameters =
            switch kind {
            case .header, .query, .cookie: "_ secret: String"
            case .bearer: "_ token: String"
            case .basic: "user: String, password: String"
            }
        return "public static func \(Names.quoted(name))(\(parameters)) -> Self"
    }
}

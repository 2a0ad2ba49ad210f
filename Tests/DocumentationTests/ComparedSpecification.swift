import Foundation
import GeneratorOpenAPI
import GeneratorYAML

/// A spec that the generator's own reader parsed, which can be compared with facts.
struct ComparedSpecification {
    let document: Document
    let files: SpecificationFiles
    /// Operations by `operationId`, and by method and path, which the older page uses.
    private(set) var operations: [String: GeneratorOpenAPI.Operation] = [:]
    let definitions: Definitions
    let diagnostics: [Diagnostic]
    /// `true` if the page's samples contain numbers and Booleans as strings.
    let printsValuesAsText: Bool

    /// Reads the spec of a page. It is `nil` if the page has no spec yet.
    init?(of page: Page) throws {
        let folder = page.specificationFolder
        guard FileManager.default.fileExists(atPath: folder.appending(path: "openapi.yaml").path) else { return nil }
        let collected = Diagnostics()
        let contents: SpecificationFiles.Contents = { file in Array(try Data(contentsOf: folder.appending(path: file))) }
        let files = SpecificationFiles(diagnostics: collected, contents: contents)
        guard let document = Document.read("openapi.yaml", from: files, diagnostics: collected) else {
            throw FixtureProblem("the spec cannot be read: \(collected.all)")
        }
        self.document = document
        self.files = files
        printsValuesAsText = page.printsValuesAsText
        definitions = Definitions(in: document, contents: contents)
        diagnostics = collected.all.filter { $0.severity == .error }
        for operation in document.operations {
            for subject in subjects(of: operation) { operations[subject] = operation }
        }
    }

    /// Returns the names that a page may use for an operation.
    func subjects(of operation: GeneratorOpenAPI.Operation) -> [String] {
        [operation.id] + paths(of: operation).map { "\(operation.method.rawValue.uppercased()) \($0)" }
    }

    /// Returns the paths that lead to an operation's URL. A page may repeat the end of the base URL. The older page does so with the
    /// `/v1` of its templates, which would otherwise be at `/api/v1/v1/…`.
    func paths(of operation: GeneratorOpenAPI.Operation) -> [String] {
        let servers = operation.servers.isEmpty ? document.servers : operation.servers
        let ends = servers.flatMap { server -> [String] in
            let parts = URL(string: server.defaultURL)?.pathComponents.filter { $0 != "/" } ?? []
            return parts.indices.reversed().map { "/" + parts[$0...].joined(separator: "/") }
        }
        return ([""] + ends).map { $0 + operation.path }
    }

    /// Returns how the spec differs from a fact. The result is empty if they agree.
    func differences(from fact: Fact) -> [Difference] {
        let (kind, name) = fact.elementParts
        if let operation = operations[fact.subject] {
            switch kind {
            case "operation": return difference(from: fact, about: operation)
            case "path", "query":
                return difference(
                    from: fact,
                    in: operation.parameters.first { $0.position.rawValue == kind && $0.name == name }.map {
                        ValueStatements($0, in: document)
                    })
            case "body": return difference(from: fact, inBodyOf: operation, field: name)
            case "status", "response": return difference(from: fact, inResponse: operation.responses.first { $0.status == name })
            case "request": return difference(from: fact, in: operation.body?.content ?? [], at: operation.location)
            default: break
            }
        }
        switch kind {
        case "prose", "section", "info", "security", "contents": return proseDifference(from: fact)
        case "definition", "field": return difference(from: fact, inDefinition: fact.subject, field: name)
        default: return [missing(fact)]
        }
    }

    // MARK: Differences

    func missing(_ fact: Fact, at location: SourceLocation? = nil) -> Difference {
        Difference(
            fact: fact, page: fact.value, specification: Difference.nothing,
            location: (location ?? document.location).description)
    }

    func difference(from fact: Fact, says text: String?, at location: SourceLocation) -> [Difference] {
        guard let text else { return [missing(fact, at: location)] }
        let isProse = fact.attribute == "description" || fact.attribute == "title"
        guard isProse ? !Prose.isEqual(fact.value, text) : fact.value != text else { return [] }
        return [Difference(fact: fact, page: fact.value, specification: text, location: location.description)]
    }

    func difference(from fact: Fact, contains texts: [String?], at location: SourceLocation) -> [Difference] {
        Prose.contains(fact.value, in: texts.compactMap(\.self)) ? [] : [missing(fact, at: location)]
    }

    func difference(from fact: Fact, in value: ValueStatements?) -> [Difference] {
        guard let value else { return [missing(fact)] }
        var says = value[fact.attribute]
        // A default value is compared as text: the difference of 50 and "50" is covered by the fact about the type.
        if fact.attribute == "default", says.map({ "\"\($0)\"" }) == fact.value { says = fact.value }
        return difference(from: fact, says: says, at: value.location)
    }
}

import Foundation
import GeneratorOpenAPI
import GeneratorYAML

/// A spec, read as the generator reads it, that answers to facts.
struct Specification {
    let document: Document
    let files: SpecificationFiles
    /// By `operationId`, and by method and path, which is how the older page calls an operation.
    private(set) var operations: [String: GeneratorOpenAPI.Operation] = [:]
    let definitions: Definitions
    let diagnostics: [Diagnostic]
    /// Whether the page's samples have numbers and booleans as strings.
    let printsValuesAsText: Bool

    /// Nil when the page has no spec yet.
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

    /// What a page may call an operation.
    func subjects(of operation: GeneratorOpenAPI.Operation) -> [String] {
        [operation.id] + paths(of: operation).map { "\(operation.method.rawValue.uppercased()) \($0)" }
    }

    /// The paths that lead to an operation's URL: a page may repeat what the base URL ends with. The older page does so with the
    /// `/v1` of its templates, which would be at `/api/v1/v1/…` otherwise.
    func paths(of operation: GeneratorOpenAPI.Operation) -> [String] {
        let servers = operation.servers.isEmpty ? document.servers : operation.servers
        let ends = servers.flatMap { server -> [String] in
            let parts = URL(string: server.defaultURL)?.pathComponents.filter { $0 != "/" } ?? []
            return parts.indices.reversed().map { "/" + parts[$0...].joined(separator: "/") }
        }
        return ([""] + ends).map { $0 + operation.path }
    }

    /// What is there to find for a fact: whether the spec agrees, and what it says if not.
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
        // A default is compared as text: whether 50 or "50" is a matter of the type, which is a fact of its own.
        if fact.attribute == "default", says.map({ "\"\($0)\"" }) == fact.value { says = fact.value }
        return difference(from: fact, says: says, at: value.location)
    }
}

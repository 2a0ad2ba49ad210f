import GeneratorOpenAPI
import GeneratorYAML

/// Compares the spec with facts about an operation, its body and its responses.
extension ComparedSpecification {
    func difference(from fact: Fact, about operation: Operation) -> [Difference] {
        switch fact.attribute {
        case "host":
            let servers = operation.servers.isEmpty ? document.servers : operation.servers
            let urls = servers.map(\.defaultURL)
            return difference(from: fact, says: urls.contains(fact.value) ? fact.value : urls.first, at: operation.location)
        case "path":
            let isThere = paths(of: operation).contains(fact.value)
            return difference(from: fact, says: isThere ? fact.value : operation.path, at: operation.location)
        case "paragraph", "item":
            return difference(from: fact, contains: [operation.description, operation.body?.description], at: operation.location)
        default:
            return difference(from: fact, says: statement(fact.attribute, about: operation), at: operation.location)
        }
    }

    private func statement(_ attribute: String, about operation: Operation) -> String? {
        switch attribute {
        case "section": operation.tag
        case "anchor": anchor(of: operation.documentation)
        case "title": operation.summary
        case "deprecated": operation.isDeprecated ? "true" : nil
        case "experimental":
            files.node(at: operation.place, neededAt: operation.location)?["x-experimental"]?.scalar?.text
        case "authorizations": operation.security.joined().joined(separator: " ")
        case "method": operation.method.rawValue.uppercased()
        default: nil
        }
    }

    func difference(from fact: Fact, inBodyOf operation: Operation, field: String) -> [Difference] {
        guard let body = operation.body, let media = body.content.first, let place = media.schema else {
            return [missing(fact, at: operation.location)]
        }
        let schema = ResolvedSchema(place, in: document.schemas)
        if field.isEmpty {
            let value = ValueStatements(
                schema: schema, isRequired: body.isRequired, description: body.description, isDeprecated: false, example: nil,
                location: body.location)
            return fact.attribute == "contentType"
                ? difference(from: fact, says: media.name, at: media.location) : difference(from: fact, in: value)
        }
        let owner = schema.items ?? schema
        return difference(from: fact, in: owner.properties.first { $0.name == field }.map { ValueStatements($0, of: owner) })
    }

    func difference(from fact: Fact, inResponse response: Response?) -> [Difference] {
        guard let response else { return [missing(fact)] }
        if fact.attribute == "description" {
            return difference(from: fact, says: response.description, at: response.location)
        }
        return difference(from: fact, in: response.content, at: response.location)
    }

    /// Compares a sample and its content type, in the request or a response.
    func difference(from fact: Fact, in content: [MediaType], at location: SourceLocation) -> [Difference] {
        guard let media = content.first else { return [missing(fact, at: location)] }
        switch fact.attribute {
        case "contentType":
            let names = content.map(\.name)
            return difference(from: fact, says: names.contains(fact.value) ? fact.value : names.first, at: media.location)
        case "sample":
            guard let example = content.lazy.compactMap(\.example).first,
                let sample = try? YAML.parse(Array(fact.value.utf8), file: "the page's sample")
            else { return [missing(fact, at: media.location)] }
            let fit = SampleFit(printsValuesAsText: printsValuesAsText)
            let misfits = media.schema.map { fit.problems(of: sample, with: ResolvedSchema($0, in: document.schemas)) } ?? []
            return (JSONDifferences.between(sample, example) + misfits).map { path, page, specification in
                Difference(
                    fact: fact, page: "\(path) \(page)", specification: specification, location: example.location.description)
            }
        case "comment":
            return commentDifference(from: fact, in: media)
        default:
            return []  // `mended` records how the page's text was corrected
        }
    }
}

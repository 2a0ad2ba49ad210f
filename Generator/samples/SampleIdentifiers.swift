import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

/// The documented identifiers: for each identifier type, the first value in a parameter example or in a sample.
struct SampleIdentifiers {
    private let declarations: [String: TypeDeclaration]
    private var values: [String: String] = [:]

    init(document: Document, api: API) {
        declarations = Dictionary(uniqueKeysWithValues: api.files.flatMap(\.types).map { ($0.name, $0) })
        let methods = Dictionary(api.files.flatMap(\.methods).map { ($0.operationID, $0) }, uniquingKeysWith: { first, _ in first })
        let calls = document.operations.compactMap { operation in methods[operation.id].map { (operation, $0) } }
        for (operation, method) in calls {
            for argument in method.arguments {
                guard case .path(let name) = argument.role, let parameter = operation.parameters.first(where: { $0.name == name }),
                    let example = parameter.example ?? document.schema(parameter.schema).example
                else { continue }
                collect(example, argument.type)
            }
        }
        for (operation, method) in calls {
            guard case .value(let type) = method.result,
                let example = operation.responses.first(where: \.isSuccess)?.content.first(where: \.isJSON)?.example
            else { continue }
            collect(example, type)
        }
    }

    subscript(type: String) -> String? { values[type] }

    private mutating func collect(_ node: Node, _ type: TypeReference) {
        switch type {
        case .optional(let type), .nullable(let type), .indirect(let type): collect(node, type)
        case .array(let element): for node in node.sequence ?? [] { collect(node, element) }
        case .named(let name):
            switch declarations[name]?.kind {
            case .identifier:
                if case .string(let text) = node.scalar?.value, !text.isEmpty, values[name] == nil { values[name] = text }
            case .structure(let structure):
                for property in structure.properties {
                    if let value = node.mapping?[property.wireName] { collect(value, property.type) }
                }
            case .enumeration, .unit, .union, .answers, nil: break
            }
        default: break
        }
    }
}

import GeneratorYAML
import RepeatableNumbers

/// Changes a document as a service's next revision does: operations go, others come, and members change.
struct Revision {
    private(set) var document: DocumentValue
    private(set) var removed: [String] = []
    private(set) var added: [String] = []
    private(set) var changed: [String] = []
    private var numbers: SeededNumbers

    init(of document: DocumentValue, seed: UInt64, removing removals: Int, adding additions: Int, changing changes: Int) {
        self.document = document
        numbers = SeededNumbers(seed: seed)
        remove(removals)
        add(additions)
        change(changes)
    }

    private static let methods: Set<String> = ["get", "put", "post", "delete", "patch"]

    private mutating func remove(_ count: Int) {
        var operations: [(path: String, method: String)] = []
        // What others name stays.
        let named = Set(Revision.texts(of: "x-replacement", in: document) + Revision.texts(of: "read", in: document))
        for path in document["paths"]?.members ?? [] {
            for method in path.value.members ?? [] where Revision.methods.contains(method.key) {
                guard case .scalar(.string(let id))? = method.value["operationId"], !named.contains(id) else { continue }
                operations.append((path.key, method.key))
            }
        }
        for (path, method) in operations.shuffled(using: &numbers).prefix(count) {
            document["paths"]?[path]?[method] = nil
            removed.append("\(method) \(path)")
        }
    }

    private mutating func add(_ count: Int) {
        let ok = DocumentValue.object([.init(key: "description", value: .text("OK"))])
        for index in 0..<count {
            let path = "/v1/workspaces/{workspaceId}/extras-\(index)"
            let parameter = DocumentValue.object([
                .init(key: "name", value: .text("workspaceId")), .init(key: "in", value: .text("path")),
                .init(key: "required", value: .scalar(.bool(true))),
                .init(key: "schema", value: .object([.init(key: "type", value: .text("string"))])),
            ])
            let operation = DocumentValue.object([
                .init(key: "operationId", value: .text("touchExtra\(index)")), .init(key: "tags", value: .list([.text("Tag")])),
                .init(key: "parameters", value: .list([parameter])),
                .init(key: "responses", value: .object([.init(key: "204", value: ok)])),
            ])
            document["paths"]?[path] = .object([.init(key: index.isMultiple(of: 2) ? "post" : "get", value: operation)])
            added.append(path)
        }
    }

    /// Changes plain properties of components: one is removed, one gets a limit, one becomes required, one is added.
    private mutating func change(_ count: Int) {
        let named = Set(
            ["x-pagination", "x-export", "x-replacement"].flatMap { key in Revision.texts(of: key, in: document) }
                .flatMap { (text: String) -> [String] in text.split(separator: ".").map(String.init) })
        var properties: [(component: String, property: String)] = []
        for component in document["components"]?["schemas"]?.members ?? [] where component.value["discriminator"] == nil {
            for property in component.value["properties"]?.members ?? [] {
                let isPlain = property.value["type"] == .text("string") && property.value["enum"] == nil && property.value["format"] == nil
                if isPlain, !named.contains(property.key) { properties.append((component.key, property.key)) }
            }
        }
        var touched: Set<String> = []
        for (component, property) in properties.shuffled(using: &numbers) where changed.count < count && touched.insert(component).inserted
        {
            guard var schema = document["components"]?["schemas"]?[component] else { continue }
            var required: [DocumentValue] = []
            if case .list(let names)? = schema["required"] { required = names }
            let isRequired = required.contains(.text(property))
            switch (changed.count % 4, isRequired) {
            case (0, false):
                schema["properties"]?[property] = nil
                changed.append("\(component).\(property) removed")
            case (1, _):
                schema["properties"]?[property]?["maxLength"] = .scalar(.integer(77))
                changed.append("\(component).\(property) limited")
            case (2, false):
                schema["required"] = .list(required + [.text(property)])
                changed.append("\(component).\(property) required")
            default:
                schema["properties"]?["brandNew"] = .object([.init(key: "type", value: .text("string"))])
                changed.append("\(component).brandNew added")
            }
            document["components"]?["schemas"]?[component] = schema
        }
    }

    private static func texts(of key: String, in value: DocumentValue) -> [String] {
        switch value {
        case .scalar: []
        case .list(let elements): elements.flatMap { texts(of: key, in: $0) }
        case .object(let members): members.flatMap { $0.key == key ? texts(in: $0.value) : texts(of: key, in: $0.value) }
        }
    }

    private static func texts(in value: DocumentValue) -> [String] {
        switch value {
        case .scalar(.string(let text)): [text]
        case .scalar: []
        case .list(let elements): elements.flatMap(texts)
        case .object(let members): members.flatMap { texts(in: $0.value) }
        }
    }
}

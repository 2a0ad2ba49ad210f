import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

/// What is said about the document as a whole: the API's name, its servers, its credentials.
extension Carry {
    mutating func carryDocument() {
        if new.api.name != old.api.name {
            decisions.set(
                "x-swift-name", to: .text(old.api.name), at: new.root.appending("info"), from: old.document.location)
        }
        carryServers()
        carryCredentials()
    }

    private mutating func carryServers() {
        let names = Dictionary(servers(of: old.document).compactMap { server in server.swiftName.map { (server.url, ($0, server)) } }) {
            first, _ in first
        }
        let isSilent = new.document.servers.isEmpty && new.document.operations.allSatisfy(\.servers.isEmpty)
        if isSilent {
            if let node = old.node(at: old.root.appending("servers")) {
                decisions.set("servers", to: DocumentValue(node), at: new.root, from: node.location)
            }
        } else {
            for (place, node) in serverNodes(at: new.root) {
                guard let url = node["url"]?.string, let (name, server) = names[url] else { continue }
                decisions.set("x-swift-name", to: .text(name), at: place, from: server.location)
            }
        }
        for (before, after) in correspondence.operations {
            guard let owner = owner(of: "servers", before, in: old), let node = old.node(at: owner.appending("servers")) else { continue }
            if after.servers.isEmpty, isSilent {
                decisions.set("servers", to: DocumentValue(node), at: after.place, from: node.location)
            } else if let owner = self.owner(of: "servers", after, in: new) {
                for (place, node) in serverNodes(at: owner) {
                    guard let url = node["url"]?.string, let (name, server) = names[url] else { continue }
                    decisions.set("x-swift-name", to: .text(name), at: place, from: server.location)
                }
            }
        }
    }

    /// Returns the place that has a member for an operation: the operation itself or its path.
    private func owner(of member: String, _ operation: Operation, in side: CarrySide) -> Place? {
        let path = Place(file: operation.place.file, path: Array(operation.place.path.dropLast()))
        return [operation.place, path].first { side.node(at: $0)?[member] != nil }
    }

    private func serverNodes(at place: Place) -> [(place: Place, node: Node)] {
        let nodes = new.node(at: place)?["servers"]?.sequence ?? []
        return nodes.enumerated().map { (place.appending("servers", String($0)), $1) }
    }

    private func servers(of document: Document) -> [Server] { document.servers + document.operations.flatMap(\.servers) }

    private mutating func carryCredentials() {
        guard !old.document.securitySchemes.isEmpty else { return }
        if new.document.securitySchemes.isEmpty {
            if let node = old.node(at: old.root.appending("components", "securitySchemes")) {
                let components = new.root.appending("components")
                if new.node(at: components) == nil {
                    let value = DocumentValue.object([.init(key: "securitySchemes", value: DocumentValue(node))])
                    decisions.set("components", to: value, at: new.root, from: node.location)
                } else {
                    decisions.set("securitySchemes", to: DocumentValue(node), at: components, from: node.location)
                }
            }
            if let node = old.node(at: old.root.appending("security")) {
                decisions.set("security", to: DocumentValue(node), at: new.root, from: node.location)
            }
            for (before, after) in correspondence.operations {
                guard let node = old.node(at: before.place)?["security"] else { continue }
                decisions.set("security", to: DocumentValue(node), at: after.place, from: node.location)
            }
            return
        }
        for (scheme, credential) in zip(old.document.securitySchemes, old.api.credentials) {
            let others = zip(new.document.securitySchemes, new.api.credentials)
            guard let (other, otherCredential) = others.first(where: { $0.0.kind == scheme.kind }) else {
                decisions.lose("the security scheme \(scheme.name), \(old.api.name).Credentials.\(credential.name)", at: scheme.location)
                continue
            }
            guard otherCredential.name != credential.name else { continue }
            decisions.set(
                "x-swift-name", to: .text(credential.name),
                at: new.root.appending("components", "securitySchemes", other.name), from: scheme.location)
        }
    }
}

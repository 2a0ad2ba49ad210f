import GeneratorYAML

extension SchemaReader {
    /// Finds the components that build on base classes. Discriminators refer to them by name, even if no reference points to them.
    func needChildren() {
        let waiting = takeBases()
        guard !waiting.isEmpty else { return }
        let index = childrenByBase()
        for base in waiting.sorted() {
            var children: [(value: String, schema: Place)] = []
            var seen: Set<Place> = [base]
            var pending = [base]
            while let next = pending.popLast() {
                for child in index[next] ?? [] where seen.insert(child.place).inserted {
                    children.append((child.name, need(child.node, at: child.place)))
                    pending.append(child.place)
                }
            }
            setChildren(children, to: base)
        }
    }

    private struct Child {
        let name: String
        let node: Node
        let place: Place
    }

    /// Returns the components that name another component in their `allOf`, by the place of that other component.
    private func childrenByBase() -> [Place: [Child]] {
        var children: [Place: [Child]] = [:]
        for file in files.names {
            for entry in files.root(of: file, neededAt: nil)?["components"]?["schemas"]?.mapping?.entries ?? [] {
                let place = Place(file: file, path: ["components", "schemas", entry.key])
                for part in entry.value["allOf"]?.sequence ?? [] {
                    guard let reference = part["$ref"], let base = files.target(of: reference, in: file) else { continue }
                    children[base, default: []].append(Child(name: entry.key, node: entry.value, place: place))
                }
            }
        }
        return children
    }
}

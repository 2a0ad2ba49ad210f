import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

/// What is said about operations: the group and name of their methods, paging, exports, replacements.
extension Carry {
    /// Names the groups. A tag of the new document is named after the group in which most of its operations are; operations of other
    /// groups get a tag of their own.
    mutating func carryGroups() {
        var groups: [String: [(group: String, operation: Operation, tag: String?)]] = [:]
        for (before, after) in correspondence.operations {
            guard let method = old.methods(of: before).first else { continue }
            groups[after.tag ?? "", default: []].append((method.group, after, before.tag))
        }
        let locations = Dictionary(old.api.groups.map { ($0.name, $0.location) }) { first, _ in first }
        var owners: [String: String] = [:]
        for (tag, members) in groups.sorted(by: { $0.key < $1.key }) {
            let counts = Dictionary(members.map { ($0.group, 1) }, uniquingKeysWith: +)
            let main = tag.isEmpty ? nil : counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            if let main {
                owners[main] = owners[main] ?? tag
                name(tag: tag, main, from: locations[main] ?? old.document.location)
            }
            for member in members where member.group != main {
                // Lists are concatenated by an overlay, so that another tag cannot replace the first.
                let tag = member.tag ?? member.group
                decisions.replaceTags(with: tag, at: member.operation.place)
                name(tag: tag, member.group, from: locations[member.group] ?? old.document.location)
            }
        }
    }

    private mutating func name(tag: String, _ group: String, from origin: SourceLocation) {
        guard Groups.derived(tag) != group else { return }
        let tags = new.node(at: new.root)?["tags"]?.sequence ?? []
        if let index = tags.firstIndex(where: { $0["name"]?.string == tag }) {
            decisions.set("x-swift-name", to: .text(group), at: new.root.appending("tags", String(index)), from: origin)
        } else {
            decisions.addTag(tag, named: group)
        }
    }

    mutating func carryOperations() {
        let identifiers = Dictionary(correspondence.operations.map { ($0.old.id, $0.new) }) { first, _ in first }
        let taken = Set(new.document.operations.map(\.id))
        for (before, after) in correspondence.operations {
            if before.id != after.id {
                if taken.contains(before.id) {
                    decisions.contradict("another operation has the operationId \"\(before.id)\" of \(before.location)", at: after.location)
                } else {
                    decisions.set("operationId", to: .text(before.id), at: after.place, from: before.location, replaces: true)
                }
            }
            if let method = old.methods(of: before).first, before.swiftName != nil || method.name != new.methods(of: after).first?.name {
                decisions.set("x-swift-name", to: .text(method.name), at: after.place, from: before.location)
            }
            if before.isExperimental { decisions.set("x-experimental", to: .scalar(.bool(true)), at: after.place, from: before.location) }
            if let id = before.replacement { carryReplacement(id, identifiers, before, after) }
            carryPagination(before, after)
            carryExport(before, after)
            carryWindow(before, after)
            carryEffect(identifiers, before, after)
            carryOrder(before, after)
        }
        for (before, after) in correspondence.responses where before.mayBeEmpty {
            guard let place = after.place, after.content.contains(where: \.mayBeJSON) else { continue }
            decisions.set("x-may-be-empty", to: .scalar(.bool(true)), at: place, from: before.location)
        }
    }

    private mutating func carryReplacement(_ id: String, _ identifiers: [String: Operation], _ before: Operation, _ after: Operation) {
        guard after.isDeprecated else {
            return decisions.contradict("x-replacement \"\(id)\" of \(before.location) is for a deprecated operation", at: after.location)
        }
        guard identifiers[id] != nil else {
            return decisions.contradict("x-replacement \"\(id)\" of \(before.location) is gone", at: after.location)
        }
        decisions.set("x-replacement", to: .text(id), at: after.place, from: before.location)
    }

    private mutating func carryPagination(_ before: Operation, _ after: Operation) {
        guard let pagination = before.pagination else { return }
        let names = Set(after.parameters.filter { $0.position == .query }.map(\.name))
        if pagination.position == .query,
            let missing = [pagination.page, pagination.size].compactMap(\.self).first(where: { !names.contains($0) })
        {
            return decisions.contradict(
                "there is no query parameter \"\(missing)\", which x-pagination at \(pagination.location) names", at: after.location)
        }
        copy("x-pagination", before, after)
    }

    private mutating func carryExport(_ before: Operation, _ after: Operation) {
        guard let export = before.export else { return }
        let names = Set(after.parameters.filter { $0.position == .query }.map(\.name))
        if export.position == .query, !names.contains(export.name) {
            return decisions.contradict(
                "there is no query parameter \"\(export.name)\", which x-export at \(export.location) names", at: after.location)
        }
        copy("x-export", before, after)
    }

    private mutating func carryWindow(_ before: Operation, _ after: Operation) {
        guard let window = before.window else { return }
        let names = Set(after.parameters.filter { $0.position == .query }.map(\.name))
        if let missing = [window.start, window.end].first(where: { !names.contains($0) }) {
            return decisions.contradict(
                "there is no query parameter \"\(missing)\", which x-window at \(window.location) names", at: after.location)
        }
        copy("x-window", before, after)
    }

    private mutating func carryEffect(_ identifiers: [String: Operation], _ before: Operation, _ after: Operation) {
        if case .replaces(let replaced) = before.effect, identifiers[replaced.read] == nil {
            return decisions.contradict(
                "the operation \"\(replaced.read)\" is gone, which x-replaces of \(before.location) reads with", at: after.location)
        }
        copy("x-replaces", before, after)
    }

    private mutating func copy(_ key: String, _ before: Operation, _ after: Operation) {
        guard let node = old.node(at: before.place)?[key] else { return }
        decisions.set(key, to: DocumentValue(node), at: after.place, from: node.location)
    }

    private mutating func carryOrder(_ before: Operation, _ after: Operation) {
        let pairs = Dictionary(
            correspondence.parameters(of: after).map { ($0.old.name, $0.new.name) }, uniquingKeysWith: { first, _ in first })
        let order = before.parameters.compactMap { pairs[$0.name] }
        // New parameters come last, where they change the least.
        guard order != after.parameters.prefix(order.count).map(\.name) else { return }
        decisions.set("x-swift-order", to: .list(order.map { .text($0) }), at: after.place, from: before.location)
    }

    mutating func carryParameters() {
        for (before, after) in correspondence.parameters {
            guard let name = before.swiftName else { continue }
            decisions.set("x-swift-name", to: .text(name), at: after.place, from: before.location)
        }
    }
}

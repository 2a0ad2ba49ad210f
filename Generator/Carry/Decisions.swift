import GeneratorOpenAPI
import GeneratorYAML

/// The members that the overlay gives to objects of the new document.
struct Decisions {
    /// The members for one object.
    struct Target {
        let place: Place
        var members: [DocumentValue.Member] = []
        /// The members that are removed first.
        var removed: [String] = []
        /// `true` if every member is a proposal for something new.
        var isProposal: Bool
    }

    private(set) var report = CarryReport()
    private let new: CarrySide
    private var targets: [Place: Target] = [:]
    /// The locations of the decisions in the old document, so that a contradiction names both places.
    private var origins: [Place: [String: SourceLocation]] = [:]

    init(for new: CarrySide) { self.new = new }

    /// The targets in the order of the document.
    var all: [Target] { targets.values.sorted { $0.place < $1.place } }

    var isEmpty: Bool { targets.isEmpty }

    /// Sets a member of an object, unless the document already states it.
    ///
    /// - Parameters:
    ///   - origin: The location of the decision in the old document.
    ///   - replaces: `true` to replace what the document states, such as an `operationId`.
    mutating func set(
        _ key: String, to value: DocumentValue, at place: Place, from origin: SourceLocation, isProposal: Bool = false,
        replaces: Bool = false
    ) {
        let place = place.written
        if let other = targets[place]?.members.first(where: { $0.key == key })?.value {
            guard other != value, let first = origins[place]?[key] else { return }
            report.contradictions.append(
                .init(
                    "\(key) would be \(value.shortText) as at \(origin), but is \(other.shortText) as at \(first)", at: location(of: place))
            )
            return
        }
        if let stated = new.node(at: place)?[key], !replaces || isOfOverlay(stated) {
            // What an overlay says is a decision that was made for this document.
            guard DocumentValue(stated) != value, !isOfOverlay(stated) else { return }
            report.contradictions.append(
                .init("\(key) is \(DocumentValue(stated).shortText), and was \(value.shortText) at \(origin)", at: stated.location))
            return
        }
        targets[place, default: Target(place: place, isProposal: isProposal)].members.append(.init(key: key, value: value))
        if !isProposal { targets[place]?.isProposal = false }
        origins[place, default: [:]][key] = origin
        if !isProposal { report.carried[key, default: 0] += 1 }
    }

    /// Returns the value that the overlay gives to a member of an object, or `nil` if it sets no such member.
    func value(of key: String, at place: Place) -> DocumentValue? { targets[place.written]?.members.first { $0.key == key }?.value }

    /// Replaces the tags of an operation.
    mutating func replaceTags(with tag: String, at place: Place) {
        guard let stated = new.node(at: place)?["tags"] else {
            targets[place, default: Target(place: place, isProposal: false)].members.append(.init(key: "tags", value: .list([.text(tag)])))
            report.carried["tags", default: 0] += 1
            return
        }
        guard stated.sequence?.first?.string != tag, !isOfOverlay(stated) else { return }
        targets[place, default: Target(place: place, isProposal: false)].removed.append("tags")
        targets[place]?.members.append(.init(key: "tags", value: .list([.text(tag)])))
        report.carried["tags", default: 0] += 1
    }

    /// Adds a tag to the document.
    mutating func addTag(_ tag: String, named name: String) {
        let value = DocumentValue.object([.init(key: "name", value: .text(tag)), .init(key: "x-swift-name", value: .text(name))])
        var target = targets[new.root] ?? Target(place: new.root, isProposal: false)
        if let index = target.members.firstIndex(where: { $0.key == "tags" }) {
            guard case .list(let tags) = target.members[index].value, !tags.contains(value) else { return }
            target.members[index].value = .list(tags + [value])
        } else {
            target.members.append(.init(key: "tags", value: .list([value])))
        }
        targets[new.root] = target
        report.carried["tags", default: 0] += 1
    }

    mutating func contradict(_ text: String, at location: SourceLocation) {
        report.contradictions.append(.init(text, at: location))
    }

    mutating func lose(_ text: String, at location: SourceLocation) { report.gone.append(.init(text, at: location)) }

    mutating func propose(_ text: String, at location: SourceLocation) { report.new.append(.init(text, at: location)) }

    private func isOfOverlay(_ node: Node) -> Bool { node.location.file != new.document.location.file }

    private func location(of place: Place) -> SourceLocation { new.node(at: place)?.location ?? new.document.location }
}

extension DocumentValue {
    /// The value in a message.
    fileprivate var shortText: String {
        switch self {
        case .scalar(.string(let text)): "\"\(text)\""
        case .scalar(.bool(let bool)): "\(bool)"
        case .scalar(.integer(let number)): "\(number)"
        case .scalar(.decimal(let text)): text
        case .scalar(.null): "null"
        case .list(let elements): "[" + elements.map(\.shortText).joined(separator: ", ") + "]"
        case .object(let members): "{" + members.map { "\($0.key): \($0.value.shortText)" }.joined(separator: ", ") + "}"
        }
    }
}

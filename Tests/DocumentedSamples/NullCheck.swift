import ClockifyRuntime

/// Puts null at every place of a sample, one after the other: what is there then is read without it, or the error says where it
/// cannot be.
package struct NullCheck: Sendable {
    package private(set) var problems: [String] = []
    /// How many were read.
    package private(set) var read = 0
    /// How many could not be, and said why.
    package private(set) var refused = 0

    package init(_ sample: Sample) throws {
        guard sample.side == .response, case .written(let whole) = try sample.outcome(sample.json) else { return }
        for place in sample.json.places {
            let text = place.reduce("$") { $0 + $1.description }
            do {
                guard case .written(let written) = try sample.outcome(sample.json.replacing(place[...], with: .null)) else { continue }
                read += 1
                // A list that must be there is empty; a member of any JSON, and an element that may be null, keep it.
                let expected = [nil, .null, [], [:]].map { whole.replacing(place[...], with: $0) }
                if !expected.contains(where: { JSONDifference.between($0, written).isEmpty }) {
                    problems.append("\(sample): null at \(text) is read as \(written)")
                }
            } catch let error as JSONError {
                refused += 1
                let member = place.last.map { if case .member(let name) = $0 { name } else { "" } }
                let reason = member.map { "required member \"\($0)\" is missing or null" } ?? "expected an object, found null"
                if error.path != text || error.reason != reason { problems.append("\(sample): null at \(text) is refused: \(error)") }
            } catch {
                problems.append("\(sample): null at \(text): \(error)")
            }
        }
    }
}

private enum Step: CustomStringConvertible {
    case member(String)
    case index(Int)

    /// As paths of errors have it.
    var description: String {
        switch self {
        case .index(let index): "[\(index)]"
        case .member(let name):
            name.allSatisfy { $0.isLetter || $0.isNumber || "_-".contains($0) } ? ".\(name)" : "[\(JSONValue.string(name))]"
        }
    }
}

extension JSONValue {
    /// The ways to every value in this one; the first to itself.
    fileprivate var places: [[Step]] {
        switch self {
        case .array(let elements): [[]] + elements.enumerated().flatMap { index, element in element.places.map { [.index(index)] + $0 } }
        case .object(let members):
            [[]] + members.sorted { $0.key < $1.key }.flatMap { name, value in value.places.map { [.member(name)] + $0 } }
        default: [[]]
        }
    }

    /// The same, but for the value at a place; without it for nil. The same where there is no such place.
    fileprivate func replacing(_ place: ArraySlice<Step>, with value: JSONValue?) -> JSONValue {
        guard let step = place.first else { return value ?? .null }
        switch (step, self) {
        case (.index(let index), .array(var elements)) where elements.indices.contains(index):
            if place.count == 1, value == nil {
                elements.remove(at: index)
            } else {
                elements[index] = elements[index].replacing(place.dropFirst(), with: value)
            }
            return .array(elements)
        case (.member(let name), .object(var members)):
            members[name] = place.count == 1 ? value : members[name]?.replacing(place.dropFirst(), with: value)
            return .object(members)
        default: return self
        }
    }
}

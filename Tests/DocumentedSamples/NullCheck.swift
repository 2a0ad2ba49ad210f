import ClockifyRuntime

/// Puts null at every place of a sample, one at a time. The value is then decoded without it, or the error names the place that
/// cannot be null.
package struct NullCheck: Sendable {
    package private(set) var problems: [String] = []
    /// The number of decoded values.
    package private(set) var read = 0
    /// The number of rejected values with the expected error.
    package private(set) var refused = 0

    package init(_ sample: Sample) throws {
        guard sample.side == .response, case .written(let whole) = try sample.outcome(sample.json) else { return }
        for place in sample.json.places {
            let text = place.reduce("$") { $0 + $1.description }
            do {
                guard case .written(let written) = try sample.outcome(sample.json.replacing(place[...], with: .null)) else { continue }
                read += 1
                // A required list becomes empty. A member of any JSON type and a nullable element keep the null.
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

    /// The notation of error paths.
    var description: String {
        switch self {
        case .index(let index): "[\(index)]"
        case .member(let name):
            name.allSatisfy { $0.isLetter || $0.isNumber || "_-".contains($0) } ? ".\(name)" : "[\(JSONValue.string(name))]"
        }
    }
}

extension JSONValue {
    /// The paths to every value within this one. The first is the path to itself.
    fileprivate var places: [[Step]] {
        switch self {
        case .array(let elements): [[]] + elements.enumerated().flatMap { index, element in element.places.map { [.index(index)] + $0 } }
        case .object(let members):
            [[]] + members.sorted { $0.key < $1.key }.flatMap { name, value in value.places.map { [.member(name)] + $0 } }
        default: [[]]
        }
    }

    /// Returns a copy with another value at a place, or without the value if it is `nil`. A missing place changes nothing.
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

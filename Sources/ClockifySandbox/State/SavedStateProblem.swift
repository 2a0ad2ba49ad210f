import ClockifyRuntime
import Foundation

/// The reason why a file is not a state that a sandbox can load, or why a state cannot be saved.
public struct SavedStateProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path of the value in the file, such as `$.entities.clients[3].id`; `$` is the whole file.
    public let path: String
    /// What is wrong with it, for people.
    public let reason: String

    init(_ reason: String, at path: String) {
        self.path = path
        self.reason = reason
    }

    /// The place and the reason.
    public var description: String { "\(path): \(reason)" }
}

/// A value in a saved state, and its place.
struct SavedValue {
    let value: JSONValue
    let path: String

    func problem(_ reason: String) -> SavedStateProblem { SavedStateProblem(reason, at: path) }

    /// The members of an object that may have any.
    func members() throws(SavedStateProblem) -> [String: SavedValue] {
        guard let members = value.objectValue else { throw problem("must be an object") }
        return Dictionary(uniqueKeysWithValues: members.map { ($0, SavedValue(value: $1, path: "\(path).\($0)")) })
    }

    /// The members of an object that has all of these and no other.
    func members(_ names: Set<String>) throws(SavedStateProblem) -> SavedMembers {
        let members = try members()
        if let unknown = members.keys.filter({ !names.contains($0) }).min() { throw problem("there is no member \"\(unknown)\"") }
        if let missing = names.filter({ members[$0] == nil }).min() { throw problem("the member \"\(missing)\" is missing") }
        return SavedMembers(owner: self, members: members)
    }

    func elements() throws(SavedStateProblem) -> [SavedValue] {
        guard let elements = value.arrayValue else { throw problem("must be an array") }
        return elements.enumerated().map { SavedValue(value: $1, path: "\(path)[\($0)]") }
    }

    func text() throws(SavedStateProblem) -> String {
        guard let text = value.stringValue else { throw problem("must be a string") }
        return text
    }

    func identifier() throws(SavedStateProblem) -> String {
        let text = try text()
        if text.isEmpty { throw problem("must not be empty") }
        return text
    }

    /// A string; `nil` for `null`.
    func optionalText() throws(SavedStateProblem) -> String? { value.isNull ? nil : try text() }

    func flag() throws(SavedStateProblem) -> Bool {
        guard let flag = value.boolValue else { throw problem("must be a boolean") }
        return flag
    }

    /// A whole number from 0 to a limit.
    func count(upTo limit: Int) throws(SavedStateProblem) -> Int {
        guard let count = value.intValue, (0...limit).contains(count) else { throw problem("must be a whole number from 0 to \(limit)") }
        return count
    }

    /// A date, as seconds since 1 January 2001.
    func date() throws(SavedStateProblem) -> Date {
        guard let seconds = value.doubleValue, SavedState.dates.contains(seconds) else {
            throw problem("must be a number of seconds since 2001-01-01T00:00:00Z, for a date of the years 1 to 9999")
        }
        return Date(timeIntervalSinceReferenceDate: seconds)
    }
}

/// The members of an object, all of which exist.
struct SavedMembers {
    let owner: SavedValue
    let members: [String: SavedValue]

    func callAsFunction(_ name: String) throws(SavedStateProblem) -> SavedValue {
        guard let member = members[name] else { throw owner.problem("the member \"\(name)\" is missing") }
        return member
    }
}

/// A value that is stored outside the value that contains it, so that a type can contain itself.
@dynamicMemberLookup
public struct Indirect<Wrapped> {
    fileprivate indirect enum Storage {
        case value(Wrapped)
    }

    private var storage: Storage

    /// Stores `value` indirectly.
    public init(_ value: Wrapped) { storage = .value(value) }

    /// The value itself.
    public var value: Wrapped {
        get {
            switch storage {
            case .value(let value): value
            }
        }
        set { storage = .value(newValue) }
    }

    /// A member of the value.
    public subscript<Member>(dynamicMember member: KeyPath<Wrapped, Member>) -> Member { value[keyPath: member] }

    /// A member of the value.
    public subscript<Member>(dynamicMember member: WritableKeyPath<Wrapped, Member>) -> Member {
        get { value[keyPath: member] }
        set { value[keyPath: member] = newValue }
    }
}

extension Indirect.Storage: Sendable where Wrapped: Sendable {}
extension Indirect: Sendable where Wrapped: Sendable {}

extension Indirect: Equatable where Wrapped: Equatable {
    /// Compares the values, not where they are stored.
    public static func == (left: Self, right: Self) -> Bool { left.value == right.value }
}

extension Indirect: Hashable where Wrapped: Hashable {
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

// Not `CustomStringConvertible`, because `description` would hide a member of the value with this name.
extension Indirect: TextOutputStreamable, CustomReflectable {
    /// Writes the text of the value.
    public func write(to target: inout some TextOutputStream) { print(value, terminator: "", to: &target) }

    /// The mirror of the value.
    public var customMirror: Mirror { Mirror(reflecting: value) }
}

extension Indirect: JSONReadable where Wrapped: JSONReadable {
    /// Reads the value, and stores it indirectly.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) { self.init(try Wrapped(from: &json)) }
}

extension Indirect: JSONWritable where Wrapped: JSONWritable {
    /// Writes the value.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { value.write(to: &json) }
}

/// A type whose values are equal if all their members are equal.
///
/// Generated types implement the comparison explicitly. The implementation that the compiler derives uses `==` for every property of
/// every type. Resolving the many overloads of `==` takes a fifth of the compile time of the types.
///
/// All types share one hash function, because a derived one would have to be compiled for each of them.
@_spi(Generated)
public protocol MemberwiseEquatable: Hashable {
    /// `true` if each member equals that of the other value.
    func isEqual(to other: Self) -> Bool
}

@_spi(Generated)
extension MemberwiseEquatable {
    /// Compares two values member by member.
    @inlinable
    public static func == (one: Self, other: Self) -> Bool { one.isEqual(to: other) }

    /// Feeds the members to the hasher. Finding them by reflection takes a few microseconds for each.
    public func hash(into hasher: inout Hasher) { hasher.combine(membersOf: self) }

    /// The hash of the members.
    public var hashValue: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
    }
}

@_spi(Generated)
extension MemberwiseEquatable where Self: Identifiable {
    /// Feeds the identifier to the hasher. Values that differ elsewhere are told apart by `==`.
    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Hasher {
    /// Feeds the stored properties of a value, in their order. Leaves out properties that are `nil`, or that have no hash.
    fileprivate mutating func combine(membersOf value: Any) {
        for (index, property) in Mirror(reflecting: value).children.enumerated() {
            if (property.value as? any JSONReflectable)?.isAbsent == true { continue }
            guard let member = property.value as? any Hashable else { continue }
            combine(index)
            member.hash(into: &self)
        }
    }
}

/// Compares two members for generated types.
///
/// The overloads for optionals and lists return the same as the first one. They save each call site the code that looks up how
/// optionals and lists are compared.
@_spi(Generated)
public enum Equality {
    /// Returns `true` if two members are equal.
    @inlinable
    public static func holds<Member: Equatable>(_ one: Member, _ other: Member) -> Bool { one == other }

    /// Returns `true` if two optional members are equal, or both `nil`.
    @inlinable
    public static func holds<Member: Equatable>(_ one: Member?, _ other: Member?) -> Bool { one == other }

    /// Returns `true` if two lists have equal elements in the same order.
    @inlinable
    public static func holds<Element: Equatable>(_ one: [Element], _ other: [Element]) -> Bool { one == other }

    /// Returns `true` if two optional lists have equal elements in the same order, or are both `nil`.
    @inlinable
    public static func holds<Element: Equatable>(_ one: [Element]?, _ other: [Element]?) -> Bool { one == other }
}

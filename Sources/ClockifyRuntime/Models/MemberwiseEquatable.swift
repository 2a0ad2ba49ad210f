/// A type whose values are equal if all their members are equal.
///
/// Generated types implement the comparison explicitly. The implementation that the compiler derives uses `==` for every property of
/// every type. Resolving the many overloads of `==` takes a fifth of the compile time of the types.
@_spi(Generated)
public protocol MemberwiseEquatable: Equatable {
    /// `true` if each member equals that of the other value.
    func isEqual(to other: Self) -> Bool
}

@_spi(Generated)
extension MemberwiseEquatable {
    /// Compares two values member by member.
    @inlinable
    public static func == (one: Self, other: Self) -> Bool { one.isEqual(to: other) }
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

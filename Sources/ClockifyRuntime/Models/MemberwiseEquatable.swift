/// A type whose values are equal when all their members are.
///
/// Generated types say so themselves. What the compiler derives would say `==` for every property of every type, and `==` has so
/// many meanings that finding the right one takes a fifth of the time that the types take to compile.
@_spi(Generated)
public protocol MemberwiseEquatable: Equatable {
    /// Whether each member equals the other's.
    func isEqual(to other: Self) -> Bool
}

@_spi(Generated)
extension MemberwiseEquatable {
    @inlinable
    public static func == (one: Self, other: Self) -> Bool { one.isEqual(to: other) }
}

/// What generated types ask about two members: whether one equals the other.
///
/// The others say what the first does, and spare whoever asks them the code that finds how optionals and lists are compared.
@_spi(Generated)
public enum Equality {
    @inlinable
    public static func holds<Member: Equatable>(_ one: Member, _ other: Member) -> Bool { one == other }

    @inlinable
    public static func holds<Member: Equatable>(_ one: Member?, _ other: Member?) -> Bool { one == other }

    @inlinable
    public static func holds<Element: Equatable>(_ one: [Element], _ other: [Element]) -> Bool { one == other }

    @inlinable
    public static func holds<Element: Equatable>(_ one: [Element]?, _ other: [Element]?) -> Bool { one == other }
}

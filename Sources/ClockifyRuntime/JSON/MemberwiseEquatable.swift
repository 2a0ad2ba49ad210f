/// A type whose values are equal when all their members are.
///
/// Generated types say so themselves. What the compiler derives would say `==` for every property of every type, and `==` has so
/// many meanings that finding the right one takes a fifth of the time that the types take to compile.
public protocol MemberwiseEquatable: Equatable {
    /// Whether each member equals the other's.
    func isEqual(to other: Self) -> Bool
}

extension MemberwiseEquatable {
    @inlinable
    public static func == (one: Self, other: Self) -> Bool { one.isEqual(to: other) }
}

/// What generated types ask about two members.
public enum Equality {
    /// Whether one equals the other.
    @inlinable
    public static func holds<Member: Equatable>(_ one: Member, _ other: Member) -> Bool { one == other }
}

extension String {
    /// Returns `true` if both are the same secret. The duration reveals whether their lengths differ, but not where the secrets differ.
    package func isSameSecret(as other: String) -> Bool {
        let (left, right) = (Array(utf8), Array(other.utf8))
        guard left.count == right.count else { return false }
        return differingBits(left, right) == 0
    }
}

/// Not inlined, so that no caller's early exit moves into the loop.
@inline(never)
private func differingBits(_ left: [UInt8], _ right: [UInt8]) -> UInt8 {
    var difference: UInt8 = 0
    for index in left.indices { difference |= left[index] ^ right[index] }
    return difference
}

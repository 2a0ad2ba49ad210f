import GeneratorOpenAPI

/// The type and format of a value, as far as they determine which values are valid.
struct ValueType: Equatable, CustomStringConvertible {
    let types: Set<Schema.ValueType>
    let format: String?

    init(_ meaning: Meaning) {
        types = meaning.types
        // Bytes of different media types are different types.
        format = [meaning.format, meaning.contentMediaType].compactMap { $0 }.joined(separator: " of ").nonEmpty
    }

    /// Returns `true` if every value of the other type is also one of this type.
    func includes(_ other: ValueType) -> Bool {
        guard includesTypes(other) else { return false }
        guard let format else { return true }
        switch (format, other.format) {
        case (format, format): return true
        case ("int64", "int32"), ("double", "float"): return true
        // Any integer is a valid number.
        case ("double", _), ("float", _): return other.types == [.integer]
        default: return false
        }
    }

    private func includesTypes(_ other: ValueType) -> Bool {
        if types.isEmpty { return true }
        guard !other.types.isEmpty else { return false }
        return other.types.isSubset(of: allTypes)
    }

    /// The types, including integers if numbers are allowed.
    private var allTypes: Set<Schema.ValueType> { types.contains(.number) ? types.union([.integer]) : types }

    /// Returns `true` if no value belongs to both types.
    func isDisjoint(with other: ValueType) -> Bool {
        !types.isEmpty && !other.types.isEmpty && allTypes.isDisjoint(with: other.allTypes)
    }

    var allowsStrings: Bool { types.isEmpty || types.contains(.string) }

    /// Returns `true` if the types are the same numeric kind and differ at most in size.
    func differsInSize(from other: ValueType) -> Bool { types == other.types && !types.isEmpty && types.isSubset(of: [.integer, .number]) }

    /// Returns `true` if a reader that expects this type can read values of the other one. Formats that readers ignore do not
    /// matter.
    func isRead(as other: ValueType) -> Bool {
        guard types == other.types, !types.isEmpty else { return false }
        return types.isDisjoint(with: [.string]) || !["date-time", "date", "duration"].contains(format)
    }

    var description: String {
        let names = types.isEmpty ? "anything" : types.map(\.rawValue).sorted().joined(separator: " or ")
        return format.map { "\(names) (\($0))" } ?? names
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

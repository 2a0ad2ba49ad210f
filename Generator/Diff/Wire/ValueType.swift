import GeneratorOpenAPI

/// The type of a value with its format, as far as they say which values fit.
struct ValueType: Equatable, CustomStringConvertible {
    let types: Set<Schema.ValueType>
    let format: String?

    init(_ meaning: Meaning) {
        types = meaning.types
        // Bytes of a picture are not those of a document.
        format = [meaning.format, meaning.contentMediaType].compactMap { $0 }.joined(separator: " of ").nonEmpty
    }

    /// Whether every value of the other type is one of this.
    func includes(_ other: ValueType) -> Bool {
        guard includesTypes(other) else { return false }
        guard let format else { return true }
        switch (format, other.format) {
        case (format, format): return true
        case ("int64", "int32"), ("double", "float"): return true
        // Integers are numbers of every size.
        case ("double", _), ("float", _): return other.types == [.integer]
        default: return false
        }
    }

    private func includesTypes(_ other: ValueType) -> Bool {
        if types.isEmpty { return true }
        guard !other.types.isEmpty else { return false }
        return other.types.isSubset(of: allTypes)
    }

    /// An integer is a number too.
    private var allTypes: Set<Schema.ValueType> { types.contains(.number) ? types.union([.integer]) : types }

    /// Whether no value is of both types.
    func isDisjoint(with other: ValueType) -> Bool {
        !types.isEmpty && !other.types.isEmpty && allTypes.isDisjoint(with: other.allTypes)
    }

    var allowsStrings: Bool { types.isEmpty || types.contains(.string) }

    /// Whether the types are the same kind of number, which may be larger in one of them.
    func differsInSize(from other: ValueType) -> Bool { types == other.types && !types.isEmpty && types.isSubset(of: [.integer, .number]) }

    /// Whether a reader that expects this type can read values of the other one: formats that are not read do not matter.
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

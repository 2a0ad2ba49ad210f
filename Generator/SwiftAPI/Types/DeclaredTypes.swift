import GeneratorYAML

/// The declared types, by name.
struct DeclaredTypes {
    private(set) var declarations: [String: TypeDeclaration] = [:]
    /// The spec file that describes each type.
    private(set) var files: [String: String] = [:]

    /// The kind of a type; `nil` if no type has the name.
    func kind(of name: String) -> TypeDeclaration.Kind? { declarations[name]?.kind }

    mutating func add(_ declaration: TypeDeclaration, file: String) {
        declarations[declaration.name] = declaration
        files[declaration.name] = file
    }

    /// Sets the contents of a type that was added without them.
    mutating func complete(_ name: String, _ kind: TypeDeclaration.Kind) { declarations[name]?.kind = kind }

    /// Returns the unit and the kind of a number that the type represents; `nil` if it is not a number with a unit.
    func scale(of type: TypeReference) -> Scale? {
        if case .named(let name) = type, case .unit(let scale) = kind(of: name) { scale } else { nil }
    }

    /// Returns `true` if values of the type can be keys of a dictionary.
    func isHashable(_ type: TypeReference) -> Bool {
        switch type {
        case .string, .int, .int64: true
        case .named(let name): isText(name)
        default: false
        }
    }

    /// Returns `true` if values of the type identify entities of one kind.
    func isIdentifier(_ type: TypeReference) -> Bool {
        if case .named(let name) = type, case .identifier = kind(of: name) { true } else { false }
    }

    /// Returns `true` if a value of the type is sent as a single text.
    func isPlainValue(_ type: TypeReference) -> Bool {
        switch type {
        case .string, .bool, .int, .int64, .double, .date, .dateWithFraction, .wallClockTime, .calendarDate, .dayOrTime, .duration: true
        case .named(let name): isText(name)
        case .json, .upload, .array, .dictionary, .optional, .nullable, .indirect: false
        }
    }

    /// Returns `true` if a value of the type is sent as a list of texts.
    func isListOfPlainValues(_ type: TypeReference) -> Bool { if case .array(let element) = type { isPlainValue(element) } else { false } }

    /// Returns `true` if a declared type represents a single text or number.
    private func isText(_ name: String) -> Bool {
        switch kind(of: name) {
        case .identifier, .unit, .enumeration: true
        case .structure, .union, .answers, nil: false
        }
    }
}

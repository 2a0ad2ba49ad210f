/// The Swift type of a value.
package indirect enum TypeReference: Sendable, Hashable {
    case string, bool, int, int64, double, date, calendarDate, dayOrTime, duration, json, upload
    /// A `Date` that is sent with fractional seconds.
    case dateWithFraction(digits: Int)
    /// A day and a time of day without a time zone, sent with at most this number of fractional digits.
    case wallClockTime(digits: Int)
    /// A declared type, nested in the API's type.
    case named(String)
    case array(TypeReference)
    case dictionary(TypeReference)
    case optional(TypeReference)
    case nullable(TypeReference)
    case indirect(TypeReference)
}

extension TypeReference {
    /// `true` for a time that is sent with fractional seconds.
    var hasFraction: Bool {
        switch self {
        case .dateWithFraction: true
        case .wallClockTime(let digits): digits > 0
        default: false
        }
    }

    /// The type without optionality.
    var withoutOptionality: TypeReference {
        switch self {
        case .optional(let type), .nullable(let type): type.withoutOptionality
        default: self
        }
    }

    /// `true` for a file or a list of files, which JSON cannot contain.
    package var isFile: Bool { declaredOrPlain == .upload }

    /// `true` if the value may be absent, or be `null`.
    var isOptionalNullable: Bool { if case .optional(.nullable) = self { true } else { false } }

    /// The innermost type: the element of a list or map, the wrapped type of an optional, or the type itself.
    var declaredOrPlain: TypeReference {
        switch self {
        case .array(let type), .dictionary(let type), .optional(let type), .nullable(let type), .indirect(let type): type.declaredOrPlain
        default: self
        }
    }

    /// The name of the declared type, or of the declared type that a list, map or optional contains.
    package var declaredName: String? {
        switch self {
        case .named(let name): name
        case .array(let type), .dictionary(let type), .optional(let type), .nullable(let type), .indirect(let type): type.declaredName
        default: nil
        }
    }
}

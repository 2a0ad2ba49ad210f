package import GeneratorYAML

/// A type to declare, nested in the API's type.
package struct TypeDeclaration: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case structure(Structure)
        case enumeration(Enumeration)
        case identifier
        case union(Union)
        case answers(Answers)
        case unit(Scale)
    }

    package let name: String
    package let documentation: [String]
    package var kind: Kind
    package let location: SourceLocation
}

/// A number with a unit.
package struct Scale: Sendable, Equatable {
    /// What the unit measures: `currency`, `percent`, or any other word.
    package let measure: String
    /// By how many decimal digits the number on the wire is shifted: 2 if it counts hundredths.
    package let digits: Int
    /// `true` if the number on the wire is an integer.
    package let isWhole: Bool
}

/// An object.
package struct Structure: Sendable, Equatable {
    package var properties: [Property]
    /// `true` if the structure is decoded from responses.
    package let isReceived: Bool
    /// `true` if the structure is sent. Its properties are then `var`s, and it has a writer unless it is only a form.
    package let isSent: Bool
    /// `true` if the members are sent as parts of a form and never as JSON.
    package let isForm: Bool
    package let isIdentifiable: Bool
    /// `true` if it has an identifier of a kind of its own.
    package let hasOwnKind: Bool
    /// The type of additional members; `nil` if the spec declares none.
    package let additionalProperties: TypeReference?
    package var rules: [Rule]
    /// The initializers that fill the body from the entity that it replaces.
    package var replacements: [Replacement] = []
    /// The pairs of properties that days can replace in an initializer.
    package var windows: [DayWindow] = []

    /// `true` if the structure is read and written as JSON. What is only sent is read too, for bodies that are stored and sent later, and
    /// what is only received is written too, for caches.
    package var isModel: Bool { isReceived || isSent && !isForm }
}

/// A member of an object.
package struct Property: Sendable, Equatable {
    package let name: String
    /// The name of the stored property. It differs from ``name`` if the property is deprecated, so that the type's own
    /// code uses nothing deprecated.
    package let storedName: String
    package let wireName: String
    /// The type of the stored property, including optionality.
    package var type: TypeReference
    package let presence: Presence
    /// The default value of the initializer's parameter.
    package let defaultValue: Literal?
    package let documentation: [String]
    /// The deprecation message; `nil` if not deprecated.
    package let deprecation: String?
    package let isRead: Bool
    package let isWritten: Bool
    /// `true` if responses may encode the value as a string, or send a single value instead of a list.
    package let isLenient: Bool
    /// Alternative member names that responses may use.
    package let otherWireNames: [String]
    package let location: SourceLocation

    package enum Presence: Sendable, Equatable {
        case required
        /// Required on the wire, where null is an allowed value.
        case requiredNullable
        case optional
    }
}

/// A value that is one of several texts or numbers.
package struct Enumeration: Sendable, Equatable {
    package struct Member: Sendable, Equatable {
        package let name: String
        package let value: Literal
        package let location: SourceLocation
    }
    package let rawType: TypeReference
    package let members: [Member]
    package var use = Use.value

    /// What the values are used for.
    package enum Use: Sendable, Equatable {
        /// A value in a request or a response. The service may add values.
        case value
        /// The format of an exported file.
        case fileForm
        /// The media type of a request body.
        case bodyFormat
    }

    /// `true` if only the listed members are possible values.
    package var isClosed: Bool { use != .value }
}

/// A value that has one of several types.
package struct Union: Sendable, Equatable {
    package struct Alternative: Sendable, Equatable {
        package let name: String
        package var type: TypeReference
        package let kind: Kind
        /// The discriminator values that select this alternative. An alternative without any is read if the value is that of no other.
        package let discriminatorValues: [String]
        /// The values of members that distinguish an object of this alternative from the others.
        package let constants: [Constant]
        /// The members that an object of this alternative must have, and that not every alternative requires.
        package let requiredMembers: [String]
        /// `true` if the alternative's values have rules to check.
        package var isChecked: Bool
        package let location: SourceLocation
    }
    /// The JSON form that distinguishes an alternative.
    package enum Kind: Sendable, Equatable { case bool, number, string, array, model, anyObject }

    package var alternatives: [Alternative]
    /// The member whose value selects the alternative of an object.
    package let discriminator: String?
    package var isRecursive: Bool
}

/// The possible results, or failures, of an operation whose response type depends on the status.
package struct Answers: Sendable, Equatable {
    package struct Case: Sendable, Equatable {
        package let name: String
        /// The status code, such as `200`, a range such as `2XX` for any other success, or `DEFAULT` for any other status.
        package let status: String
        /// `nil` for a response without content.
        package let type: TypeReference?
        package let documentation: [String]
        package let location: SourceLocation
    }
    package let cases: [Case]
    /// `true` if these are the bodies of responses that say why a call failed.
    package var areFailures = false
}

/// A value as it is written in source.
package enum Literal: Sendable, Hashable {
    case string(String)
    case integer(Int64)
    case number(String)
    case bool(Bool)
    /// A member of an enumeration, such as `.ascending`.
    case member(String)
    /// A value that is made from a number on the wire: `.init(rawValue: 5)`.
    case rawValue(String)
}

package import GeneratorYAML

/// An initializer that fills a body from the entity that it replaces, so that nothing is lost.
package struct Replacement: Sendable, Equatable {
    /// The type of the entity.
    package let entity: String
    /// The name of the parameter for the entity.
    package let entityName: String
    /// The parameters for members of the body that no response contains.
    package let asked: [Structure.Parameter]
    /// The values of the memberwise initializer's parameters, in its order. Parameters without a value keep their defaults.
    package let values: [FilledParameter]
    package let documentation: [String]

    /// A reason why a body cannot be filled.
    package enum Failure: Sendable {
        /// The entity may lack what the body requires.
        case missing
        /// A number may have no exact value in the body's unit.
        case inexact
    }

    /// The reasons why the initializer may throw.
    package var failures: Set<Failure> { values.reduce(into: []) { $0.formUnion($1.value.failures) } }

    /// `true` if the initializer throws.
    package var canFail: Bool { !failures.isEmpty }
}

/// A parameter of a memberwise initializer, and the value that it is given.
package struct FilledParameter: Sendable, Equatable {
    package let name: String
    package let value: FilledValue
}

package indirect enum FilledValue: Sendable, Equatable {
    /// The argument of the same name.
    case argument
    case literal(Literal)
    /// The entity, converted.
    case entity(Conversion)
    /// A member of the entity, converted.
    case member(MemberPath, Conversion)
    /// A value if a member of the entity is true, and nothing otherwise.
    case conditional(MemberPath, FilledValue)

    fileprivate var failures: Set<Replacement.Failure> {
        switch self {
        case .argument, .literal: []
        case .entity(let conversion): conversion.failures
        case .conditional(_, let value): value.failures
        case .member(let path, let conversion): path.failures.union(conversion.failures)
        }
    }
}

/// The way from an entity to one of its members.
package struct MemberPath: Sendable, Equatable {
    package struct Step: Sendable, Equatable {
        /// The stored name of the property.
        package let name: String
        package let isOptional: Bool
    }

    package let steps: [Step]
    /// The JSON pointer of the body's member, if the body requires a value that the entity may lack.
    package let requirement: String?

    fileprivate var failures: Set<Replacement.Failure> { requirement == nil ? [] : [.missing] }

    package var isOptional: Bool { steps.contains(where: \.isOptional) }
}

/// How a value of an entity becomes a value of a body.
package indirect enum Conversion: Sendable, Equatable {
    case same
    /// A type that is made from the raw value of another type, or from a text.
    case raw(TypeReference, fromRawValue: Bool)
    /// The raw value as text.
    case text
    /// A number of another type that holds every value.
    case number(TypeReference)
    /// A number in another unit of the same quantity, for the body's member at the JSON pointer.
    case unit(pointer: String)
    /// The beginning of a day in UTC.
    case startOfDay
    case nullable(Conversion)
    /// An alternative of a union.
    case alternative(TypeReference, String)
    case list(Conversion)
    /// A member of an object, converted.
    case picked(MemberPath, Conversion)
    case object(TypeReference, [FilledParameter])

    package var canFail: Bool { !failures.isEmpty }

    fileprivate var failures: Set<Replacement.Failure> {
        switch self {
        case .same, .raw, .text, .number, .startOfDay, .alternative: []
        case .unit: [.inexact]
        case .picked(let path, let conversion): path.failures.union(conversion.failures)
        case .nullable(let conversion), .list(let conversion): conversion.failures
        case .object(_, let values): values.reduce(into: []) { $0.formUnion($1.value.failures) }
        }
    }
}

/// A method that reads an entity, lets the caller change it, and replaces it.
package struct Edit: Sendable, Equatable {
    /// How the entity is read.
    package struct Read: Sendable, Equatable {
        /// An argument of the edit that is passed on.
        package struct Argument: Sendable, Equatable {
            package let label: String?
            package let name: String
        }

        /// The group of the method; `nil` for the group of the edit.
        package let group: API.Group?
        /// The method that returns the entity, or a list of entities.
        package let name: String
        package let arguments: [Argument]
        /// How the entity is found in a list; `nil` if the method returns the entity.
        package let search: Search?
        /// `true` if the method may return nothing.
        package let isOptional: Bool
    }

    package struct Search: Sendable, Equatable {
        package let isPaged: Bool
        /// The stored name of the entities' identifier.
        package let identifier: String
        /// The name of the edit's argument that identifies the entity, and of the path parameter.
        package let argument: String
        package let wireName: String
    }

    package let name: String
    /// The arguments of the method that replaces, without its body.
    package let arguments: [Method.Argument]
    package let asked: [Structure.Parameter]
    /// The name of the body's type.
    package let body: String
    /// The name of the variable for the body.
    package let bodyName: String
    /// The name of the variable for the entity.
    package let entityName: String
    /// The name of the parameter for the closure.
    package let closureName: String
    package let read: Read
    /// `true` if filling the body may throw.
    package let canFail: Bool
    package let documentation: [String]
    package let location: SourceLocation

    /// The arguments that a call passes before its closure.
    package var callArguments: [Method.Argument] { arguments + asked.map { .asked($0, at: location) } }
}

extension Method.Argument {
    /// Returns the argument for a member of the body that no response contains.
    static func asked(_ parameter: Structure.Parameter, at location: SourceLocation) -> Self {
        var argument = Self(
            label: parameter.name, name: parameter.name, type: parameter.type, defaultValue: nil, role: .body,
            documentation: ["No response contains this value, so you pass it."], location: location)
        argument.isAlwaysPassed = true
        return argument
    }
}

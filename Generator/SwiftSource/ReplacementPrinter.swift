package import GeneratorSwiftAPI

// What the emitted code and the surface say about replacing.

extension Replacement {
    /// `init(replacing current: Tag)`
    package func signature(in rootName: String?) -> Signature {
        let entity = TypeReference.named(entity).source(in: rootName)
        return Signature(
            opening: "init(",
            arguments: ["replacing \(entityName): \(entity)"]
                + asked.map { "\(Names.quoted($0.name)): \($0.type.source(in: rootName))" },
            closing: canFail ? ") throws(APIFailure)" : ")")
    }

    func print(to writer: inout SourceWriter) {
        writer.documentation(documentation)
        if canFail {
            writer.line("///")
            var reasons: [String] = []
            if failures.contains(.missing) { reasons.append("a value is missing that the body requires") }
            if failures.contains(.inexact) { reasons.append("a number has no exact value in the body's unit") }
            writer.line("/// - Throws: `APIFailure.invalidRequest` if \(reasons.joined(separator: ", or ")).")
        }
        writer.signature(signature(in: nil), access: "public")
        writer.nested { writer in
            writer.write(
                CallExpression(
                    opening: canFail ? "try self.init(" : "self.init(",
                    arguments: values.map { $0.value.source(entityName, of: $0.name).labelled($0.name) }, closing: ")"))
        }
        writer.line("}")
    }
}

// An initializer that throws has one `try` for its whole call, so that only closures need one of their own.

extension FilledValue {
    /// - Parameters:
    ///   - entity: The expression for the entity.
    ///   - parameter: The name of the parameter that is filled.
    func source(_ entity: String, of parameter: String) -> CallExpression {
        switch self {
        case .argument: return CallExpression(Names.quoted(parameter))
        case .literal(let literal): return CallExpression(Source.literal(literal))
        case .entity(let conversion): return conversion.source(entity)
        case .conditional(let path, let value):
            return value.source(entity, of: parameter).between("\(path.source(entity)) == true ? ", " : nil")
        case .member(let path, let conversion):
            let member = path.requiredSource(entity)
            if case .list(let element) = conversion, path.requirement == nil, path.isOptional {
                return element.closure(over: member + "?")
            }
            return path.requirement == nil && path.isOptional && conversion != .same
                ? conversion.closure(over: member) : conversion.source(member)
        }
    }
}

extension MemberPath {
    /// The expression for the member, which throws if the member is required and missing.
    fileprivate func requiredSource(_ entity: String) -> String {
        requirement.map { "Replacing.value(\(source(entity)), as: \(Source.string($0)))" } ?? source(entity)
    }

    /// `current.timeInterval?.start`
    fileprivate func source(_ entity: String) -> String {
        var source = entity
        for (index, step) in steps.enumerated() {
            source += "." + Names.quoted(step.name)
            if step.isOptional, index + 1 < steps.count { source += "?" }
        }
        return source
    }
}

extension Conversion {
    /// Returns the expression that converts a value.
    fileprivate func source(_ value: String) -> CallExpression {
        switch self {
        case .picked(let path, let conversion): conversion.source(path.requiredSource(value))
        case .list(let conversion): conversion.closure(over: value)
        case .nullable(let conversion): conversion.source(value).between(".value(", ")")
        case .object(let type, let values):
            CallExpression(
                opening: "\(type.source(in: nil))(",
                arguments: values.map { $0.value.source(value, of: $0.name).labelled($0.name) }, closing: ")")
        case .same: CallExpression(value)
        case .raw(let type, let fromRawValue):
            CallExpression("\(type.source(in: nil))(rawValue: \(value)\(fromRawValue ? ".rawValue" : ""))")
        case .text: CallExpression("\(value).rawValue")
        case .number(let type): CallExpression("\(type.source(in: nil))(\(value))")
        case .unit(let pointer): CallExpression("Replacing.converted(\(value), as: \(Source.string(pointer)))")
        case .startOfDay: CallExpression("Replacing.startOfDay(\(value))")
        case .alternative(let type, let name): CallExpression("\(type.source(in: nil)).\(Names.quoted(name))(\(value))")
        }
    }

    /// Returns the expression that converts the elements of a list, or what an optional holds.
    fileprivate func closure(over value: String) -> CallExpression {
        canFail
            ? source("item").between("\(value).map { item throws(APIFailure) in try ", " }")
            : source("$0").between("\(value).map { ", " }")
    }
}

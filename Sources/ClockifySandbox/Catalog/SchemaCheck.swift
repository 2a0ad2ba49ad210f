@_spi(Generated) package import ClockifyRuntime
import Foundation

/// Validates a value against the spec, independently of the generated client code.
package struct SchemaCheck: Sendable {
    package struct Problem: Sendable {
        /// The path of the field, such as `tasks[0].name`; empty for the whole value.
        package let field: String
        package let reason: String
        /// `true` if the service fails to parse the value, before it applies any rules.
        var isUnreadable = false
    }

    let schemas: [String: JSONValue]

    package init(schemas: [String: JSONValue]) { self.schemas = schemas }

    /// Returns all problems of the value.
    package func problems(of value: JSONValue, by schema: JSONValue, at field: String = "") -> [Problem] {
        var problems: [Problem] = []
        check(value, by: schema, at: field, into: &problems)
        return problems
    }

    /// Returns the schema at the end of a chain of references.
    package func resolved(_ schema: JSONValue) -> JSONValue {
        var schema = schema
        // A chain that is longer than the number of schemas is a cycle.
        for _ in 0...schemas.count {
            guard let place = schema["$ref"]?.stringValue, let target = schemas[place] else { return schema }
            schema = target
        }
        return schema
    }

    private func check(_ value: JSONValue, by unresolved: JSONValue, at field: String, into problems: inout [Problem]) {
        let schema = resolved(unresolved)
        if value.isNull {
            let isAnything = schema.objectValue?.isEmpty == true
            if schema["nullable"]?.boolValue == true || unresolved["nullable"]?.boolValue == true || isAnything { return }
        }
        let types = schema.strings("type")
        // A lenient list may be its only element.
        if schema["lenient"] == true, types == ["array"], value.arrayValue == nil, let items = schema["items"] {
            return check(value, by: items, at: field, into: &problems)
        }
        let isPrinted = schema["lenient"] == true && types.contains { value.prints($0) }
        guard types.isEmpty || isPrinted || types.contains(where: { value.is($0) }) else {
            problems.append(.init(field: field, reason: "must be of type \(types.joined(separator: " or "))"))
            return
        }
        let values = schema.list("enum")
        guard values.isEmpty || values.contains(value) else {
            let reason = "must be one of \(values.map(\.description).joined(separator: ", "))"
            problems.append(.init(field: field, reason: reason, isUnreadable: true))
            return
        }
        checkComposition(value, by: schema, at: field, into: &problems)
        switch value {
        case .string(let text): checkText(text, by: schema, at: field, into: &problems)
        case .integer, .double: checkNumber(value, by: schema, at: field, into: &problems)
        case .array(let elements): checkList(elements, by: schema, at: field, into: &problems)
        case .object(let members): checkMembers(members, by: schema, at: field, into: &problems)
        case .null, .bool: break
        }
    }

    private func checkComposition(_ value: JSONValue, by schema: JSONValue, at field: String, into problems: inout [Problem]) {
        for part in schema.list("allOf") { check(value, by: part, at: field, into: &problems) }
        let alternatives = schema.list("oneOf") + schema.list("anyOf")
        guard !alternatives.isEmpty else { return }
        let tried = alternatives.map { self.problems(of: value, by: $0, at: field) }
        if !tried.contains(where: \.isEmpty) {
            problems.append(.init(field: field, reason: "fits none of the \(tried.count) alternatives"))
        }
    }

    // MARK: Types of values

    private func checkText(_ text: String, by schema: JSONValue, at field: String, into problems: inout [Problem]) {
        let length = text.unicodeScalars.count
        if let least = schema["minLength"]?.intValue, length < least {
            problems.append(.init(field: field, reason: "must have at least \(least) characters, has \(length)"))
        }
        if let most = schema["maxLength"]?.intValue, length > most {
            problems.append(.init(field: field, reason: "must have at most \(most) characters, has \(length)"))
        }
        if let pattern = schema["pattern"]?.stringValue, let regex = try? NSRegularExpression(pattern: pattern),
            regex.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) == nil
        {
            problems.append(.init(field: field, reason: "must match \(pattern)"))
        }
        if let format = schema["format"]?.stringValue, !TextFormat.isValid(text, format: format) {
            problems.append(.init(field: field, reason: "must be a \(format)"))
        }
        if let most = schema["fractionDigits"]?.intValue, TextFormat.fractionDigits(of: text) > most {
            problems.append(.init(field: field, reason: "invalid date format: a second's fraction has \(most) digits at the most"))
        }
    }

    private func checkNumber(_ value: JSONValue, by schema: JSONValue, at field: String, into problems: inout [Problem]) {
        guard let number = value.doubleValue else { return }
        func complain(_ reason: String) { problems.append(.init(field: field, reason: reason)) }
        if let least = schema["minimum"]?.doubleValue, number < least { complain("must be at least \(least.plainText)") }
        if let most = schema["maximum"]?.doubleValue, number > most { complain("must be at most \(most.plainText)") }
        if let low = schema["exclusiveMinimum"]?.doubleValue, number <= low { complain("must be more than \(low.plainText)") }
        if let high = schema["exclusiveMaximum"]?.doubleValue, number >= high { complain("must be less than \(high.plainText)") }
        if let unit = schema["multipleOf"]?.doubleValue, unit > 0 {
            let count = number / unit
            if abs(count - count.rounded()) > 1e-9 { complain("must be a multiple of \(unit.plainText)") }
        }
        if schema["format"]?.stringValue == "int32", Int32(exactly: number) == nil { complain("must fit into 32 bits") }
        // An integer that is read as a number of another kind is rounded, so that the last one of 64 bits is not told from the next.
        if schema["format"]?.stringValue == "int64", case .double = value, number.magnitude >= 0x1p63 {
            complain("must fit into 64 bits")
        }
    }

    private func checkList(_ elements: [JSONValue], by schema: JSONValue, at field: String, into problems: inout [Problem]) {
        if let least = schema["minItems"]?.intValue, elements.count < least {
            problems.append(.init(field: field, reason: "must have at least \(least) elements, has \(elements.count)"))
        }
        if let most = schema["maxItems"]?.intValue, elements.count > most {
            problems.append(.init(field: field, reason: "must have at most \(most) elements, has \(elements.count)"))
        }
        if schema["uniqueItems"]?.boolValue == true, Set(elements).count < elements.count {
            problems.append(.init(field: field, reason: "must not have an element twice"))
        }
        if let items = schema["items"] {
            for (index, element) in elements.enumerated() { check(element, by: items, at: "\(field)[\(index)]", into: &problems) }
        }
    }

    private func checkMembers(_ members: [String: JSONValue], by schema: JSONValue, at field: String, into problems: inout [Problem]) {
        func place(_ name: String) -> String { field.isEmpty ? name : "\(field).\(name)" }
        let properties = schema["properties"]?.objectValue ?? [:]
        for name in schema.strings("required") where members[name] == nil {
            problems.append(.init(field: place(name), reason: "is required"))
        }
        if let least = schema["minProperties"]?.intValue, members.count < least {
            problems.append(.init(field: field, reason: "must have at least \(least) members"))
        }
        if let most = schema["maxProperties"]?.intValue, members.count > most {
            problems.append(.init(field: field, reason: "must have at most \(most) members"))
        }
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            if let property = properties[name] {
                check(member, by: property, at: place(name), into: &problems)
            } else if let others = schema["additionalProperties"], others != true {
                // The service itself ignores unknown members; the spec may be stricter.
                if others == false {
                    problems.append(.init(field: place(name), reason: "is not known"))
                } else {
                    check(member, by: others, at: place(name), into: &problems)
                }
            }
        }
    }
}

extension JSONValue {
    /// Returns `true` if the value is of a JSON Schema type.
    fileprivate func `is`(_ type: String) -> Bool {
        switch (type, self) {
        case ("string", .string), ("boolean", .bool), ("array", .array), ("object", .object), ("integer", .integer): true
        case ("number", .integer), ("number", .double): true
        // JSON Schema treats 1.0 as an integer.
        case ("integer", .double(let value)): value.rounded() == value
        default: false
        }
    }
}

extension JSONValue {
    /// Returns `true` if the value is a string that contains a value of a JSON Schema type: `"true"`, `"15"`.
    fileprivate func prints(_ type: String) -> Bool {
        guard case .string(let text) = self, let value = try? JSONReader.decode(JSONValue.self, from: Array(text.utf8)) else {
            return false
        }
        return value.is(type)
    }
}

extension Double {
    /// The number as text, without a fraction if it is whole.
    fileprivate var plainText: String { Int64(exactly: self).map { String($0) } ?? String(self) }
}

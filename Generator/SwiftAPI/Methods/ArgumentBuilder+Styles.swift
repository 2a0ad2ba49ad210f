import GeneratorOpenAPI
import GeneratorYAML

/// Determines where a parameter goes, and how its value is written there.
extension ArgumentBuilder {
    /// Returns `nil` and reports the parameter if HTTP cannot carry it.
    func role(of parameter: Parameter, type: TypeReference) -> (Method.Argument.Role, Method.ValueStyle?)? {
        switch parameter.position {
        case .path: return (.path(wireName: parameter.name), pathStyle(of: parameter, type: type))
        case .query: return (.query(wireName: parameter.name, style: queryStyle(of: parameter, type: type)), nil)
        case .header:
            guard canBeSent(parameter, if: Names.isFieldName(parameter.name)) else { return nil }
            let style = parameter.isJSON ? .json : usualStyle(of: type) ? nil : Method.ValueStyle.simple(explode: parameter.explode)
            return (.header(wireName: parameter.name), style)
        case .cookie:
            guard canBeSent(parameter, if: Names.isCookieName(parameter.name)) else { return nil }
            let style = parameter.isJSON ? .json : usualStyle(of: type) ? nil : Method.ValueStyle.form(explode: parameter.explode)
            return (.cookie(wireName: parameter.name), style)
        }
    }

    /// Reports a parameter whose name HTTP does not allow. Without a required parameter, the call would be wrong.
    private func canBeSent(_ parameter: Parameter, if hasValidName: Bool) -> Bool {
        if hasValidName { return true }
        let (what, remedy) = (
            "the \(parameter.position.rawValue) \"\(parameter.name)\" has no valid HTTP name", "use letters, digits and hyphens"
        )
        if parameter.isRequired {
            diagnostics.error(at: parameter.location, "\(what); \(remedy)")
        } else {
            diagnostics.flaw(at: parameter.location, what, otherwise: "it is left out", remedy: remedy)
        }
        return false
    }

    /// Returns `true` if the value is plain, or a list of plain values.
    private func usualStyle(of type: TypeReference) -> Bool { types.isPlainValue(type) || types.isListOfPlainValues(type) }

    private func pathStyle(of parameter: Parameter, type: TypeReference) -> Method.ValueStyle? {
        if parameter.isJSON { return .json }
        if mayHaveSlashes.contains(parameter.name), types.isPlainValue(type) { return .components }
        switch parameter.style {
        case .label: return .label(explode: parameter.explode)
        case .matrix: return .matrix(explode: parameter.explode)
        case .simple: break
        case .form, .spaceDelimited, .pipeDelimited, .deepObject: reportStyle(of: parameter, use: "simple")
        }
        return usualStyle(of: type) ? nil : .simple(explode: parameter.explode)
    }

    private func queryStyle(of parameter: Parameter, type: TypeReference) -> Method.QueryStyle {
        if parameter.isJSON { return .json }
        let isPlain = types.isPlainValue(type)
        let separator: String
        switch parameter.style {
        case .deepObject: return isPlain ? .repeated : .deepMembers
        case .form: separator = ","
        case .spaceDelimited: separator = " "
        case .pipeDelimited: separator = "|"
        case .simple, .label, .matrix:
            reportStyle(of: parameter, use: "form")
            separator = ","
        }
        if isPlain { return .repeated }
        if types.isListOfPlainValues(type) { return parameter.explode ? .repeated : .joined(separator: separator) }
        if case .array(let element) = type, parameter.explode {
            let isNull = if case .optional(let value) = element { types.isPlainValue(value) } else { false }
            diagnostics.warning(
                at: parameter.location,
                isNull
                    ? "OpenAPI does not say how null is written in \"\(parameter.name)\"; it is left out; remove null from the elements' types"
                    : "OpenAPI does not say how the elements of \"\(parameter.name)\" are written; each one is sent as JSON text; "
                        + "use style: deepObject, or content instead of schema")
        }
        guard parameter.explode else { return .form(separator: separator) }
        switch type {
        case .dictionary: return .members
        case .named(let name): if case .structure = types.kind(of: name) { return .members }
        default: break
        }
        return .form(separator: nil)
    }

    private func reportStyle(of parameter: Parameter, use usual: String) {
        diagnostics.flaw(
            at: parameter.location,
            "the style \(parameter.style.rawValue) of the parameter \"\(parameter.name)\" does not fit its place",
            otherwise: "\(usual) is used", remedy: "use \(usual)")
    }
}

import HTTPTypes

extension ResponseFailure {
    /// Decodes the body as one of the types that the documentation of the operation names.
    ///
    ///     do { … } catch .response(let failure) where failure.status == .conflict {
    ///         let conflict = try failure.body(as: Zoo.Conflict.self)
    ///     }
    ///
    /// - Throws: An error with the JSON path if the body is something else, or is longer than the 64 KiB that are kept.
    public func body<Body: JSONReadable>(as type: Body.Type = Body.self) throws(JSONError) -> Body {
        try JSONReader.decode(type, from: body)
    }

    /// Decodes the body as the type that is documented for the status.
    ///
    ///     switch try failure.body(as: Zoo.AdmitFailure.self) {
    ///     case .conflict(let conflict): …
    ///     case .unprocessable(let problem): …
    ///     }
    ///
    /// - Throws: An error with the JSON path if the body is something else, or if no type is documented for the status.
    public func body<Body: FailureModel>(as type: Body.Type = Body.self) throws(JSONError) -> Body {
        var json = JSONReader(body)
        guard let value = try Body(status: status.code, from: &json) else {
            throw json.failure("the spec documents no body for the status \(status.code)")
        }
        try json.finish()
        return value
    }
}

extension ResponseModel {
    /// Returns the model as the service's JSON.
    package func json() throws(JSONError) -> JSONValue {
        var writer = JSONWriter(keepsFractions: true)
        writer.write(any: self)
        return try JSONReader.decode(from: writer.finish())
    }
}

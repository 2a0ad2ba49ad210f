import GeneratorYAML

extension DocumentReader {
    /// Returns whether the document's version is 3.0; `nil` if it is not supported.
    func checkVersion(_ version: String, at location: SourceLocation) -> Bool? {
        let parts = version.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0] == "3", ["0", "1"].contains(parts[1]) || parts[1] == "2" && diagnostics.allowsOpenAPI32 else {
            diagnostics.error(at: location, "OpenAPI \(version) is not supported; 3.0 and 3.1 are")
            return nil
        }
        if parts[1] == "2" {
            diagnostics.warning(
                at: location,
                "OpenAPI \(version) is read as 3.1; of what is new in it, itemSchema, references to media types, query operations, in: querystring and defaultMapping are understood"
            )
        }
        if parts.count == 2 {
            diagnostics.flaw(
                at: location, "\"\(version)\" is not a version of OpenAPI", otherwise: "it is read as \(version).0",
                remedy: "write openapi: \(version).0")
        }
        return parts[1] == "0"
    }
}

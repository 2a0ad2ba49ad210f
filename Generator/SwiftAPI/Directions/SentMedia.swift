import GeneratorOpenAPI

extension RequestBody {
    /// Returns the one of the body's media types that is sent; `nil` if there is none.
    ///
    /// JSON comes first, unless a form has a file, which JSON cannot contain.
    func sentMedia(_ resolutions: Resolutions) -> MediaType? {
        let form = content.first { $0.essence == "multipart/form-data" }
        if let form, let schema = form.schema, Directions.hasFile(schema, resolutions) { return form }
        return MediaType.preferredJSON(content.filter(\.isJSON)) ?? form ?? content.first(where: \.isForm) ?? content.first
    }
}

package import GeneratorOpenAPI
package import GeneratorYAML

/// An OpenAPI object in a file, whether or not an operation reaches it.
package struct SpecObject: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case document, info, contact, license, server, serverVariable, tag, externalDocs, components, paths, pathItem, operation, parameter,
            header, requestBody, response, responses, mediaType, encoding, example, link, callback, securityScheme, schema, discriminator,
            xml
    }

    package let kind: Kind
    package let place: Place
    package let node: Node
    /// The location of its name, or its start if it has no name.
    package let location: SourceLocation
    /// A readable name, such as `createTag/requestBody` or `schemas/Tag/properties/name`.
    package let name: String
    /// The key or index of the object in its parent.
    package var key: String { place.path.last ?? "" }
    /// `true` if it is a reference to the object.
    package var isReference: Bool { node["$ref"] != nil }

    /// `true` if the object is a component, which is listed under its kind in `components`.
    package var isComponent: Bool { place.path.count == 3 && place.path[0] == "components" }
}

/// A `$ref` and the kind of object that it replaces.
package struct SpecReference: Sendable {
    package let node: Node
    package let file: String
    package let kind: SpecObject.Kind
    /// The place of the object that contains the reference.
    package let origin: Place
    package let name: String
}

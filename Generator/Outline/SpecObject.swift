import GeneratorOpenAPI
import GeneratorYAML

/// An object of OpenAPI as it stands in a file, whether an operation reaches it or not.
package struct SpecObject: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case document, info, contact, license, server, serverVariable, tag, externalDocs, components, paths, pathItem, operation, parameter,
            header, requestBody, response, responses, mediaType, encoding, example, link, callback, securityScheme, schema, discriminator,
            xml
    }

    package let kind: Kind
    package let place: Place
    package let node: Node
    /// Where its name stands; where it begins, when it has none.
    package let location: SourceLocation
    /// What people call it: `createTag/requestBody`, `schemas/Tag/properties/name`.
    package let name: String
    /// The key or index under which it stands.
    package var key: String { place.path.last ?? "" }
    /// Whether it only says where the object is.
    package var isReference: Bool { node["$ref"] != nil }

    /// Components stand under the name of their kind in `components`.
    package var isComponent: Bool { place.path.count == 3 && place.path[0] == "components" }
}

/// A `$ref` and the kind of object that stands there.
package struct SpecReference: Sendable {
    package let node: Node
    package let file: String
    package let kind: SpecObject.Kind
    /// The object that refers.
    package let origin: Place
    package let name: String
}

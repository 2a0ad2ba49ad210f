import GeneratorOpenAPI
import GeneratorYAML

/// An object of OpenAPI as it stands in a file, whether an operation reaches it or not.
struct SpecObject {
    enum Kind: String, CaseIterable {
        case document, info, contact, license, server, serverVariable, tag, externalDocs, components, paths, pathItem, operation, parameter,
            header, requestBody, response, responses, mediaType, encoding, example, link, callback, securityScheme, schema, discriminator,
            xml
    }

    let kind: Kind
    let place: Place
    let node: Node
    /// Where its name stands; where it begins, when it has none.
    let location: SourceLocation
    /// What people call it: `createTag/requestBody`, `schemas/Tag/properties/name`.
    let name: String
    /// The key or index under which it stands.
    var key: String { place.path.last ?? "" }
    /// Whether it only says where the object is.
    var isReference: Bool { node["$ref"] != nil }

    /// Components stand under the name of their kind in `components`.
    var isComponent: Bool { place.path.count == 3 && place.path[0] == "components" }
}

/// A `$ref` and the kind of object that stands there.
struct SpecReference {
    let node: Node
    let file: String
    let kind: SpecObject.Kind
    /// The object that refers.
    let origin: Place
    let name: String
}

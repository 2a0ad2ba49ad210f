import GeneratorOpenAPI

/// Problems that are found while reading the document and deciding its Swift API.
extension Check {
    static let syntax = diagnosed(
        "syntax", "Every file is YAML or JSON, with no key twice.",
        """
        Files are read as YAML 1.2, which includes JSON. A file is one document, keys are strings, and no key occurs twice. Other checks \
        cannot run if a file cannot be read. Correct the file at the reported place.
        """
    ) { $0.read.filter { $0.topic == .syntax } }

    static let overlay = diagnosed(
        "overlay", "Every overlay is valid, and every target of its actions matches something.",
        """
        An action whose target matches nothing has no effect. Either the document has changed since the overlay was written, or the \
        JSONPath is wrong. Correct the target, or remove the action.
        """
    ) { $0.read.filter { $0.topic == .overlay } }

    static let brokenReference = diagnosed(
        "broken-reference", "Every $ref has a target within the spec's folder, and none refers to itself.",
        """
        A $ref consists of a file, relative to the file that contains the $ref, a #, and a JSON pointer: \
        Shared.yaml#/components/schemas/Tag. In a pointer, ~1 is a slash and ~0 a tilde. References to places outside the spec's folder, \
        or on the network, are rejected, so that the spec is complete. Components that nothing uses are checked, too.
        """
    ) { $0.read.filter { $0.topic == .reference } }

    static let document = diagnosed(
        "document", "The document is OpenAPI 3.0 or 3.1 as this package reads it.",
        """
        A member that OpenAPI does not have, a missing member, a value of the wrong kind, a path whose parameters do not match it, an \
        unknown security scheme: a generator that ignored these would silently leave something out.
        """
    ) { $0.read.filter { $0.topic == .other } }

    static let swiftAPI = diagnosed(
        "swift-api", "Everything in the document can be expressed in Swift.",
        """
        The generator reports what it cannot express in Swift instead of leaving it out: a required property that is not described, an \
        enum of mixed kinds, a body of an unsupported kind, an x-replacement that names no operation.
        """
    ) { $0.decided.filter { $0.topic == .other } }

    static let duplicateName = diagnosed(
        "duplicate-name", "Names are unique, and every name given for Swift is valid.",
        """
        Operations, tags, the parameters of an operation and Swift names in the same scope must have different names, so that users of \
        the API can tell them apart. Rename one of them, or give it another x-swift-name if only the Swift names collide.
        """
    ) { ($0.read + $0.decided).filter { $0.topic == .name } }

    static let pagination = diagnosed(
        "pagination", "x-pagination names an integer that numbers the page, and the answer is a list.",
        """
        x-pagination: {page: page, size: page-size} gives an operation a second method, `all`, which requests one page after the other. \
        The names are those of integer parameters in the query, or of integer members of the body with `in: body`. The response is a \
        list, or contains one at the path that `items` names. Set `first: 0` if pages are counted from zero.
        """
    ) { ($0.read + $0.decided).filter { $0.topic == .pagination } }

    static let unit = diagnosed(
        "unit", "x-unit names a unit of the document's x-units, on numbers that are all integers, or all not.",
        """
        x-units, at the root of the document, describes units: {MinorUnits: {of: currency, digits: 2, description: Hundredths.}}. digits \
        says by how many decimal digits the number is shifted. x-unit gives a number one of them. A unit becomes one Swift type, so its \
        numbers are all integers, or all not.
        """
    ) { ($0.read + $0.decided).filter { $0.topic == .unit } }

    static let replacement = diagnosed(
        "replacement", "x-replaces names an operation that reads what is replaced, and a source for each member of the body.",
        """
        x-replaces gives the body an initializer that fills it from the entity, and the operation a method that reads, changes and \
        replaces. A member that no response contains becomes an argument. keeps lists members whose values the service keeps when a \
        request omits them.
        """
    ) { ($0.read + $0.decided).filter { $0.topic == .replacement } }
}

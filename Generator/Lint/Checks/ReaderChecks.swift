import GeneratorOpenAPI

/// Problems that are found while reading the document and deciding its Swift API.
extension Check {
    static let syntax = diagnosed(
        "syntax", "Every file is YAML or JSON, with no key twice.",
        """
        Files are read as YAML 1.2, of which JSON is a part: one document each, keys that are texts, each key once. What cannot be read \
        stops everything else. Repair the file at the place that is named.
        """
    ) { $0.read.filter { $0.topic == .syntax } }

    static let overlay = diagnosed(
        "overlay", "Every overlay is valid, and every target of its actions matches something.",
        """
        An action whose target matches nothing changes nothing: the document has changed since the overlay was written, or the JSONPath is \
        wrong. Correct the target, or remove the action.
        """
    ) { $0.read.filter { $0.topic == .overlay } }

    static let brokenReference = diagnosed(
        "broken-reference", "Every $ref has a target within the spec's folder, and none refers to itself.",
        """
        A $ref is a file relative to the one it stands in, a #, and a JSON pointer: Shared.yaml#/components/schemas/Tag. In a pointer, ~1 \
        is a slash and ~0 a tilde. References outside the spec's folder or to the network are refused, so that the spec is whole. This \
        looks at components that nothing uses, too.
        """
    ) { $0.read.filter { $0.topic == .reference } }

    static let document = diagnosed(
        "document", "The document is OpenAPI 3.0 or 3.1 as this package reads it.",
        """
        A member that OpenAPI does not have, one that is missing, a value of the wrong kind, a path whose parameters do not match it, an \
        unknown security scheme: a generator that skipped it would leave something out without a word.
        """
    ) { $0.read.filter { $0.topic == .other } }

    static let swiftAPI = diagnosed(
        "swift-api", "Everything in the document can be expressed in Swift.",
        """
        The generator refuses what it cannot express rather than leave it out: a required property that is not described, an enum of \
        mixed kinds, a body of an unknown kind, an x-replacement that names no operation.
        """
    ) { $0.decided.filter { $0.topic == .other } }

    static let duplicateName = diagnosed(
        "duplicate-name", "Names are unique, and every name given for Swift is valid.",
        """
        An operationId, a tag, a parameter of an operation, an x-swift-name among its neighbours: who uses the API must be able to tell \
        them apart. Give one of them another name; for Swift alone, another x-swift-name.
        """
    ) { ($0.read + $0.decided).filter { $0.topic == .name } }

    static let pagination = diagnosed(
        "pagination", "x-pagination names an integer that numbers the page, and the answer is a list.",
        """
        x-pagination: {page: page, size: page-size} gives an operation its `all` twin, which asks for one page after the other. What it \
        names must be integer parameters of the query (or members of the body with `in: body`), and the answer must be a list, or have \
        one where `items` says. `first: 0` where pages count from zero.
        """
    ) { ($0.read + $0.decided).filter { $0.topic == .pagination } }

    static let replacement = diagnosed(
        "replacement", "x-replaces names an operation that reads what is replaced, and a source for each member of the body.",
        """
        From x-replaces come the initializer that fills a body with what the service holds, and the method that reads, changes and \
        replaces. A member that no response has becomes an argument; one that the service keeps when it is left out is listed in keeps.
        """
    ) { ($0.read + $0.decided).filter { $0.topic == .replacement } }
}

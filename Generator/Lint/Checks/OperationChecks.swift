import GeneratorOpenAPI
import GeneratorYAML

extension Check {
    static let unmarkedPages = Check(
        "unmarked-pages", "An operation whose pages are requested by number has x-pagination.",
        """
        An operation that returns a list and has a parameter such as page returns the list in pages. Without x-pagination it gets no \
        `all` method in Swift, and callers who want the whole list must count pages themselves.
        """
    ) { specification, report in
        guard let document = specification.document else { return }
        for operation in document.operations where operation.pagination == nil {
            let numbers = operation.parameters.filter { parameter in
                guard parameter.position == .query, let schema = document.schemas[parameter.schema] else { return false }
                return specification.types(of: schema) == [.integer]
                    && ["page", "pagenumber"].contains(parameter.name.lowercased().filter(\.isLetter))
            }
            guard let page = numbers.first, answersList(operation, in: document, specification) else { continue }
            report.add(
                at: operation.location, operation.id,
                "the operation returns a list in pages, numbered by \"\(page.name)\"; add x-pagination: {page: \(page.name)}")
        }
    }

    private static func answersList(_ operation: Operation, in document: Document, _ specification: LintedSpecification) -> Bool {
        operation.responses.filter(\.isSuccess).flatMap(\.content).filter(\.isJSON).contains { media in
            guard let place = media.schema, let schema = document.schemas[place] else { return false }
            return specification.types(of: schema) == [.array]
        }
    }

    static let undecidedReplacement = Check(
        "undecided-replacement", "Where x-replaces is used, every PUT says whether it replaces.",
        """
        A PUT that replaces resets what its body leaves out. x-replaces says what it replaces, so that callers lose nothing; \
        x-replaces: false says that it changes what the body has, and nothing else.
        """
    ) { specification, report in
        let operations = specification.document?.operations ?? []
        guard operations.contains(where: { $0.effect != nil }) else { return }
        for operation in operations where operation.method == .put && operation.effect == nil {
            report.add(
                at: operation.location, operation.id,
                "\(operation.id) does not say whether it replaces; add x-replaces: {read: …}, or x-replaces: false")
        }
    }

    static let missingSuccess = Check(
        "missing-success", "Every operation describes its successful response.",
        """
        Without a response for 2XX or default, it is not known what the call returns. Add one, with at least a description.
        """
    ) { specification, report in
        for operation in specification.document?.operations ?? []
        where !operation.responses.contains(where: { $0.isSuccess || $0.status == "default" || $0.status.hasPrefix("3") }) {
            report.add(at: operation.location, operation.id, "\(operation.id) has no successful response; add '200' or its status")
        }
    }

    static let silentDeprecation = Check(
        "silent-deprecation", "Everything that is deprecated names its replacement, and nothing else has one.",
        """
        The compiler shows callers the reason for a deprecation. Name the operation to use instead in x-replacement. If there is none, \
        say so in the description of the operation or its tag.
        """
    ) { specification, report in
        guard let document = specification.document else { return }
        let words = ["instead", "replace", "deprecated", "no longer", "removed"]
        for operation in document.operations {
            if operation.replacement != nil, !operation.isDeprecated {
                report.add(
                    at: operation.location, operation.id, "\(operation.id) has an x-replacement but is not deprecated; add deprecated: true"
                )
            }
            guard operation.isDeprecated, operation.replacement == nil else { continue }
            let tag = document.tags.first { $0.name == operation.tag }
            let text = [operation.summary, operation.description, tag?.description].compactMap { $0?.lowercased() }.joined(separator: " ")
            if !words.contains(where: text.contains) {
                report.add(
                    at: operation.location, operation.id, "\(operation.id) is deprecated without a replacement; name one in x-replacement")
            }
        }
    }
}

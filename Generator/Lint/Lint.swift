import GeneratorOpenAPI

/// Checks a spec.
public enum Lint {
    /// Every check, in the order in which people are told of them.
    public static let checks: [Check] = [
        .syntax, .brokenReference, .document, .swiftAPI, .unusedComponent, .unusedFile, .unusedTag, .duplicateName, .collidingName,
        .ambiguousPath, .missingOperationID, .missingDescription, .missingSuccess, .sampleMismatch, .undocumentedMember,
        .impossibleConstraint, .misplacedConstraint, .enumMismatch, .defaultMismatch, .pagination, .unmarkedPages, .silentDeprecation,
        .unknownExtension, .staleException,
    ]

    /// What the checks find and no exception covers, in the order of the files and lines.
    public static func findings(
        in specification: LintedSpecification, by checks: [Check] = Lint.checks, except exceptions: Exceptions = .none
    ) -> [Finding] {
        Set(exceptions.apply(to: checks.flatMap { $0.find(specification) }, of: checks)).sorted()
    }
}

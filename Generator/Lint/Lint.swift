import GeneratorOpenAPI

/// Checks a spec.
package enum Lint {
    /// All checks, in the order in which they are listed.
    package static let checks: [Check] = [
        .syntax, .overlay, .brokenReference, .document, .swiftAPI, .unusedComponent, .unusedFile, .unusedTag, .duplicateName,
        .collidingName,
        .ambiguousPath, .missingOperationID, .missingDescription, .missingSuccess, .sampleMismatch, .undocumentedMember,
        .impossibleConstraint, .misplacedConstraint, .enumMismatch, .defaultMismatch, .pagination, .unmarkedPages, .replacement,
        .undecidedReplacement, .unit, .missingUnit, .unusedUnit,
        .silentDeprecation, .unknownExtension, .staleException,
    ]

    /// Returns the findings that no exception covers, ordered by file and line.
    package static func findings(
        in specification: LintedSpecification, by checks: [Check] = Lint.checks, except exceptions: Exceptions = .none
    ) -> [Finding] {
        Set(exceptions.apply(to: checks.flatMap { $0.find(specification) }, of: checks)).sorted()
    }
}

/// The specification of the older documentation page as data, for the sandbox.
package enum LegacySpecification {
    package static var records: [String] { SpecificationRecords.all.flatMap(\.self) }
}

import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

/// Carries the decisions of one spec to another description of the same service.
///
/// The new document lacks the Swift names and corrections of the old spec. The elements of both are paired by meaning, regardless of
/// the documents' layouts. The result is an overlay that adds the decisions to the new document.
package struct Carry {
    let old: CarrySide
    let new: CarrySide
    let correspondence: Correspondence
    var decisions: Decisions
    /// The schemas that repeat a type described elsewhere. Decisions about their contents are made there.
    var repeated: Set<Place> = []
    /// The units of numbers that the new document has too.
    var units: Set<String> = []
    /// The schemas that became a type of the old spec.
    var named: Set<Place> = []

    /// - Parameter new: A document in one file. If an overlay is updated, it is already applied.
    package init(from old: CarrySide, to new: CarrySide) {
        self.old = old
        self.new = new
        correspondence = Correspondence(old, new)
        decisions = Decisions(for: new)
        carryDocument()
        carryGroups()
        carryOperations()
        carryParameters()
        carryTypes()
        carryUses()
        proposeNames()
        proposeTypeNames()
        listGone()
    }

    package var report: CarryReport { decisions.report }

    /// The actions of the overlay that are missing.
    package var overlay: CarriedOverlay { CarriedOverlay(decisions.all, in: new) }

    /// Lists what only the old spec has.
    private mutating func listGone() {
        for operation in correspondence.removed {
            let calls = old.methods(of: operation).map { "\(old.api.name).\($0.group).\($0.name)" }.joined(separator: " and ")
            decisions.lose("\(operation.method.rawValue.uppercased()) \(operation.path), \(calls)", at: operation.location)
        }
    }
}

import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

/// Carries the decisions of one spec to another description of the same service.
///
/// The old spec has names and facts that the new document knows nothing of. The two are paired by meaning, and the result is an
/// overlay that says the same about the new document. Nothing in it depends on how either document is laid out.
package struct Carry {
    let old: CarrySide
    let new: CarrySide
    let correspondence: Correspondence
    var decisions: Decisions
    /// The schemas that repeat a type described elsewhere. Decisions about their contents are made there.
    var repeated: Set<Place> = []
    /// The schemas that became a type of the old spec.
    var named: Set<Place> = []

    /// - Parameter new: A document in one file, with the overlay applied that is continued, if there is one.
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

/// The faults of a sandbox, and whose turn it is.
struct FaultPlan: Sendable {
    private struct Entry: Sendable {
        let fault: SandboxFault
        var count = 0
    }

    private var entries: [Entry] = []

    mutating func add(_ fault: SandboxFault) { entries.append(Entry(fault: fault)) }

    /// Counts a call, and returns the first fault that applies to it.
    mutating func fault(for operation: CatalogOperation, path: [String: String], query: QueryItems) -> SandboxFault? {
        var chosen: SandboxFault?
        for index in entries.indices where entries[index].fault.concerns(operation, path: path, query: query) {
            let fault = entries[index].fault
            switch fault.calls {
            case .next:
                guard chosen == nil else { continue }
                entries[index].count += 1
                chosen = fault
            case .every(let count):
                entries[index].count = (entries[index].count + 1) % count
                if entries[index].count == 0 { chosen = chosen ?? fault }
            }
        }
        entries.removeAll { $0.fault.calls == .next($0.count) }
        return chosen
    }
}

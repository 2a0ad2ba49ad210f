/// What a call changes in the store: each entity once, in the order of the first changes.
struct CallChanges: Sendable {
    /// A change of an entity.
    struct Change: Sendable {
        let collection: EntityCollection
        /// The entity before the call; `nil` if the call creates it.
        let old: Entity?
        /// The entity after the call; `nil` if the call deletes it.
        var new: Entity?
    }

    private struct Key: Hashable {
        let collection: EntityCollection
        let id: String
    }

    private var noted: [Change] = []
    private var indices: [Key: Int] = [:]

    /// The net changes of the call: an entity that it both creates and deletes is left out.
    var all: [Change] { noted.filter { $0.old != nil || $0.new != nil } }

    mutating func note(_ collection: EntityCollection, _ id: String, old: Entity?, new: Entity?) {
        let key = Key(collection: collection, id: id)
        if let index = indices[key] {
            noted[index].new = new
        } else {
            indices[key] = noted.count
            noted.append(Change(collection: collection, old: old, new: new))
        }
    }
}

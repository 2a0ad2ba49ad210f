import ClockifyRuntime

/// What the sandbox must know of a kind of things to make, list, fetch, change and delete them.
struct Resource: Sendable {
    /// When something may be deleted.
    enum Removal: Sendable {
        case anytime
        /// Only once a member has a value; until then the service says that it is active.
        case when(String, JSONValue)
    }

    let collection: Collection
    /// As the service's messages call it.
    let name: String
    /// The path parameter that names what it belongs to.
    let parent: String
    /// The operation whose sample shows the shape.
    let sample: String

    /// What the service sets where a new thing's request says nothing, beyond the blank shape.
    var initial: [String: JSONValue] = [:]
    /// What a change sets where its request says nothing.
    var reset: [String: JSONValue] = [:]
    /// Members that are called otherwise in requests.
    var renamed: [String: String] = [:]
    /// Members that a request must have though the documentation does not say so.
    var required: [String] = ["name"]
    /// Members that name other things.
    var references: [String: (collection: Collection, name: String)] = [:]
    /// Whether names are unique among those with the same parent and the same of these members; nil when they need not be.
    var uniqueNamesBy: [String]? = []
    var removal = Removal.anytime

    var filters: [Filter] = []
    /// The member behind a value of `sort-column`.
    var sortColumns = ["ID": "id", "NAME": "name"]
    var usualColumn = "NAME"
}

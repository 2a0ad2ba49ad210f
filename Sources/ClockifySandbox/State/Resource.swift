import ClockifyRuntime

/// A type of entity, with everything that the sandbox needs to create, list, fetch, change and delete it.
struct Resource: Sendable {
    /// The condition under which an entity may be deleted.
    enum Removal: Sendable {
        case anytime
        /// Only if a member has the value. Otherwise the service rejects the request because the entity is active.
        case when(String, JSONValue)
    }

    let collection: EntityCollection
    /// The name in the service's error messages.
    let name: String
    /// The path parameter that identifies the parent.
    let parent: String
    /// The operation whose sample defines the shape.
    let sample: String

    /// Default values for members that a creation request omits, in addition to the blank shape.
    var initial: [String: JSONValue] = [:]
    /// Values for members that a change request omits.
    var reset: [String: JSONValue] = [:]
    /// Members that have a different name in requests.
    var renamed: [String: String] = [:]
    /// Members that a request must contain although the documentation does not say so.
    var required: [String] = ["name"]
    /// Members that refer to other entities.
    var references: [String: (collection: EntityCollection, name: String)] = [:]
    /// The members that, together with the parent, define the scope within which names are unique; `nil` if names need not be
    /// unique.
    var uniqueNamesBy: [String]? = []
    var removal = Removal.anytime

    var filters: [Filter] = []
    /// The members to sort by, by value of `sort-column`.
    var sortColumns = ["ID": "id", "NAME": "name"]
    var usualColumn = "NAME"
}

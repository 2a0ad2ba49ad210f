/// The reason why something cannot be added to a sandbox.
public struct SandboxEntityProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with an entity.
    public enum Reason: Hashable, Sendable {
        /// Its identifier is empty.
        case emptyIdentifier
        /// Another entity of its kind has its identifier, in this workspace or in another one.
        case identifierTaken
        /// The value of a member must be unique, and another entity has it.
        case taken(member: String)
        /// A member is missing.
        case missing(member: String)
        /// A member refers to something that does not exist in the workspace.
        ///
        /// - Parameters:
        ///   - member: The path of the member: `clientId`, or `memberships.userId`.
        ///   - id: The identifier of what does not exist.
        case unknown(member: String, id: String)
        /// A member has a value that it cannot have.
        ///
        /// - Parameters:
        ///   - member: The path of the member.
        ///   - because: Why not, for people.
        case invalid(member: String, because: String)
    }

    /// The kind of the entity, as in ``SandboxEntity/sandboxCollection``.
    public let collection: String
    /// The identifier of the entity.
    public let id: String
    /// What is wrong with it.
    public let reason: Reason

    init(_ collection: String, _ id: String, _ reason: Reason) {
        self.collection = collection
        self.id = id
        self.reason = reason
    }

    /// The problem in a sentence.
    public var description: String {
        let problem =
            switch reason {
            case .emptyIdentifier: "id: it is empty"
            case .identifierTaken: "id: another one has it"
            case .taken(let member): "\(member): another one has it"
            case .missing(let member): "\(member): it is missing"
            case .unknown(let member, let id): "\(member): there is no \(id) in the workspace"
            case .invalid(let member, let reason): "\(member): \(reason)"
            }
        return "\(collection) \(id): \(problem)"
    }
}

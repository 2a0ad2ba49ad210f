@_spi(Generated) import ClockifyRuntime
import Foundation

extension SavedState {
    /// What a request can contain, and the levels around it in a file.
    private static let maximumDepth = 160

    /// Reads a state. References are not checked, because what they refer to may have been deleted.
    ///
    /// - Parameter user: The user that the file must be about.
    static func state(
        from bytes: [UInt8], documentation: String, user: String, samples: SampleShapes, now: Date
    ) throws(SavedStateProblem) -> SandboxState {
        let file = SavedValue(value: try json(bytes), path: "$")
        guard file.value["format"] == .string(format) else { throw file.problem("it is not the state of a sandbox") }
        let version = file.value["version"] ?? .null
        guard version == .integer(Int64(Self.version)) else {
            throw SavedStateProblem("version \(version) cannot be read, only version \(Self.version)", at: "$.version")
        }
        let members = try file.members([
            "acceptsSamples", "deletions", "deliveries", "deliveryCount", "documentation", "entities", "format", "uploads", "sequence",
            "user",
            "version",
        ])
        guard try members("documentation").text() == documentation else {
            throw try members("documentation").problem("the sandbox is one of the \(documentation) page")
        }
        guard try members("user").text() == user else { throw try members("user").problem("the user of the sandbox is \(user)") }
        let store = try store(members)
        guard store.entity(.users, user) != nil else {
            throw try members("entities").problem("there is no user \(user), to whom the credentials belong")
        }
        var state = SandboxState(
            samples: samples, me: user, acceptsSamples: try members("acceptsSamples").flag(), store: store,
            uploads: try uploads(members("uploads")), now: now)
        state.deliveryCount = try members("deliveryCount").count(upTo: lastSequence)
        for element in try members("deliveries").elements() {
            state.webhookLog.append(try delivery(element, count: state.deliveryCount))
        }
        return state
    }

    private static func delivery(_ saved: SavedValue, count: Int) throws(SavedStateProblem) -> WebhookLog.Entry {
        let members = try saved.members(["attempt", "date", "delivery", "requestBody", "responseBody", "status", "webhook"])
        let status = try members("status")
        return WebhookLog.Entry(
            delivery: try members("delivery").count(upTo: count), attempt: try members("attempt").count(upTo: 0xFFFF),
            webhook: try members("webhook").text(), requestBody: try members("requestBody").text(), date: try members("date").date(),
            status: status.value.isNull ? nil : try status.count(upTo: 999), responseBody: try members("responseBody").text())
    }

    private static func json(_ bytes: [UInt8]) throws(SavedStateProblem) -> JSONValue {
        var reader = JSONReader(bytes, maximumDepth: maximumDepth)
        do throws(JSONError) {
            let value = try JSONValue(from: &reader)
            try reader.finish()
            return value
        } catch {
            throw SavedStateProblem("\(error.reason) (byte \(error.offset))", at: error.path)
        }
    }

    private static func store(_ members: SavedMembers) throws(SavedStateProblem) -> Store {
        let sequence = try members("sequence").count(upTo: lastSequence)
        var sequences: Set<Int> = []
        var collections: [EntityCollection: [String: Entity]] = [:]
        for (_, saved) in try members("entities").members().sorted(by: { $0.key < $1.key }) {
            let collection = try collection(saved, name: String(saved.path.dropFirst("$.entities.".count)))
            var entities: [String: Entity] = [:]
            for element in try saved.elements() {
                let entity = try entity(element, sequence: sequence)
                guard sequences.insert(entity.sequence).inserted else {
                    throw element.problem("another entity has the sequence \(entity.sequence)")
                }
                guard entities.updateValue(entity, forKey: entity.id) == nil else {
                    throw element.problem("another one has the identifier \(entity.id)")
                }
            }
            collections[collection] = entities
        }
        var deletions: [Deletion] = []
        for element in try members("deletions").elements() {
            let members = try element.members(["bin", "collection", "date", "entity"])
            let name = try members("collection")
            deletions.append(
                Deletion(
                    collection: try collection(name, name: try name.text()), entity: try entity(members("entity"), sequence: sequence),
                    date: try members("date").date(), bin: try members("bin").identifier()))
        }
        return Store(collections: collections, sequence: sequence, deletions: deletions)
    }

    private static func collection(_ saved: SavedValue, name: String) throws(SavedStateProblem) -> EntityCollection {
        guard let collection = EntityCollection(rawValue: name) else { throw saved.problem("there is no such collection") }
        return collection
    }

    private static func entity(_ saved: SavedValue, sequence: Int) throws(SavedStateProblem) -> Entity {
        let members = try saved.members(["created", "id", "members", "scope", "sequence", "updated"])
        let own = try members("members")
        let id = try members("id").identifier()
        guard let values = own.value.objectValue else { throw own.problem("must be an object") }
        guard values["id"] == .string(id) else { throw own.problem("the member \"id\" is \"\(id)\"") }
        return Entity(
            id: id, scope: try members("scope").text(), sequence: try members("sequence").count(upTo: sequence), members: values,
            created: try members("created").date(),
            updated: try members("updated").date())
    }

    private static func uploads(_ saved: SavedValue) throws(SavedStateProblem) -> [String: FormPart] {
        var uploads: [String: FormPart] = [:]
        for (id, saved) in try saved.members().sorted(by: { $0.key < $1.key }) {
            let members = try saved.members(["bytes", "contentType", "fileName", "name"])
            guard let data = Data(base64Encoded: try members("bytes").text()) else {
                throw try members("bytes").problem("must be Base64")
            }
            uploads[id] = FormPart(
                name: try members("name").text(), fileName: try members("fileName").optionalText(),
                contentType: try members("contentType").optionalText(), bytes: Array(data))
        }
        return uploads
    }
}

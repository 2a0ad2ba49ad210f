import ClockifyAPI
import ClockifyRuntime
import HTTPTypes

/// Things that are added over HTTP, in the format of responses.
extension SandboxControl {
    static let entities = "entities/"

    /// Adds the entity in the body, or all entities if it is an array.
    ///
    /// - Parameter query: `workspaceId`, unless the entities have one, and `invoiceId` for payments.
    func addEntities(to collection: String, query: QueryItems, _ body: [UInt8]) throws(Refusal) -> SandboxAnswer {
        guard let model = SandboxEntities.models[collection] else {
            let all = SandboxEntities.models.keys.sorted().joined(separator: ", ")
            throw Refusal(404, code: 404, "There is no collection \(collection); there are \(all)")
        }
        if let unknown = query.items.map(\.name).first(where: { !["invoiceId", "workspaceId"].contains($0) }) {
            throw .control("\(unknown): there is no such parameter; there are invoiceId, workspaceId")
        }
        if query["invoiceId"] != nil, model != Clockify.InvoicePayment.self {
            throw .control("invoiceId: only payments are added to an invoice")
        }
        let given = try json(body)
        var entities: [[String: JSONValue]] = []
        for (index, entity) in (given.arrayValue ?? [given]).enumerated() {
            let path = given.arrayValue == nil ? "$" : "$[\(index)]"
            entities.append(try Self.members(of: entity, as: model, at: path))
        }
        do throws(SandboxEntityProblem) {
            let kept = try sandbox.add(entities, to: collection, in: query["workspaceId"], of: query["invoiceId"])
            return .json(given.arrayValue == nil ? kept.first ?? .null : .array(kept), status: 201)
        } catch {
            throw .control(error.description)
        }
    }

    private func json(_ body: [UInt8]) throws(Refusal) -> JSONValue {
        do throws(JSONError) {
            return try JSONReader.decode(from: body)
        } catch {
            throw .control("The body is not JSON: \(error.description)")
        }
    }

    /// Returns the members of an entity as its model reads them. No member is lost.
    private static func members<Model: ResponseModel>(
        of entity: JSONValue, as model: Model.Type, at path: String
    ) throws(Refusal) -> [String: JSONValue] {
        guard entity.objectValue != nil else { throw .control("\(path): it is not an object") }
        let read: JSONValue
        do throws(JSONError) {
            read = try JSONReader.decode(Model.self, from: JSONWriter.encode(entity)).json()
        } catch {
            throw .control("\(path)\(error.path.dropFirst()): \(error.reason)")
        }
        if let lost = lostMember(of: entity, in: read, at: path) { throw .control("\(lost): there is no such member") }
        return read.objectValue ?? [:]
    }

    /// Returns the path of a member that has a value, and that a model does not have.
    private static func lostMember(of given: JSONValue, in read: JSONValue, at path: String) -> String? {
        switch (given, read) {
        case (.object(let given), .object(let read)):
            for (name, value) in given.sorted(by: { $0.key < $1.key }) where !value.isNull {
                guard let other = read[name] else { return "\(path).\(name)" }
                if let lost = lostMember(of: value, in: other, at: "\(path).\(name)") { return lost }
            }
        case (.array(let given), .array(let read)):
            for (index, (value, other)) in zip(given, read).enumerated() {
                if let lost = lostMember(of: value, in: other, at: "\(path)[\(index)]") { return lost }
            }
        default: break
        }
        return nil
    }
}

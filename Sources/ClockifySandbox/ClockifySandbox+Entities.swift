public import ClockifyAPI
import ClockifyRuntime

extension ClockifySandbox {
    /// Adds something to the sandbox without a request.
    ///
    ///     let client = try sandbox.add(Clockify.Client(id: "c1", name: "Acme"))
    ///     try sandbox.add(Clockify.Project(id: "p1", name: "Website", clientId: client.id))
    ///
    /// Calls return it with the values given here. Members without a value get the service's defaults. Members that the service computes
    /// from other entities, such as the name of a project's client, are computed here too, and a value given for them is ignored.
    ///
    /// - Parameters:
    ///   - entity: What to add. Everything that it refers to must exist: add a client before its projects.
    ///   - workspace: The workspace to add it to. By default, the workspace of the entity, of its project or of its policy, and ``workspace``
    ///     if none of them names one.
    /// - Returns: The entity as a call returns it now.
    /// - Throws: The reason why it cannot be added. The sandbox is unchanged.
    @discardableResult
    public func add<Entity: SandboxEntity>(
        _ entity: Entity, in workspace: Clockify.WorkspaceID? = nil
    ) throws(SandboxEntityProblem) -> Entity {
        try add(entity, to: Entity.sandboxCollection, in: workspace, of: nil)
    }

    /// Adds several entities of one kind, in this order. If one of them cannot be added, none is.
    ///
    /// - Parameters:
    ///   - entities: What to add.
    ///   - workspace: The workspace to add them to. By default, each entity goes to its own workspace, as if it were added alone.
    /// - Returns: The entities as a call returns them now.
    /// - Throws: The reason why one of them cannot be added. The sandbox is unchanged.
    @discardableResult
    public func add<Entity: SandboxEntity>(
        _ entities: [Entity], in workspace: Clockify.WorkspaceID? = nil
    ) throws(SandboxEntityProblem) -> [Entity] {
        var all: [[String: JSONValue]] = []
        for entity in entities { all.append(try Self.members(of: entity, Entity.sandboxCollection)) }
        var kept: [Entity] = []
        for json in try add(all, to: Entity.sandboxCollection, in: workspace?.rawValue, of: nil) {
            kept.append(try Self.entity(from: json, Entity.sandboxCollection))
        }
        return kept
    }

    /// Adds a payment to an invoice, whose status follows from its payments.
    ///
    /// - Parameters:
    ///   - payment: The payment, with an amount.
    ///   - invoice: The invoice that it pays.
    /// - Returns: The payment as a call returns it now.
    /// - Throws: The reason why it cannot be added. The sandbox is unchanged.
    @discardableResult
    public func add(
        _ payment: Clockify.InvoicePayment, to invoice: Clockify.InvoiceID
    ) throws(SandboxEntityProblem) -> Clockify.InvoicePayment {
        try add(payment, to: EntityKind.invoicePayments.resource.collection.rawValue, in: nil, of: invoice.rawValue)
    }

    private func add<Model: ResponseModel>(
        _ model: Model, to collection: String, in workspace: Clockify.WorkspaceID?, of parent: String?
    ) throws(SandboxEntityProblem) -> Model {
        let json = try add([Self.members(of: model, collection)], to: collection, in: workspace?.rawValue, of: parent)
        return try Self.entity(from: json.first ?? .null, collection)
    }

    /// Adds all entities or none.
    func add(
        _ entities: [[String: JSONValue]], to collection: String, in workspace: String?, of parent: String?
    ) throws(SandboxEntityProblem) -> [JSONValue] {
        guard let kind = SandboxEntities.kinds[collection] else {
            throw SandboxEntityProblem(collection, "", .invalid(member: "sandboxCollection", because: "there is no such collection"))
        }
        let usual = self.workspace.rawValue
        return try withState { state throws(SandboxEntityProblem) in
            // Adding one entity is atomic. Only several need a copy of the state to roll back to.
            let before = entities.count > 1 ? state : nil
            var kept: [JSONValue] = []
            do throws(SandboxEntityProblem) {
                for entity in entities { kept.append(try state.add(entity, as: kind, in: workspace, of: parent, usually: usual)) }
            } catch {
                if let before { state = before }
                throw error
            }
            state.store.endCall(isChange: true)
            // Adding without a request triggers no webhooks.
            state.store.forgetChanges()
            return kept
        }
    }

    private static func members(of model: some ResponseModel, _ collection: String) throws(SandboxEntityProblem) -> [String: JSONValue] {
        do throws(JSONError) {
            return try model.json().objectValue ?? [:]
        } catch {
            throw SandboxEntityProblem(collection, "", .invalid(member: error.path, because: error.reason))
        }
    }

    private static func entity<Model: ResponseModel>(from json: JSONValue, _ collection: String) throws(SandboxEntityProblem) -> Model {
        do throws(JSONError) {
            return try JSONReader.decode(from: JSONWriter.encode(json))
        } catch {
            throw SandboxEntityProblem(collection, json["id"]?.stringValue ?? "", .invalid(member: error.path, because: error.reason))
        }
    }
}

import GeneratorOpenAPI
import GeneratorYAML

extension OperationComparison {
    /// Compares a request that the service makes: clients read its payload and write the response.
    mutating func compareAsWebhook() {
        if before.isDeprecated != after.isDeprecated {
            add(
                after.isDeprecated ? .webhookDeprecated : .webhookReactivated, .compatible,
                after.isDeprecated ? "was deprecated; it is sent until it is removed" : "is no longer deprecated")
        }
        compareReceivedParameters()
        comparePayloads()
        compareExpectedAnswers()
    }

    // MARK: Parameters

    private mutating func compareReceivedParameters() {
        func key(_ parameter: Parameter) -> String {
            parameter.position.rawValue + " " + (parameter.position == .header ? parameter.name.lowercased() : parameter.name)
        }
        let others = Dictionary(after.parameters.map { (key($0), $0) }) { first, _ in first }
        let known = Set(before.parameters.map(key))
        func words(_ parameter: Parameter) -> String { "the \(parameter.position.rawValue) parameter \(parameter.name.doubleQuoted)" }
        func subject(_ parameter: Parameter) -> Subject { self.subject.appending(" \(parameter.position.rawValue) \(parameter.name)") }
        for parameter in after.parameters where !known.contains(key(parameter)) {
            add(
                .webhookParameterAdded, .compatible, "\(words(parameter)) was added; existing receivers ignore it",
                subject: subject(parameter),
                new: parameter.location)
        }
        for left in before.parameters {
            guard let right = others[key(left)] else {
                add(
                    .webhookParameterRemoved, left.isRequired ? .breaking : .risky,
                    "\(words(left)) is no longer sent"
                        + (left.isRequired ? "; existing receivers expect it" : "; existing receivers handle its absence"),
                    subject: subject(left), old: left.location)
                continue
            }
            if left.isRequired != right.isRequired {
                add(
                    right.isRequired ? .webhookParameterBecameRequired : .webhookParameterBecameOptional,
                    right.isRequired ? .compatible : .breaking,
                    words(right) + (right.isRequired ? " is now always present" : " may now be missing; existing receivers expect it"),
                    subject: subject(right), old: left.location, new: right.location)
            }
            compareValues(
                .init(old: [left.schema], new: [right.schema], oldLocation: left.location, newLocation: right.location),
                at: .webhookPayloadProperty, subject: subject(right), isNeeded: left.isRequired)
        }
    }

    // MARK: Payloads

    private mutating func comparePayloads() {
        let subject = subject.appending(" payload")
        switch (before.body, after.body) {
        case (nil, nil): break
        case (nil, let body?):
            add(.webhookPayloadAdded, .compatible, "now has a payload; existing receivers ignore it", new: body.location)
        case (let body?, nil):
            add(
                .webhookPayloadRemoved, body.isRequired ? .breaking : .risky,
                "no longer has a payload" + (body.isRequired ? "; existing receivers expect one" : ""), old: body.location, isGone: true)
        case (let left?, let right?):
            if left.isRequired, !right.isRequired {
                add(
                    .webhookPayloadBecameOptional, .breaking, "may now have no payload; existing receivers expect one", old: left.location,
                    new: right.location)
            } else if !left.isRequired, right.isRequired {
                add(.webhookPayloadBecameRequired, .compatible, "always has a payload now", old: left.location, new: right.location)
            }
            compareReceivedContent(left, right, subject)
        }
    }

    /// Compares payload content types. Receivers do not negotiate them, so a new type arrives without being requested.
    private mutating func compareReceivedContent(_ left: RequestBody, _ right: RequestBody, _ subject: Subject) {
        let known = Set(left.content.map(\.essence))
        let others = Dictionary(right.content.map { ($0.essence, $0) }) { first, _ in first }
        for media in right.content where !known.contains(media.essence) {
            add(
                .webhookPayloadMediaTypeAdded, .breaking, "may now be sent as \(media.essence), which existing receivers do not read",
                subject: subject.appending(" \(media.essence)"), new: media.location)
        }
        for media in left.content {
            guard let other = others[media.essence] else {
                add(
                    .webhookPayloadMediaTypeRemoved, .compatible, "is no longer sent as \(media.essence)",
                    subject: subject.appending(" \(media.essence)"), old: media.location, nearest: right.location)
                continue
            }
            guard let use = SchemaComparison.Use(media, other) else { continue }
            compareValues(
                use, at: .webhookPayload, subject: left.content.count > 1 ? subject.appending(" \(media.essence)") : subject)
        }
    }

    // MARK: Responses

    private mutating func compareExpectedAnswers() {
        let others = Dictionary(after.responses.map { ($0.status, $0) }) { first, _ in first }
        let known = Set(before.responses.map(\.status))
        for response in after.responses where !known.contains(response.status) {
            add(
                .webhookAnswerStatusAdded, .compatible, "may now be answered with \(response.status)",
                subject: subject.appending(" \(response.status)"), new: response.location)
        }
        for left in before.responses {
            guard let right = others[left.status] else {
                add(
                    .webhookAnswerStatusRemoved, left.isSuccess ? .breaking : .risky,
                    "must no longer be answered with \(left.status); the service may treat it as a failure",
                    subject: subject.appending(" \(left.status)"), old: left.location)
                continue
            }
            let contents = Dictionary(right.content.map { ($0.essence, $0) }) { first, _ in first }
            for media in left.content {
                guard let use = contents[media.essence].flatMap({ SchemaComparison.Use(media, $0) }) else { continue }
                compareValues(
                    use, at: .webhookAnswer, subject: subject.appending(" \(right.status)"))
            }
        }
    }
}

import GeneratorOpenAPI
import GeneratorYAML

extension OperationComparison {
    mutating func compareResponses() {
        let (left, right) = (before.answers, after.answers)
        compareAnswers(left, right)
        compareRefusals(
            before.responses.filter { response in !left.contains { $0.status == response.status } },
            after.responses.filter { response in !right.contains { $0.status == response.status } })
    }

    private mutating func compareAnswers(_ left: [Response], _ right: [Response]) {
        var gone: [Response] = []
        var new = right
        for response in left {
            guard let index = new.firstIndex(where: { $0.status == response.status }) else {
                gone.append(response)
                continue
            }
            compare(response, new.remove(at: index), at: .responseBody)
        }
        // Clients treat all successful responses the same, unless the document declares several.
        let remains = gone.count < left.count
        let isMoved = !remains && gone.count == 1 && new.count == 1
        for response in gone {
            let (verdict, consequence): (Verdict, String) =
                if remains {
                    (.compatible, "the other statuses remain")
                } else if isMoved {
                    (.risky, "\(new[0].status) takes its place; code that checks the status breaks")
                } else {
                    (.breaking, "code that waits for it never gets it")
                }
            note(.successStatusRemoved, verdict, "no longer responds with \(response.status); \(consequence)", response, isNew: false)
        }
        for response in new {
            let isFirst = left.isEmpty || isMoved
            note(
                .successStatusAdded, isFirst ? .compatible : .risky,
                "may now respond with \(response.status)" + (isFirst ? "" : "; code that expects one kind of response may get another"),
                response, isNew: true)
        }
        if isMoved { compare(gone[0], new[0], at: .responseBody) }
    }

    private mutating func compareRefusals(_ left: [Response], _ right: [Response]) {
        for response in left {
            if let other = right.first(where: { $0.status == response.status }) {
                compare(response, other, at: .errorBody)
            } else {
                note(.nonSuccessStatusRemoved, .none, "\(response.status) is no longer a documented error", response, isNew: false)
            }
        }
        for response in right where !left.contains(where: { $0.status == response.status }) {
            note(.nonSuccessStatusAdded, .none, "may now fail with \(response.status)", response, isNew: true)
        }
    }

    private mutating func note(_ check: OperationCheck, _ verdict: Verdict, _ text: String, _ response: Response, isNew: Bool) {
        add(
            check, verdict, text, subject: Subject("\(new.name) \(response.status)", opening: new.name),
            old: isNew ? nil : response.location,
            new: isNew ? response.location : nil)
    }

    private mutating func compare(_ left: Response, _ right: Response, at target: SchemaTarget) {
        let subject = subject.appending(" \(right.status)")
        compareHeaders(left.headers, right.headers, at: target, subject: subject, whole: right.location)
        compareEmptiness(left, right, at: target, subject: subject)
        compareContent(
            left.content, right.content, at: target, subject: subject, checks: (.responseMediaTypeAdded, .responseMediaTypeRemoved),
            whole: right.location)
    }

    /// Compares whether the service may omit the body (`x-may-be-empty`), if both sides declare one.
    private mutating func compareEmptiness(_ left: Response, _ right: Response, at target: SchemaTarget, subject: Subject) {
        guard left.mayBeEmpty != right.mayBeEmpty, left.content.contains(where: \.mayBeJSON), right.content.contains(where: \.mayBeJSON)
        else {
            return
        }
        if right.mayBeEmpty {
            add(
                .responseBodyBecameOptional, target.limited(.breaking), "may have no body now; existing clients expect one",
                subject: subject, old: left.location, new: right.location)
        } else {
            add(
                .responseBodyBecameRequired, .compatible, "always has a body now", subject: subject, old: left.location,
                new: right.location)
        }
    }
}

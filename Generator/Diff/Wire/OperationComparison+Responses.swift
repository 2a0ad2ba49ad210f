import GeneratorOpenAPI
import GeneratorYAML

extension OperationComparison {
    mutating func compareResponses() {
        let (left, right) = (answers(before), answers(after))
        compareAnswers(left, right)
        compareRefusals(
            before.responses.filter { response in !left.contains { $0.status == response.status } },
            after.responses.filter { response in !right.contains { $0.status == response.status } })
    }

    /// The responses that a client understands: the successes, or the default where there is none.
    private func answers(_ operation: Operation) -> [Response] {
        let successes = operation.responses.filter(\.isSuccess)
        return successes.isEmpty ? operation.responses.filter { $0.status == "default" } : successes
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
        // Clients take every success alike, unless they were told of several.
        let remains = gone.count < left.count
        let isMoved = !remains && gone.count == 1 && new.count == 1
        for response in gone {
            let (verdict, consequence): (Verdict, String) =
                if remains {
                    (.compatible, "the others come as before")
                } else if isMoved {
                    (.risky, "\(new[0].status) comes in its place; who looks at the number sees another")
                } else {
                    (.breaking, "who waits for it waits in vain")
                }
            note(.successStatusRemoved, verdict, "answers no more with \(response.status); \(consequence)", response, isNew: false)
        }
        for response in new {
            let isFirst = left.isEmpty || isMoved
            note(
                .successStatusAdded, isFirst ? .compatible : .risky,
                "may answer with \(response.status) now" + (isFirst ? "" : "; who reads one kind of answer may meet another"),
                response, isNew: true)
        }
        if isMoved { compare(gone[0], new[0], at: .responseBody) }
    }

    private mutating func compareRefusals(_ left: [Response], _ right: [Response]) {
        for response in left {
            if let other = right.first(where: { $0.status == response.status }) {
                compare(response, other, at: .errorBody)
            } else {
                note(.nonSuccessStatusRemoved, .none, "\(response.status) is no longer among the refusals", response, isNew: false)
            }
        }
        for response in right where !left.contains(where: { $0.status == response.status }) {
            note(.nonSuccessStatusAdded, .none, "may refuse with \(response.status) now", response, isNew: true)
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

    /// Whether the service may leave the body out (`x-may-be-empty`), where both sides describe one.
    private mutating func compareEmptiness(_ left: Response, _ right: Response, at target: SchemaTarget, subject: Subject) {
        guard left.mayBeEmpty != right.mayBeEmpty, left.content.contains(where: \.isJSON), right.content.contains(where: \.isJSON) else {
            return
        }
        if right.mayBeEmpty {
            add(
                .responseBodyBecameOptional, target.limited(.breaking), "may come without a body now; older readers expect one",
                subject: subject, old: left.location, new: right.location)
        } else {
            add(
                .responseBodyBecameRequired, .compatible, "comes without a body no more", subject: subject, old: left.location,
                new: right.location)
        }
    }
}

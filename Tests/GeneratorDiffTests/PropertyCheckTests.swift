import Testing

@testable import GeneratorDiff

/// A pair of objects for each possible change of a member.
struct ObjectPair: CustomTestStringConvertible {
    typealias Expectation = (check: PropertyCheck, verdict: Verdict)

    let old: String
    let new: String
    let request: Expectation?
    let response: Expectation?
    let requestBack: Expectation?
    let responseBack: Expectation?

    init(
        _ old: String, _ new: String, request: Expectation?, response: Expectation?, back requestBack: Expectation?,
        response responseBack: Expectation?
    ) {
        self.old = "{type: object, \(old)}"
        self.new = "{type: object, \(new)}"
        self.request = request
        self.response = response
        self.requestBack = requestBack
        self.responseBack = responseBack
    }

    var testDescription: String { "\(old) → \(new)" }

    private static let without = "properties: {a: {type: string}}"
    private static func with(_ schema: String, required: Bool = false) -> String {
        "properties: {a: {type: string}, p: \(schema)}\(required ? ", required: [p]" : "")"
    }

    static let all: [ObjectPair] = [
        .init(
            without, with("{type: string}"), request: (.newOptional, .compatible), response: (.newOptional, .compatible),
            back: (.removedOptional, .risky), response: (.removedOptional, .risky)),
        .init(
            without, with("{type: string}", required: true), request: (.newRequired, .breaking), response: (.newRequired, .compatible),
            back: (.removedRequired, .risky), response: (.removedRequired, .breaking)),
        .init(
            without, with("{type: array, items: {type: string}}", required: true), request: (.newRequired, .breaking),
            response: (.newRequired, .compatible), back: (.removedRequired, .risky), response: (.removedRequired, .risky)),
        .init(
            without, with("{type: string, default: x}", required: true), request: (.newRequiredWithDefault, .risky),
            response: (.newRequired, .compatible), back: (.removedRequired, .risky), response: (.removedRequired, .breaking)),
        .init(
            with("{type: string, deprecated: true}"), without, request: (.removedWithDeprecation, .risky),
            response: (.removedOptional, .risky), back: (.newOptional, .compatible), response: (.newOptional, .compatible)),
        .init(
            with("{type: string}") + ", additionalProperties: false", without + ", additionalProperties: false",
            request: (.removedOptional, .breaking), response: (.removedOptional, .risky), back: (.newOptional, .compatible),
            response: (.newOptional, .compatible)),
        .init(
            with("{type: string}"), with("{type: string}", required: true), request: (.becameRequired, .breaking),
            response: (.becameRequired, .compatible), back: (.becameOptional, .compatible), response: (.becameOptional, .breaking)),
        .init(
            with("{type: array, items: {}}"), with("{type: array, items: {}}", required: true), request: (.becameRequired, .breaking),
            response: (.becameRequired, .compatible), back: (.becameOptional, .compatible), response: (.becameOptional, .risky)),
        .init(
            with("{type: [string, 'null']}"), with("{type: [string, 'null']}", required: true), request: (.becameRequired, .breaking),
            response: (.becameRequired, .compatible), back: (.becameOptional, .compatible), response: (.becameOptional, .compatible)),
        .init(
            with("{type: integer, default: 1}"), with("{type: integer, default: 1}", required: true),
            request: (.becameRequiredWithDefault, .risky), response: (.becameRequired, .compatible), back: (.becameOptional, .compatible),
            response: (.becameOptional, .breaking)),
        .init(
            with("{type: string}"), with("{type: string, deprecated: true}"), request: (.deprecated, .compatible),
            response: (.deprecated, .compatible), back: (.reactivated, .compatible), response: (.reactivated, .compatible)),
        .init(
            with("{type: string}"), with("{type: string, readOnly: true}"), request: (.becameReadOnly, .risky), response: nil,
            back: (.becameNotReadOnly, .compatible), response: nil),
        .init(
            with("{type: string}", required: true), with("{type: string, readOnly: true}", required: true),
            request: (.becameReadOnly, .risky), response: nil, back: (.becameNotReadOnly, .breaking), response: nil),
        .init(
            with("{type: string}"), with("{type: string, writeOnly: true}"), request: nil, response: (.becameWriteOnly, .risky),
            back: nil, response: (.becameNotWriteOnly, .compatible)),
        .init(
            with("{type: string}", required: true), with("{type: string, writeOnly: true}", required: true), request: nil,
            response: (.becameWriteOnly, .breaking), back: nil, response: (.becameNotWriteOnly, .compatible)),
        // A value that may arrive as a string is sent with its declared type.
        .init(
            with("{type: boolean}"), with("{type: boolean, x-lenient: true}"), request: nil, response: (.becameLenient, .breaking),
            back: nil, response: (.becameNotLenient, .risky)),
        .init(
            with("{type: array, items: {type: string}}"), with("{type: array, items: {type: string}, x-lenient: true}"), request: nil,
            response: (.becameLenient, .breaking), back: nil, response: (.becameNotLenient, .risky)),
        // The names accepted in responses do not change the name in requests.
        .init(
            with("{type: string}"), with("{type: string, x-also-read-as: [q]}"), request: nil, response: (.gainedName, .breaking),
            back: nil, response: (.lostName, .risky)),
        // Members that only the service sends are not part of a request, and vice versa.
        .init(
            without, with("{type: string, readOnly: true}", required: true), request: nil, response: (.newRequired, .compatible),
            back: nil, response: (.removedRequired, .breaking)),
        .init(
            without, with("{type: string, writeOnly: true}", required: true), request: (.newRequired, .breaking), response: nil,
            back: (.removedRequired, .risky), response: nil),
        // A member that is only listed as required is also a member.
        .init(
            without, without + ", required: [p]", request: (.newRequired, .breaking), response: (.newRequired, .compatible),
            back: (.removedRequired, .risky), response: (.removedRequired, .breaking)),
    ]
}

@Suite struct PropertyCheckTests {
    @Test("A change of a member is reported with its name and verdict in requests and responses", arguments: ObjectPair.all)
    func memberChange(
        _ pair: ObjectPair
    ) throws {
        for target in SchemaTarget.allCases where target != target.property || !target.isRequest {
            let (old, new) = (try target.document(with: pair.old), try target.document(with: pair.new))
            func expected(_ expectation: ObjectPair.Expectation?) -> [String] {
                guard let expectation, let name = expectation.check.name(at: target) else { return [] }
                return ["\(name): \(target.limited(expectation.verdict))"]
            }
            #expect(
                GeneratorDiff.changes(from: old, to: new).map { "\($0.check): \($0.wire)" }
                    == expected(target.isRequest ? pair.request : pair.response), "\(target)")
            #expect(
                GeneratorDiff.changes(from: new, to: old).map { "\($0.check): \($0.wire)" }
                    == expected(target.isRequest ? pair.requestBack : pair.responseBack), "\(target), taken back")
        }
    }

    @Test("Every check of a member has a test for each of its directions")
    func everyCheckIsTested() {
        for target in [SchemaTarget.requestBody, .responseBody] {
            let proven = ObjectPair.all.flatMap { pair in
                (target.isRequest ? [pair.request, pair.requestBack] : [pair.response, pair.responseBack]).compactMap {
                    $0?.check.name(at: target)
                }
            }
            let known = Set(PropertyCheck.allCases.compactMap { $0.name(at: target) })
            #expect(known.subtracting(proven) == [])
        }
    }
}

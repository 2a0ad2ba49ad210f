import GeneratorOpenAPI
import Testing

@testable import GeneratorDiff

/// A pair of schemas for each possible change of a value.
struct SchemaPair: CustomTestStringConvertible {
    let check: ValueCheck
    let old: String
    let new: String
    /// The verdict if the client encodes the value, and if it decodes it.
    let request: Verdict
    let response: Verdict
    /// The verdict for an optional member of an object.
    let optionalProperty: Verdict?
    /// The check for the reversed change.
    let mirror: ValueCheck
    let mirrorRequest: Verdict
    let mirrorResponse: Verdict

    init(
        _ check: ValueCheck, _ old: String, _ new: String, request: Verdict, response: Verdict, optionalProperty: Verdict? = nil,
        mirror: ValueCheck, request mirrorRequest: Verdict, response mirrorResponse: Verdict
    ) {
        self.check = check
        self.old = old
        self.new = new
        self.request = request
        self.response = response
        self.optionalProperty = optionalProperty
        self.mirror = mirror
        self.mirrorRequest = mirrorRequest
        self.mirrorResponse = mirrorResponse
    }

    /// Returns a bound that is added and one that becomes narrower: four checks, including their reversals.
    static func bound(
        _ without: String, _ wide: String, _ narrow: String, set: ValueCheck, unset: ValueCheck, narrowed: ValueCheck,
        widened: ValueCheck
    ) -> [SchemaPair] {
        [
            .init(set, without, wide, request: .breaking, response: .compatible, mirror: unset, request: .compatible, response: .risky),
            .init(
                narrowed, wide, narrow, request: .breaking, response: .compatible, mirror: widened, request: .compatible, response: .risky),
        ]
    }

    var testDescription: String { "\(check.rawValue): \(old) → \(new)" }

    static let all: [SchemaPair] =
        [
            .init(
                .typeChanged, "{type: string}", "{type: integer}", request: .breaking, response: .breaking, mirror: .typeChanged,
                request: .breaking, response: .breaking),
            .init(
                .typeChanged, "{type: string, format: date}", "{type: string, format: date-time}", request: .breaking, response: .breaking,
                mirror: .typeChanged, request: .breaking, response: .breaking),
            .init(
                .typeChanged, "{type: string, format: email}", "{type: string, format: uri}", request: .breaking, response: .risky,
                mirror: .typeChanged, request: .breaking, response: .risky),
            .init(
                .typeGeneralized, "{type: integer}", "{type: number}", request: .compatible, response: .breaking, mirror: .typeSpecialized,
                request: .breaking, response: .compatible),
            .init(
                .typeGeneralized, "{type: string, format: date-time}", "{type: string}", request: .compatible, response: .breaking,
                mirror: .typeSpecialized, request: .breaking, response: .compatible),
            .init(
                .typeGeneralized, "{type: string, format: email}", "{type: string}", request: .compatible, response: .risky,
                mirror: .typeSpecialized, request: .breaking, response: .compatible),
            .init(
                .typeGeneralized, "{type: integer, format: int32}", "{type: integer, format: int64}", request: .compatible,
                response: .risky, mirror: .typeSpecialized, request: .risky, response: .compatible),
            .init(
                .typeGeneralized, "{type: string}", "{}", request: .compatible, response: .breaking, mirror: .typeSpecialized,
                request: .breaking, response: .compatible),
            .init(
                .typeGeneralized, "{type: [string]}", "{type: [string, boolean]}", request: .compatible, response: .breaking,
                mirror: .typeSpecialized, request: .breaking, response: .compatible),
            .init(
                .becameNullable, "{type: string}", "{type: [string, 'null']}", request: .compatible, response: .breaking,
                optionalProperty: .compatible, mirror: .becameNotNullable, request: .breaking, response: .compatible),
            .init(
                .becameNullable, "{type: array, items: {type: string}}", "{type: [array, 'null'], items: {type: string}}",
                request: .compatible, response: .risky, optionalProperty: .compatible, mirror: .becameNotNullable, request: .breaking,
                response: .compatible),
            .init(
                .becameEnum, "{type: string}", "{type: string, enum: [a, b]}", request: .breaking, response: .compatible,
                mirror: .becameNotEnum, request: .compatible, response: .compatible),
            .init(
                .enumValueAdded, "{type: string, enum: [a, b]}", "{type: string, enum: [b, a, c]}", request: .compatible,
                response: .compatible, mirror: .enumValueRemoved, request: .breaking, response: .compatible),
            .init(
                .enumValueAdded, "{type: integer, const: 1}", "{type: integer, enum: [1, 2]}", request: .compatible,
                response: .compatible, mirror: .enumValueRemoved, request: .breaking, response: .compatible),
            .init(
                .defaultValueAdded, "{type: integer}", "{type: integer, default: 50}", request: .compatible, response: .compatible,
                mirror: .defaultValueRemoved, request: .risky, response: .risky),
            .init(
                .defaultValueChanged, "{type: integer, default: 50}", "{type: integer, default: 100}", request: .risky, response: .risky,
                mirror: .defaultValueChanged, request: .risky, response: .risky),
            .init(
                .multipleOfSet, "{type: integer}", "{type: integer, multipleOf: 5}", request: .breaking, response: .compatible,
                mirror: .multipleOfUnset, request: .compatible, response: .risky),
            .init(
                .multipleOfChanged, "{type: integer, multipleOf: 5}", "{type: integer, multipleOf: 10}", request: .breaking,
                response: .compatible, mirror: .multipleOfChanged, request: .compatible, response: .risky),
            .init(
                .multipleOfChanged, "{type: number, multipleOf: 0.25}", "{type: number, multipleOf: 0.5}", request: .breaking,
                response: .compatible, mirror: .multipleOfChanged, request: .compatible, response: .risky),
            // Numbers are compared exactly, however large they are.
            .init(
                .maxDecreased, "{type: integer, maximum: 99999999999999999999}", "{type: integer, maximum: 99999999999999999998}",
                request: .breaking, response: .compatible, mirror: .maxIncreased, request: .compatible, response: .risky),
            .init(
                .minIncreased, "{type: number, minimum: 0.1}", "{type: number, minimum: 0.10000000000000000001}", request: .breaking,
                response: .compatible, mirror: .minDecreased, request: .compatible, response: .risky),
            .init(
                .typeSpecialized, "{type: string}", "{type: string, contentEncoding: base64}", request: .breaking, response: .compatible,
                mirror: .typeGeneralized, request: .compatible, response: .risky),
            .init(
                .patternAdded, "{type: string}", "{type: string, pattern: '^a'}", request: .breaking, response: .compatible,
                mirror: .patternRemoved, request: .compatible, response: .risky),
            .init(
                .patternChanged, "{type: string, pattern: '^a'}", "{type: string, pattern: '^b'}", request: .risky, response: .risky,
                mirror: .patternChanged, request: .risky, response: .risky),
            .init(
                .uniqueItemsSet, "{type: array, items: {}}", "{type: array, items: {}, uniqueItems: true}", request: .breaking,
                response: .compatible, mirror: .uniqueItemsUnset, request: .compatible, response: .risky),
            .init(
                .additionalPropertiesForbidden, "{type: object}", "{type: object, additionalProperties: false}", request: .breaking,
                response: .compatible, mirror: .additionalPropertiesAllowed, request: .compatible, response: .compatible),
            .init(
                .additionalPropertiesForbidden, "{type: object, additionalProperties: {type: string}}",
                "{type: object, additionalProperties: false}", request: .breaking, response: .risky, mirror: .additionalPropertiesAllowed,
                request: .compatible, response: .compatible),
            .init(
                .oneOfAdded, "{oneOf: [{type: string}, {type: integer}]}", "{oneOf: [{type: boolean}, {type: integer}, {type: string}]}",
                request: .compatible, response: .risky, mirror: .oneOfRemoved, request: .breaking, response: .compatible),
            .init(
                .oneOfAdded, "{type: string}", "{oneOf: [{type: integer}, {type: string}]}", request: .compatible, response: .breaking,
                mirror: .oneOfRemoved, request: .breaking, response: .compatible),
            .init(
                .anyOfAdded, "{anyOf: [{type: string}, {type: integer}]}", "{anyOf: [{type: boolean}, {type: integer}, {type: string}]}",
                request: .compatible, response: .risky, mirror: .anyOfRemoved, request: .breaking, response: .compatible),
            .init(
                .oneOfAdded, "{oneOf: [\(dog), \(cat)], discriminator: {propertyName: kind}}",
                "{oneOf: [\(cat), \(dog), {type: string}], discriminator: {propertyName: kind}}", request: .compatible,
                response: .compatible, mirror: .oneOfRemoved, request: .breaking, response: .compatible),
            .init(
                .discriminatorAdded, "{oneOf: [\(dog), \(cat)]}", "{oneOf: [\(dog), \(cat)], discriminator: {propertyName: kind}}",
                request: .compatible, response: .compatible, mirror: .discriminatorRemoved, request: .compatible, response: .risky),
            .init(
                .discriminatorPropertyNameChanged, "{oneOf: [\(dog), \(cat)], discriminator: {propertyName: kind}}",
                "{oneOf: [\(dog), \(cat)], discriminator: {propertyName: name}}", request: .breaking, response: .breaking,
                mirror: .discriminatorPropertyNameChanged, request: .breaking, response: .breaking),
            .init(
                .discriminatorMappingAdded, pets("dog: Dog, cat: Cat"), pets("cat: Cat, hound: Dog, dog: Dog"), request: .compatible,
                response: .risky, mirror: .discriminatorMappingDeleted, request: .breaking, response: .compatible),
            .init(
                .fractionDigitsSet, "{type: string, format: date-time}", "{type: string, format: date-time, x-fraction-digits: 0}",
                request: .risky, response: .none, mirror: .fractionDigitsUnset, request: .compatible, response: .none),
            .init(
                .fractionDigitsSet, "{type: string, format: date-time}", "{type: string, format: date-time, x-fraction-digits: 3}",
                request: .compatible, response: .none, mirror: .fractionDigitsUnset, request: .risky, response: .none),
            .init(
                .fractionDigitsIncreased, "{type: string, format: date-time, x-fraction-digits: 3}",
                "{type: string, format: date-time, x-fraction-digits: 6}", request: .compatible, response: .none,
                mirror: .fractionDigitsDecreased, request: .breaking, response: .none),
            .init(
                .fractionDigitsIncreased, "{type: string, format: date-time, x-fraction-digits: 0}",
                "{type: string, format: date-time, x-fraction-digits: 6}", request: .compatible, response: .none,
                mirror: .fractionDigitsDecreased, request: .breaking, response: .none),
            .init(
                .wallClockSet, "{type: string, format: date-time}", "{type: string, format: date-time, x-wall-clock: the user's zone}",
                request: .risky, response: .risky, mirror: .wallClockUnset, request: .risky, response: .risky),
            .init(
                .unitSet, "{type: integer}", "{type: integer, x-unit: Cents}", request: .compatible, response: .compatible,
                mirror: .unitUnset, request: .risky, response: .risky),
            .init(
                .unitChanged, "{type: integer, x-unit: Cents}", "{type: integer, x-unit: Mills}", request: .breaking, response: .breaking,
                mirror: .unitChanged, request: .breaking, response: .breaking),
            .init(
                .unitChanged, "{type: number, x-unit: Cents}", "{type: number, x-unit: Points}", request: .breaking, response: .breaking,
                mirror: .unitChanged, request: .breaking, response: .breaking),
        ]
        + bound(
            "{type: integer}", "{type: integer, minimum: 1}", "{type: integer, exclusiveMinimum: 1}", set: .minSet, unset: .minUnset,
            narrowed: .minIncreased, widened: .minDecreased)
        + bound(
            "{type: number}", "{type: number, maximum: 1.5}", "{type: number, exclusiveMaximum: 1.5}", set: .maxSet, unset: .maxUnset,
            narrowed: .maxDecreased, widened: .maxIncreased)
        + bound(
            "{type: string}", "{type: string, minLength: 1}", "{type: string, minLength: 2}", set: .minLengthSet, unset: .minLengthUnset,
            narrowed: .minLengthIncreased, widened: .minLengthDecreased)
        + bound(
            "{type: string}", "{type: string, maxLength: 9}", "{type: string, maxLength: 8}", set: .maxLengthSet, unset: .maxLengthUnset,
            narrowed: .maxLengthDecreased, widened: .maxLengthIncreased)
        + bound(
            "{type: array, items: {}}", "{type: array, items: {}, minItems: 1}", "{type: array, items: {}, minItems: 2}", set: .minItemsSet,
            unset: .minItemsUnset, narrowed: .minItemsIncreased, widened: .minItemsDecreased)
        + bound(
            "{type: array, items: {}}", "{type: array, items: {}, maxItems: 9}", "{type: array, items: {}, maxItems: 8}", set: .maxItemsSet,
            unset: .maxItemsUnset, narrowed: .maxItemsDecreased, widened: .maxItemsIncreased)
        + bound(
            "{type: object}", "{type: object, minProperties: 1}", "{type: object, minProperties: 2}", set: .minPropertiesSet,
            unset: .minPropertiesUnset, narrowed: .minPropertiesIncreased, widened: .minPropertiesDecreased)
        + bound(
            "{type: object}", "{type: object, maxProperties: 9}", "{type: object, maxProperties: 8}", set: .maxPropertiesSet,
            unset: .maxPropertiesUnset, narrowed: .maxPropertiesDecreased, widened: .maxPropertiesIncreased)

    private static let dog = "{type: object, properties: {kind: {const: dog}, name: {type: string}}}"
    private static func pets(_ mapping: String) -> String {
        "{oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: kind, mapping: {\(mapping)}}}"
    }
    private static let cat = "{type: object, properties: {kind: {const: cat}, name: {type: string}}}"
}

extension SchemaTarget {
    private var isOfWebhook: Bool {
        switch self {
        case .webhookPayload, .webhookPayloadProperty, .webhookAnswer, .webhookAnswerProperty: true
        default: false
        }
    }

    /// Returns a document that contains the schema only at this place.
    func document(with schema: String) throws -> Document {
        let object = "{type: object, properties: {p: \(schema)}}"
        let answer = "{'200': {description: OK}}"
        let operation =
            switch self {
            case .parameter: "get: {parameters: [{name: q, in: query, schema: \(schema)}], responses: \(answer)}"
            case .parameterProperty:
                "get: {parameters: [{name: q, in: query, style: deepObject, schema: \(object)}], responses: \(answer)}"
            case .requestBody: "post: {requestBody: {content: {application/json: {schema: \(schema)}}}, responses: \(answer)}"
            case .requestProperty: "post: {requestBody: {content: {application/json: {schema: \(object)}}}, responses: \(answer)}"
            case .responseBody: "get: {responses: {'200': {description: OK, content: {application/json: {schema: \(schema)}}}}}"
            case .responseProperty: "get: {responses: {'200': {description: OK, content: {application/json: {schema: \(object)}}}}}"
            case .errorBody:
                "get: {responses: {'200': {description: OK}, '400': {description: No, content: {application/json: {schema: \(schema)}}}}}"
            case .errorProperty:
                "get: {responses: {'200': {description: OK}, '400': {description: No, content: {application/json: {schema: \(object)}}}}}"
            case .partHeader:
                """
                post: {requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {p: {type: string}}},
                  encoding: {p: {headers: {X-H: {schema: \(schema)}}}}}}}, responses: \(answer)}
                """
            case .responseHeader:
                "get: {responses: {'200': {description: OK, headers: {X-H: {required: true, schema: \(schema)}}}}}"
            case .errorHeader:
                "get: {responses: {'200': {description: OK}, '400': {description: No, headers: {X-H: {required: true, schema: \(schema)}}}}}"
            case .webhookPayload: "post: {requestBody: {content: {application/json: {schema: \(schema)}}}, responses: \(answer)}"
            case .webhookPayloadProperty: "post: {requestBody: {content: {application/json: {schema: \(object)}}}, responses: \(answer)}"
            case .webhookAnswer: "post: {responses: {'200': {description: OK, content: {application/json: {schema: \(schema)}}}}}"
            case .webhookAnswerProperty: "post: {responses: {'200': {description: OK, content: {application/json: {schema: \(object)}}}}}"
            }
        let paths = isOfWebhook ? "paths: {}\nwebhooks:" : "paths:"
        return try GeneratorDiffTests.document(
            """
            openapi: 3.1.0
            info: {title: Test, version: v1}
            x-units:
              Cents: {of: currency, digits: 2}
              Mills: {of: currency, digits: 3}
              Points: {of: percent, digits: 2}
            \(paths)
              /things: {\(operation)}
            components:
              schemas:
                Dog: {type: object, properties: {kind: {type: string}, name: {type: string}}}
                Cat: {type: object, properties: {kind: {type: string}, lives: {type: integer}}}
            """)
    }
}

@Suite struct ValueCheckTests {
    @Test("A change of a value is reported with its name and verdict at every position", arguments: SchemaPair.all)
    func valueChange(
        _ pair: SchemaPair
    ) throws {
        for target in SchemaTarget.allCases {
            let (old, new) = (try target.document(with: pair.old), try target.document(with: pair.new))
            let isOptional = target.property == target && !target.isRequest
            let verdict = target.isRequest ? pair.request : isOptional ? pair.optionalProperty ?? pair.response : pair.response
            let mirrored = target.isRequest ? pair.mirrorRequest : pair.mirrorResponse
            func expected(_ check: ValueCheck, _ verdict: Verdict) -> [String] {
                check.name(at: target).map { ["\($0): \(target.limited(verdict))"] } ?? []
            }
            #expect(
                GeneratorDiff.changes(from: old, to: new).map { "\($0.check): \($0.wire)" } == expected(pair.check, verdict), "\(target)")
            #expect(
                GeneratorDiff.changes(from: new, to: old).map { "\($0.check): \($0.wire)" } == expected(pair.mirror, mirrored),
                "\(target), taken back")
            #expect(GeneratorDiff.changes(from: old, to: old).isEmpty)
            #expect(GeneratorDiff.changes(from: new, to: new).isEmpty)
        }
    }

    @Test("Every check of a value has a test")
    func everyCheckIsTested() {
        let proven = Set(SchemaPair.all.flatMap { [$0.check, $0.mirror] })
        #expect(ValueCheck.allCases.filter { !proven.contains($0) } == [])
    }
}

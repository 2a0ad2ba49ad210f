import GeneratorOpenAPI
import GeneratorOutline
import GeneratorYAML

extension Check {
    static let sampleMismatch = Check(
        "sample-mismatch", "Samples match their schema: types, enums, constraints, formats, required members.",
        """
        Readers copy samples, and tests of this package replay them. If a sample contradicts its schema, one of them is wrong. If the \
        sample is a response of the service, correct the schema. A documented sample that is obviously wrong stays as documented, and is \
        listed with a reason among the exceptions. Members that a schema does not require may be null.
        """
    ) { specification, report in
        for sample in Sample.all(in: specification) {
            for misfit in sample.misfits where misfit.kind != .unknownMember {
                report.add(at: misfit.location, misfit.subject(in: sample.name), "the sample does not match: \(misfit.message)")
            }
        }
    }

    static let undocumentedMember = Check(
        "undocumented-member", "Samples have no members that their schema does not describe.",
        """
        A member that occurs only in a sample does not exist in Swift. Describe it as a property, with x-source if the documentation's \
        table lacks it, or set additionalProperties: true if any member is allowed.
        """
    ) { specification, report in
        for sample in Sample.all(in: specification) {
            for misfit in sample.misfits where misfit.kind == .unknownMember {
                report.add(at: misfit.location, misfit.subject(in: sample.name), "\(misfit.message); describe it there")
            }
        }
    }
}

/// A sample in the spec, compared with the schema next to it.
private struct Sample {
    let name: String
    let misfits: [Misfit]

    static func all(in specification: LintedSpecification) -> [Sample] {
        guard let document = specification.document else { return [] }
        var samples: [Sample] = []
        for object in specification.objects {
            let schema: Place
            var direction: ValueFit.Direction?
            switch object.kind {
            case .mediaType, .parameter, .header:
                guard object.node["schema"] != nil else { continue }
                schema = object.place.appending("schema")
                if object.kind == .parameter || object.place.path.contains("requestBody") { direction = .sent }
                if object.place.path.contains("responses") { direction = .received }
            case .schema:
                guard !object.isReference || object.node["example"] != nil else { continue }
                schema = object.place
            default: continue
            }
            let fit = specification.fit(in: document, direction: direction)
            for (name, value) in values(of: object) {
                let label = name.map { "\(object.name)/examples/\($0)" } ?? object.name
                samples.append(Sample(name: label, misfits: fit.misfits(of: value, with: schema)))
            }
        }
        return samples
    }

    private static func values(of object: SpecObject) -> [(name: String?, value: Node)] {
        var values: [(String?, Node)] = []
        if let value = object.node["example"] { values.append((nil, value)) }
        if object.kind == .schema {
            for (index, value) in (object.node["examples"]?.sequence ?? []).enumerated() { values.append((String(index), value)) }
        } else {
            for entry in object.node["examples"]?.mapping?.entries ?? [] {
                if let value = entry.value["value"] { values.append((entry.key, value)) }
            }
        }
        return values
    }
}

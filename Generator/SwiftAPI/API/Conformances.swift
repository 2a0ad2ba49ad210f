extension TypeDeclaration {
    /// The protocols to which the type publicly conforms.
    package var conformances: [String] {
        switch kind {
        case .identifier, .unit: []
        case .enumeration(let enumeration):
            switch enumeration.use {
            case .value: []
            case .fileForm: ["FileForm"]
            case .bodyFormat: ["CaseIterable", "Sendable"]
            }
        case .union: ["UnionModel"]
        case .answers(let answers): answers.areFailures ? ["FailureModel"] : ["Sendable", "Equatable"]
        case .structure(let structure): structure.conformances
        }
    }

    /// The protocols that only the runtime uses to decode and check values.
    package var generatedConformances: [String] {
        switch kind {
        case .identifier, .unit, .enumeration: []
        case .union: ["Validated"]
        case .answers(let answers): answers.areFailures ? [] : ["AnswerModel"]
        case .structure(let structure): structure.generatedConformances
        }
    }
}

extension TypeDeclaration {
    /// `true` if code at the end of the file spells out how values are compared, read or written.
    package var hasExtension: Bool {
        switch kind {
        case .structure, .union, .answers: true
        case .enumeration, .identifier, .unit: false
        }
    }
}

extension Structure {
    fileprivate var conformances: [String] {
        var protocols: [String] = []
        if isReceived { protocols.append("ResponseModel") }
        if isSent, !isForm { protocols.append("RequestModel") }
        if protocols.isEmpty { protocols = ["Sendable", "Equatable"] }
        if isIdentifiable { protocols.append("Identifiable") }
        if isReceived, hasOwnKind {
            let hasName = properties.contains { $0.name == "name" && $0.presence == .required && $0.type == .string }
            protocols.append(hasName ? "NamedEntityModel" : "EntityModel")
        }
        return protocols
    }

    fileprivate var generatedConformances: [String] {
        isSent ? ["Validated"] : []
    }
}

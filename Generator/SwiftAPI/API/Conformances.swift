extension TypeDeclaration {
    /// The protocols to which the type publicly conforms.
    package var conformances: [String] {
        switch kind {
        case .identifier, .unit: []
        case .enumeration(let enumeration): enumeration.isClosed ? ["FileForm"] : ["OpenEnum"]
        case .union: ["UnionModel"]
        case .answers: ["Sendable", "Equatable"]
        case .structure(let structure): structure.conformances
        }
    }

    /// The protocols that only the runtime uses to compare, decode and check values.
    package var generatedConformances: [String] {
        switch kind {
        case .identifier, .unit, .enumeration: []
        case .union: ["Validated"]
        case .answers: ["AnswerModel"]
        case .structure(let structure): structure.generatedConformances
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
        return protocols
    }

    fileprivate var generatedConformances: [String] {
        var protocols = ["MemberwiseEquatable"]
        if isReceived { protocols.append("MemberNaming") }
        if isSent { protocols.append("Validated") }
        return protocols
    }
}

import GeneratorSwiftAPI

/// Prints a declared type.
struct TypePrinter {
    let declaration: TypeDeclaration
    private var name: String { Names.quoted(declaration.name) }

    func print(to writer: inout SourceWriter) {
        writer.documentation(declaration.documentation)
        switch declaration.kind {
        case .identifier:
            writer.block("public struct \(name): Identifier {") { writer in
                writer.line("public let rawValue: String")
                writer.line("public init(rawValue: String) { self.rawValue = rawValue }")
            }
        case .enumeration(let enumeration): print(enumeration, to: &writer)
        case .union(let union): print(union, to: &writer)
        case .structure(let structure): print(structure, to: &writer)
        }
    }

    private func print(_ enumeration: Enumeration, to writer: inout SourceWriter) {
        let rawType = enumeration.rawType.source
        writer.block("public struct \(name): OpenEnum {") { writer in
            writer.line("public let rawValue: \(rawType)")
            writer.line("public init(rawValue: \(rawType)) { self.rawValue = rawValue }")
            if !enumeration.members.isEmpty { writer.line() }
            for member in enumeration.members {
                writer.line("public static var \(Names.quoted(member.name)): Self { .init(rawValue: \(Source.literal(member.value))) }")
            }
        }
    }

    // MARK: Structures

    private func print(_ structure: Structure, to writer: inout SourceWriter) {
        var protocols: [String] = []
        if structure.isReceived { protocols.append("ResponseModel") }
        if structure.isSent { protocols.append("RequestModel") }
        if structure.isIdentifiable { protocols.append("Identifiable") }
        writer.block("public struct \(name): \(protocols.joined(separator: ", ")) {") { writer in
            printProperties(of: structure, to: &writer)
            printInitializer(of: structure, to: &writer)
            if structure.isReceived { printReader(of: structure, to: &writer) }
            if structure.isSent { printWriter(of: structure, to: &writer) }
            if !structure.rules.isEmpty {
                writer.line()
                writer.block("public func validate(_ rules: inout Rules) {") { writer in
                    for rule in structure.rules {
                        let isDeprecated = structure.properties.first { $0.name == rule.subject }?.isDeprecated == true
                        writer.line(rule.source(subject: isDeprecated ? "_" + rule.subject : Names.quoted(rule.subject), rules: "rules"))
                    }
                }
            }
        }
    }

    private func printProperties(of structure: Structure, to writer: inout SourceWriter) {
        let binding = structure.isSent ? "var" : "let"
        for property in structure.properties {
            let type = property.type.source
            if property.isDeprecated {
                // Stored under another name, so that this type's own code uses nothing deprecated.
                writer.line("\(structure.isSent ? "var" : "let") \(property.storedName): \(type)")
                writer.documentation(property.documentation)
                writer.deprecation(true)
                if structure.isSent {
                    writer.block("public var \(Names.quoted(property.name)): \(type) {") { writer in
                        writer.line("get { \(property.storedName) }")
                        writer.line("set { \(property.storedName) = newValue }")
                    }
                } else {
                    writer.line("public var \(Names.quoted(property.name)): \(type) { \(property.storedName) }")
                }
            } else {
                writer.documentation(property.documentation)
                writer.line("public \(binding) \(property.storedName): \(type)")
            }
        }
        if let additional = structure.additionalProperties {
            writer.line("/// The members that have no property of their own.")
            writer.line("public \(binding) additionalProperties: \(TypeReference.dictionary(additional).source)")
        }
    }

    private func printInitializer(of structure: Structure, to writer: inout SourceWriter) {
        let ordered = structure.properties.filter { $0.presence == .required } + structure.properties.filter { $0.presence != .required }
        var arguments = ordered.map { property in
            let argument = property.name == "self" ? "`self`" : Names.quoted(property.name)
            return property.presence == .required
                ? "\(argument): \(property.type.source)" : "\(argument): \(property.type.source) = nil"
        }
        if let additional = structure.additionalProperties {
            arguments.append("additionalProperties: \(TypeReference.dictionary(additional).source) = [:]")
        }
        if !structure.properties.isEmpty || structure.additionalProperties != nil { writer.line() }
        guard !arguments.isEmpty else {
            writer.line("public init() {}")
            return
        }
        let oneLine = "public init(\(arguments.joined(separator: ", "))) {"
        let opening = oneLine.count <= 120
        if opening {
            writer.line(oneLine)
        } else {
            writer.block("public init(", closing: ") {") { writer in
                for (index, argument) in arguments.enumerated() {
                    writer.line(argument + (index + 1 < arguments.count ? "," : ""))
                }
            }
        }
        for property in structure.properties {
            writer.line("    self.\(property.storedName) = \(Names.quoted(property.name))")
        }
        if structure.additionalProperties != nil { writer.line("    self.additionalProperties = additionalProperties") }
        writer.line("}")
    }

    private func printReader(of structure: Structure, to writer: inout SourceWriter) {
        let read = structure.properties.filter(\.isRead)
        writer.line()
        let names = structure.properties.filter { $0.isRead || structure.isReceived }.map { Source.string($0.wireName) }
        writer.list("public static let members: JSONMembers = [", names, closing: "]")
        writer.line()
        writer.block("public init(from json: inout JSONReader) throws(JSONError) {") { writer in
            if structure.additionalProperties != nil {
                writer.line("additionalProperties = try json.additionalMembers(besides: Self.members)")
            }
            for property in read {
                writer.line("var \(property.localName): \(property.readType.source)?")
            }
            writer.line("try json.beginObject()")
            writer.block("while let member = try json.nextMember(of: Self.members) {") { writer in
                let cases = structure.properties.enumerated().filter { $0.element.isRead }
                if cases.isEmpty {
                    writer.line("_ = member")
                    writer.line("try json.skipValue()")
                } else {
                    writer.line("switch member {")
                    for (index, property) in cases {
                        writer.line("case \(index): \(property.localName) = try json.read()")
                    }
                    writer.line(cases.count == structure.properties.count ? "default: break" : "default: try json.skipValue()")
                    writer.line("}")
                }
            }
            for property in structure.properties {
                guard property.isRead else {
                    writer.line("self.\(property.storedName) = nil")
                    continue
                }
                let value =
                    switch property.presence {
                    case .required:
                        if case .array = property.type {
                            "json.requireArray(\(property.localName))"
                        } else {
                            "try json.require(\(property.localName), \(Source.string(property.wireName)))"
                        }
                    case .requiredNullable, .optional: property.localName
                    }
                writer.line("self.\(property.storedName) = \(value)")
            }
        }
    }

    private func printWriter(of structure: Structure, to writer: inout SourceWriter) {
        writer.line()
        writer.block("public func write(to json: inout JSONWriter) {") { writer in
            writer.line("json.beginObject()")
            for property in structure.properties where property.isWritten {
                let function = property.presence == .requiredNullable ? "nullableMember" : "member"
                writer.line("json.\(function)(\(Source.string(property.wireName)), \(property.memberExpression))")
            }
            if structure.additionalProperties != nil { writer.line("json.members(additionalProperties)") }
            writer.line("json.endObject()")
        }
    }

    // MARK: Unions

    private func print(_ union: Union, to writer: inout SourceWriter) {
        let indirect = union.isRecursive ? "indirect " : ""
        writer.block("public \(indirect)enum \(name): UnionModel {") { writer in
            for alternative in union.alternatives {
                writer.line("case \(Names.quoted(alternative.name))(\(alternative.type.source))")
            }
            writer.line("/// Something that the spec does not describe.")
            writer.line("case other(JSONValue)")
            writer.line()
            UnionReaderPrinter(union: union).print(to: &writer)
            writer.line()
            writer.block("public func write(to json: inout JSONWriter) {") { writer in
                writer.line("switch self {")
                for alternative in union.alternatives {
                    writer.line("case .\(Names.quoted(alternative.name))(let value): value.write(to: &json)")
                }
                writer.line("case .other(let value): value.write(to: &json)")
                writer.line("}")
            }
            let models = union.alternatives.filter { $0.kind == .model }
            guard !models.isEmpty else { return }
            writer.line()
            writer.block("public func validate(_ rules: inout Rules) {") { writer in
                writer.line("switch self {")
                for model in models {
                    writer.line("case .\(Names.quoted(model.name))(let value): rules.model(value, at: nil)")
                }
                writer.line("default: break")
                writer.line("}")
            }
        }
    }
}

/// Prints how a union finds out which alternative it reads.
struct UnionReaderPrinter {
    let union: Union

    func print(to writer: inout SourceWriter) {
        writer.block("public init(from json: inout JSONReader) throws(JSONError) {") { writer in
            writer.line("switch try json.peekKind() {")
            for (kind, name) in [(Union.Kind.bool, "bool"), (.number, "number"), (.string, "string"), (.array, "array")] {
                guard let alternative = union.alternatives.first(where: { $0.kind == kind }) else { continue }
                writer.line("case .\(name): self = .\(Names.quoted(alternative.name))(try .init(from: &json))")
            }
            printObjects(to: &writer)
            writer.line("default: self = .other(try .init(from: &json))")
            writer.line("}")
        }
    }

    private func printObjects(to writer: inout SourceWriter) {
        let models = union.alternatives.filter { $0.kind == .model }
        let anyObject = union.alternatives.first { $0.kind == .anyObject }
        if models.isEmpty {
            guard let anyObject else { return }
            writer.line("case .object: self = .\(Names.quoted(anyObject.name))(try .init(from: &json))")
            return
        }
        writer.line("case .object:")
        if let discriminator = union.discriminator {
            writer.line("    switch try json.discriminator(\(Source.string(discriminator))) {")
            var seen: Set<String> = []
            for model in models {
                let values = model.discriminatorValues.filter { seen.insert($0).inserted }.map(Source.string)
                guard !values.isEmpty else { continue }
                writer.line("    case \(values.joined(separator: ", ")): self = .\(Names.quoted(model.name))(try .init(from: &json))")
            }
            let fallback = anyObject.map { Names.quoted($0.name) } ?? "other"
            writer.line("    default: self = .\(fallback)(try .init(from: &json))")
            writer.line("    }")
        } else if models.count == 1 {
            writer.line("    self = .\(Names.quoted(models[0].name))(try .init(from: &json))")
        } else {
            let members = models.map { "\($0.type.source).members" }.joined(separator: ", ")
            writer.line("    switch try json.bestMatch([\(members)]) {")
            for (index, model) in models.enumerated() where index > 0 {
                writer.line("    case \(index): self = .\(Names.quoted(model.name))(try .init(from: &json))")
            }
            writer.line("    default: self = .\(Names.quoted(models[0].name))(try .init(from: &json))")
            writer.line("    }")
        }
    }
}

extension SourceWriter {
    /// A list in one line when it fits, else an element a line.
    mutating func list(_ opening: String, _ elements: [String], closing: String) {
        let oneLine = opening + elements.joined(separator: ", ") + closing
        if oneLine.count <= 120 {
            line(oneLine)
        } else {
            block(opening, closing: closing) { writer in
                for element in elements { writer.line(element + ",") }
            }
        }
    }
}

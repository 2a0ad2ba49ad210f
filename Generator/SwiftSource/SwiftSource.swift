package import GeneratorSwiftAPI

/// Prints a Swift API. All decisions are already made in the API.
package struct SwiftSource {
    let api: API

    /// Creates the source of an API.
    package init(_ api: API) { self.api = api }

    /// Returns the source text for each file of the spec, with the spec file's name.
    package func files(documentFile: String) -> [(source: String, text: String)] {
        api.files.map { ($0.source, text(of: $0, isDocument: $0.source == documentFile)) }
    }

    /// Returns the name of the Swift file for a file of the spec: `folder/Tags.yaml` → `folder-Tags.swift`. Must match the plugin.
    package static func fileName(for source: String) -> String {
        let flat = source.split(separator: "/").joined(separator: "-")
        let stem = flat.split(separator: ".").dropLast().joined(separator: ".")
        return (stem.isEmpty ? flat : stem) + ".swift"
    }

    private func text(of file: API.File, isDocument: Bool) -> String {
        var writer = SourceWriter()
        writer.line("// Generated from \(Source.comment(file.source)). Changes belong there.")
        // A repository that commits generated files formats and lints by rules of its own.
        writer.line("// swift-format-ignore-file")
        if file.types.contains(where: { !$0.generatedConformances.isEmpty }) {
            writer.line("//")
            writer.line(
                "// The extensions at the end spell out how types are compared, read and written: deriving it would cost compile time.")
        }
        writer.line()
        writer.line("@_spi(Generated) public import ClockifyRuntime")
        if needsDate(file) {
            writer.line()
            writer.line("#if canImport(FoundationEssentials)")
            writer.line("public import FoundationEssentials")
            writer.line("#else")
            writer.line("public import Foundation")
            writer.line("#endif")
        }
        if isDocument {
            writer.line()
            RootPrinter(api: api).print(to: &writer)
        }
        for group in api.groups {
            let methods = file.methods.filter { $0.group == group.name }
            guard !methods.isEmpty else { continue }
            writer.line()
            writer.block("extension \(api.name).Operations.\(Names.quoted(group.typeName)) {") { writer in
                for (index, method) in methods.enumerated() {
                    if index > 0 { writer.line() }
                    MethodPrinter(rootName: api.name, method: method).print(to: &writer)
                }
            }
        }
        if !file.types.isEmpty {
            writer.line()
            writer.block("extension \(api.name) {") { writer in
                for (index, declaration) in file.types.enumerated() {
                    if index > 0 { writer.line() }
                    TypePrinter(declaration: declaration).print(to: &writer)
                }
            }
        }
        for declaration in file.types { ConformancePrinter(rootName: api.name, declaration: declaration).print(to: &writer) }
        return writer.text
    }

    private func needsDate(_ file: API.File) -> Bool {
        file.types.contains { declaration in
            switch declaration.kind {
            case .structure(let structure):
                structure.properties.contains { mentionsDate($0.type) } || structure.additionalProperties.map(mentionsDate) == true
            case .union(let union): union.alternatives.contains { mentionsDate($0.type) }
            case .answers(let answers): answers.cases.contains { $0.type.map(mentionsDate) == true }
            case .enumeration, .identifier, .unit: false
            }
        }
            || file.methods.contains { method in
                if case .value(let type) = method.result, mentionsDate(type) { return true }
                return method.arguments.contains { mentionsDate($0.type) }
            }
    }

    private func mentionsDate(_ type: TypeReference) -> Bool {
        switch type {
        case .date, .dateWithFraction: true
        case .array(let type), .dictionary(let type), .optional(let type), .nullable(let type), .indirect(let type): mentionsDate(type)
        default: false
        }
    }
}

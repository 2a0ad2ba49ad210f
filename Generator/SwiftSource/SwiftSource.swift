package import GeneratorSwiftAPI

/// Prints a Swift API. All decisions are already made in the API.
package struct SwiftSource {
    let api: API

    /// Creates the source of an API.
    package init(_ api: API) { self.api = api }

    /// A Swift file.
    package struct File {
        /// The file of the spec that it is generated from.
        package let source: String
        package let name: String
        package let text: String

        /// Creates a file, one of several if `part` is not 1.
        package init(source: String, part: Int = 1, text: String) {
            self.source = source
            name = SwiftSource.fileName(for: source, part: part)
            self.text = text
        }
    }

    /// Returns the Swift files for each file of the spec.
    ///
    /// - Parameter parts: How many Swift files a file of the spec becomes, if more than one.
    package func files(documentFile: String, parts: [String: Int] = [:]) -> [File] {
        api.files.flatMap { file in
            file.parts(parts[file.source] ?? 1).enumerated().map { index, part in
                File(
                    source: file.source, part: index + 1,
                    text: text(of: part, isDocument: file.source == documentFile && index == 0))
            }
        }
    }

    /// Returns the name of the Swift file for a file of the spec: `folder/Tags.yaml` → `folder-Tags.swift`, and `folder-Tags+2.swift`
    /// for the second part. Must match the plugin.
    private static func fileName(for source: String, part: Int) -> String {
        let flat = source.split(separator: "/").joined(separator: "-")
        let stem = flat.split(separator: ".").dropLast().joined(separator: ".")
        return (stem.isEmpty ? flat : stem) + (part == 1 ? "" : "+\(part)") + ".swift"
    }

    private func text(of file: API.File, isDocument: Bool) -> String {
        var writer = SourceWriter()
        writer.line("// Generated from \(Source.comment(file.source)). Changes belong there.")
        // A repository that commits generated files formats and lints by rules of its own.
        writer.line("// swift-format-ignore-file")
        if file.types.contains(where: \.hasExtension) {
            writer.line("//")
            writer.line(
                "// The extensions at the end spell out how types are read and written: deriving it would cost compile time.")
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
                    // A time zone comes from the same module.
                    || structure.windows.contains { $0.zone != nil }
            case .union(let union): union.alternatives.contains { mentionsDate($0.type) }
            case .answers(let answers): answers.cases.contains { $0.type.map(mentionsDate) == true }
            case .enumeration, .identifier, .unit: false
            }
        }
            || file.methods.contains { method in
                switch method.result {
                case .value(let type), .stream(.lines(let type)), .stream(.events(let type)): if mentionsDate(type) { return true }
                case .nothing, .answer, .text, .file, .redirect, .stream: break
                }
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

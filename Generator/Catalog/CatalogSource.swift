package import GeneratorOpenAPI
package import GeneratorSwiftSource
import GeneratorYAML

/// Prints a document as data: Swift files whose string literals contain the spec as JSON.
///
/// A mock of the service uses the data to respond to and check requests, independently of the client's code. A record is
/// one JSON text: the document itself, an operation, or a schema that others refer to. Each file of the spec has its own records.
package struct CatalogSource {
    let document: Document

    /// Creates the source of a document that has been read without errors.
    package init(_ document: Document) { self.document = document }

    /// Returns a Swift file for each file of the spec.
    package func files() -> [SwiftSource.File] {
        let files = document.files.sorted()
        let records = self.records()
        return files.enumerated().map { index, file in
            .init(source: file, text: text(of: file, index: index, count: files.count, records: records[file] ?? []))
        }
    }

    private func text(of file: String, index: Int, count: Int, records: [DocumentValue]) -> String {
        var lines = ["// Generated from \(Source.comment(file)). Changes belong there.", "// swift-format-ignore-file", ""]
        if file == document.file {
            lines.append("/// The spec as data: records of JSON, by file.")
            lines.append("enum SpecificationRecords {")
            lines.append("    static let all: [[String]] = [\((0..<count).map { "file\($0)" }.joined(separator: ", "))]")
            lines.append("}")
            lines.append("")
        }
        lines.append("extension SpecificationRecords {")
        lines.append("    static let file\(index): [String] = [")
        for record in records { lines.append("        \(Source.string(JSONPrinter.text(of: record, isIndented: false))),") }
        lines.append("    ]")
        lines.append("}")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Returns the records of each file, in an order that depends only on the spec.
    private func records() -> [String: [DocumentValue]] {
        var records: [String: [DocumentValue]] = [document.file: [DocumentRecord(document: document).json]]
        let schemas = SchemaRecords(document: document)
        for operation in document.operations {
            records[operation.place.file, default: []].append(OperationRecord(operation: operation, schemas: schemas).json)
        }
        for place in schemas.referenced.sorted() {
            records[place.file, default: []].append(
                .object([
                    .init(key: "kind", value: .text("schema")), .init(key: "place", value: .text(place.description)),
                    .init(key: "schema", value: schemas.json(of: place)),
                ]))
        }
        return records
    }
}

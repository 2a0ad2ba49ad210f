@_spi(Generated) import ClockifyRuntime
import Foundation

/// Reads and validates multipart forms like JSON objects.
struct FormCheck: Sendable {
    let check: RequestCheck

    /// Returns the values of a form by name, and its files.
    func read(
        _ body: [UInt8], contentType: String, by schema: JSONValue, problems: inout [SchemaCheck.Problem]
    ) throws(Refusal) -> RequestContent {
        guard let parts = FormPart.parts(of: body, contentType: contentType) else {
            throw Refusal(400, code: 3002, "Cannot read the request: the form is incomplete")
        }
        let schema = check.schemas.resolved(schema)
        for name in schema.strings("required") where !parts.contains(where: { $0.name == name }) {
            throw Refusal(400, code: 3001, "Required part '\(name)' is not present.")
        }
        var values: [String: JSONValue] = [:]
        var files: [String: FormPart] = [:]
        for (name, property) in (schema["properties"]?.objectValue ?? [:]).sorted(by: { $0.key < $1.key }) {
            let own = parts.filter { $0.name == name }
            guard let first = own.first else { continue }
            let property = check.schemas.resolved(property)
            if property["format"]?.stringValue == "binary" {
                files[name] = first
                // Only the presence of a file is checked.
                values[name] = ""
            } else if property.strings("type") == ["array"], !first.isJSON {
                var elements: [JSONValue] = []
                for part in own { elements.append(try value(of: part, by: property["items"] ?? [:])) }
                values[name] = .array(elements)
            } else {
                values[name] = try value(of: first, by: property)
            }
        }
        problems += check.schemas.problems(of: .object(values), by: schema)
        return RequestContent(json: .object(values.filter { files[$0.key] == nil }), files: files)
    }

    private func value(of part: FormPart, by schema: JSONValue) throws(Refusal) -> JSONValue {
        let text = String(decoding: part.bytes, as: UTF8.self)
        let value = part.isJSON ? try? JSONReader.decode(JSONValue.self, from: part.bytes) : check.value(of: text, by: schema)
        guard let value else {
            throw Refusal(400, code: 3000, "Failed to convert value of parameter '\(part.name)': \"\(text)\"")
        }
        return value
    }
}

extension FormPart {
    fileprivate var isJSON: Bool { contentType?.lowercased().hasPrefix("application/json") == true }
}

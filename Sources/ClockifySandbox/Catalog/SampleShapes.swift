@_spi(Generated) import ClockifyRuntime

/// The shapes of responses, derived from their documented samples.
struct SampleShapes: Sendable {
    private let shapes: [String: [String: JSONValue]]

    init(of operations: [CatalogOperation]) {
        var shapes: [String: [String: JSONValue]] = [:]
        for operation in operations {
            guard let text = operation.success?.content.first(where: \.isJSON)?.example,
                let sample = try? JSONReader.decode(JSONValue.self, from: Array(text.utf8))
            else { continue }
            shapes[operation.id] = sample.objectValue ?? sample[0]?.objectValue
        }
        self.shapes = shapes
    }

    /// Returns the members of an operation's sample (of the first element if the sample is a list) with blank values: `false`, an
    /// empty array, or `null`.
    ///
    /// - Parameter depth: The number of levels at which nested objects keep their members.
    func shape(of operation: String, depth: Int = 0) -> [String: JSONValue] {
        (shapes[operation] ?? [:]).mapValues { SampleShapes.blank($0, depth: depth) }
    }

    private static func blank(_ value: JSONValue, depth: Int) -> JSONValue {
        switch value {
        case .bool: false
        case .array: []
        case .object(let members): depth > 0 ? .object(members.mapValues { blank($0, depth: depth - 1) }) : nil
        default: nil
        }
    }
}

import ClockifyRuntime
import ClockifySandbox
import HTTPTypes

/// A service with the given number of full pages of an operation's list. It neither counts entries nor marks
/// the last page.
package struct PagedService: ClientTransport {
    private let operation: CatalogOperation
    private let pagination: CatalogOperation.Pagination
    private let pageCount: Int
    private let entry: JSONValue
    private let asked = Lock<[(page: Int, size: Int)]>([])

    /// The result is `nil` if the operation has no pages, or if its entries cannot be generated.
    package init?(_ operation: CatalogOperation, pageCount: Int, catalog: Catalog) {
        guard let pagination = operation.pagination, let media = operation.success?.content.first(where: \.isJSON) else { return nil }
        let sample = media.example.flatMap { try? JSONReader.decode(JSONValue.self, from: Array($0.utf8)) }
        // Some samples contain only the list, although the spec has an object around it.
        let list = sample.map { json in pagination.items.reduce(json) { $0[$1] ?? $0 } }
        let check = SchemaCheck(schemas: catalog.schemas)
        let schema = pagination.items.reduce(check.resolved(media.schema ?? [:])) { check.resolved($0["properties"]?[$1] ?? [:]) }
        let made = SchemaSample(schemas: check).text(for: schema["items"] ?? [:])
        self.operation = operation
        self.pagination = pagination
        self.pageCount = pageCount
        var entry = list?[0] ?? (try? JSONReader.decode(from: Array(made.utf8))) ?? [:]
        if case .object(var members) = entry {
            // A value that contradicts its own documentation cannot be read.
            for problem in check.problems(of: entry, by: schema["items"] ?? [:]) { members[problem.field] = nil }
            entry = .object(members)
        }
        self.entry = entry
    }

    /// The requested pages.
    package var pages: [Int] { asked.withLock { $0.map(\.page) } }

    /// The requested page sizes, where 2 stands for a missing size.
    package var sizes: Set<Int> { asked.withLock { Set($0.map(\.size)) } }

    package func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        let target = try RequestTarget(request.path ?? "", authority: nil)
        let json = try pagination.isInBody ? JSONReader.decode(JSONValue.self, from: body?.collect() ?? []) : .null
        func number(_ name: String) -> Int? {
            guard pagination.isInBody else { return target.query.items.first { $0.name == name }.flatMap { Int($0.value) } }
            return name.split(separator: ".").reduce(json as JSONValue?) { $0?[String($1)] }?.intValue
        }
        let page = number(pagination.page) ?? pagination.first
        let size = pagination.size.flatMap(number) ?? 2
        asked.withLock { $0.append((page, size)) }
        // Each entry contains the number of its page, so that all pages differ.
        let entries = (0..<size).map { index -> JSONValue in
            guard case .object(var members) = entry else { return entry }
            members["numberOfPagedService"] = .integer(Int64(page * size + index))
            return .object(members)
        }
        let list = JSONValue.array(page - pagination.first < pageCount ? entries : [])
        let answer = pagination.items.reversed().reduce(list) { .object([$1: $0]) }
        var head = HTTPResponse(status: .ok)
        head.headerFields[.contentType] = "application/json"
        return TransportResponse(head: head, body: Array(answer.description.utf8))
    }
}

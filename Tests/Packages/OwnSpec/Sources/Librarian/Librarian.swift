import HTTPTypes
import Library

/// Calls the generated client of this package's own API.
@main
struct Librarian {
    struct Shelf: ClientTransport {
        func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
            precondition(request.path == "/v2/books/978-0" && request.headerFields[.authorization] == "Bearer c4rd")
            let answer = #"{"id": "b1", "title": "Momo", "lentUntil": "2026-12-24"}"#
            return TransportResponse(head: HTTPResponse(status: .ok), body: Array(answer.utf8))
        }
    }

    static func main() async throws {
        let library = Library(.card("c4rd"), transport: Shelf())
        let book = try await library.books.get("978-0")
        precondition(book.title == "Momo" && book.lentUntil?.description == "2026-12-24")
        print("\(book.title) is lent until \(book.lentUntil?.description ?? "never")")
    }
}

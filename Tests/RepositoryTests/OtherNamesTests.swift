import GeneratorTestSupport
import Testing

/// A program's own names, and those of its other modules, coexist with the client's.
@Suite struct OtherNamesTests {
    @Test("A program can have types with the same names as parts of an API client")
    func typesWithSameNames() throws {
        guard let compiler = try Compiler.find() else { return }
        let names = [
            "Task", "Tag", "Client", "Middleware", "Transport", "Call", "Problem", "Request", "Attempt", "Servers", "Rules", "Pages",
        ]
        let source = """
            import ClockifyAPI

            \(names.map { "struct \($0) { let own = 0 }" }.joined(separator: "\n"))

            func use(_ clockify: Clockify, _ workspace: Clockify.WorkspaceID) async throws(APIFailure) -> Int {
                let tags: [Clockify.Tag] = try await clockify.tags.list(in: workspace)
                return tags.count + \(names.map { "\($0)().own" }.joined(separator: " + "))
            }
            """
        #expect(try compiler.complaints(of: [source]) == [:])
    }

    @Test("Another module can export the same names")
    func moduleWithSameNames() throws {
        guard let compiler = try Compiler.find() else { return }
        let framework = """
            public protocol Middleware { func run() }
            public protocol Transport {}
            public struct Problem { public init() {} }
            public struct Request { public init() {} }
            """
        let client = """
            import ClockifyAPI
            import FixtureAPI
            import HTTPTypes

            struct Counter: Middleware, Transport {
                let problem = Problem()
                let request = Request()
                func run() {}
            }

            struct Stamp: ClientMiddleware {
                func intercept(
                    _ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next
                ) async throws -> TransportResponse { try await next(request, body) }
            }
            """
        #expect(try compiler.complaints(of: [client], using: ["Framework": framework]) == [:])
    }
}

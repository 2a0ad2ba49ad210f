import Foundation
import GeneratorLint
import GeneratorOpenAPI
import GeneratorYAML
import Testing

@testable import GeneratorExplain

/// A shell runs the command, and curl gets the intended arguments.
@Suite struct CurlTests {
    /// Runs commands in a shell in which `curl` prints its arguments, and returns them for each command.
    private func arguments(of commands: [String], environment: [String: String]) throws -> (calls: [[String]], status: Int32, error: String)
    {
        let end = "\u{1}"
        let script =
            "curl() { for a in \"$@\"; do printf '%s\\001' \"$a\"; done; printf '\\002'; }\n" + commands.joined(separator: "\n") + "\n"
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-s"]
        shell.environment = environment
        let input = Pipe()
        let output = Pipe()
        let error = Pipe()
        shell.standardInput = input
        shell.standardOutput = output
        shell.standardError = error
        try shell.run()
        // The shell reads while it runs, so both pipes are served at the same time.
        let writing = Thread {
            try? input.fileHandleForWriting.write(contentsOf: Data(script.utf8)); try? input.fileHandleForWriting.close()
        }
        writing.start()
        let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaint = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        shell.waitUntilExit()
        let calls = told.components(separatedBy: "\u{2}").dropLast().map { $0.components(separatedBy: end).dropLast().map { $0 } }
        return (calls, shell.terminationStatus, complaint)
    }

    private let secrets = ["CLOCKIFY_API_KEY": "se cret$HOME\"'", "CLOCKIFY_LEGACY_API_KEY": "s", "CLOCKIFY_MARKETPLACE_TOKEN": "m"]

    @Test(
        "Every operation's command is one call of one URL, with the credential of the environment and a valid body",
        arguments: ["Clockify", "ClockifyLegacy"])
    func command(spec: String) throws {
        let subject = try Subject.folder(spec)
        let operations = subject.document.operations
        let commands = try operations.map { try #require(Explanation($0.id, in: subject.document, api: subject.api)).curl }
        let (calls, status, error) = try arguments(of: commands, environment: secrets)
        #expect(status == 0, "\(error)")
        try #require(calls.count == operations.count)
        for (operation, call) in zip(operations, calls) {
            let url = try #require(call.last)
            #expect(call.filter { $0.hasPrefix("https://") }.count == 1 && url.hasPrefix("https://"), "\(operation.id)")
            #expect(!url.contains("{") && URL(string: url) != nil, "\(url)")
            let method = try #require(call.firstIndex(of: "--request")) + 1
            #expect(call[method] == operation.method.rawValue.uppercased())
            let headers = call.indices.dropLast().filter { call[$0] == "--header" }.map { call[$0 + 1] }
            let key = try #require(secrets[spec == "Clockify" ? "CLOCKIFY_API_KEY" : "CLOCKIFY_LEGACY_API_KEY"])
            if !operation.security.isEmpty { #expect(headers.contains("X-Api-Key: \(key)"), "\(operation.id)") }
            if let data = call.firstIndex(of: "--data-raw") {
                // The body must be valid for another library.
                _ = try JSONSerialization.jsonObject(with: Data(call[data + 1].utf8), options: .fragmentsAllowed)
                #expect(headers.contains { $0.hasPrefix("Content-Type: application/json") })
                let schema = try #require(operation.body?.content.first(where: \.isJSON)?.schema)
                let misfits = ValueFit(document: subject.document, matches: { _, _ in true }, direction: .sent)
                    .misfits(of: try YAML.parse(Array(call[data + 1].utf8), file: operation.id), with: schema)
                    .filter { $0.kind != .unknownMember }
                #expect(misfits.isEmpty, "\(misfits)")
            }
        }
        #expect(calls.contains { $0.contains("--data-raw") })
    }

    @Test("The shell stops and names a missing credential")
    func missingCredential() throws {
        let subject = try Subject.folder("Clockify")
        let command = try #require(Explanation("getTags", in: subject.document, api: subject.api)).curl
        let (calls, status, error) = try arguments(of: [command], environment: [:])
        #expect(calls == [] && status != 0 && error.contains("CLOCKIFY_API_KEY"))
    }

    @Test("The shell treats everything from a spec as plain text")
    func shellEscaping() throws {
        let hostile = "a'b\"c$(touch injected)`id`\\ \n;&|<>*?#~ é"
        let quoted = String(decoding: try JSONSerialization.data(withJSONObject: hostile, options: .fragmentsAllowed), as: UTF8.self)
        let subject = try Subject { _ in
            Array(
                """
                openapi: 3.1.0
                info: {title: T, version: v, x-swift-name: Hostile}
                servers: [{url: 'https://example.com/$(id)/'}]
                security: [{key: []}]
                components: {securitySchemes: {key: {type: apiKey, in: header, name: 'X-$`k', x-swift-name: secretKey}}}
                paths:
                  /a/{p}:
                    post:
                      operationId: a
                      parameters:
                        - {name: p, in: path, required: true, schema: {type: string}, example: \(quoted)}
                        - {name: 'q[]&', in: query, required: true, schema: {type: array, items: {type: string}}, example: [\(quoted), x]}
                        - {name: X-H, in: header, required: true, schema: {type: string}, example: \(quoted)}
                      requestBody: {required: true, content: {application/json: {schema: {type: object}, example: {k: \(quoted)}}}}
                      responses: {'204': {description: OK}}

                """.utf8)
        }
        let command = try #require(Explanation("a", in: subject.document, api: subject.api)).curl
        let (calls, status, error) = try arguments(of: [command], environment: ["HOSTILE_SECRET_KEY": "s"])
        #expect(status == 0, "\(error)")
        let call = try #require(calls.first)
        #expect(call.contains("X-$`k: s") && call.contains("X-H: \(hostile)"), "\(call)")
        let body = try #require(call.firstIndex(of: "--data-raw").map { call[$0 + 1] })
        #expect(try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: String] == ["k": hostile])
        let url = try #require(call.last)
        #expect(url.hasPrefix("https://example.com/$(id)/a/"))
        #expect(url.removingPercentEncoding == "https://example.com/$(id)/a/\(hostile)?q[]&=\(hostile)&q[]&=x", "\(url)")
    }

    @Test("A list that is one query item is joined as its style says, with only its separating commas as they are")
    func joinedLists() throws {
        let schema = "schema: {type: array, items: {type: string}}, example: ['a,b', 'c d']"
        let subject = try Subject { _ in
            Array(
                """
                openapi: 3.1.0
                info: {title: T, version: v}
                servers: [{url: 'https://example.com'}]
                paths:
                  /a:
                    get:
                      operationId: a
                      parameters:
                        - {name: commas, in: query, required: true, explode: false, \(schema)}
                        - {name: spaces, in: query, required: true, style: spaceDelimited, explode: false, \(schema)}
                        - {name: pipes, in: query, required: true, style: pipeDelimited, explode: false, \(schema)}
                        - {name: each, in: query, required: true, \(schema)}
                      responses: {'204': {description: OK}}

                """.utf8)
        }
        let command = try #require(Explanation("a", in: subject.document, api: subject.api)).curl
        let call = try #require(try arguments(of: [command], environment: [:]).calls.first)
        #expect(
            call.last
                == "https://example.com/a?commas=a%2Cb,c%20d&spaces=a%2Cb%20c%20d&pipes=a%2Cb%7Cc%20d&each=a%2Cb&each=c%20d")
    }

    @Test(
        "Names become constants",
        arguments: [("policyId", "POLICY_ID"), ("page-size", "PAGE_SIZE"), ("Clockify", "CLOCKIFY"), ("", "VALUE"), ("é", "VALUE")])
    func namesBecomeConstants(name: String, expected: String) {
        #expect(SampleMaker.constant(name) == expected)
    }
}

import Foundation
import Testing

/// A tool of this package, run as users run it.
struct Tool {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs a tool in a folder and returns its output.
    static func run(_ arguments: [String], of name: String = "spec", in folder: URL) throws -> Outcome {
        let tool = Process()
        tool.executableURL = products.appendingPathComponent(name)
        tool.arguments = arguments
        tool.currentDirectoryURL = folder
        // Files instead of pipes: a pipe could fill up while the other one is read.
        let output = folder.appendingPathComponent(".output-\(UUID().uuidString)")
        let errors = folder.appendingPathComponent(".errors-\(UUID().uuidString)")
        for file in [output, errors] { try Data().write(to: file) }
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
        tool.standardInput = FileHandle.nullDevice
        tool.standardOutput = try FileHandle(forWritingTo: output)
        tool.standardError = try FileHandle(forWritingTo: errors)
        try tool.run()
        tool.waitUntilExit()
        try #require(tool.terminationReason == .exit, "the tool crashed")
        return Outcome(
            status: tool.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    /// The folder of the package's built products, next to the tests.
    private static var products: URL {
        #if os(macOS)
        let bundle = Foundation.Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        return (bundle ?? .main).bundleURL.deletingLastPathComponent()
        #else
        return Foundation.Bundle.main.bundleURL
        #endif
    }
}

/// A folder that exists while a test runs.
struct Scratch: ~Copyable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("spec-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, to path: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ path: String) throws -> String { try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8) }

    func names(in path: String = ".") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(path).path).sorted()
    }

    /// Runs git in the folder.
    func git(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.test", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]
            + arguments
        process.currentDirectoryURL = url
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "git \(arguments)")
    }

    func run(_ arguments: String...) throws -> Tool.Outcome { try Tool.run(arguments, in: url) }
}

/// A spec with one operation in two files.
enum Small {
    static let document = """
        openapi: 3.1.0
        info: {title: Small, version: v1, description: To try the tool with.}
        servers: [{url: https://example.com}]
        security: [{key: []}]
        tags: [{name: Thing, x-swift-name: things}]
        paths:
          /things: {$ref: 'Things.yaml#/paths/~1things'}
        components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key, description: The key.}}}

        """
    static let section = """
        paths:
          /things:
            get:
              tags: [Thing]
              operationId: listThings
              x-swift-name: list
              summary: All things
              responses:
                '200': {description: OK, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}}
        components:
          schemas:
            Thing: {type: object, description: A thing., required: [name], properties: {name: {type: string}}}

        """

    static func write(to scratch: borrowing Scratch, in folder: String = "spec") throws {
        try scratch.write(document, to: "\(folder)/openapi.yaml")
        try scratch.write(section, to: "\(folder)/Things.yaml")
    }
}

import Foundation
import Testing

/// The real compiler, which alone can prove that the generated code is valid Swift.
package struct Compiler {
    private let modules: URL
    /// The search paths of modules: those in Swift, and the C module of the runtime on Linux.
    private var search: [String] {
        ["-I", modules.path, "-I", modules.deletingLastPathComponent().appending(path: "ClockifyCurl.build").path]
    }

    /// Returns `nil` if no compiler is installed.
    package static func find() throws -> Compiler? {
        guard try run("swiftc", ["--version"]).status == 0 else {
            print("skipped: there is no swiftc in PATH, so that nothing proves that generated code compiles")
            return nil
        }
        let folder = try #require(buildFolder, "no folder above the tests' binary has the module ClockifyRuntime")
        return Compiler(modules: folder)
    }

    /// Returns the compiler's errors and warnings for generated sources.
    ///
    /// With `KEEP_GENERATED=1`, the sources are kept for inspection.
    package func complaints(about generated: Generated) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "generated-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let isKept = ProcessInfo.processInfo.environment["KEEP_GENERATED"] != nil
        if isKept { print("generated sources:", folder.path) }
        defer { if !isKept { try? FileManager.default.removeItem(at: folder) } }
        var files: [String] = []
        for (index, source) in generated.sources.sorted(by: { $0.key < $1.key }).enumerated() {
            let file = folder.appending(path: "Source\(index).swift")
            try Data(source.value.utf8).write(to: file)
            files.append(file.path)
        }
        let arguments = ["-typecheck", "-swift-version", "6", "-warnings-as-errors"] + search + files
        let result = try Compiler.run("swiftc", arguments)
        guard result.status != 0 else { return [] }
        let complaints = result.output.split(separator: "\n").filter { $0.contains("error:") || $0.contains("warning:") }
        return complaints.isEmpty ? [result.output] : complaints.prefix(30).map { $0.replacingOccurrences(of: folder.path, with: "") }
    }

    /// Returns the compiler's messages for each of the clients, by index. They use the module `FixtureAPI`, built from these sources.
    package func complaints(of clients: [String], using module: [String: String]) throws -> [Int: [String]] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "clients-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ text: String, to name: String) throws -> String {
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            return file.path
        }
        let sources = try module.sorted { $0.key < $1.key }.map { try write($0.value, to: "\($0.key).swift") }
        let product = folder.appending(path: "FixtureAPI.swiftmodule").path
        // Other tests compile the function bodies.
        let bodies = ["-Xfrontend", "-experimental-skip-all-function-bodies"]
        let emission = try Compiler.run(
            "swiftc",
            [
                "-emit-module", "-module-name", "FixtureAPI", "-o", product, "-parse-as-library", "-wmo", "-swift-version", "6",
            ]
                + search + bodies + sources)
        try #require(emission.status == 0, "\(emission.output)")
        return try complaints(of: clients, in: folder, search: search + ["-I", folder.path])
    }

    /// Returns the compiler's messages for each of these files, by index. The files may use every built module.
    package func complaints(of files: [String]) throws -> [Int: [String]] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try complaints(of: files, in: folder, search: search + moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] })
    }

    /// `true` if a module was built together with the tests. Modules behind traits may be missing.
    package func has(_ module: String) -> Bool {
        FileManager.default.fileExists(atPath: modules.appending(path: "\(module).swiftmodule").path)
    }

    /// The module maps of C modules that other modules depend on.
    private var moduleMaps: [String] {
        let build = modules.deletingLastPathComponent()
        let made = (try? FileManager.default.contentsOfDirectory(atPath: build.path)) ?? []
        let generated = made.filter { $0.hasSuffix(".build") }.map { build.appending(path: "\($0)/module.modulemap").path }
        let checkouts = build.deletingLastPathComponent().deletingLastPathComponent().appending(path: "checkouts")
        var maps = generated
        for package in (try? FileManager.default.contentsOfDirectory(atPath: checkouts.path)) ?? [] {
            for sources in [checkouts.appending(path: package), checkouts.appending(path: "\(package)/Sources")] {
                for target in (try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? [] {
                    maps.append(sources.appending(path: "\(target)/include/module.modulemap").path)
                }
            }
        }
        return maps.filter { FileManager.default.fileExists(atPath: $0) }.sorted()
    }

    private func complaints(of sources: [String], in folder: URL, search: [String]) throws -> [Int: [String]] {
        let files = try sources.enumerated().map { index, text in
            let file = folder.appending(path: "Client\(index).swift")
            try Data(text.utf8).write(to: file)
            return file.path
        }
        let check = try Compiler.run(
            "swiftc",
            ["-typecheck", "-parse-as-library", "-wmo", "-swift-version", "6", "-diagnostic-style", "llvm"] + search + files)
        var complaints: [Int: [String]] = [:]
        for line in check.output.split(separator: "\n") {
            guard let match = line.firstMatch(of: /Client(\d+)\.swift:\d+:\d+: error: (.*)/), let index = Int(match.1) else { continue }
            complaints[index, default: []].append(String(match.2))
        }
        try #require(check.status == 0 || !complaints.isEmpty, "\(check.output)")
        return complaints
    }

    /// Returns the symbol graph of a module that was built together with the tests: JSON for documentation tools.
    ///
    /// - Parameter extended: The module whose types are extended, for the graph of the module's extensions of them.
    package func symbolGraph(of module: String, extending extended: String? = nil, inheritsDocumentation: Bool = false) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(path: "symbols-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let info = try JSONDecoder().decode(TargetInfo.self, from: Data(try Compiler.run("swiftc", ["-print-target-info"]).output.utf8))
        var arguments = [
            "symbolgraph-extract", "-module-name", module, "-minimum-access-level", "public",
            "-skip-synthesized-members", "-target", info.target.triple, "-output-dir", folder.path,
        ]
        if !inheritsDocumentation { arguments.append("-skip-inherited-docs") }
        arguments += search
        #if os(macOS)
        let sdk = try Compiler.run("xcrun", ["--show-sdk-path"]).output
        arguments += ["-sdk", sdk.trimmingCharacters(in: .whitespacesAndNewlines)]
        #endif
        let result = try Compiler.run("swift", arguments)
        try #require(result.status == 0, "\(result.output)")
        return try Data(contentsOf: folder.appending(path: "\(module)\(extended.map { "@" + $0 } ?? "").symbols.json"))
    }

    private struct TargetInfo: Decodable {
        struct Target: Decodable { let triple: String }
        let target: Target
    }

    /// The modules that were built together with the tests.
    private static var buildFolder: URL? {
        let bundles = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.executableURL, Bundle.main.bundleURL].compactMap { $0 }
        let binaries = bundles + [URL(fileURLWithPath: CommandLine.arguments[0])]
        for binary in binaries.map({ $0.resolvingSymlinksInPath() }) {
            var folder = binary
            while folder.pathComponents.count > 1 {
                folder.deleteLastPathComponent()
                let modules = folder.appending(path: "Modules")
                if FileManager.default.fileExists(atPath: modules.appending(path: "ClockifyRuntime.swiftmodule").path) { return modules }
            }
        }
        return nil
    }

    private static func run(_ tool: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}

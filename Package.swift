// swift-tools-version: 6.2
import Foundation
import PackageDescription

let package = Package(
    name: "clockify-swift",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .library(name: "ClockifyAPI", targets: ["ClockifyAPI"]),
        .library(name: "ClockifyLegacyAPI", targets: ["ClockifyLegacyAPI"]),
        .library(name: "ClockifySandbox", targets: ["ClockifySandbox"]),
        .library(name: "ClockifySandboxServer", targets: ["ClockifySandboxServer"]),
        .library(name: "ClockifyRuntime", targets: ["ClockifyRuntime"]),
        .library(name: "ClockifyAddon", targets: ["ClockifyAddon"]),
        .library(name: "ClockifyAsyncHTTPClient", targets: ["ClockifyAsyncHTTPClient"]),
        .library(name: "ClockifyLogging", targets: ["ClockifyLogging"]),
        .library(name: "LocalTimeEntries", targets: ["LocalTimeEntries"]),
        .executable(name: "clockify-sandbox", targets: ["clockify-sandbox"]),
        .plugin(name: "GenerateClient", targets: ["GenerateClient"]),
    ],
    traits: [
        .trait(name: "Addon", description: "The product ClockifyAddon: tokens and lifecycle of add-ons, verified by swift-crypto."),
        .trait(name: "AsyncHTTPClient", description: "The product ClockifyAsyncHTTPClient: calls carried by AsyncHTTPClient."),
        .trait(name: "Logging", description: "The product ClockifyLogging: calls told to swift-log, without their secrets."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        // Built only for ClockifySandboxServer and the trait AsyncHTTPClient.
        .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
        // Behind traits: resolved and built only where a user asks for them.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.7.1"),
    ],
    targets: [
        // Generator: host tools, never linked into a user's program.
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "GeneratorYAML", dependencies: ["CLibYAML"], path: "Generator/YAML"),
        .target(name: "GeneratorFiles", dependencies: ["GeneratorYAML"], path: "Generator/Files"),
        .target(name: "GeneratorJSONPath", dependencies: ["GeneratorYAML"], path: "Generator/JSONPath"),
        .target(name: "GeneratorOverlay", dependencies: ["GeneratorYAML", "GeneratorJSONPath"], path: "Generator/Overlay"),
        .target(name: "GeneratorOpenAPI", dependencies: ["GeneratorYAML", "GeneratorOverlay"], path: "Generator/OpenAPI"),
        .target(name: "GeneratorSwiftAPI", dependencies: ["GeneratorOpenAPI"], path: "Generator/SwiftAPI"),
        .target(name: "GeneratorSwiftSource", dependencies: ["GeneratorSwiftAPI"], path: "Generator/SwiftSource"),
        .target(
            name: "GeneratorCatalog", dependencies: ["GeneratorOpenAPI", "GeneratorSwiftSource"], path: "Generator/Catalog"),
        .target(
            name: "GeneratorDiff",
            dependencies: ["GeneratorYAML", "GeneratorOpenAPI", "GeneratorSwiftAPI", "GeneratorSwiftSource"],
            path: "Generator/Diff"),
        .target(
            name: "GeneratorLint", dependencies: ["GeneratorYAML", "GeneratorOpenAPI", "GeneratorOutline", "GeneratorSwiftAPI"],
            path: "Generator/Lint"),
        .target(name: "GeneratorOutline", dependencies: ["GeneratorYAML", "GeneratorOpenAPI"], path: "Generator/Outline"),
        .target(
            name: "GeneratorExplain",
            dependencies: [
                "GeneratorYAML", "GeneratorOpenAPI", "GeneratorSwiftAPI", "GeneratorSwiftSource", "GeneratorLint",
            ],
            path: "Generator/Explain"),
        .target(
            name: "GeneratorBundle", dependencies: ["GeneratorYAML", "GeneratorOpenAPI", "GeneratorOutline"], path: "Generator/Bundle"),
        .target(
            name: "GeneratorCarry",
            dependencies: ["GeneratorYAML", "GeneratorOpenAPI", "GeneratorSwiftAPI", "GeneratorDiff", "GeneratorBundle"],
            path: "Generator/Carry"),
        // For people: not built by the plugin.
        .target(
            name: "GeneratorSurface", dependencies: ["GeneratorSwiftAPI", "GeneratorSwiftSource"], path: "Generator/Surface"),
        .executableTarget(
            name: "clockify-generate",
            dependencies: ["GeneratorFiles", "GeneratorOpenAPI", "GeneratorSwiftAPI", "GeneratorSwiftSource", "GeneratorCatalog"],
            path: "Generator/generate"),

        .plugin(name: "GenerateClient", capability: .buildTool(), dependencies: ["clockify-generate"]),
        // For this package's own tests.
        .executableTarget(
            name: "clockify-samples",
            dependencies: ["GeneratorYAML", "GeneratorOpenAPI", "GeneratorSwiftAPI", "GeneratorSwiftSource"], path: "Generator/samples"),
        .plugin(name: "GenerateSamples", capability: .buildTool(), dependencies: ["clockify-samples"]),

        // What a user's program has.
        .target(name: "ClockifyCurl"),
        .target(
            name: "ClockifyRuntime",
            dependencies: [
                .target(name: "ClockifyCurl", condition: .when(platforms: [.linux])),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HTTPTypesFoundation", package: "swift-http-types"),
            ]),
        // Empty without their traits.
        .target(
            name: "ClockifyAsyncHTTPClient",
            dependencies: [
                "ClockifyRuntime",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "AsyncHTTPClient", package: "async-http-client", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClient"])),
            ]),
        .target(
            name: "ClockifyLogging",
            dependencies: [
                "ClockifyRuntime",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Logging"])),
            ]),
        .target(name: "ClockifyAPI", dependencies: ["ClockifyRuntime"], exclude: ["GenerateClient.json"], plugins: ["GenerateClient"]),

        // Has no verifier without its trait.
        .target(
            name: "ClockifyAddon",
            dependencies: [
                "ClockifyAPI",
                .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Addon"])),
                .product(name: "CryptoExtras", package: "swift-crypto", condition: .when(traits: ["Addon"])),
            ]),
        .target(
            name: "ClockifyLegacyAPI", dependencies: ["ClockifyRuntime"], exclude: ["GenerateClient.json"], plugins: ["GenerateClient"]),
        .target(name: "ClockifyLegacyCatalog", exclude: ["GenerateClient.json"], plugins: ["GenerateClient"]),
        .target(
            name: "ClockifySandbox",
            dependencies: ["ClockifyAPI", "ClockifyLegacyCatalog", .product(name: "HTTPTypes", package: "swift-http-types")],
            exclude: ["GenerateClient.json"], plugins: ["GenerateClient"]),
        .target(
            name: "ClockifySandboxServer",
            dependencies: [
                "ClockifySandbox",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .executableTarget(
            name: "clockify-sandbox", dependencies: ["ClockifySandbox", "ClockifySandboxServer"], path: "Sources/ClockifySandboxCommand"),
        // An example that README shows.
        .target(name: "LocalTimeEntries", dependencies: ["ClockifyAPI"]),
        .executableTarget(name: "clockify-demo", dependencies: ["ClockifyAPI", "ClockifySandboxServer"], path: "Sources/ClockifyDemo"),

        // How the repository is laid out.
        .testTarget(
            name: "RepositoryTests",
            dependencies: [
                "ClockifyAPI", "ClockifyLegacyAPI", "ClockifySandbox", "ClockifyAddon", "ClockifyLogging", "GeneratorLint",
                "GeneratorTestSupport",
                "GoldenClient",
            ]),
        .testTarget(name: "GeneratorYAMLTests", dependencies: ["GeneratorYAML"]),
        .testTarget(name: "GeneratorJSONPathTests", dependencies: ["GeneratorJSONPath", "GeneratorYAML"]),
        .testTarget(name: "GeneratorOverlayTests", dependencies: ["GeneratorOverlay", "GeneratorYAML"]),
        .testTarget(name: "GeneratorLintTests", dependencies: ["GeneratorLint", "GeneratorOpenAPI"]),
        .testTarget(
            name: "GeneratorExplainTests",
            dependencies: ["GeneratorExplain", "GeneratorLint", "GeneratorOpenAPI", "GeneratorSwiftAPI", "GeneratorYAML"]),
        .testTarget(
            name: "GeneratorBundleTests",
            dependencies: ["GeneratorBundle", "GeneratorSwiftAPI", "GeneratorSwiftSource", "RepeatableNumbers"]),
        .testTarget(
            name: "GeneratorTests",
            dependencies: [
                "GeneratorOpenAPI", "GeneratorSwiftAPI", "GeneratorSwiftSource", "GeneratorSurface", "GeneratorTestSupport", "GoldenClient",
                "ClockifyRuntime", "RepeatableNumbers",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            exclude: ["Documents", "Snippets"]),
        // A spec taken through the generator, and the compiler's word on what comes out.
        .target(
            name: "GeneratorTestSupport",
            dependencies: ["GeneratorOpenAPI", "GeneratorSwiftAPI", "GeneratorSwiftSource", "ClockifyRuntime"],
            path: "Tests/GeneratorTestSupport"),
        // For tests that make things up, so that a failure repeats.
        .target(name: "RepeatableNumbers", path: "Tests/RepeatableNumbers"),
        // The golden files of the generator's tests, compiled.
        .target(name: "GoldenClient", dependencies: ["ClockifyRuntime"], path: "Tests/GoldenClient", exclude: ["Spec"]),
        .testTarget(
            name: "GeneratorDiffTests",
            dependencies: [
                "GeneratorDiff", "GeneratorOpenAPI", "GeneratorOutline", "GeneratorSurface", "GeneratorSwiftAPI", "GeneratorTestSupport",
                "GeneratorYAML", "RepeatableNumbers",
            ],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "GeneratorCarryTests",
            dependencies: [
                "GeneratorCarry", "GeneratorBundle", "GeneratorDiff", "GeneratorOpenAPI", "GeneratorSurface", "GeneratorSwiftAPI",
                "GeneratorTestSupport", "GeneratorYAML", "RepeatableNumbers",
            ]),
        .testTarget(
            name: "DocumentationTests", dependencies: ["GeneratorOpenAPI", "GeneratorYAML"],
            exclude: ["Extraction", "Fixtures", "extract-facts"]),
        .testTarget(name: "ClockifyRuntimeTests", dependencies: ["ClockifyRuntime"]),
        // What the tests of both pages hold samples, calls and constraints against.
        .target(name: "DocumentedSamples", dependencies: ["ClockifyRuntime", "ClockifySandbox"], path: "Tests/DocumentedSamples"),
        // Requests by hand, and a clock by hand.
        .target(
            name: "SandboxTestSupport",
            dependencies: ["ClockifyAPI", "ClockifySandbox", .product(name: "HTTPTypes", package: "swift-http-types")],
            path: "Tests/SandboxTestSupport"),
        .target(name: "TestServer", dependencies: ["ClockifyRuntime"], path: "Tests/TestServer"),
        .executableTarget(
            name: "clockify-soak",
            dependencies: ["ClockifyAPI", "ClockifyAsyncHTTPClient", "ClockifySandboxServer", "RepeatableNumbers", "TestServer"],
            path: "Tests/Soak"),
        // Over sockets, whatever carries the calls; with the traits, over AsyncHTTPClient too.
        .testTarget(
            name: "ClockifyTransportTests",
            dependencies: [
                "ClockifyAPI", "ClockifyAsyncHTTPClient", "ClockifyLogging", "ClockifySandbox", "ClockifySandboxServer", "TestServer",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Logging"])),
                .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClient"])),
            ],
            exclude: ["FOUNDATIONNETWORKING.md"]),
        .testTarget(
            name: "ClockifyAPITests",
            dependencies: [
                "ClockifyAPI", "ClockifySandbox", "ClockifySandboxServer", "DocumentedSamples", "LocalTimeEntries", "SandboxTestSupport",
            ],
            exclude: ["GenerateSamples.json"], plugins: ["GenerateSamples"]),
        .testTarget(
            name: "ClockifySandboxTests",
            dependencies: [
                "ClockifyAPI", "ClockifySandbox", "ClockifySandboxServer", "DocumentedSamples", "SandboxTestSupport", "TestServer",
                "clockify-sandbox",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .testTarget(
            name: "ClockifyAddonTests",
            dependencies: [
                "ClockifyAddon", .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Addon"])),
                .product(name: "CryptoExtras", package: "swift-crypto", condition: .when(traits: ["Addon"])),
            ]),
        .testTarget(
            name: "ClockifyLegacyAPITests",
            dependencies: [
                "ClockifyAPI", "ClockifyLegacyAPI", "ClockifySandbox", "ClockifySandboxServer", "DocumentedSamples",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            exclude: ["GenerateSamples.json"], plugins: ["GenerateSamples"]),
    ]
)

// What only this repository's own developers need: `swift package spec`, and the documentation's site.
//
// SwiftPM resolves every dependency that a manifest names, whether it is built or not. So a manifest that is read as a dependency (in
// a repository without files at first, then in a folder of checkouts beside one of repositories) does not name them.
// A trait would hide them as well, but every command would need it (`swift package --traits … spec`), and every source an `#if`.
// A nested package cannot use declarations of the generator with `package` access.
let folder = URL(fileURLWithPath: Context.packageDirectory)
let parent = folder.deletingLastPathComponent()
let isDependency =
    folder.path == "/"
    || parent.lastPathComponent == "checkouts"
        && FileManager.default.fileExists(atPath: parent.deletingLastPathComponent().appendingPathComponent("repositories").path)
if !isDependency {
    package.dependencies += [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ]
    package.targets += [
        .executableTarget(
            name: "spec",
            dependencies: [
                "GeneratorYAML", "GeneratorFiles", "GeneratorOpenAPI", "GeneratorSwiftAPI", "GeneratorSwiftSource", "GeneratorLint",
                "GeneratorBundle", "GeneratorExplain", "GeneratorSurface", "GeneratorDiff", "GeneratorCarry",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Generator/spec"),
        .testTarget(name: "SpecTests", dependencies: ["spec", "clockify-generate"]),
        .plugin(
            name: "Spec",
            capability: .command(intent: .custom(verb: "spec", description: "Checks, compares and explains the spec; see README")),
            dependencies: ["spec"]),
    ]
}

// Tests are built as a stranger's code would be.
for target in package.targets where [.regular, .executable].contains(target.type) && target.path?.hasPrefix("Tests/") != true {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
    // libyaml and libcurl hand out pointers.
    if !["GeneratorYAML", "ClockifyRuntime", "ClockifyCurl"].contains(target.name) { target.swiftSettings?.append(.strictMemorySafety()) }
}

// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "clockify-swift",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .library(name: "ClockifyAPI", targets: ["ClockifyAPI"]),
        .library(name: "ClockifyRuntime", targets: ["ClockifyRuntime"]),
        .plugin(name: "GenerateClient", targets: ["GenerateClient"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0")
    ],
    targets: [
        // Generator: host tools, never linked into a user's program.
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "GeneratorYAML", dependencies: ["CLibYAML"], path: "Generator/YAML"),
        .target(name: "GeneratorOpenAPI", dependencies: ["GeneratorYAML"], path: "Generator/OpenAPI"),
        .target(name: "GeneratorSwiftAPI", dependencies: ["GeneratorOpenAPI"], path: "Generator/SwiftAPI"),
        .target(name: "GeneratorSwiftSource", dependencies: ["GeneratorSwiftAPI"], path: "Generator/SwiftSource"),
        .executableTarget(
            name: "clockify-generate", dependencies: ["GeneratorOpenAPI", "GeneratorSwiftAPI", "GeneratorSwiftSource"],
            path: "Generator/generate"),

        .plugin(name: "GenerateClient", capability: .buildTool(), dependencies: ["clockify-generate"]),

        // What a user's program has.
        .target(
            name: "ClockifyRuntime",
            dependencies: [
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HTTPTypesFoundation", package: "swift-http-types"),
            ]),
        .target(name: "ClockifyAPI", dependencies: ["ClockifyRuntime"], exclude: ["GenerateClient.json"], plugins: ["GenerateClient"]),

        .testTarget(name: "GeneratorYAMLTests", dependencies: ["GeneratorYAML"]),
        .testTarget(name: "ClockifyRuntimeTests", dependencies: ["ClockifyRuntime"]),
    ]
)

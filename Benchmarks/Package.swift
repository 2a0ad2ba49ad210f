// swift-tools-version: 6.2
import PackageDescription

// A separate package, so that users of the library neither resolve nor build any of it. Run it with `Benchmarks/run`.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "clockify-swift", path: ".."),
        .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
    ],
    targets: [
        .executableTarget(
            name: "benchmark",
            dependencies: [
                "TimeEntrySamples", .product(name: "ClockifyAPI", package: "clockify-swift"),
                .product(name: "ClockifySandbox", package: "clockify-swift"),
                .product(name: "ClockifySandboxServer", package: "clockify-swift"),
            ],
            path: "Sources/Benchmark"),
        .executableTarget(
            name: "loopback-server",
            dependencies: [
                "TimeEntrySamples", .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "Sources/LoopbackServer"),
        .target(name: "TimeEntrySamples"),
        .executableTarget(name: "parse-yaml", path: "Sources/ParseYAML", linkerSettings: [.linkedLibrary("yaml")]),
    ]
)

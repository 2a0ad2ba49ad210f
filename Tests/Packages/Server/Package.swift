// swift-tools-version: 6.2
import PackageDescription

// A server of someone else's that calls the API over AsyncHTTPClient, logs and traces.
let package = Package(
    name: "Server",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "clockify-swift", path: "../../..", traits: ["AsyncHTTPClient", "Logging"]),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.7.1"),
    ],
    targets: [
        .executableTarget(
            name: "Server",
            dependencies: [
                .product(name: "ClockifyAPI", package: "clockify-swift"),
                .product(name: "ClockifyAsyncHTTPClient", package: "clockify-swift"),
                .product(name: "ClockifyLogging", package: "clockify-swift"),
                .product(name: "ClockifySandboxServer", package: "clockify-swift"),
                .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ])
    ]
)

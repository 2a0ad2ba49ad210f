// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Examples",
    platforms: [.macOS(.v14), .iOS(.v17)],
    dependencies: [
        .package(name: "clockify-swift", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
    ],
    targets: [
        // A timer for the command line: `swift run timer start "Write the docs"`.
        .executableTarget(
            name: "timer",
            dependencies: [
                .product(name: "ClockifyAPI", package: "clockify-swift"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Timer"),
        // The hours of a month as CSV: `swift run report-to-csv 2026-01 > january.csv`.
        .executableTarget(
            name: "report-to-csv",
            dependencies: [
                .product(name: "ClockifyAPI", package: "clockify-swift"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/ReportToCSV"),
        // A server that verifies webhooks before it uses them: `swift run webhook-server`.
        .executableTarget(
            name: "webhook-server",
            dependencies: [
                .product(name: "ClockifyAPI", package: "clockify-swift"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "Sources/WebhookServer"),
        // A copy of time entries in a file, updated with each run: `swift run local-copy entries.json`.
        .executableTarget(
            name: "local-copy",
            dependencies: [
                .product(name: "ClockifyAPI", package: "clockify-swift"),
                .product(name: "LocalTimeEntries", package: "clockify-swift"),
            ],
            path: "Sources/LocalCopy"),
        // A view and its model, on Apple platforms.
        .target(name: "TimerView", dependencies: [.product(name: "ClockifyAPI", package: "clockify-swift")]),
        .testTarget(
            name: "ExamplesTests",
            dependencies: [
                "timer", "report-to-csv", "webhook-server", "local-copy",
                .product(name: "ClockifySandbox", package: "clockify-swift"),
            ]),
    ]
)

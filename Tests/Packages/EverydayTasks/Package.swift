// swift-tools-version: 6.2
import PackageDescription

// What people do with the API every day, a few lines each, as someone writes them who has read README and the guides. They run against
// the sandbox. The traits are those of the package Server, whose build this one shares.
let package = Package(
    name: "EverydayTasks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "clockify-swift", path: "../../..", traits: ["AsyncHTTPClient", "Logging"]),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.7.1"),
    ],
    targets: [
        .testTarget(
            name: "EverydayTasksTests",
            dependencies: [
                .product(name: "ClockifyAPI", package: "clockify-swift"),
                .product(name: "ClockifyLegacyAPI", package: "clockify-swift"),
                .product(name: "ClockifyLogging", package: "clockify-swift"),
                .product(name: "ClockifySandbox", package: "clockify-swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ])
    ]
)

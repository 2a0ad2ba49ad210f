// swift-tools-version: 6.2
import PackageDescription

// A package of someone else's that has the client of a foreign API generated: its document is left as the vendor wrote it. An overlay
// decides the names, and a choice of operations leaves out one that cannot be generated.
let package = Package(
    name: "Overlaid",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "clockify-swift", path: "../../..")],
    targets: [
        .target(
            name: "Weather",
            dependencies: [.product(name: "ClockifyRuntime", package: "clockify-swift")],
            exclude: ["OpenAPI", "GenerateClient.json"],
            plugins: [.plugin(name: "GenerateClient", package: "clockify-swift")]),
        .executableTarget(name: "Forecaster", dependencies: ["Weather"]),
    ]
)

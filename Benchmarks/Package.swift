// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that no user of the library resolves or builds any of it. `Benchmarks/run` runs it.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "clockify-swift", path: ".."),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .executableTarget(
            name: "benchmark", dependencies: ["TimeEntrySamples", .product(name: "ClockifyAPI", package: "clockify-swift")],
            path: "Sources/Benchmark"),
        .executableTarget(
            name: "loopback-server",
            dependencies: [
                "TimeEntrySamples", .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            path: "Sources/LoopbackServer"),
        .target(name: "TimeEntrySamples"),
    ]
)

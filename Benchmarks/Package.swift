// swift-tools-version: 6.2
import PackageDescription

// A separate package, so that users of the library neither resolve nor build any of it. Run it with `Benchmarks/run`.
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

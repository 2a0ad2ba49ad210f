// swift-tools-version: 6.2
import PackageDescription

// A package of someone else's that calls the API. It needs nothing but the product ClockifyAPI.
let package = Package(
    name: "Consumer",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "clockify-swift", path: "../../..")],
    targets: [
        .executableTarget(name: "Consumer", dependencies: [.product(name: "ClockifyAPI", package: "clockify-swift")])
    ]
)

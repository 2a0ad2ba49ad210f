// swift-tools-version: 6.2
import PackageDescription

// A package of someone else's that has the client of an API of its own generated.
let package = Package(
    name: "OwnSpec",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "clockify-swift", path: "../../..")],
    targets: [
        .target(
            name: "Library",
            dependencies: [.product(name: "ClockifyRuntime", package: "clockify-swift")],
            exclude: ["OpenAPI"],
            // The strictest settings that a module may have.
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"), .strictMemorySafety(), .treatAllWarnings(as: .error),
            ],
            plugins: [.plugin(name: "GenerateClient", package: "clockify-swift")]),
        .executableTarget(name: "Librarian", dependencies: ["Library"]),
    ]
)

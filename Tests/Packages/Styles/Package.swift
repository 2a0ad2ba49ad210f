// swift-tools-version: 6.2
import PackageDescription

// APIs of our own making, each in the style of a public one; a document and a test for each.
let apis = [
    "Archive", "Atlas", "Attic", "Beacon", "Fleet", "Forge", "Gauntlet", "Nimbus", "Parrot", "Playroom", "Rolodex", "Switchboard", "Tavern",
    "Tollgate", "Vault",
]

let package = Package(
    name: "Styles",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "clockify-swift", path: "../../.."),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: apis.map {
        .target(
            name: $0,
            dependencies: [.product(name: "ClockifyRuntime", package: "clockify-swift")],
            exclude: ["OpenAPI"] + ($0 == "Tavern" ? ["GenerateClient.json"] : $0 == "Archive" ? ["make-document"] : []),
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"), .strictMemorySafety(), .treatAllWarnings(as: .error),
            ],
            plugins: [.plugin(name: "GenerateClient", package: "clockify-swift")])
    } + [
        .testTarget(
            name: "StylesTests",
            dependencies: apis.map { .byName(name: $0) } + [
                .product(name: "ClockifyRuntime", package: "clockify-swift"), .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: [.treatAllWarnings(as: .error)])
    ]
)

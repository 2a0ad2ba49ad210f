import Foundation
import Testing

@Suite("Folder order in CONTRIBUTING.md")
struct FolderOrderTests {
    static let modules = ["Sources/ClockifyRuntime", "Sources/ClockifySandbox", "Generator/SwiftAPI"]

    @Test("No folder uses a name that a later folder declares", arguments: modules)
    func order(module: String) throws {
        let order = try FolderOrder.listed(for: module)
        let sources = try SourceFile.all(in: module)
        #expect(!sources.isEmpty)
        #expect(Set(sources.map(\.folder)) == Set(order), "CONTRIBUTING.md lists every folder, and no other")
        #expect(FolderOrder.violations(in: sources, order: order) == [])
    }

    @Test("The generator runs the steps of SwiftAPI in the order of their folders")
    func steps() throws {
        let module = "Generator/SwiftAPI"
        let order = try FolderOrder.listed(for: module)
        let sources = try SourceFile.all(in: module)
        let builder = try #require(sources.first { $0.name == "APIBuilder.swift" })
        let steps = FolderOrder.homes(of: builder.createdValues, in: sources)
        #expect(Set(steps).isSuperset(of: ["Resolutions", "Directions", "Shapes", "Exports", "Types", "Methods", "Finishing"]))
        #expect(steps == order.flatMap { folder in steps.filter { $0 == folder } })
    }

    @Test("A step before one that it needs is found")
    func stepsInAnotherOrder() {
        let sources = [
            SourceFile(folder: "First", name: "A.swift", text: "struct A {}"),
            SourceFile(folder: "Second", name: "B.swift", text: "enum B {}"),
        ]
        let builder = SourceFile(folder: ".", name: "C.swift", text: "let b = B.run()\nvar a = A(b)\nlet c = unknown(a)\n")
        #expect(FolderOrder.homes(of: builder.createdValues, in: sources) == ["Second", "First"])
    }

    @Test("A name of a later folder is found, except in a comment or string")
    func violations() {
        let sources = [
            SourceFile(folder: "First", name: "A.swift", text: "struct A { let b: B } // not C\nlet text = \"C\"\n"),
            SourceFile(folder: "Second", name: "B.swift", text: "public struct B {}\n@MainActor final class C { let a: A }\n"),
        ]
        #expect(FolderOrder.violations(in: sources, order: ["First", "Second"]) == ["First/A.swift mentions B of Second"])
        #expect(FolderOrder.violations(in: sources, order: ["Second", "First"]) == ["Second/B.swift mentions A of First"])
    }
}

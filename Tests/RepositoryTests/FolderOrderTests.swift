import Foundation
import Testing

@Suite("Folder order in CONTRIBUTING.md")
struct FolderOrderTests {
    static let modules = ["Sources/ClockifyRuntime", "Sources/ClockifySandbox"]

    @Test("No folder uses a name that a later folder declares", arguments: modules)
    func order(module: String) throws {
        let order = try FolderOrder.listed(for: module)
        let sources = try SourceFile.all(in: module)
        #expect(!sources.isEmpty)
        #expect(Set(sources.map(\.folder)) == Set(order), "CONTRIBUTING.md lists every folder, and no other")
        #expect(FolderOrder.violations(in: sources, order: order) == [])
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

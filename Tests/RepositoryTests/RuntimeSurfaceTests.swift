#if os(Linux)
import Foundation
import GeneratorTestSupport
import Testing

/// A committed list contains every public declaration of the runtime, so that a pull request shows additions and removals.
///
/// To update the list, run `UPDATE_SURFACE=1 swift test --enable-all-traits --filter RuntimeSurfaceTests`.
@Suite struct RuntimeSurfaceTests {
    @Test("The committed list of the runtime's public API is up to date")
    func committedListing() throws {
        guard let compiler = try Compiler.find() else { return }
        let graph = try JSONDecoder().decode(SymbolGraph.self, from: compiler.symbolGraph(of: "ClockifyRuntime"))
        let lines = graph.lines
        let text = lines.sorted().joined(separator: "\n") + "\n"
        let file = Fixtures.specs.deletingLastPathComponent().appending(path: "Sources/ClockifyRuntime.surface.txt")
        if ProcessInfo.processInfo.environment["UPDATE_SURFACE"] != nil { try Data(text.utf8).write(to: file) }
        let committed = Set(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init))
        #expect(lines.count > 300)
        #expect(lines.subtracting(committed).sorted() == [], "these are public and not listed; run with UPDATE_SURFACE=1")
        #expect(committed.subtracting(lines).sorted() == [], "these are listed and no longer public; run with UPDATE_SURFACE=1")
    }
}
#endif

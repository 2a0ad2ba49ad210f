import Foundation
import Testing

/// `spec surface` updates the committed listing, and reports a stale one.
@Suite struct SurfaceCommandTests {
    @Test("The listing is written next to the spec and is then up to date")
    func listingIsWritten() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        let missing = try scratch.run("surface", "--check", "spec")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("spec/surface.txt:1:1: error: the listing of the Swift API does not exist yet"), "\(missing)")
        #expect(try scratch.run("surface", "--write", "spec").status == 0)
        let listing = try scratch.read("spec/surface.txt")
        #expect(listing.contains("Small.Operations.Things: func list() async throws(APIFailure) -> [Small.Thing]\n"), "\(listing)")
        let check = try scratch.run("surface", "--check", "spec/openapi.yaml")
        #expect(check.status == 0 && check.output.isEmpty && check.errors.isEmpty, "\(check)")
        #expect(try scratch.run("surface", "spec").output == listing)
        #expect(try scratch.run("surface", "--write", "spec").output == "spec/surface.txt: as before\n")
    }

    @Test("A stale listing is shown line by line and exits with 1")
    func staleListing() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        _ = try scratch.run("surface", "--write", "spec")
        try scratch.write(Small.section.replacingOccurrences(of: "x-swift-name: list", with: "x-swift-name: find"), to: "spec/Things.yaml")
        let outcome = try scratch.run("surface", "--check", "spec")
        #expect(outcome.status == 1)
        #expect(
            outcome.output.split(separator: "\n").map { String($0.prefix(50)) }
                == ["+ Small.Operations.Things: func find() async throws", "- Small.Operations.Things: func list() async throws"]
                .map { String($0.prefix(50)) }, "\(outcome)")
        #expect(
            outcome.errors
                == "spec/surface.txt:1:1: error: the listing of the Swift API is stale: lines gone: 1, new: 1; `spec surface --write` mends it\n"
        )
    }

    @Test("A listing that cannot be read or written exits with 2")
    func unusableListing() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        try FileManager.default.createDirectory(
            at: scratch.url.appendingPathComponent("spec/surface.txt"), withIntermediateDirectories: true)
        for option in ["--check", "--write"] {
            let outcome = try scratch.run("surface", option, "spec")
            #expect(outcome.status == 2 && outcome.errors.hasPrefix("error: cannot "), "\(outcome)")
        }
        #expect(try scratch.run("surface", "--check", "--write", "spec").status == 64)
    }
}

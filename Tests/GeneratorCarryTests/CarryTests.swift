import Foundation
import GeneratorBundle
import GeneratorCarry
import GeneratorDiff
import GeneratorOpenAPI
import GeneratorSurface
import GeneratorSwiftAPI
import GeneratorTestSupport
import GeneratorYAML
import Testing

@Suite("The decisions of a spec are carried to another document of the same service")
struct CarryTests {
    /// One of the two specs, with the surface of its client.
    struct Spec {
        let side: CarrySide
        let surface: [String]
        let diagnostics: [String]

        init(_ document: String, files: SpecificationFiles, diagnostics: Diagnostics) throws {
            let read = try #require(Document.read(document, from: files, diagnostics: diagnostics))
            let api = API(of: read, diagnostics: diagnostics)
            side = CarrySide(document: read, api: api, files: files)
            surface = Surface(of: api).text.split(separator: "\n").map(String.init)
            self.diagnostics = diagnostics.all.map(\.description)
        }
    }

    private func spec(_ folder: String) throws -> Spec {
        let texts = try Fixtures.texts(in: Fixtures.specs.appending(path: folder))
        let diagnostics = Diagnostics()
        let files = SpecificationFiles(diagnostics: diagnostics) { file in
            guard let text = texts[file] else { throw NoSuchFile() }
            return Array(text.utf8)
        }
        return try Spec("openapi.yaml", files: files, diagnostics: diagnostics)
    }

    private func bundle(_ folder: String) throws -> DocumentValue {
        let texts = try Fixtures.texts(in: Fixtures.specs.appending(path: folder))
        let diagnostics = Diagnostics()
        let files = SpecificationFiles(diagnostics: diagnostics) { file in
            guard let text = texts[file] else { throw NoSuchFile() }
            return Array(text.utf8)
        }
        return try #require(Bundle(document: "openapi.yaml", from: files, diagnostics: diagnostics)).root
    }

    /// - Parameter overlay: The text of an overlay to apply.
    private func spec(of document: DocumentValue, overlay: String? = nil) throws -> Spec {
        let text = YAMLWriter.text(of: document)
        let diagnostics = Diagnostics()
        let file = overlay.map { Overlays.File(path: "/spec/names.overlay.yaml", displayName: "names.overlay.yaml", bytes: Array($0.utf8)) }
        let overlays = Overlays([file].compactMap(\.self), for: "new.yaml", in: "/spec", diagnostics: diagnostics)
        let files = SpecificationFiles(diagnostics: diagnostics, overlays: overlays) { _ in Array(text.utf8) }
        return try Spec("new.yaml", files: files, diagnostics: diagnostics)
    }

    @Test(
        "Against the same service laid out by somebody else, nothing is left to decide, and the client is the same line for line.",
        arguments: [(1, 1.0 / 3, false), (3, 0.9, true)] as [(UInt64, Double, Bool)]
    )
    func layout(seed: UInt64, share: Double, inlinesScalars: Bool) throws {
        let old = try spec("Clockify")
        let document = Layout.laidOut(try bundle("Clockify"), seed: seed, share: share, inlinesScalars: inlinesScalars)
        let carry = Carry(from: old.side, to: try spec(of: document).side)
        let new = try spec(of: document, overlay: carry.overlay.text())
        #expect(new.diagnostics == [])
        expectSame(new.surface, old.surface)
        #expect(carry.report.new.isEmpty && carry.report.gone.isEmpty && carry.report.contradictions.isEmpty, "\(carry.report.text)")
        let differences = changes(from: old.side.document, to: new.side.document)
        #expect(differences.map(\.message) == [])
        // Carrying again finds nothing.
        #expect(Carry(from: old.side, to: new.side).overlay.isEmpty)
    }

    @Test("A document that is laid out as vendors do gets the same client too, with its tags, servers and identifiers.")
    func vendorLayout() throws {
        let old = try spec("Clockify")
        let document = Layout.vendor(try bundle("Clockify"), seed: 7)
        let carry = Carry(from: old.side, to: try spec(of: document).side)
        let new = try spec(of: document, overlay: carry.overlay.text())
        expectSame(new.surface, old.surface)
        #expect(carry.report.new.isEmpty && carry.report.gone.isEmpty && carry.report.contradictions.isEmpty, "\(carry.report.text)")
        #expect(new.diagnostics == [])
        #expect(Carry(from: old.side, to: new.side).overlay.isEmpty)
    }

    /// Records the elements that only one of two lists has.
    private func expectSame<Element: Hashable>(
        _ found: [Element], _ expected: [Element], sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        let difference = found.difference(from: expected)
        for change in difference.prefix(20) {
            switch change {
            case .insert(_, let element, _): Issue.record("too much: \(element)", sourceLocation: sourceLocation)
            case .remove(_, let element, _): Issue.record("missing: \(element)", sourceLocation: sourceLocation)
            }
        }
    }

    /// Returns what changes for each operation, without the names that only one of the layouts has.
    private func effects(from old: Spec, to new: Spec) -> [String] {
        let changes = changes(from: old.side.document, to: new.side.document)
        return Set(changes.flatMap { change in change.operations.map { "\($0): \(change.check), \(change.wire)" } }).sorted()
    }

    /// `true` for the warning that an object in a body that replaces has a new member, which no response has.
    private func isAboutAddition(_ diagnostic: String) -> Bool {
        diagnostic.contains("warning: ") && diagnostic.contains("has \"brandNew\"") && diagnostic.contains("it is left out")
    }

    @Test(
        "Against the next revision, exactly what was removed, added and changed is left, in whatever layout it comes.",
        arguments: [(11, 1.0 / 3, false), (12, 1.0 / 3, true)] as [(UInt64, Double, Bool)])
    func revision(seed: UInt64, share: Double, inlinesScalars: Bool) throws {
        let old = try spec("Clockify")
        let revision = Revision(of: try bundle("Clockify"), seed: seed, removing: 20, adding: 10, changing: 30)
        #expect(revision.removed.count == 20 && revision.added.count == 10 && revision.changed.count == 30)
        // What a keeper would have written who edits the old spec by hand.
        let edited = try spec(of: revision.document)
        #expect(edited.diagnostics.filter { !isAboutAddition($0) } == [])
        let document = Layout.laidOut(revision.document, seed: seed, share: share, inlinesScalars: inlinesScalars)
        let carry = Carry(from: old.side, to: try spec(of: document).side)
        let new = try spec(of: document, overlay: carry.overlay.text())
        #expect(new.diagnostics.filter { !isAboutAddition($0) } == [])
        #expect(
            carry.report.gone.count == 20 && carry.report.new.count == 10 && carry.report.contradictions.isEmpty, "\(carry.report.text)")
        let expected = effects(from: old, to: edited)
        expectSame(effects(from: old, to: new), expected)
        #expect(expected.count >= 55)
        // New operations have proposed names, which the edited spec derives.
        let isOfNew = { (line: String) in line.contains("touchExtra") || line.contains(".Tags: func ") }
        expectSame(new.surface.filter { !isOfNew($0) }, edited.surface.filter { !isOfNew($0) })
        #expect(Carry(from: old.side, to: new.side).overlay.isEmpty)
    }
}

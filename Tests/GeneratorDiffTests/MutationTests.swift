import GeneratorOpenAPI
import RepeatableNumbers
import Testing

@testable import GeneratorDiff

@Suite struct MutationTests {
    @Test("An edit of the real spec is reported with its verdict, and nothing else is reported", arguments: Mutator.all)
    func editIsReportedWithVerdict(_ mutator: Mutator) throws {
        let files = try #require(MeaningTests.files)
        let spec = try #require(MeaningTests.spec)
        var numbers = SeededNumbers(seed: 1)
        let candidates = Sites(files: files).sites(of: mutator.kind).filter { site in
            // A change that no operation reaches does not matter.
            guard mutator.kind != .schema || spec.schemas[Place(file: site.file, path: site.path)] != nil else { return false }
            return files[site.file]?[site.path[...]].flatMap(mutator.change) != nil
        }
        let site = try #require(candidates.randomElement(using: &numbers))
        var edited = files
        edited[site.file]?[site.path[...]] = files[site.file]?[site.path[...]].flatMap(mutator.change)
        let found = changes(from: spec, to: try document(edited.texts))
        #expect(!found.isEmpty, "\(site)")
        #expect(found.filter { !mutator.expects($0) }.map(\.brief) == [], "\(site)")
    }

    @Test("An addition in one direction is a removal in the other, at the same places")
    func directionsAreSymmetric() throws {
        let old = try document(texts(in: "Spec/ClockifyLegacy"), folder: "old/")
        let new = try document(texts(in: "Spec/Clockify"), folder: "new/")
        func places(_ changes: [Change]) -> Set<String> {
            Set(changes.map { "\($0.old?.description ?? "nothing") → \($0.new?.description ?? "nothing")" })
        }
        func swapped(_ changes: [Change]) -> Set<String> {
            Set(changes.map { "\($0.new?.description ?? "nothing") → \($0.old?.description ?? "nothing")" })
        }
        let (there, back) = (changes(from: old, to: new), changes(from: new, to: old))
        #expect(there.count > 300)
        #expect(places(there).symmetricDifference(swapped(back)) == [])
    }
}

import GeneratorOpenAPI
import GeneratorOutline
import GeneratorYAML
import Testing

@testable import GeneratorDiff

/// The committed files of a spec and their keys.
struct CommittedSpec: Sendable {
    let files: [String: Written]
    let texts: [String: String]
    /// The objects that have a key, in the order of the files.
    let sites: [String: [Site]]

    init(_ folder: String) throws {
        files = try values(of: GeneratorDiffTests.texts(in: folder))
        let texts = files.texts
        self.texts = texts
        let specification = SpecificationFiles(diagnostics: Diagnostics(), displayName: { $0 }) { Array((texts[$0] ?? "").utf8) }
        var sites: [String: [Site]] = [:]
        for object in SpecWalk(specification, named: files.keys.sorted()).objects {
            CommittedSpec.note(object.kind.rawValue, object.node, object.place, in: &sites)
            // Extensions of this spec that are objects.
            for name in ["x-pagination", "x-export"] {
                if let node = object.node[name] { CommittedSpec.note(name, node, object.place.appending(name), in: &sites) }
            }
        }
        // Places that all sections share come last.
        self.sites = sites.mapValues { $0.filter { !$0.isShared } + $0.filter(\.isShared) }
    }

    private static func note(_ kind: String, _ node: Node, _ place: Place, in sites: inout [String: [Site]]) {
        let names = (node.mapping?.entries ?? []).map(\.key)
        let keys = ["paths", "responses"].contains(kind) ? ["*"] : names
        for key in keys { sites["\(kind).\(key)", default: []].append(Site(file: place.file, path: place.path)) }
    }

    /// Returns the document with the paths of only one section, which is fast to read.
    func document(ofSection name: String) -> Written {
        var document = files["openapi.yaml"] ?? .null
        document["paths"] = .object((document["paths"]?.members ?? []).filter { $0.value.reference?.hasPrefix(name) == true })
        return document
    }

    static let all = ["Spec/Clockify", "Spec/ClockifyLegacy"].compactMap { try? CommittedSpec($0) }
}

extension Site {
    /// `true` if all sections share the place. The comparison then uses one of them.
    fileprivate var isShared: Bool { ["openapi.yaml", "Shared.yaml"].contains(file) }
}

@Suite struct SpecKeyTests {
    @Test("Every key of the committed specs is known as compared or ignored")
    func keysAreKnown() {
        let used = Set(CommittedSpec.all.flatMap(\.sites.keys))
        let (reported, silent) = (KeyEdit.reported.map(\.key), KeyEdit.silent.map(\.edit.key))
        #expect(CommittedSpec.all.count == 2)
        #expect(used.subtracting(reported + silent).sorted() == [], "say what a change of it means, or why it means nothing")
        #expect(Set(reported + silent).subtracting(used).sorted() == [], "the specs have it no more")
        #expect(reported.count + silent.count == Set(reported + silent).count)
    }

    @Test("An edit of a compared key is reported", arguments: KeyEdit.reported) func comparedKeys(
        _ edit: KeyEdit
    ) throws {
        for spec in CommittedSpec.all {
            for site in spec.sites[edit.key] ?? [] {
                let section = spec.document(ofSection: site.isShared ? edit.section : site.file)
                guard var file = site.file == "openapi.yaml" ? section : spec.files[site.file],
                    let edited = file[site.path[...]].flatMap(edit.edit)
                else { continue }
                let texts = spec.texts.merging(["openapi.yaml": section.text]) { $1 }
                let old = try document(texts)
                guard isReached(site, edit.key, old) else { continue }
                file[site.path[...]] = edited
                let found = changes(from: old, to: try document(texts.merging([site.file: file.text]) { $1 }))
                #expect(!found.isEmpty, "\(site)")
                return
            }
        }
        Issue.record("there is no place for it")
    }

    /// `true` if an operation uses the object at this place.
    private func isReached(_ site: Site, _ key: String, _ spec: Document) -> Bool {
        if key.hasPrefix("schema.") { return spec.schemas[Place(file: site.file, path: site.path)] != nil }
        return site.path.first != "components" || !key.hasPrefix("parameter.")
    }

    @Test("Edits without effect on the wire are not changes")
    func ignoredKeys() throws {
        for spec in CommittedSpec.all {
            var files = spec.files
            // Inner places come first, while they still exist.
            for silent in KeyEdit.silent {
                for site in spec.sites[silent.edit.key] ?? [] {
                    guard let object = files[site.file]?[site.path[...]], let edited = silent.edit.edit(object) else { continue }
                    files[site.file]?[site.path[...]] = edited
                }
            }
            let isEdited = files.texts != spec.texts
            #expect(isEdited)
            #expect(changes(from: try document(spec.texts), to: try document(files.texts)).map(\.brief) == [])
        }
    }
}

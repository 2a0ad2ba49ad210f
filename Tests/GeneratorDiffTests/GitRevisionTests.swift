import Foundation
import Testing

@testable import GeneratorDiff

/// A separate git repository in a temporary folder.
private final class Repository {
    let folder = FileManager.default.temporaryDirectory.appending(path: "revisions-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try git("init", "--quiet", "--initial-branch=main")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func commit() throws {
        try git("add", "--all")
        try git("-c", "user.name=A", "-c", "user.email=a@example.test", "commit", "--quiet", "--message=Change", "--no-gpg-sign")
    }

    @discardableResult
    func git(_ arguments: String...) throws -> String {
        let answer = try Git.run(arguments, in: folder.path)
        #expect(answer.succeeded, "\(answer.problem)")
        return answer.text
    }

    func revision(_ name: String) throws -> GitRevision { try GitRevision(name, in: folder.path) }
}

@Suite struct GitRevisionTests {
    private let repository: Repository

    init() throws {
        repository = try Repository()
        try repository.write("a: 1", to: "Spec/openapi.yaml")
        try repository.write("b: 1", to: "Spec/in a folder/Ünï $(x).yml")
        try repository.write("no", to: "Spec/notes.txt")
        try FileManager.default.createSymbolicLink(
            at: repository.folder.appending(path: "Spec/link.yaml"), withDestinationURL: URL(fileURLWithPath: "/etc/passwd"))
        try repository.commit()
        try repository.git("tag", "v1.2.0")
        try repository.git("tag", "v1.10.0")
        try repository.git("tag", "latest")
    }

    private func texts(_ files: GitRevision.Files?) -> [String: String]? {
        files?.contents.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test("A revision returns the committed files and leaves the work tree unchanged")
    func revisionReturnsCommittedFiles() throws {
        try repository.write("a: 2", to: "Spec/openapi.yaml")
        let before = try repository.git("status", "--porcelain")
        let files = try repository.revision("main").files(in: "Spec")
        #expect(texts(files) == ["openapi.yaml": "a: 1", "in a folder/Ünï $(x).yml": "b: 1"])
        #expect(texts(try repository.revision("HEAD").files(in: "Spec/in a folder/")) == ["Ünï $(x).yml": "b: 1"])
        #expect(try repository.git("status", "--porcelain") == before)
        #expect(try String(contentsOf: repository.folder.appending(path: "Spec/openapi.yaml"), encoding: .utf8) == "a: 2")
    }

    @Test("Git runs in any folder of the repository")
    func gitRunsInAnyFolder() throws {
        let inside = try GitRevision("main", in: repository.folder.appending(path: "Spec").path)
        #expect(texts(try inside.files(in: "."))?.keys.sorted() == ["in a folder/Ünï $(x).yml", "openapi.yaml"])
    }

    @Test("A revision without the spec has no files")
    func revisionWithoutSpec() throws {
        #expect(try repository.revision("main").files(in: "Other") == nil)
    }

    @Test("A branch is compared with its merge base")
    func branchUsesMergeBase() throws {
        try repository.git("checkout", "--quiet", "-b", "branch")
        try repository.write("a: 3", to: "Spec/openapi.yaml")
        try repository.commit()
        try repository.git("checkout", "--quiet", "main")
        try repository.write("a: 4", to: "Spec/openapi.yaml")
        try repository.commit()
        try repository.git("checkout", "--quiet", "branch")
        let main = try repository.revision("main")
        #expect(texts(try main.files(in: "Spec"))?["openapi.yaml"] == "a: 4")
        #expect(texts(try main.branchingPoint().files(in: "Spec"))?["openapi.yaml"] == "a: 1")
    }

    @Test("The latest version is determined from the tags")
    func latestVersion() throws {
        #expect(try repository.revision("main").latestVersion() == SemanticVersion(1, 10, 0))
    }

    @Test(
        "An invalid revision is rejected",
        arguments: [
            "", "-", "--output=injected", "-n1", "main..other", "main...other", "a b", "a\nb", "a\u{0}b", "nothing", "main:Spec", "@{u}",
            "^main",
        ])
    func invalidRevision(_ name: String) throws {
        #expect(throws: RevisionError.self) { try repository.revision(name) }
    }

    @Test("A folder without a repository is distinguished from a missing revision")
    func folderWithoutRepository() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "none-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let none = #expect(throws: RevisionError.self) { try GitRevision("main", in: folder.path) }
        #expect(none?.description == "\"main\" needs a git repository, which this folder is not in")
        let missing = #expect(throws: RevisionError.self) { try repository.revision("gone") }
        #expect(missing?.description == "there is no revision \"gone\"; fetch it, or name another")
    }
}

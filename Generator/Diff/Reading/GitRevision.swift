import Foundation
import GeneratorYAML

/// The reason why a revision cannot be read.
package struct RevisionError: Error, Sendable, CustomStringConvertible {
    /// The problem, its cause, and how to fix it.
    package let description: String
}

/// A commit of the repository that contains a folder. Reading from it touches neither the work tree nor the index.
package struct GitRevision: Sendable {
    /// The name that the caller used: `origin/main`.
    package let name: String
    /// The full commit hash.
    let commit: String
    /// The folder in which git runs.
    let folder: String

    /// - Parameters:
    ///   - name: A branch, a tag, a commit, or anything else that git resolves to a commit.
    ///   - folder: A folder in the repository's work tree, or the repository itself.
    package init(_ name: String, in folder: String = ".") throws(RevisionError) {
        guard !name.isEmpty, !name.hasPrefix("-"), name.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else {
            throw RevisionError(description: "\"\(printable(name))\" cannot be a revision; name a branch, a tag or a commit")
        }
        guard !name.contains("..") else {
            throw RevisionError(description: "\"\(name)\" is a range of revisions; name the two of them as OLD and NEW")
        }
        self.name = name
        self.folder = folder
        // Never interpreted as an option, even if it looks like one.
        let answer = try Git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}"], in: folder)
        let commit = answer.text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard answer.succeeded, !commit.isEmpty, commit.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
            let isRepository = try Git.run(["rev-parse", "--git-dir"], in: folder).succeeded
            throw RevisionError(
                description: isRepository
                    ? "there is no revision \"\(name)\"; fetch it, or name another"
                    : "\"\(name)\" needs a git repository, which this folder is not in"
            )
        }
        self.commit = commit
    }

    private init(name: String, commit: String, folder: String) {
        self.name = name
        self.commit = commit
        self.folder = folder
    }

    /// The commit at which this checkout branched off the revision; later changes there do not belong to this branch. Returns the
    /// revision itself if there is no common ancestor or the fetched history is too short.
    package func branchingPoint() throws(RevisionError) -> GitRevision {
        let answer = try Git.run(["merge-base", commit, "HEAD"], in: folder)
        let base = answer.text.trimmingCharacters(in: .whitespacesAndNewlines)
        return answer.succeeded && !base.isEmpty ? GitRevision(name: name, commit: base, folder: folder) : self
    }

    /// Returns the latest version among the tags reachable from this commit.
    package func latestVersion() throws(RevisionError) -> SemanticVersion? {
        try Git.run(["tag", "--merged", commit], in: folder).text.split(separator: "\n").compactMap { SemanticVersion(String($0)) }.max()
    }

    /// The spec files in a folder of a revision.
    package struct Files {
        /// The contents of files with a spec file extension, by path relative to the folder.
        package var contents: [String: [UInt8]] = [:]
        /// Symbolic links with such names. Git stores the target path of a link, not the content it points to.
        package var links: Set<String> = []
    }

    /// Returns the spec files in a folder.
    ///
    /// - Parameter path: The path relative to the folder in which git runs.
    /// - Returns: `nil` if the revision has no such folder.
    package func files(in path: String) throws(RevisionError) -> Files? {
        let prefix = path.isEmpty || path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
        let listing = try Git.run(["ls-tree", "-r", "-z", commit, "--"] + (prefix.isEmpty ? ["."] : [prefix]), in: folder)
        guard listing.succeeded else { throw RevisionError(description: "cannot read \(path) in \(name): \(listing.problem)") }
        var names: [(name: String, id: String)] = []
        var links: Set<String> = []
        for entry in listing.output.split(separator: 0) {
            let parts = String(decoding: entry, as: UTF8.self).split(separator: "\t", maxSplits: 1)
            let facts = parts[0].split(separator: " ")
            guard parts.count == 2, facts.count == 3, parts[1].hasPrefix(prefix) else { continue }
            let name = String(parts[1].dropFirst(prefix.count))
            if facts[0] == "120000" { links.insert(name) }
            // Submodules are not files.
            guard facts[0].hasPrefix("100") else { continue }
            if [".yaml", ".yml", ".json"].contains(where: name.hasSuffix) { names.append((name, String(facts[2]))) }
        }
        guard !names.isEmpty else { return nil }
        let contents = try contents(of: names.map(\.id))
        return Files(contents: Dictionary(zip(names.map(\.name), contents), uniquingKeysWith: { first, _ in first }), links: links)
    }

    /// Returns the bytes of a file in the folder in which git runs; `nil` if the revision does not have it.
    package func file(_ name: String) throws(RevisionError) -> [UInt8]? {
        let listing = try Git.run(["ls-tree", "-z", commit, "--", name], in: folder)
        guard listing.succeeded else { throw RevisionError(description: "cannot read \(name) in \(self.name): \(listing.problem)") }
        guard let entry = listing.output.split(separator: 0).first else { return nil }
        let facts = String(decoding: entry, as: UTF8.self).split(separator: "\t")[0].split(separator: " ")
        guard facts.count == 3, facts[0].hasPrefix("100") else { return nil }
        return try contents(of: [String(facts[2])]).first
    }

    /// Returns the bytes of the blobs, in the given order.
    private func contents(of identifiers: [String]) throws(RevisionError) -> [[UInt8]] {
        let answer = try Git.run(
            ["cat-file", "--batch"], in: folder, input: Data(identifiers.map { $0 + "\n" }.joined().utf8))
        var contents: [[UInt8]] = []
        var rest = answer.output[...]
        while contents.count < identifiers.count {
            // `id type size`, a line break, the bytes, a line break
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { break }
            let header = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
            guard header.count == 3, let size = Int(header[2]), size >= 0, size < rest.distance(from: end, to: rest.endIndex) else { break }
            let start = rest.index(after: end)
            contents.append(Array(rest[start..<start + size]))
            rest = rest[(start + size)...].dropFirst()
        }
        guard contents.count == identifiers.count else {
            throw RevisionError(description: "cannot read files of \(name): \(answer.problem)")
        }
        return contents
    }
}

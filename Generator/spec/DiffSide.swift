import ArgumentParser
import Foundation
import GeneratorDiff
import GeneratorOpenAPI
import GeneratorSwiftAPI

/// One of the two specs that are compared.
enum DiffSide {
    case disk(Specification)
    case revision(GitRevision, Content)

    /// The location of a spec in a revision.
    struct Content {
        /// The folder, relative to the folder in which git runs.
        let folder: String
        /// The file name of the document, if specified.
        let document: String?
        /// The folder or the document, as shown in reports.
        let path: String
        /// The prefix of the spec's file names.
        let prefix: String
        /// The absolute path that the folder has in the work tree, for the overlays.
        let absoluteFolder: String
        let overlays: [Overlays.File]
    }

    /// - Parameters:
    ///   - text: A folder, a document, a revision, or `REVISION:PATH`.
    ///   - overlays: The paths of overlays on disk.
    ///   - path: The path of the spec in a revision that is named without one.
    init(_ text: String, overlays: [String], pathInRevision path: String) throws {
        if FileManager.default.fileExists(atPath: text) {
            self = .disk(try Specification(text, overlays: overlays))
            return
        }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let revision: GitRevision
        do {
            revision = try GitRevision(parts[0])
        } catch {
            throw Failure("no folder or file \(printable(text)), and \(error)")
        }
        let path = parts.count == 2 ? parts[1] : path
        let isDocument = [".yaml", ".yml", ".json"].contains(where: path.hasSuffix)
        let components = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = isDocument ? components.dropLast().joined(separator: "/") : path
        self = .revision(
            revision,
            Content(
                folder: folder, document: isDocument ? components.last.map(String.init) : nil, path: path,
                prefix: folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/",
                absoluteFolder: URL(fileURLWithPath: folder.isEmpty ? "." : folder, isDirectory: true).standardizedFileURL.path,
                overlays: try overlays.map { try OverlayFile(path: $0).read() }))
    }

    /// Returns the two sides that a user names.
    static func pair(
        _ old: String, _ new: String, oldOverlays: [String], newOverlays: [String]
    ) throws -> (old: DiffSide, new: DiffSide) {
        // The spec in a revision that is named without a path is at the same path as on the other side.
        let usual = SpecificationArguments.usual[0]
        let second = try DiffSide(new, overlays: newOverlays, pathInRevision: FileManager.default.fileExists(atPath: old) ? old : usual)
        return (try DiffSide(old, overlays: oldOverlays, pathInRevision: second.path), second)
    }

    /// Creates the old side of a spec on disk: its state, and that of its overlays, at the commit where this branch left a revision.
    init(_ specification: Specification, before base: String) throws {
        let folder = specification.folder.isEmpty ? "." : specification.folder
        let revision = try failing { () throws(RevisionError) in try GitRevision(base, in: folder).branchingPoint() }
        let isUsual = Specification.documentNames.contains(specification.document)
        self = .revision(
            revision,
            Content(
                folder: ".", document: isUsual ? nil : specification.document, path: specification.name, prefix: specification.display(""),
                absoluteFolder: specification.absoluteFolder,
                overlays: try specification.overlays.compactMap { try $0.read(before: base) }))
    }

    /// The name in reports.
    var name: String {
        switch self {
        case .disk(let specification): specification.name
        case .revision(let revision, let content): "\(revision.name):\(content.path)"
        }
    }

    /// The path of the spec, in the work tree or in a revision.
    var path: String {
        switch self {
        case .disk(let specification): specification.name
        case .revision(_, let content): content.path
        }
    }

    /// Reads the document and decides its Swift API. Returns `nil` if the revision has no such spec. Prints errors and ends the
    /// command if there are any.
    func read() throws -> (document: Document, api: API)? {
        switch self {
        case .disk(let specification): return try specification.api()
        case .revision(let revision, let content): return try read(content, of: revision)
        }
    }

    private func read(_ content: Content, of revision: GitRevision) throws -> (document: Document, api: API)? {
        guard let files = try failing({ () throws(RevisionError) in try revision.files(in: content.folder) }) else { return nil }
        let names = content.document.map { [$0] } ?? Specification.documentNames
        guard let name = names.first(where: { files.contents[$0] != nil }) else { return nil }
        let diagnostics = Diagnostics(isStrict: false)
        let overlays = Overlays(content.overlays, for: name, in: content.absoluteFolder, diagnostics: diagnostics)
        let specification = SpecificationFiles(
            diagnostics: diagnostics, displayName: { "\(revision.name):\(content.prefix)\($0)" }, overlays: overlays,
            contents: { file in
                if let bytes = files.contents[file] { return bytes }
                // A parent folder may also be a symbolic link.
                let isLink = files.links.contains { file == $0 || file.hasPrefix($0 + "/") }
                throw Failure(
                    isLink ? "\(revision.name) has a symbolic link there, and not the file itself" : "\(revision.name) has no such file")
            })
        let document = Document.read(
            name, from: specification, diagnostics: diagnostics, isPattern: { (try? NSRegularExpression(pattern: $0)) != nil })
        let api = document.map { API(of: $0, diagnostics: diagnostics) }
        // Warnings about the old state cannot be acted on.
        for diagnostic in diagnostics.all where diagnostic.severity == .error { Terminal.complain(diagnostic.description) }
        guard let document, let api, !diagnostics.hasErrors else { throw ExitCode.findings }
        return (document, api)
    }
}

/// Converts an error while reading a repository to the error type of the commands.
func failing<Value>(_ work: () throws(RevisionError) -> Value) throws(Failure) -> Value {
    do { return try work() } catch { throw Failure(error.description) }
}

extension OverlayFile {
    /// Returns the overlay at the commit where this branch left a revision; `nil` if it did not exist there.
    fileprivate func read(before base: String) throws -> Overlays.File? {
        let file = URL(fileURLWithPath: absolutePath)
        let folder = file.deletingLastPathComponent().path
        return try failing { () throws(RevisionError) in
            let revision = try GitRevision(base, in: folder).branchingPoint()
            guard let bytes = try revision.file(file.lastPathComponent) else { return nil }
            return Overlays.File(path: absolutePath, displayName: "\(revision.name):\(path)", bytes: bytes)
        }
    }
}

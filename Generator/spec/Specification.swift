import ArgumentParser
import Foundation
import GeneratorFiles
import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

/// A spec on disk: a document, and the files in its folder that it refers to.
struct Specification {
    /// The folder as diagnostics name it: as the caller wrote it, so that editors find the file.
    let folder: String
    /// The name of the document in the folder.
    let document: String

    /// - Parameter path: A folder with an `openapi.yaml`, `openapi.yml` or `openapi.json`, or the document itself.
    init(_ path: String) throws(Failure) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure("there is no spec at \(Specification.quoted(path)); name a folder with an openapi.yaml, or the document itself")
        }
        let url = URL(fileURLWithPath: path)
        guard isFolder.boolValue else {
            folder = Specification.folder(of: path)
            document = url.lastPathComponent
            return
        }
        guard
            let name = Specification.documentNames.first(where: {
                FileManager.default.fileExists(atPath: url.appendingPathComponent($0).path)
            })
        else {
            throw Failure("\(Specification.quoted(path)) has no openapi.yaml; name a folder that has one, or the document itself")
        }
        folder = path
        document = name
    }

    /// What a document is called in a folder that is named without it.
    static let documentNames = ["openapi.yaml", "openapi.yml", "openapi.json"]

    /// What a report calls the spec: its folder, unless the document needs to be named.
    var name: String { Specification.documentNames.contains(document) && !folder.isEmpty ? folder : path }

    /// A file of the keeper's that stands beside the spec's folder: `Spec/Clockify.exceptions.yaml` for `Spec/Clockify`.
    func companion(_ suffix: String) -> String {
        var folder = folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        if ["", ".", ".."].contains(folder) || folder.hasSuffix("/.") || folder.hasSuffix("/..") {
            folder = URL(fileURLWithPath: folder.isEmpty ? "." : folder).standardizedFileURL.path
        }
        return "\(folder).\(suffix)"
    }

    /// Where the document is, as the caller wrote it.
    var path: String { display(document) }

    func display(_ file: String) -> String {
        switch folder {
        case "": file
        case let folder where folder.hasSuffix("/"): folder + file
        default: folder + "/" + file
        }
    }

    /// What stands before the last slash of a path.
    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func quoted(_ path: String) -> String { path.isEmpty ? "\"\"" : path.debugDescription.dropFirst().dropLast().description }

    // MARK: Reading

    func files(diagnostics: Diagnostics) -> SpecificationFiles {
        SpecificationFiles(diagnostics: diagnostics, displayName: display, contents: contents)
    }

    func contents(of file: String) throws -> [UInt8] { try SpecificationFolder(folder).bytes(of: file) }

    /// The files in the folder that belong to the spec, as the plugin sees it: every `.yaml`, `.yml` and `.json` file.
    func fileNames() throws(Failure) -> [String] {
        let root = URL(fileURLWithPath: folder.isEmpty ? "." : folder, isDirectory: true).standardizedFileURL
        guard let files = FileManager.default.enumerator(atPath: root.path) else { throw Failure("cannot read the folder \(folder)") }
        let names = files.compactMap { $0 as? String }.filter { name in
            ["yaml", "yml", "json"].contains((name as NSString).pathExtension) && !name.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        return names.sorted()
    }

    /// Reads the document; what is wrong is in `diagnostics`.
    func read(from files: SpecificationFiles, diagnostics: Diagnostics) -> Document? {
        // The library with which the client will match.
        Document.read(
            document, from: files, diagnostics: diagnostics, isPattern: { (try? NSRegularExpression(pattern: $0)) != nil })
    }

    /// Reads the document and decides its Swift API; prints what is wrong, and ends the command on errors.
    func api() throws -> (document: Document, api: API) {
        let diagnostics = Diagnostics()
        let document = read(from: files(diagnostics: diagnostics), diagnostics: diagnostics)
        let api = document.map { API(of: $0, diagnostics: diagnostics) }
        for diagnostic in diagnostics.all { Terminal.complain(diagnostic.description) }
        guard let document, let api, !diagnostics.hasErrors else { throw ExitCode.findings }
        return (document, api)
    }
}

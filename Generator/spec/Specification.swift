import ArgumentParser
import Foundation
import GeneratorFiles
import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

/// A spec on disk: a document, and the files in its folder that it refers to.
struct Specification {
    /// The folder as the caller wrote it, so that editors find the files in diagnostics.
    let folder: String
    /// The name of the document in the folder.
    let document: String
    /// The overlays that are applied to the spec, in order.
    let overlays: [OverlayFile]

    /// - Parameters:
    ///   - path: A folder with an `openapi.yaml`, `openapi.yml` or `openapi.json`, or the document itself.
    ///   - overlays: The paths of overlays, in the order in which they apply.
    init(_ path: String, overlays: [String] = []) throws(Failure) {
        self.overlays = overlays.map(OverlayFile.init)
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure("no spec at \(Specification.quoted(path)); name a folder with an openapi.yaml, or the document itself")
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

    /// The default file names of a document, in order of preference.
    static let documentNames = ["openapi.yaml", "openapi.yml", "openapi.json"]

    /// The name of the spec in reports: its folder, or the path of a document with another name.
    var name: String { Specification.documentNames.contains(document) && !folder.isEmpty ? folder : path }

    /// Returns the path of a maintenance file next to the spec's folder: `Spec/Clockify.exceptions.yaml` for `Spec/Clockify`.
    func companion(_ suffix: String) -> String {
        var folder = folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        if ["", ".", ".."].contains(folder) || folder.hasSuffix("/.") || folder.hasSuffix("/..") {
            folder = URL(fileURLWithPath: folder.isEmpty ? "." : folder).standardizedFileURL.path
        }
        return "\(folder).\(suffix)"
    }

    /// The path of the document, as the caller wrote it.
    var path: String { display(document) }

    func display(_ file: String) -> String {
        switch folder {
        case "": file
        case let folder where folder.hasSuffix("/"): folder + file
        default: folder + "/" + file
        }
    }

    /// Returns the part of a path before the last slash.
    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func quoted(_ path: String) -> String { path.isEmpty ? "\"\"" : path.debugDescription.dropFirst().dropLast().description }

    // MARK: Reading

    /// The absolute path of the folder.
    var absoluteFolder: String { URL(fileURLWithPath: folder.isEmpty ? "." : folder, isDirectory: true).standardizedFileURL.path }

    func files(diagnostics: Diagnostics) throws(Failure) -> SpecificationFiles {
        SpecificationFiles(
            diagnostics: diagnostics, displayName: display, overlays: try readOverlays()(diagnostics), contents: contents)
    }

    /// Reads the files of the overlays. The result parses them and reports problems.
    func readOverlays() throws(Failure) -> (Diagnostics) -> Overlays {
        var files: [Overlays.File] = []
        for overlay in overlays { files.append(try overlay.read()) }
        return { Overlays(files, for: document, in: absoluteFolder, diagnostics: $0) }
    }

    func contents(of file: String) throws -> [UInt8] { try SpecificationFolder(folder).bytes(of: file) }

    /// Returns the files in the folder that belong to the spec, as the plugin does: every `.yaml`, `.yml` and `.json` file except overlays.
    func fileNames() throws(Failure) -> [String] {
        let root = absoluteFolder
        guard let files = FileManager.default.enumerator(atPath: root) else { throw Failure("cannot read the folder \(folder)") }
        let overlays = Set(overlays.map(\.absolutePath))
        let names = files.compactMap { $0 as? String }.filter { name in
            ["yaml", "yml", "json"].contains((name as NSString).pathExtension) && !name.split(separator: "/").contains { $0.hasPrefix(".") }
                && !overlays.contains("\(root)/\(name)")
        }
        return names.sorted()
    }

    /// Reads the document and reports problems to `diagnostics`.
    func read(from files: SpecificationFiles, selection: OperationSelection = .all, diagnostics: Diagnostics) -> Document? {
        // The same regular expression library that the client uses.
        Document.read(
            document, from: files, selection: selection, diagnostics: diagnostics,
            isPattern: { (try? NSRegularExpression(pattern: $0)) != nil })
    }

    /// Reads the document and decides its Swift API. Prints diagnostics, and ends the command on errors.
    ///
    /// - Parameters:
    ///   - configuration: The path of the plugin's configuration, which may choose the operations and be strict.
    ///   - isStrict: `true` if flaws of the document are errors.
    func api(configuration: String? = nil, isStrict: Bool = false) throws -> (document: Document, api: API) {
        let diagnostics = Diagnostics(isStrict: isStrict)
        let selection = try configuration.map { try PluginConfiguration(reading: $0, diagnostics: diagnostics).operations } ?? .all
        let document = read(from: try files(diagnostics: diagnostics), selection: selection, diagnostics: diagnostics)
        let api = document.map { API(of: $0, diagnostics: diagnostics) }
        for diagnostic in diagnostics.all { Terminal.complain(diagnostic.description) }
        guard let document, let api, !diagnostics.hasErrors else { throw ExitCode.findings }
        return (document, api)
    }
}

extension PluginConfiguration {
    /// Reads the plugin's configuration from its file.
    fileprivate init(reading configuration: String, diagnostics: Diagnostics) throws(Failure) {
        let bytes: [UInt8]
        do { bytes = try SpecificationFolder.bytes(of: configuration) } catch {
            throw Failure("cannot read \(Specification.quoted(configuration)): \(error)")
        }
        self.init(bytes, file: configuration, diagnostics: diagnostics)
    }
}

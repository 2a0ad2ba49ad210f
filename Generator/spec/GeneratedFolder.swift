import Foundation

/// A folder of generated files that is replaced as a whole.
struct GeneratedFolder {
    struct Changes: CustomStringConvertible {
        var written = 0
        var same = 0
        var removed: [String] = []

        var description: String {
            let removals = removed.isEmpty ? "" : ", removed \(removed.joined(separator: ", "))"
            return "\(written) written, \(same) as before\(removals)"
        }
    }

    private let path: String
    private var url: URL { URL(fileURLWithPath: path, isDirectory: true) }
    /// The prefix of the first line of a generated file.
    private static let mark = Data("// Generated from ".utf8)

    init(_ path: String) throws(Failure) {
        var isFolder: ObjCBool = false
        if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
            throw Failure("\(path) is a file; name a folder to write to")
        }
        self.path = path
    }

    /// Replaces the generated files in the folder with the given files.
    func replace(with files: [(name: String, text: String)]) throws(Failure) -> Changes {
        if let double = Dictionary(grouping: files, by: { $0.name.lowercased() }).values.first(where: { $0.count > 1 }) {
            throw Failure("two files of the spec would both become \(double[0].name); rename one of them")
        }
        var changes = Changes()
        var pending: [(name: String, text: String)] = []
        for file in files {
            let target = url.appendingPathComponent(file.name)
            guard FileManager.default.fileExists(atPath: target.path) else {
                pending.append(file)
                continue
            }
            let old = try contents(of: target)
            guard old.starts(with: Self.mark) else {
                throw Failure("\(display(file.name)) is not generated, and would be lost; move it, or write to another folder")
            }
            if old == Data(file.text.utf8) { changes.same += 1 } else { pending.append(file) }
        }
        let names = Set(files.map(\.name))
        let stale = try generatedFiles().filter { !names.contains($0) }
        try write(pending)
        for name in stale {
            do { try FileManager.default.removeItem(at: url.appendingPathComponent(name)) } catch {
                throw Failure("cannot remove \(display(name)): \(error.localizedDescription)")
            }
        }
        changes.written = pending.count
        changes.removed = stale
        return changes
    }

    /// Writes all files to a temporary folder first, so that a full disk leaves the folder unchanged.
    private func write(_ files: [(name: String, text: String)]) throws(Failure) {
        guard !files.isEmpty else { return }
        let draft = url.appendingPathComponent(".draft-\(UUID().uuidString)", isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: draft, withIntermediateDirectories: true)
        } catch {
            throw Failure("cannot write to \(path): \(error.localizedDescription)")
        }
        defer { try? FileManager.default.removeItem(at: draft) }
        do {
            for file in files { try Data(file.text.utf8).write(to: draft.appendingPathComponent(file.name)) }
            for file in files {
                // `rename` replaces an existing file atomically, where `moveItem` fails.
                let (new, old) = (draft.appendingPathComponent(file.name), url.appendingPathComponent(file.name))
                guard unsafe rename(new.path, old.path) == 0 else {
                    throw unsafe Failure("\(file.name): \(String(cString: strerror(errno)))")
                }
            }
        } catch {
            throw Failure("cannot write to \(path): \((error as? Failure)?.description ?? error.localizedDescription)")
        }
    }

    private func generatedFiles() throws(Failure) -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
            throw Failure("cannot read \(path): \(error.localizedDescription)")
        }
        var generated: [String] = []
        for name in names.sorted() where name.hasSuffix(".swift") {
            if try contents(of: url.appendingPathComponent(name)).starts(with: Self.mark) { generated.append(name) }
        }
        return generated
    }

    private func contents(of file: URL) throws(Failure) -> Data {
        do { return try Data(contentsOf: file) } catch {
            throw Failure("cannot read \(display(file.lastPathComponent)): \(error.localizedDescription)")
        }
    }

    private func display(_ name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }
}

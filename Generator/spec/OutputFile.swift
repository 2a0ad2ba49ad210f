import Foundation

/// An output file of a command, written atomically.
struct OutputFile {
    private let path: String

    init(_ path: String) { self.path = path }

    func write(_ text: String) throws(Failure) {
        var isFolder: ObjCBool = false
        if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw Failure("\(path) is a folder; name a file to write")
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Failure("cannot write \(path): \(error.localizedDescription)")
        }
    }
}

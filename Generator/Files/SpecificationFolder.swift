import Foundation
import GeneratorYAML

/// The reason why a file cannot be read.
package struct FileProblem: Error, CustomStringConvertible {
    /// The reason, such as "it is a folder". Messages put the file name in front of it.
    package let description: String
}

/// The folder of a spec on disk.
package struct SpecificationFolder {
    private let url: URL

    /// - Parameter path: The folder; empty for the current one.
    package init(_ path: String) { url = URL(fileURLWithPath: path.isEmpty ? "." : path, isDirectory: true) }

    /// Returns the bytes of a file of the spec.
    ///
    /// Symbolic links are rejected. They may lead out of the folder, and git stores only the link.
    package func bytes(of file: String) throws(FileProblem) -> [UInt8] {
        var path = url.path
        for component in file.split(separator: "/") {
            path += "/" + component
            let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
            guard type != .typeSymbolicLink else {
                throw FileProblem(
                    description:
                        "it is reached through a symbolic link; put the file itself into the spec's folder, since git has only the link")
            }
        }
        return try SpecificationFolder.bytes(of: path)
    }

    /// Returns the bytes of a regular file. Pipes and devices are rejected, because they might never end.
    package static func bytes(of path: String) throws(FileProblem) -> [UInt8] {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw FileProblem(description: "there is no such file")
        }
        guard !isFolder.boolValue else { throw FileProblem(description: "it is a folder") }
        do {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
            guard attributes[.type] as? FileAttributeType == .typeRegular else {
                throw FileProblem(description: "it is not a regular file")
            }
            let limit = YAMLLimits.default.size
            if let size = attributes[.size] as? Int, size > limit {
                throw FileProblem(
                    description: "it has \(size) bytes, and a file of a spec has at most \(limit); split it into files and refer to them")
            }
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch let problem as FileProblem {
            throw problem
        } catch {
            throw FileProblem(description: error.localizedDescription)
        }
    }
}

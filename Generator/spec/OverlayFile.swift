import ArgumentParser
import Foundation
import GeneratorFiles
import GeneratorOpenAPI

/// An overlay on disk.
struct OverlayFile {
    /// The path as the caller wrote it.
    let path: String

    var absolutePath: String { URL(fileURLWithPath: path).standardizedFileURL.path }

    func read() throws(Failure) -> Overlays.File {
        do {
            return Overlays.File(path: absolutePath, displayName: path, bytes: try SpecificationFolder.bytes(of: path))
        } catch {
            throw Failure("cannot read the overlay \(Specification.quoted(path)): \(error)")
        }
    }
}

/// The overlays that a command applies to a spec.
struct OverlayOptions: ParsableArguments {
    @Option(
        name: .customLong("overlay"),
        help: ArgumentHelp(
            "An OpenAPI overlay to apply to the spec. It can be repeated; overlays apply in the given order.", valueName: "file"),
        completion: .file())
    var paths: [String] = []
}

import GeneratorOverlay
import GeneratorYAML

/// The overlays of a spec: changes that are made to its files when they are read.
package struct Overlays: Sendable {
    /// An overlay document.
    package struct File: Sendable {
        let path: String
        let displayName: String
        let bytes: [UInt8]

        /// - Parameters:
        ///   - path: The path of the overlay, absolute like that of the spec's folder.
        ///   - displayName: The name in diagnostics. The default is the path.
        package init(path: String, displayName: String? = nil, bytes: [UInt8]) {
            self.path = path
            self.displayName = displayName ?? path
            self.bytes = bytes
        }
    }

    /// No overlays.
    package static let none = Overlays()

    /// The overlays for each file of the spec, in the order in which they apply.
    private var overlays: [String: [Overlay]] = [:]

    private init() {}

    /// Parses overlays and reports problems to `diagnostics`.
    ///
    /// An overlay is for the document. If its `extends`, relative to the overlay's own location, names another file in the spec's folder, it
    /// is for that file. Any other `extends` is for information only.
    ///
    /// - Parameters:
    ///   - files: The overlays in the order in which they apply.
    ///   - document: The document's name in the spec's folder.
    ///   - folder: The path of the spec's folder.
    package init(_ files: [File], for document: String, in folder: String, diagnostics: Diagnostics) {
        for file in files {
            guard
                let overlay = Overlay.parse(
                    file.bytes, file: file.displayName, report: { diagnostics.report($0) })
            else { continue }
            let target = OverlayTarget(of: overlay, at: file.path).file(in: folder) ?? document
            overlays[target, default: []].append(overlay)
        }
    }

    /// Applies the overlays for a file to its tree.
    func apply(to root: inout Node, of file: String, displayName: String, diagnostics: Diagnostics) {
        for overlay in overlays[file] ?? [] { overlay.apply(to: &root, named: displayName) { diagnostics.report($0) } }
    }

    /// Returns the overlays for files other than the given ones, with these files, in the order of the files.
    func overlays(besides files: some Collection<String>) -> [(file: String, location: SourceLocation)] {
        let known = Set(files)
        return overlays.keys.sorted().filter { !known.contains($0) }.flatMap { file in
            (overlays[file] ?? []).map { (file, $0.extendsLocation ?? $0.location) }
        }
    }
}

extension Diagnostics {
    fileprivate func report(_ problem: OverlayProblem) {
        switch problem.severity {
        case .error: error(at: problem.location, problem.message, about: .overlay)
        case .warning: warning(at: problem.location, problem.message, about: .overlay)
        }
    }
}

/// The path that the `extends` of an overlay leads to.
struct OverlayTarget {
    /// The components of the absolute path; `nil` if `extends` is missing or is not a relative path.
    private let path: [Substring]?

    init(of overlay: Overlay, at location: String) {
        var base: [Substring]? = location.split(separator: "/")
        if let own = overlay.selfReference { base = base.flatMap { Self.resolve(own, from: $0) } }
        path = overlay.extends.flatMap { extends in base.flatMap { Self.resolve(extends, from: $0) } }
    }

    /// Returns the name of the file relative to a folder; `nil` if it is not in the folder.
    func file(in folder: String) -> String? {
        let folder = Self.normalized(folder.split(separator: "/"))
        guard let path, path.count > folder.count, path.starts(with: folder) else { return nil }
        return path.dropFirst(folder.count).joined(separator: "/")
    }

    /// Resolves a relative URI reference against the path of a file. Returns `nil` for any other reference.
    private static func resolve(_ reference: String, from base: [Substring]) -> [Substring]? {
        let beforeFragment = reference.prefix { $0 != "#" && $0 != "?" }
        guard !beforeFragment.isEmpty, !beforeFragment.hasPrefix("/"), !beforeFragment.contains(":"),
            let decoded = percentDecoded(beforeFragment)
        else { return nil }
        return normalized(base.dropLast() + decoded.split(separator: "/"))
    }

    private static func normalized(_ components: [Substring]) -> [Substring] {
        components.reduce(into: []) { path, component in
            if component == ".." { _ = path.popLast() } else if component != "." { path.append(component) }
        }
    }
}

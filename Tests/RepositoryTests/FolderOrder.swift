import Foundation
import Testing

/// The order of a module's folders, and violations of it.
enum FolderOrder {
    /// The folders in the table below the module's name in CONTRIBUTING.md.
    static func listed(for module: String) throws -> [String] {
        let page = try String(contentsOf: Repository.root.appendingPathComponent("CONTRIBUTING.md"), encoding: .utf8)
        let start = try #require(page.range(of: "`\(module)`:\n")).upperBound
        let rows = page[start...].drop { $0 == "\n" }.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("|") }
        return try rows.compactMap { try /\| `(.+?)` \|.*/.wholeMatch(in: $0).map { String($0.1) } }
    }

    /// Returns the folders that declare the names, in the order of the names. Names from elsewhere are left out.
    static func homes(of names: [Substring], in sources: [SourceFile]) -> [String] {
        let homes = Dictionary(sources.flatMap { source in source.declaredNames.map { ($0, source.folder) } }) { first, _ in first }
        return names.compactMap { homes[$0] }
    }

    static func violations(in sources: [SourceFile], order: [String]) -> [String] {
        let ranks = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        var homes: [Substring: String] = [:]
        for source in sources {
            for name in source.declaredNames { homes[name] = source.folder }
        }
        return sources.flatMap { source -> [String] in
            source.words.compactMap { word in
                guard let home = homes[word], let rank = ranks[home], let own = ranks[source.folder], rank > own else { return nil }
                return "\(source.folder)/\(source.name) mentions \(word) of \(home)"
            }.sorted()
        }
    }
}

/// A Swift file, without its comments and strings.
struct SourceFile {
    let folder: String
    let name: String
    private let code: String

    init(folder: String, name: String, text: String) {
        self.folder = folder
        self.name = name
        code =
            text
            .replacing(/\"\"\"(?s:.*?)\"\"\"/, with: "")
            .replacing(/"(?:\\.|[^"\\\n])*"/, with: "")
            .replacing(/\/\/.*/, with: "")
    }

    static func all(in module: String) throws -> [SourceFile] {
        let root = Repository.root.appendingPathComponent(module)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }.sorted()
        return try paths.map { path in
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            return SourceFile(
                folder: folder.isEmpty ? "." : folder, name: path.split(separator: "/").last.map(String.init) ?? path,
                text: try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
        }
    }

    /// The names that the rest of the module can use: top-level declarations that are not private.
    var declaredNames: [Substring] {
        let declaration =
            /(?m)^(?:@\S+ )*(?<modifiers>(?:(?:public|package|internal|final|indirect|private|fileprivate) )*)(?:struct|class|enum|protocol|actor|typealias|func|let|var) (?<name>\w+)/
        return code.matches(of: declaration).filter { !$0.modifiers.contains("private") }.map(\.name)
    }

    /// The types whose initializers or static functions create the values of constants and variables, from first to last.
    var createdValues: [Substring] { code.matches(of: /(?:let|var) \w+ = (?<type>[A-Z]\w*)[.(]/).map(\.output.type) }

    var words: Set<Substring> { Set(code.matches(of: /\b[A-Za-z_]\w*/).map(\.output)) }
}

enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

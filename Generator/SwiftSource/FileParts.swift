import GeneratorSwiftAPI

extension SwiftSource {
    /// Returns how many Swift files a file of the spec becomes. A large one becomes several, so that they compile side by side, and so that
    /// a change of one schema compiles one of them. Must match the plugin.
    ///
    /// - Parameter byteCount: The size of the file of the spec.
    package static func partCount(byteCount: Int) -> Int { min(max(1, byteCount / 131_072), 32) }
}

extension API.File {
    /// Returns the declarations in `count` parts of about the same size.
    ///
    /// The part of a declaration depends on its name alone, so that a declaration that is added or removed moves no other.
    func parts(_ count: Int) -> [API.File] {
        guard count > 1 else { return [self] }
        var parts = Array(repeating: API.File(source: source, types: [], methods: []), count: count)
        for type in types { parts[API.File.part(of: type.name, count)].types.append(type) }
        for method in methods { parts[API.File.part(of: method.group + "." + method.name, count)].methods.append(method) }
        return parts
    }

    /// The FNV-1a hash of the name, because Swift's own hash differs from run to run.
    private static func part(of name: String, _ count: Int) -> Int {
        let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        return Int((hash ^ hash >> 32) % UInt64(count))
    }
}

import GeneratorYAML

/// A place in a spec: a file path relative to the spec's folder, and the keys and indices that lead to a node in it.
package struct Place: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let file: String
    package let path: [String]
    /// The precomputed hash of the file and every component. Places are looked up often, and hashing their long texts is slow.
    private let hash: Int

    package init(file: String, path: [String]) {
        self.init(file: file, path: path, hash: Place.hash(path, after: file.hashValue))
    }

    private init(file: String, path: [String], hash: Int) {
        self.file = file
        self.path = path
        self.hash = hash
    }

    package func appending(_ components: String...) -> Place {
        Place(file: file, path: path + components, hash: Place.hash(components, after: hash))
    }

    private static func hash(_ components: [String], after hash: Int) -> Int {
        components.reduce(hash) { hash, component in
            var hasher = Hasher()
            hasher.combine(hash)
            hasher.combine(component)
            return hasher.finalize()
        }
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    package static func == (left: Place, right: Place) -> Bool {
        left.hash == right.hash && left.path == right.path && left.file == right.file
    }

    /// `Tags.yaml#/components/schemas/Tag`
    package var description: String {
        file + "#" + path.map { "/" + Place.escape($0) }.joined()
    }

    package static func < (left: Place, right: Place) -> Bool {
        left.file == right.file ? left.path.lexicographicallyPrecedes(right.path) : left.file < right.file
    }

    private static func escape(_ component: String) -> String {
        var escaped = ""
        for character in component.unicodeScalars {
            switch character {
            case "~": escaped += "~0"
            case "/": escaped += "~1"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}

/// The reason why a `$ref` cannot be resolved.
package struct ReferenceProblem: Error {
    let message: String
}

extension Place {
    /// Parses the text of a `$ref` in `file`.
    ///
    /// The text consists of a relative file path and a JSON pointer (RFC 6901) in a percent-encoded URI fragment. Either may be missing.
    package init(reference text: String, in file: String) throws(ReferenceProblem) {
        let parts = text.utf8.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false).map(Substring.init)
        guard let filePart = percentDecoded(parts[0]), let pointer = parts.count > 1 ? percentDecoded(parts[1]) : "" else {
            throw ReferenceProblem(message: "the reference \"\(text)\" has a broken percent-escape")
        }
        guard !filePart.utf8.contains(UInt8(ascii: ":")), !filePart.hasPrefix("/"), !filePart.utf8.contains(UInt8(ascii: "\\")) else {
            throw ReferenceProblem(
                message: "the reference \"\(text)\" leaves the spec's folder; copy its target into the spec and refer to it there")
        }
        let file = filePart.isEmpty ? file : try Place.normalize(filePart, besides: file, in: text)
        if pointer.isEmpty {
            self.init(file: file, path: [])
        } else if pointer.hasPrefix("/") {
            let path = try pointer.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
                .map { component throws(ReferenceProblem) in try Place.unescape(Substring(component), in: text) }
            self.init(file: file, path: path)
        } else {
            throw ReferenceProblem(
                message: "the reference \"\(text)\" is not a JSON pointer; write what follows # as /components/schemas/Name")
        }
    }

    private static func normalize(_ path: String, besides file: String, in text: String) throws(ReferenceProblem) -> String {
        func components(_ path: String) -> [Substring] { path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) }
        var folders = components(file).dropLast().map(String.init)
        for component in components(path) where component != "." {
            if component == ".." {
                guard folders.popLast() != nil else {
                    throw ReferenceProblem(
                        message:
                            "the reference \"\(text)\" leaves the spec's folder; copy its target into the spec and refer to it there")
                }
            } else {
                folders.append(String(component))
            }
        }
        return folders.joined(separator: "/")
    }

    private static func unescape(_ component: Substring, in text: String) throws(ReferenceProblem) -> String {
        guard let name = JSONPointer.unescaped(component) else {
            throw ReferenceProblem(message: "the reference \"\(text)\" has a ~ that is neither ~0 (a tilde) nor ~1 (a slash)")
        }
        return name
    }
}

/// Decodes percent-escapes. Returns `nil` if one is malformed or the result is not UTF-8.
func percentDecoded(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
        guard byte == UInt8(ascii: "%") else {
            bytes.append(byte)
            continue
        }
        guard let high = rest.next().flatMap(hexValue), let low = rest.next().flatMap(hexValue) else { return nil }
        bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
}

private func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}

/// The path from the root of a document to one of its values.
struct JSONPath: Sendable, CustomStringConvertible {
    enum Component: Sendable, Equatable {
        case member(String)
        case index(Int)
    }

    var components: [Component] = []
    private var text: String?

    /// Creates a path from its text.
    init(text: String) { self.text = text }

    /// Creates the path of the value that is being read at `offset`, or has just been read.
    ///
    /// Readers track no path while they succeed, so this initializer scans the text again. The text must be valid JSON up to `offset`.
    init(in document: [UInt8], upTo offset: Int) {
        let end = min(offset, document.count)
        var scopes: [Scope] = []
        var index = 0
        while index < end {
            switch document[index] {
            case UInt8(ascii: "{"): scopes.append(.object(nil, wantsName: true))
            case UInt8(ascii: "["): scopes.append(.array(0))
            case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = scopes.popLast()
            case UInt8(ascii: ","): scopes.append(scopes.popLast()?.next ?? .array(0))
            case UInt8(ascii: "\""):
                guard let close = Self.closingQuote(in: document, from: index + 1, before: end) else {
                    index = end
                    continue
                }
                if case .object(_, wantsName: true)? = scopes.last {
                    var reader = JSONReader(document)
                    reader.position = index
                    let name = try? reader.readString()
                    scopes[scopes.count - 1] = .object(name, wantsName: false)
                }
                index = close
            default: break
            }
            index += 1
        }
        components = scopes.compactMap(\.component)
    }

    private enum Scope {
        case object(String?, wantsName: Bool)
        case array(Int)

        var next: Scope {
            switch self {
            case .object: .object(nil, wantsName: true)
            case .array(let index): .array(index + 1)
            }
        }

        var component: Component? {
            switch self {
            case .object(let name, _): name.map(Component.member)
            case .array(let index): .index(index)
            }
        }
    }

    private static func closingQuote(in document: [UInt8], from start: Int, before end: Int) -> Int? {
        var index = start
        while index < end {
            switch document[index] {
            case UInt8(ascii: "\""): return index
            case UInt8(ascii: "\\"): index += 2
            default: index += 1
            }
        }
        return nil
    }

    var description: String {
        if let text { return text }
        return components.reduce(into: "$") { path, component in
            switch component {
            case .index(let index): path += "[\(index)]"
            case .member(let name):
                path += name.isPlainName ? ".\(name)" : "[\(JSONValue.string(name))]"
            }
        }
    }
}

extension String {
    /// `true` if a path can contain the name without quotation marks.
    fileprivate var isPlainName: Bool {
        !isEmpty && unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "_" || $0 == "-" }
    }
}

/// JSON Pointer (RFC 6901).
package enum JSONPointer {
    /// Returns the member name that a component of a pointer stands for, or `nil` if a `~` in it is neither `~0` nor `~1`.
    package static func unescaped(_ component: Substring) -> String? {
        guard component.utf8.contains(UInt8(ascii: "~")) else { return String(component) }
        var name = String.UnicodeScalarView()
        var scalars = component.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "~" else {
                name.append(scalar)
                continue
            }
            switch scalars.next() {
            case "0": name.append("~")
            case "1": name.append("/")
            default: return nil
            }
        }
        return String(name)
    }
}

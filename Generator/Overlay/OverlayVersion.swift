/// A version of the Overlay Specification.
package enum OverlayVersion: String, Sendable, Comparable, CaseIterable {
    case v1_0 = "1.0"
    case v1_1 = "1.1"
    case v1_2 = "1.2"

    /// Creates the version from the text of `overlay`, such as `1.0.0`. Patch versions do not differ.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[2].isEmpty, parts[2].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        self.init(rawValue: "\(parts[0]).\(parts[1])")
    }

    package static func < (left: OverlayVersion, right: OverlayVersion) -> Bool { left.rawValue < right.rawValue }
}

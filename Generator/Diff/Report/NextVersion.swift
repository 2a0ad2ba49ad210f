/// A version in the format of Semantic Versioning.
package struct SemanticVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let major: Int
    package let minor: Int
    package let patch: Int

    package init(_ major: Int, _ minor: Int, _ patch: Int) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Parses `1.2.3`, or `v1.2.3` as used in tags. Returns `nil` for anything else, including pre-releases.
    package init?(_ text: String) {
        let parts = text.drop { $0 == "v" }.split(separator: ".", omittingEmptySubsequences: false)
        let isWritten =
            parts.count == 3
            && parts.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                    && (part == "0" || part.first != "0")
            }
        let numbers = parts.compactMap { Int($0) }
        guard isWritten, numbers.count == 3, !text.hasPrefix("vv") else { return nil }
        self.init(numbers[0], numbers[1], numbers[2])
    }

    package var description: String { "\(major).\(minor).\(patch)" }

    package static func < (left: Self, right: Self) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }

    /// Returns the version of a release that contains changes with this verdict. Before 1.0.0, a breaking change increments the
    /// second number.
    package func next(after effect: Verdict) -> SemanticVersion {
        switch (Release(after: effect), major) {
        case (.major, 0): .init(0, minor + 1, 0)
        case (.major, _): .init(major + 1, 0, 0)
        case (.minor, 0), (.patch, _): .init(major, minor, patch + 1)
        case (.minor, _): .init(major, minor + 1, 0)
        }
    }
}

/// The kind of release that changes require.
package enum Release: String, Sendable {
    case major, minor, patch

    package init(after effect: Verdict) {
        switch effect {
        case .breaking: self = .major
        case .risky, .compatible: self = .minor
        case .none: self = .patch
        }
    }
}

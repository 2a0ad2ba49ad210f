package import GeneratorYAML

/// Two values that are the bounds of a range of days (`x-window`): members of an object, or query parameters of an operation.
package struct Window: Sendable, Equatable {
    /// The name of the first time of the range.
    package let start: String
    /// The name of the last time of the range.
    package let end: String
    /// The name of the member that names the time zone; `nil` if there is none.
    package let zone: String?
    package let location: SourceLocation

    /// Reads `x-window`; `nil` if the object has none.
    ///
    /// - Parameter hasZone: `true` if a member can name the time zone.
    init?(_ object: inout ObjectReader, hasZone: Bool, diagnostics: Diagnostics) {
        guard let node = object.node("x-window"),
            var window = ObjectReader(node, at: object.place.appending("x-window"), what: "x-window", diagnostics: diagnostics)
        else { return nil }
        let (start, end) = (window.requiredString("start"), window.requiredString("end"))
        zone = hasZone ? window.string("zone") : nil
        window.finish()
        guard let start, let end else { return nil }
        guard Set([start, end, zone].compactMap(\.self)).count == (zone == nil ? 2 : 3) else {
            diagnostics.error(at: node.location, "x-window names \"\(start)\" twice; the start, the end and the zone are different values")
            return nil
        }
        self.start = start
        self.end = end
        location = node.location
    }
}

import GeneratorOpenAPI

/// Finds the values that `x-window` names.
extension TypeBuilder {
    /// Returns the windows of an object, each once although several of its parts may have it.
    func dayWindows(_ windows: [Window], of structure: Structure) -> [DayWindow] {
        var known: [DayWindow] = []
        for window in windows {
            guard let window = dayWindow(window, of: structure) else { continue }
            if known.contains(where: { $0.start == window.start && $0.end == window.end }) { continue }
            if let other = known.first(where: { ($0.zone == nil) == (window.zone == nil) }) {
                diagnostics.error(
                    at: window.location,
                    "x-window makes the same initializer as the window at \(other.location), for other members; remove one of them")
                continue
            }
            known.append(window)
        }
        return known
    }

    /// Returns the window of an object, or reports an error and returns `nil` if it names no such members.
    private func dayWindow(_ window: Window, of structure: Structure) -> DayWindow? {
        func property(_ name: String) -> Property? { structure.properties.first { $0.wireName == name && $0.isWritten } }
        guard let start = property(window.start), let end = property(window.end),
            case .wallClockTime = start.type.withoutOptionality, case .wallClockTime(let digits) = end.type.withoutOptionality
        else {
            diagnostics.error(
                at: window.location,
                "x-window names \"\(window.start)\" and \"\(window.end)\", which must be members of the object with x-wall-clock")
            return nil
        }
        var zone: DayWindow.Zone?
        if let name = window.zone {
            guard let property = property(name), let isIdentifier = isIdentifier(property.type.withoutOptionality) else {
                diagnostics.error(
                    at: window.location, "x-window has zone: \(name), which must be a member of the object that is a string: a zone's name")
                return nil
            }
            zone = .init(name: property.name, isIdentifier: isIdentifier)
        }
        let result = DayWindow(
            start: start.name, end: end.name, zone: zone, fractionDigits: digits, documentation: [], location: window.location)
        let others = Set(structure.parameters(besides: result).map(\.name))
        if let name = [DayWindow.days, DayWindow.timeZone].first(where: others.contains) {
            diagnostics.error(
                at: window.location,
                "x-window makes an initializer with the parameter \"\(name)\", and a property has this name; give it an x-swift-name",
                about: .name)
            return nil
        }
        return result
    }

    /// Returns `true` for an identifier and `false` for a text; `nil` for any other type.
    private func isIdentifier(_ type: TypeReference) -> Bool? {
        if type == .string { return false }
        if case .named(let name) = type, case .identifier = declared.kind(of: name) { return true }
        return nil
    }
}

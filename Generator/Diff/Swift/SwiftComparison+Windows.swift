import GeneratorSwiftAPI
import GeneratorSwiftSource
import GeneratorYAML

/// Compares the methods and the initializers that take days. Changes of their other arguments are reported with the methods and the
/// initializers that take two times.
extension SwiftComparison {
    mutating func compareWindows(_ old: Method, _ new: Method) {
        switch (old.window, new.window) {
        case (nil, _?): addNewWindow(of: new, old: old)
        case (_?, nil): addRemovedWindow(of: old, new: new)
        default: break
        }
    }

    mutating func addNewWindow(of method: Method, old: Method?) {
        add(
            .methodAdded, methods.subject(method, in: new) + "(\(DayWindow.days):)", "a new method that takes days instead of two times",
            old: old?.location, new: method.location, operation: method.operationID)
    }

    mutating func addRemovedWindow(of method: Method, new: Method?) {
        add(
            .methodRemoved, methods.subject(method, in: old) + "(\(DayWindow.days):)",
            "the method that takes days instead of two times was removed; calls of it do not compile", old: method.location,
            new: new?.location, operation: method.operationID)
    }

    mutating func compareWindows(
        _ old: Structure, _ new: Structure, _ subject: String, at place: (old: SourceLocation, new: SourceLocation)
    ) {
        for window in old.windows where !new.windows.contains(where: { isCalled($0, of: new, like: window, of: old) }) {
            add(
                .initializerRemoved, name(of: window, subject),
                "the initializer was removed, or takes other arguments; calls of it do not compile",
                old: place.old, new: nil, nearest: place.new)
        }
        for window in new.windows where !old.windows.contains(where: { isCalled(window, of: new, like: $0, of: old) }) {
            add(
                .initializerAdded, name(of: window, subject), "a new initializer that takes days instead of two times", old: place.old,
                new: place.new)
        }
    }

    private func name(of window: DayWindow, _ subject: String) -> String {
        "\(subject).init(\(DayWindow.days):\(window.zone == nil ? "" : "in:"))"
    }

    /// `true` if calls with days call the new initializer where they called the old one, and the same values follow from the days.
    private func isCalled(_ new: DayWindow, of structure: Structure, like old: DayWindow, of other: Structure) -> Bool {
        func wireNames(_ window: DayWindow, _ structure: Structure) -> [String?] {
            [window.start, window.end, window.zone?.name].map { name in structure.properties.first { $0.name == name }?.wireName }
        }
        return wireNames(new, structure) == wireNames(old, other)
    }
}

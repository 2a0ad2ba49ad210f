package import GeneratorYAML

/// Two wall-clock times that are the bounds of a range of days. Callers may pass the days instead.
package struct DayWindow: Sendable, Equatable {
    /// The name of the property or the argument for the first time.
    package let start: String
    /// The name of the property or the argument for the last time.
    package let end: String
    /// The property that names the time zone; `nil` if there is none.
    package let zone: Zone?
    /// The number of fractional digits with which the last time is sent.
    package let fractionDigits: Int
    package let documentation: [String]
    package let location: SourceLocation

    package struct Zone: Sendable, Equatable {
        package let name: String
        /// `true` if the property is an identifier that has a text, rather than the text itself.
        package let isIdentifier: Bool
    }

    /// The name of the parameter for the days, which no other parameter has.
    package static let days = "days"
    /// The name of the parameter for the time zone, which no other parameter has.
    package static let timeZone = "timeZone"

    /// Returns `true` if the days, or the time zone, determine the value of the property or argument.
    package func sets(_ name: String) -> Bool { [start, end, zone?.name].contains(name) }
}

extension Structure {
    /// The parameters of the initializer for days, besides the days and the time zone.
    package func parameters(besides window: DayWindow) -> [Parameter] { parameters.filter { !window.sets($0.name) } }
}

extension Method {
    /// The arguments of a method that takes days instead of two times, before and after the days, which are the last required argument.
    ///
    /// - Parameter arguments: The arguments of the method that takes two times.
    package func arguments(besides window: DayWindow, among arguments: [Argument]) -> (before: [Argument], after: [Argument]) {
        let others = arguments.filter { !window.sets($0.name) }
        let index = others.firstIndex { $0.role == .file || $0.isOptional || $0.defaultValue != nil } ?? others.count
        return (Array(others[..<index]), Array(others[index...]))
    }
}

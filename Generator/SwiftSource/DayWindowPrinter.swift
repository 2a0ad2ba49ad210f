package import GeneratorSwiftAPI

// Declarations for ranges of days, shared by the emitted code and the surface.

extension DayWindow {
    /// `days: ClosedRange<CalendarDate>`
    fileprivate static let parameter = "\(days): ClosedRange<CalendarDate>"

    /// Returns the value of the property or argument; `nil` if the days do not determine it.
    fileprivate func value(of name: String) -> String? {
        if name == start { return "\(Self.days).firstWallClockTime" }
        if name == end { return "\(Self.days).lastWallClockTime(fractionDigits: \(fractionDigits))" }
        guard let zone, name == zone.name else { return nil }
        let text = "\(Self.timeZone).identifier"
        return zone.isIdentifier ? ".init(rawValue: \(text))" : text
    }

    /// Returns the signature of the initializer that takes days: `init(days: ClosedRange<CalendarDate>, in timeZone: TimeZone)`.
    ///
    /// - Parameter rootName: The API's type, used to qualify the types nested in it; `nil` inside that type.
    package func initializer(of structure: Structure, in rootName: String?) -> Signature {
        Signature(
            opening: "init(",
            arguments: [Self.parameter] + (zone == nil ? [] : ["in \(Self.timeZone): TimeZone"])
                + structure.parameters(besides: self).map { $0.declaration(in: rootName) },
            closing: ")")
    }

    func print(initializerOf structure: Structure, to writer: inout SourceWriter) {
        writer.documentation([
            "Creates a value for a range of days, from the start of the first to the end of the last\(zone == nil ? "." : " in a time zone.")"
        ])
        writer.signature(initializer(of: structure, in: nil), access: "public")
        writer.nested { writer in
            let values = structure.parameters.map { parameter in
                "\(Names.quotedCallLabel(parameter.name)): \(value(of: parameter.name) ?? Names.quoted(parameter.name))"
            }
            writer.list("self.init(", values, closing: ")")
        }
        writer.line("}")
    }
}

extension Method {
    /// Returns the signature of the method that takes days instead of two times.
    ///
    /// - Parameters:
    ///   - pages: The pages over which the method iterates; `nil` for the method that makes one request.
    ///   - rootName: The API's type, used to qualify the types nested in it; `nil` inside that type.
    package func signature(of window: DayWindow, pages: Pages?, in rootName: String?) -> Signature {
        let base = pages.map { signature(of: $0, in: rootName) } ?? signature(in: rootName)
        let (before, after) = arguments(besides: window, among: pages.map(arguments(of:)) ?? arguments)
        return Signature(
            opening: base.opening,
            arguments: before.map { $0.declaration(in: rootName) } + [DayWindow.parameter] + after.map { $0.declaration(in: rootName) },
            closing: base.closing)
    }

    /// Prints the method that takes days instead of two times. It calls the one with two times.
    func print(_ window: DayWindow, pages: Pages?, in rootName: String, to writer: inout SourceWriter) {
        let passed = pages.map(arguments(of:)) ?? arguments
        let (before, after) = arguments(besides: window, among: passed)
        writer.documentation(documentation)
        if pages != nil { writer.documentation(MethodPrinter.documentationOfPages) }
        writer.parameterDocumentation(
            before.map { ($0.name, $0.documentation) } + [(DayWindow.days, window.documentation)]
                + after.map { ($0.name, $0.documentation) })
        if pages == nil { writer.line("/// - Throws: `APIFailure`.") }
        writer.deprecation(deprecation)
        if isResultDiscardable { writer.line("@discardableResult") }
        writer.signature(signature(of: window, pages: pages, in: rootName), access: "public")
        writer.nested { writer in
            let values = passed.map { argument in
                let label = argument.label.map { Names.quotedCallLabel($0) + ": " } ?? ""
                return label + (window.value(of: argument.name) ?? Names.quoted(argument.name))
            }
            writer.fill("\(pages == nil ? "try await " : "")\(Names.quoted(pages?.name ?? name))(", values, closing: ")")
        }
        writer.line("}")
    }
}

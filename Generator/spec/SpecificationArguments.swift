import ArgumentParser

/// The specs that a command operates on, for commands that accept any number.
struct SpecificationArguments: ParsableArguments {
    static let usual = ["Spec/Clockify", "Spec/ClockifyLegacy"]

    @Argument(
        help: ArgumentHelp(
            "A spec: its folder or its document. (default: \(usual.joined(separator: " and ")))", valueName: "spec"),
        completion: .file())
    var paths: [String] = []

    @OptionGroup var overlays: OverlayOptions

    func validate() throws {
        if !overlays.paths.isEmpty, paths.count != 1 { throw ValidationError("--overlay is for one spec; name it") }
    }

    func specifications() throws(Failure) -> [Specification] {
        var specifications: [Specification] = []
        for path in paths.isEmpty ? Self.usual : paths { specifications.append(try Specification(path, overlays: overlays.paths)) }
        return specifications
    }
}

/// The spec that a command operates on, for commands that accept one.
struct SpecificationArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The spec: its folder or its document.", valueName: "spec"), completion: .file())
    var path = SpecificationArguments.usual[0]

    @OptionGroup var overlays: OverlayOptions

    func specification() throws(Failure) -> Specification { try Specification(path, overlays: overlays.paths) }
}

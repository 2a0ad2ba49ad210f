import GeneratorOpenAPI

/// The name of the type that represents the whole API.
struct RootName {
    let name: String

    init(of document: Document, diagnostics: Diagnostics) {
        if let name = document.swiftName {
            if Names.isType(name), !Names.reservedTypes.contains(name) {
                self.name = name
                return
            }
            diagnostics.error(
                at: document.location, "x-swift-name \"\(name)\" of info is not a valid name for a Swift type", about: .name)
        }
        // A title in another script, or none at all, gives no name.
        var name = document.title.utf8.contains(where: Names.isLetter) ? Names.type(document.title) : "API"
        if name.unicodeScalars.first?.isASCII == true, name.hasPrefix("Model"), !document.title.hasPrefix("Model") {
            // Part of the title is in a script without capital letters.
            name = Names.type(String(String.UnicodeScalarView(document.title.unicodeScalars.map { $0.isASCII ? $0 : " " })))
        }
        self.name = Names.reservedTypes.contains(name) || Names.keywords.contains(name) ? name + "API" : name
    }
}

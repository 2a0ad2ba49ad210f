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
        // Letters of scripts without capital letters are left out. A title without ASCII letters gives no name.
        let scalars = document.title.unicodeScalars.map { $0.isASCII || $0.properties.isCased ? $0 : " " }
        let title = String(String.UnicodeScalarView(scalars))
        let name = title.utf8.contains(where: Names.isLetter) ? Names.type(title) : "API"
        self.name = Names.reservedTypes.contains(name) || Names.keywords.contains(name) ? name + "API" : name
    }
}

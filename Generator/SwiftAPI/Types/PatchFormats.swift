import GeneratorOpenAPI

/// The media types of a body that describes changes, such as `application/merge-patch+json` and `application/json-patch+json`.
///
/// The same JSON means something else in each of them, so callers choose one.
struct PatchFormats {
    let media: [MediaType]

    /// Returns `nil` if the body is sent in one format only, or if the formats have schemas that differ.
    init?(_ body: RequestBody, sent: MediaType, resolutions: Resolutions) {
        guard sent.isJSON else { return nil }
        let schema = sent.schema.map { resolutions.resolved($0).schema.place }
        media = body.content.filter { media in
            // JSON is YAML, too.
            (media.isJSON || media.isPatch) && media.schema.map { resolutions.resolved($0).schema.place } == schema
        }
        guard media.count > 1, media.contains(where: \.isPatch) else { return nil }
    }

    var enumeration: Enumeration {
        var table = NameTable(reserved: [EnumerationNames.list])
        let names = table.unique(media.map(\.formatName), Names.member)
        let members = zip(media, names).map { Enumeration.Member(name: $1, value: .string($0.name), location: $0.location) }
        return Enumeration(rawType: .string, members: members, use: .bodyFormat)
    }
}

extension MediaType {
    /// `true` if JSON in this format describes changes.
    fileprivate var isPatch: Bool { essence.hasSuffix("patch+json") || essence.hasSuffix("patch+yaml") }

    /// The format without its place in the tree of media types: `merge-patch` for `application/merge-patch+json`, and `json`.
    fileprivate var formatName: String {
        let subtype = essence.split(separator: "/").last ?? ""
        return String(isPatch ? subtype.prefix { $0 != "+" } : subtype)
    }
}

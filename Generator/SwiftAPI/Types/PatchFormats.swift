import GeneratorOpenAPI

/// The patch formats that an operation accepts, such as `application/merge-patch+json` and `application/json-patch+json`.
///
/// The same JSON has a different meaning in each, so callers choose one.
struct PatchFormats {
    let media: [MediaType]

    /// Returns `nil` if there is only one format, or if the formats have different schemas.
    init?(_ body: RequestBody, sent: MediaType, resolutions: Resolutions) {
        guard sent.isJSON else { return nil }
        let schema = sent.schema.map { resolutions.resolved($0).schema.place }
        media = body.content.filter { media in
            // JSON is also YAML.
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
    /// `true` for a patch format: a body in it describes changes.
    fileprivate var isPatch: Bool { essence.hasSuffix("patch+json") || essence.hasSuffix("patch+yaml") }

    /// The name of the format without the type and the suffix: `merge-patch` for `application/merge-patch+json`, `json` for
    /// `application/json`.
    fileprivate var formatName: String {
        let subtype = essence.split(separator: "/").last ?? ""
        return String(isPatch ? subtype.prefix { $0 != "+" } : subtype)
    }
}

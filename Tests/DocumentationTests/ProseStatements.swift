import GeneratorOpenAPI
import GeneratorYAML

/// Compares the spec with prose of the page: the description in `info`, descriptions of tags, security schemes and servers.
extension ComparedSpecification {
    func proseDifference(from fact: Fact) -> [Difference] {
        switch (fact.element, fact.attribute) {
        case ("info", "title"): return difference(from: fact, says: document.title, at: document.location)
        case ("info", "version"): return difference(from: fact, says: document.version, at: document.location)
        case ("info", "server"):
            let urls = document.servers.map(\.defaultURL)
            return difference(from: fact, says: urls.contains(fact.value) ? fact.value : urls.first, at: document.location)
        case ("info", "terms"):
            let terms = files.root(of: document.file, neededAt: nil)?["info"]?["termsOfService"]?.string
            return difference(from: fact, says: terms, at: document.location)
        case ("info", "logo"):
            let logo = files.root(of: document.file, neededAt: nil)?["info"]?["x-logo"]?["url"]?.string
            return difference(from: fact, says: logo, at: document.location)
        case ("contents", "group"):
            return tagGroups.contains(fact.value) ? [] : [missing(fact)]
        case ("security", _):
            let isThere = document.securitySchemes.contains { scheme in
                guard case .header(let name) = scheme.kind else { return false }
                return fact.value == (fact.attribute == "name" ? name : "header")
            }
            return isThere ? [] : [missing(fact)]
        case (_, "section"):
            return []  // only used by the test to group facts
        case ("section", _):
            return sectionDifference(from: fact)
        default:
            // The introduction and the guide describe the whole API. The guide may also be placed with its operations.
            return difference(from: fact, contains: [document.description] + document.tags.map(\.description), at: document.location)
        }
    }

    /// Entries such as `Clockify API: User`, for each tag of each group.
    private var tagGroups: [String] {
        (files.root(of: document.file, neededAt: nil)?["x-tagGroups"]?.sequence ?? []).flatMap { group in
            (group["tags"]?.sequence ?? []).map { "\(group["name"]?.string ?? ""): \($0.string ?? "")" }
        }
    }

    private func sectionDifference(from fact: Fact) -> [Difference] {
        let tag = document.tags.first { anchor(of: $0.documentation) == fact.subject || $0.name == fact.subject }
        guard let tag else { return [missing(fact)] }
        return fact.attribute == "title"
            ? difference(from: fact, says: tag.name, at: tag.location)
            : difference(from: fact, contains: [tag.description], at: tag.location)
    }
}

/// Returns the anchor in the URL of a place in the documentation, which begins with a `#`.
func anchor(of url: String?) -> String? {
    guard let url, let start = url.firstIndex(of: "#") else { return nil }
    return String(url[start...])
}

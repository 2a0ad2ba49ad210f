import Foundation
import GeneratorSwiftAPI
import GeneratorSwiftSource
import GeneratorTestSupport
import Testing

/// The pages of all calls, and the rules that make calls predictable.
@Suite struct CallReferenceTests {
    static let folders = ["Spec/Clockify", "Spec/ClockifyLegacy"]

    private static let repository = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }

    private func api(of folder: String) throws -> API {
        let files = try FileManager.default.contentsOfDirectory(
            at: Self.repository.appending(path: folder), includingPropertiesForKeys: nil)
        let texts = try files.filter { $0.pathExtension == "yaml" }.map {
            ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
        }
        return try #require(generate(Dictionary(uniqueKeysWithValues: texts)).api)
    }

    private func methods(of folder: String) throws -> [GeneratorSwiftAPI.Method] { try api(of: folder).files.flatMap(\.methods) }

    @Test("The page of all calls matches the spec", arguments: folders)
    func pageMatchesSpec(folder: String) throws {
        let page = CallReference(try api(of: folder)).page
        let file = Self.repository.appending(path: folder).appending(path: "CALLS.md")
        let committed = try String(contentsOf: file, encoding: .utf8)
        let lines = zip(page.split(separator: "\n"), committed.split(separator: "\n"))
        let difference = lines.first { $0 != $1 }.map { "; first \"\($0)\" in place of \"\($1)\"" } ?? ""
        #expect(
            page == committed,
            "\(folder)/CALLS.md is stale\(difference); `swift run spec calls --write` mends it"
        )
    }

    @Test("Every operation is on the page", arguments: folders)
    func everyOperationIsOnPage(folder: String) throws {
        let api = try api(of: folder)
        let page = CallReference(api).page
        for method in api.files.flatMap(\.methods) {
            #expect(page.contains("// \(method.httpMethod) \(method.path) · \(method.operationID)"))
            #expect(page.contains("\n\(Names.quoted(method.name))("))
        }
    }

    // MARK: Predictable calls

    /// The subject of a call comes first, without a label, then `in:`, then everything else.
    @Test("The workspace is the first label", arguments: folders)
    func workspaceIsFirst(folder: String) throws {
        for method in try methods(of: folder) where method.path.contains("{workspaceId}") {
            let call = "\(method.group).\(method.name)"
            let isAbout =
                method.path.hasSuffix("{workspaceId}") || method.group == "workspaces" && method.arguments.first?.name == "workspace"
            guard !isAbout else { continue }
            #expect(method.arguments.first { $0.label != nil }?.label == "in", "\(call)")
            #expect(method.arguments.first { $0.label == "in" }?.name == "workspace", "\(call)")
        }
    }

    @Test("The same parameter has the same name in every call", arguments: folders)
    func parameterNames(folder: String) throws {
        var names: [String: Set<String>] = [:]
        for method in try methods(of: folder) {
            for argument in method.arguments {
                guard case .query(let wireName, _) = argument.role else { continue }
                let key = wireName.lowercased().filter { $0 != "-" }
                names[key, default: []].insert(argument.label ?? "_")
            }
        }
        // These are one value in one call and a list in the other.
        for (parameter, names) in names where parameter != "entitytype" && parameter != "type" {
            #expect(names.count == 1, "\(parameter): \(names.sorted())")
        }
    }

    @Test("Sorting and paging come last, in a fixed order", arguments: folders)
    func sortingAndPaging(folder: String) throws {
        let last = ["sortColumn", "sortOrder", "page", "pageSize"]
        for method in try methods(of: folder) {
            let labels = method.arguments.filter { $0.role != .body && $0.role != .file }.compactMap(\.label)
            let ending = last.filter(labels.contains)
            #expect(Array(labels.suffix(ending.count)) == ending, "\(method.group).\(method.name)")
        }
    }

    @Test("A call with pages is a list or a report", arguments: folders)
    func pagedCalls(folder: String) throws {
        for method in try methods(of: folder) where method.pages != nil {
            #expect(method.name.hasPrefix("list") || method.group == "reports", "\(method.group).\(method.name)")
        }
    }

    @Test("Calls that read, create, change and remove have matching names", arguments: folders)
    func verbs(folder: String) throws {
        let verbs = [
            "GET": ["list", "get", "me", "export", "download"], "DELETE": ["delete", "remove"], "PUT": ["update", "set", "publish"],
            "PATCH": ["update", "set", "stop", "generate"],
        ]
        for method in try methods(of: folder) {
            guard let verbs = verbs[method.httpMethod] else { continue }
            #expect(verbs.contains { method.name.hasPrefix($0) }, "\(method.group).\(method.name)")
        }
    }

    @Test("A start precedes its end", arguments: folders)
    func startBeforeEnd(folder: String) throws {
        for type in try api(of: folder).files.flatMap(\.types) {
            guard case .structure(let structure) = type.kind else { continue }
            let names = structure.properties.map(\.wireName)
            for (begin, end) in [("start", "end"), ("startDate", "endDate"), ("dateRangeStart", "dateRangeEnd"), ("startTime", "endTime")] {
                guard let begin = names.firstIndex(of: begin), let end = names.firstIndex(of: end) else { continue }
                #expect(begin < end, "\(type.name)")
            }
        }
    }

    @Test("Names contain no noise from the wire format", arguments: folders)
    func noWireNoise(folder: String) throws {
        for type in try api(of: folder).files.flatMap(\.types) {
            for noise in ["Dto", "V1", "Impl", "Request"] where type.name.hasSuffix(noise) || type.name.contains("Dto") {
                // Requests for time off or approval are part of the domain.
                let isDomain = ["TimeOffRequest", "ApprovalRequest"].contains { type.name.hasSuffix($0) }
                #expect(isDomain && noise == "Request", "\(type.name)")
            }
        }
    }
}

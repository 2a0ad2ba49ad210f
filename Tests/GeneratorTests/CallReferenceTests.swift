import Foundation
import GeneratorSwiftAPI
import GeneratorSwiftSource
import GeneratorTestSupport
import Testing

/// The pages of all calls, and what makes calls predictable.
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

    @Test("The page of all calls says what the spec says", arguments: folders)
    func pageOfAllCallsSaysWhatSpecSays(folder: String) throws {
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

    // MARK: What makes calls predictable

    /// What a call is about comes first, without a label, then `in:`, then all else.
    @Test("The workspace comes first among the labels", arguments: folders)
    func workspaceComesFirstAmongLabels(folder: String) throws {
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
    func sameParameterHasSameNameInEveryCall(folder: String) throws {
        var names: [String: Set<String>] = [:]
        for method in try methods(of: folder) {
            for argument in method.arguments {
                guard case .query(let wireName, _) = argument.role else { continue }
                let key = wireName.lowercased().filter { $0 != "-" }
                names[key, default: []].insert(argument.label ?? "_")
            }
        }
        // One value in the one, a list in the other.
        for (parameter, names) in names where parameter != "entitytype" && parameter != "type" {
            #expect(names.count == 1, "\(parameter): \(names.sorted())")
        }
    }

    @Test("Sorting and paging come last, in one order", arguments: folders)
    func sortingAndPagingComeLastInOneOrder(folder: String) throws {
        let last = ["sortColumn", "sortOrder", "page", "pageSize"]
        for method in try methods(of: folder) {
            let labels = method.arguments.filter { $0.role != .body && $0.role != .file }.compactMap(\.label)
            let ending = last.filter(labels.contains)
            #expect(Array(labels.suffix(ending.count)) == ending, "\(method.group).\(method.name)")
        }
    }

    @Test("What pages is a list with a lazy twin, or a report", arguments: folders)
    func whatPagesIsListWithLazyTwinOr(folder: String) throws {
        for method in try methods(of: folder) where method.pages != nil {
            #expect(method.name.hasPrefix("list") || method.group == "reports", "\(method.group).\(method.name)")
        }
    }

    @Test("What is read, made, changed and removed is called so", arguments: folders)
    func whatIsReadMadeChangedAndRemovedIs(folder: String) throws {
        let verbs = [
            "GET": ["list", "get", "me", "export", "download"], "DELETE": ["delete", "remove"], "PUT": ["update", "set", "publish"],
            "PATCH": ["update", "set", "stop", "generate"],
        ]
        for method in try methods(of: folder) {
            guard let verbs = verbs[method.httpMethod] else { continue }
            #expect(verbs.contains { method.name.hasPrefix($0) }, "\(method.group).\(method.name)")
        }
    }

    @Test("What begins is said before what ends", arguments: folders)
    func whatBeginsIsSaidBeforeWhatEnds(folder: String) throws {
        for type in try api(of: folder).files.flatMap(\.types) {
            guard case .structure(let structure) = type.kind else { continue }
            let names = structure.properties.map(\.wireName)
            for (begin, end) in [("start", "end"), ("startDate", "endDate"), ("dateRangeStart", "dateRangeEnd"), ("startTime", "endTime")] {
                guard let begin = names.firstIndex(of: begin), let end = names.firstIndex(of: end) else { continue }
                #expect(begin < end, "\(type.name)")
            }
        }
    }

    @Test("No name has the wire's noise", arguments: folders)
    func noNameHasWiresNoise(folder: String) throws {
        for type in try api(of: folder).files.flatMap(\.types) {
            for noise in ["Dto", "V1", "Impl", "Request"] where type.name.hasSuffix(noise) || type.name.contains("Dto") {
                // A request for time off, or for approval, is a thing of the domain.
                let isDomain = ["TimeOffRequest", "ApprovalRequest"].contains { type.name.hasSuffix($0) }
                #expect(isDomain && noise == "Request", "\(type.name)")
            }
        }
    }
}

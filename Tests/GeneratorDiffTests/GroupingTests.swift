import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML
import Testing

@testable import GeneratorDiff

/// Revisions of a small spec, and the entries that a reader sees.
@Suite struct GroupingTests {
    private static let shop = """
        openapi: 3.1.0
        info: {title: Shop, version: v1}
        servers: [{url: https://x.test}]
        paths:
          /tags:
            get:
              tags: [Tags]
              operationId: getTags
              x-swift-name: list
              parameters: [{$ref: '#/components/parameters/size'}]
              responses:
                '200': {description: OK, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Tag'}}}}}
            post:
              tags: [Tags]
              operationId: createTag
              x-swift-name: create
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Tag'}}}}
              responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Tag'}}}}}
          /jobs:
            get:
              tags: [Jobs]
              operationId: getJob
              x-swift-name: get
              parameters: [{$ref: '#/components/parameters/size'}]
              responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}}}
        components:
          parameters:
            size: {name: size, in: query, schema: {type: integer}}
          schemas:
            Tag:
              type: object
              properties:
                name: {type: string, maxLength: 9}
                status: {type: string, enum: [on, off]}
                owner: {type: string}
                color: {type: object, properties: {shade: {type: string, enum: [light, dark]}}}
            Job:
              type: object
              properties:
                owner: {type: string}
                level: {type: string}
                step: {$ref: '#/components/schemas/Step'}
            Step: {type: object, properties: {at: {$ref: '#/components/schemas/StepID'}}}
            StepID: {type: string}
        """

    private func report(
        from old: String = shop, to new: String, accepting acceptances: [Acceptance] = [], only side: Report.Side? = nil
    ) throws -> Report {
        let diagnostics = Diagnostics()
        let documents = [try document(old), try document(new)]
        let interfaces = documents.map { API(of: $0, diagnostics: diagnostics) }
        #expect(diagnostics.all.filter { $0.severity == .error }.map(\.description) == [])
        return Report(
            old: "old", new: "new",
            changes: changes(from: documents[0], to: documents[1]) + changes(from: interfaces[0], to: interfaces[1]),
            acceptances: acceptances, only: side)
    }

    /// Returns each entry as a line: what changed, what follows from it, and what to do.
    private func lines(_ report: Report) -> [String] {
        report.entries.map { entry in
            ([Wording(entry).headline] + Wording(entry).others + Wording(entry).consequences.map { "Swift: \($0.text)" }
                + [entry.action { "`\($0)`" }]).joined(separator: " | ")
        }
    }

    private func edited(_ pairs: (String, String)...) -> String {
        pairs.reduce(Self.shop) { $0.replacing($1.0, with: $1.1) }
    }

    private func accepting(_ check: String, _ subject: String) -> Acceptance {
        Acceptance(check: check, subject: subject, reason: "Never sent.", location: .init(file: "accepted.yaml", line: 2, column: 3))
    }

    @Test("A renamed type is one entry with the types that are named after it, however often it is used")
    func renamedType() throws {
        #expect(
            lines(try report(to: edited(("schemas/Tag", "schemas/Label"), ("    Tag:\n", "    Label:\n")))) == [
                "Shop.Tag: the type was renamed to Label; code that uses Tag does not compile"
                    + " | Swift: Shop.TagStatus: the type was renamed to LabelStatus; code that uses TagStatus does not compile"
                    + " | Swift: Shop.TagColor: the type was renamed to LabelColor; code that uses TagColor does not compile"
                    + " | Swift: Shop.TagColorShade: the type was renamed to LabelColorShade; code that uses TagColorShade does not compile"
                    + " | Rename `Tag` to `Label`."
            ])
    }

    /// The spec without the operation `getJob`.
    private var withoutJobs: String {
        let lines = Self.shop.split(separator: "\n", omittingEmptySubsequences: false)
        let first = lines.firstIndex { $0.hasPrefix("  /jobs:") } ?? 0
        let last = lines.firstIndex { $0.hasPrefix("components:") } ?? 0
        return (lines[..<first] + lines[last...]).joined(separator: "\n")
    }

    @Test("An operation is one entry with the methods, the types and the group that come and go with it")
    func operationWithTypes() throws {
        #expect(
            lines(try report(to: withoutJobs)) == [
                "GET /jobs: gone without having been deprecated, and with it the path | Swift: Shop.jobs.get"
                    + " | Swift: Shop.jobs: the group was removed; code that uses it does not compile"
                    + " | Swift: Shop.Job, Shop.Step, Shop.StepID: the type was removed; code that uses it does not compile"
                    + " | Stop calling `jobs.get`."
            ])
        #expect(
            lines(try report(from: withoutJobs, to: Self.shop)) == [
                "GET /jobs: new | Swift: Shop.jobs.get | Swift: Shop.jobs: a new group of methods"
                    + " | Swift: Shop.Job, Shop.Step, Shop.StepID: a new type | Nothing to do."
            ])
    }

    @Test("A property of several types that goes with its type is one entry, and so are several properties of one type")
    func removedProperties() throws {
        #expect(
            lines(try report(to: edited(("        owner: {type: string}\n", "")))) == [
                "the request property Tag.owner: gone; what requests send is ignored or rejected"
                    + " | the response property Tag.owner and Job.owner: was removed; existing clients handle its absence"
                    + " | Swift: Shop.Tag.owner, Shop.Job.owner | Stop passing `owner`."
            ])
        let step = "        level: {type: string}\n        step: {$ref: '#/components/schemas/Step'}\n"
        #expect(
            lines(try report(to: edited((step, "")))) == [
                "the response property Job.level and Job.step: was removed; existing clients handle its absence"
                    + " | Swift: Shop.Job.level, Shop.Job.step"
                    + " | Swift: Shop.Step, Shop.StepID: the type was removed; code that uses it does not compile"
                    + " | Stop reading `level` and `step`."
            ])
    }

    @Test("A limit of a shared schema is one entry for requests and responses, and one of a shared parameter for all operations")
    func sharedLimit() throws {
        #expect(
            lines(try report(to: edited(("maxLength: 9", "maxLength: 8")))) == [
                "the request property Tag.name: at most 8 letters now, 9 before; requests with anything else are rejected"
                    + " | the response property Tag.name: at most 8 letters now, 9 before; responses stay within what was possible before"
                    + " | Keep `name` within the limit."
            ])
        let report = try report(to: edited(("schema: {type: integer}", "schema: {type: integer, maximum: 9}")))
        #expect(
            lines(report) == [
                "the parameter GET /jobs query size: at most 9 now; requests with anything else are rejected | Keep `size` within the limit."
            ])
        #expect(report.entries.map { Wording($0).operations } == [["getJob", "getTags"]])
    }

    @Test("A new required property of a request is one entry with its argument")
    func requiredProperty() throws {
        let required = edited(
            ("    Tag:\n      type: object\n", "    Tag:\n      type: object\n      required: [rank]\n"),
            ("        name: {type: string, maxLength: 9}\n", "        name: {type: string, maxLength: 9}\n        rank: {type: string}\n"))
        #expect(
            lines(try report(to: required)) == [
                "the request property Tag.rank: was added and is required; requests without it are rejected"
                    + " | the response property Tag.rank: was added; existing clients ignore it"
                    + " | Swift: Shop.Tag.init argument rank, Shop.Tag.rank | Pass `rank`."
            ])
    }

    @Test("A renamed property is one entry with the argument of its initializer")
    func renamedProperty() throws {
        #expect(
            lines(
                try report(to: edited(("name: {type: string, maxLength: 9}", "name: {type: string, maxLength: 9, x-swift-name: title}"))))
                == ["Shop.Tag.name: the property was renamed to title; code that uses name does not compile | Rename `name` to `title`."])
    }

    @Test("Each value of an enumeration is an entry with its name in Swift")
    func enumerationValues() throws {
        #expect(
            lines(try report(to: edited(("enum: [on, off]", "enum: [on, dim, dark]")))) == [
                #"the request property Tag.status="off": the value "off" was removed; requests with it are rejected"#
                    + #" | the response property Tag.status="off": the value "off" was removed; it is no longer sent"#
                    + " | Swift: Shop.TagStatus.off | Pass an allowed value for `status`.",
                #"the request property Tag.status="dark": the value "dark" was added"#
                    + #" | the response property Tag.status="dark": the value "dark" was added; existing clients accept unknown values"#
                    + " | Swift: Shop.TagStatus.dark | Expect new values of `status`.",
                #"the request property Tag.status="dim": the value "dim" was added"#
                    + #" | the response property Tag.status="dim": the value "dim" was added; existing clients accept unknown values"#
                    + " | Swift: Shop.TagStatus.dim | Expect new values of `status`.",
            ])
    }

    @Test("An accepted change does not hide one that is alike and was not accepted")
    func acceptedAndOther() throws {
        let without = edited(("        owner: {type: string}\n", ""))
        let report = try report(to: without, accepting: [accepting("response-optional-property-removed", "Job.owner")])
        #expect(report.entries.map { $0.acceptance?.reason } == [nil, "Never sent."])
        #expect(report.entries.map(\.verdict) == [.breaking, .breaking])
        #expect(report.verdict == .breaking)
        #expect(report.staleAcceptances.isEmpty)
        let accepted = ["Job", "Tag"].map { accepting("response-optional-property-removed", "\($0).owner") }
        // The request property is another change than the response property, although a reader sees one entry.
        #expect(try self.report(to: without, accepting: accepted).verdict == .breaking)
        let all = accepted + [accepting("request-property-removed", "Tag.owner")]
        #expect(try self.report(to: without, accepting: all).verdict == .none)
        #expect(try self.report(to: without, accepting: all).entries.count == 1)
    }

    @Test("A type that goes with two operations is accepted only with both of them")
    func acceptedOperation() throws {
        let more = """
              /more:
                get:
                  operationId: getMore
                  responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}}}

            """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).joined(separator: "\n")
        let old = Self.shop.replacing("components:\n", with: more + "components:\n")
        let one = try report(
            from: old, to: withoutJobs, accepting: [accepting("api-path-removed-without-deprecation", "GET /jobs")])
        let left = one.entries.filter { $0.acceptance == nil }
        #expect(left.map(\.change.subject) == ["GET /more"])
        #expect(left.flatMap(\.consequences).map(\.subject).contains("Shop.Job"))
        #expect(one.verdict == .breaking)
        let both = ["GET /jobs", "GET /more"].map { accepting("api-path-removed-without-deprecation", $0) }
        #expect(try report(from: old, to: withoutJobs, accepting: both).verdict == .none)
    }

    @Test("One side alone has the verdict, the summary and the entries of that side")
    func oneSide() throws {
        let without = edited(("        level: {type: string}\n", ""))
        let wire = try report(to: without, only: .wire)
        #expect(wire.verdict == .risky)
        #expect(
            lines(wire) == ["the response property Job.level: was removed; existing clients handle its absence | Stop reading `level`."])
        let swift = try report(to: without, only: .swift)
        #expect(swift.verdict == .breaking)
        #expect(
            lines(swift) == [
                "Shop.Job.level: the property was removed; code that uses it does not compile"
                    + " | because the response property Job.level: was removed; existing clients handle its absence | Stop reading `level`."
            ])
        #expect(TextReport(wire).text.contains("\nThis asks for a minor release; nothing breaks, risky changes: 1 on the wire.\n"))
        #expect(TextReport(swift).text.contains("\nThis asks for a major release; breaking changes: 1 in Swift.\n"))
        #expect(MarkdownReport(wire).text.contains("| what | to do | wire |\n"))
        #expect(MarkdownReport(swift).text.contains("| what | to do | Swift |\n"))
        // A name is no change of the document, and a limit none of Swift.
        #expect(try report(to: edited(("schemas/Job", "schemas/Task"), ("    Job:", "    Task:")), only: .wire).entries.isEmpty)
        #expect(try report(to: edited(("maxLength: 9", "maxLength: 8")), only: .swift).entries.isEmpty)
        // An acceptance for the other side is not stale.
        let acceptance = accepting("response-optional-property-removed", "Job.level")
        let accepted = try report(to: without, accepting: [acceptance], only: .swift)
        #expect(accepted.staleAcceptances.isEmpty && accepted.verdict == .none)
    }
}

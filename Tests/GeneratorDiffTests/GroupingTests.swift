import Testing

@testable import GeneratorDiff

/// The entries that a reader of a revision sees.
@Suite struct GroupingTests {
    @Test("A renamed type is one entry with the types that are named after it, however often it is used")
    func renamedType() throws {
        #expect(
            Revision.lines(try Revision.report(to: Revision.edited(("schemas/Tag", "schemas/Label"), ("    Tag:\n", "    Label:\n")))) == [
                "Shop.Tag: the type was renamed to Label; code that uses Tag does not compile"
                    + " | Swift: Shop.TagStatus: the type was renamed to LabelStatus; code that uses TagStatus does not compile"
                    + " | Swift: Shop.TagColor: the type was renamed to LabelColor; code that uses TagColor does not compile"
                    + " | Swift: Shop.TagColorShade: the type was renamed to LabelColorShade; code that uses TagColorShade does not compile"
                    + " | Rename `Tag` to `Label`."
            ])
    }

    @Test("An operation is one entry with the methods, the types and the group that come and go with it")
    func operationWithTypes() throws {
        #expect(
            Revision.lines(try Revision.report(to: Revision.withoutJobs)) == [
                "GET /jobs: was removed without having been deprecated, and so was the path | Swift: Shop.jobs.get"
                    + " | Swift: Shop.jobs: the group was removed; code that uses it does not compile"
                    + " | Swift: Shop.Job, Shop.Step, Shop.StepID: the type was removed; code that uses it does not compile"
                    + " | Stop calling `jobs.get`."
            ])
        #expect(
            Revision.lines(try Revision.report(from: Revision.withoutJobs, to: Revision.shop)) == [
                "GET /jobs: new | Swift: Shop.jobs.get | Swift: Shop.jobs: a new group of methods"
                    + " | Swift: Shop.Job, Shop.Step, Shop.StepID: a new type | Nothing to do."
            ])
    }

    @Test("A property of several types that goes with its type is one entry, and so are several properties of one type")
    func removedProperties() throws {
        #expect(
            Revision.lines(try Revision.report(to: Revision.edited(("        owner: {type: string}\n", "")))) == [
                "the request property Tag.owner: was removed; what requests send is ignored or rejected"
                    + " | the response property Tag.owner and Job.owner: was removed; existing clients handle its absence"
                    + " | Swift: Shop.Tag.owner, Shop.Job.owner | Stop passing `owner`."
            ])
        let step = "        level: {type: string}\n        step: {$ref: '#/components/schemas/Step'}\n"
        #expect(
            Revision.lines(try Revision.report(to: Revision.edited((step, "")))) == [
                "the response property Job.level and Job.step: was removed; existing clients handle its absence"
                    + " | Swift: Shop.Job.level, Shop.Job.step"
                    + " | Swift: Shop.Step, Shop.StepID: the type was removed; code that uses it does not compile"
                    + " | Stop reading `level` and `step`."
            ])
    }

    @Test("A limit of a shared schema is one entry for requests and responses, and one of a shared parameter for all operations")
    func sharedLimit() throws {
        #expect(
            Revision.lines(try Revision.report(to: Revision.edited(("maxLength: 9", "maxLength: 8")))) == [
                "the request property Tag.name: at most 8 characters now, 9 before; requests with anything else are rejected"
                    + " | the response property Tag.name: at most 8 characters now, 9 before; responses stay within what was possible before"
                    + " | Keep `name` within the limit."
            ])
        let report = try Revision.report(to: Revision.edited(("schema: {type: integer}", "schema: {type: integer, maximum: 9}")))
        #expect(
            Revision.lines(report) == [
                "the parameter GET /jobs query size: at most 9 now; requests with anything else are rejected | Keep `size` within the limit."
            ])
        #expect(report.entries.map { Wording($0).operations } == [["getJob", "getTags"]])
    }

    @Test("A new required property of a request is one entry with its argument")
    func requiredProperty() throws {
        let required = Revision.edited(
            ("    Tag:\n      type: object\n", "    Tag:\n      type: object\n      required: [rank]\n"),
            ("        name: {type: string, maxLength: 9}\n", "        name: {type: string, maxLength: 9}\n        rank: {type: string}\n"))
        #expect(
            Revision.lines(try Revision.report(to: required)) == [
                "the request property Tag.rank: was added and is required; requests without it are rejected"
                    + " | the response property Tag.rank: was added; existing clients ignore it"
                    + " | Swift: Shop.Tag.init argument rank, Shop.Tag.rank | Pass `rank`."
            ])
    }

    @Test("A renamed property is one entry with the argument of its initializer")
    func renamedProperty() throws {
        #expect(
            Revision.lines(
                try Revision.report(
                    to: Revision.edited(("name: {type: string, maxLength: 9}", "name: {type: string, maxLength: 9, x-swift-name: title}"))))
                == ["Shop.Tag.name: the property was renamed to title; code that uses name does not compile | Rename `name` to `title`."])
    }

    @Test("Each value of an enumeration is an entry with its name in Swift")
    func enumerationValues() throws {
        #expect(
            Revision.lines(try Revision.report(to: Revision.edited(("enum: [on, off]", "enum: [on, dim, dark]")))) == [
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

    @Test("A property that becomes optional in several types is one entry")
    func becameOptional() throws {
        let text = Revision.edited(
            ("    Tag:\n      type: object\n", "    Tag:\n      type: object\n      required: [owner]\n"),
            ("    Job:\n      type: object\n", "    Job:\n      type: object\n      required: [owner]\n"))
        #expect(
            Revision.lines(try Revision.report(from: text, to: Revision.shop)) == [
                "the response property Tag.owner and Job.owner: became optional; existing clients expect it in every response"
                    + " | the request property Tag.owner: became optional"
                    + " | Swift: Shop.Tag.owner, Shop.Job.owner: it was String and is String? now; code that uses it without unwrapping does not"
                    + " compile"
                    + " | Swift: Shop.Tag.init: owner stands elsewhere now; Swift takes arguments in their order only, so that calls which give"
                    + " several do not compile | Expect `nil` for `owner`."
            ])
    }

    @Test("An operation that moved is one entry")
    func movedOperation() throws {
        let report = try Revision.report(to: Revision.edited(("  /jobs:", "  /v2/jobs:")))
        #expect(
            Revision.lines(report) == [
                #"GET /jobs: was removed without having been deprecated, and so was the path; "getJob" is GET /v2/jobs now | GET /v2/jobs: new"#
                    + " | Swift: Shop.jobs.get: the same call sends GET /v2/jobs now, GET /jobs before | Update to this release."
            ])
        let notes = ReleaseNotes(report, version: nil, date: "").text
        #expect(notes.hasPrefix("## [Unreleased]\n\n### Changed\n\n- **Breaking:** GET /jobs: was removed"))
    }
}

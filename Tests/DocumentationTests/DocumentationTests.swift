import Testing

@Suite("Agreement of spec and documentation")
struct DocumentationTests {
    @Test("The page has exactly the expected sections", arguments: Page.all)
    func sections(page: Page) throws {
        #expect(try Set(page.factsBySection().keys) == Set(page.sections))
        #expect(page.awaited.isSubset(of: page.sections))
    }

    @Test("The spec is read without errors", arguments: Page.all)
    func reading(page: Page) throws {
        let specification = try ComparedSpecification(of: page)
        #expect((specification == nil) == (page.awaited.count == page.sections.count))
        #expect(specification?.diagnostics.map(\.description) ?? [] == [])
    }

    @Test("A section that the spec contains is no longer awaited", arguments: Page.all)
    func awaited(page: Page) throws {
        let tags = try ComparedSpecification(of: page)?.document.tags.map(\.name) ?? []
        // Sections without a tag are complete when all others are.
        let isRestThere = page.awaited.subtracting(tags).isSubset(of: Page.sectionsWithoutTag) && !tags.isEmpty
        let arrived = isRestThere ? page.awaited.sorted() : page.awaited.intersection(tags).sorted()
        #expect(arrived == [], "strike them from Page.\(page.name).awaited, so that they are held against the documentation")
        let facts = try page.factsBySection()
        for section in page.sections where page.awaited.contains(section) {
            print("\(page.name): skipped \(facts[section]?.count ?? 0) facts of \(section), which the spec does not have yet")
        }
    }

    @Test("The spec has exactly the facts of the page, except for the recorded decisions", arguments: Page.all)
    func facts(page: Page) throws {
        guard let specification = try ComparedSpecification(of: page) else { return }
        let bySection = try page.factsBySection()
        let present = Set(page.sections).subtracting(page.awaited)
        let facts = page.sections.filter(present.contains).flatMap { bySection[$0] ?? [] }
        let differences =
            facts.flatMap(specification.differences) + specification.additions(to: bySection.values.flatMap(\.self), in: present)
            + (present.contains("Schema Definitions") ? specification.additionalDefinitions(to: facts) : [])
        let decisions = try Decision.read(Page.decisionsFile, page: page.name)
        var idle = Set(decisions)
        var undecided: [Difference] = []
        for difference in differences {
            let covering = decisions.filter { $0.covers(difference) }
            idle.subtract(covering)
            if covering.isEmpty { undecided.append(difference) }
        }
        for difference in undecided { Issue.record("\(difference)") }
        // A decision on a section that is still awaited has no difference yet.
        let waiting = Set(page.awaited.flatMap { bySection[$0] ?? [] }.map(\.subject) + (page.awaited.isEmpty ? [] : ["*"]))
        for decision in idle.sorted(by: { $0.description < $1.description }) where !waiting.contains(decision.subject) {
            Issue.record("no difference is left for the decision; strike it: \(decision)")
        }
        print("\(page.name): \(facts.count) facts held against the spec, \(differences.count) differences decided or reported")
        if !undecided.isEmpty {
            print("lines for decisions.txt that lack only their reason:")
            for difference in undecided { print(difference.decision(for: page.name)) }
        }
    }
}

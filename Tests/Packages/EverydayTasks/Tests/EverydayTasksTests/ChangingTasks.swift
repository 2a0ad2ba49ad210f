import ClockifyAPI
import Testing

@Suite("Changing one field")
struct ChangingTasks {
    let office = Office()
    var clockify: Clockify { office.clockify }
    var workspace: Clockify.WorkspaceID { office.workspace }

    @Test("A tag stays archived when it is renamed.")
    func tag() async throws {
        let tag = try office.sandbox.add(Clockify.Tag(id: "t1", name: "urgent", archived: true))
        let after = try await clockify.tags.edit(tag.id, in: workspace) { $0.name = "important" }
        #expect(after == .init(id: "t1", name: "important", archived: true, workspaceId: workspace))
    }

    @Test("A client keeps its address and copies when its email changes.")
    func client() async throws {
        try office.sandbox.add(
            Clockify.Client(id: "c1", name: "Acme", address: "1 Main St", ccEmails: ["copy@acme.test"], email: "old@acme.test"))
        let after = try await clockify.clients.edit("c1", in: workspace) { $0.email = "new@acme.test" }
        #expect(after.email == "new@acme.test" && after.address == "1 Main St" && after.ccEmails == ["copy@acme.test"])
    }

    @Test("A project stays public and billable when it gets a note.")
    func project() async throws {
        let project = try await clockify.projects.create(
            in: workspace, .init(name: "Website", billable: true, hourlyRate: .init(amount: 50.00), isPublic: true))
        let after = try await clockify.projects.edit(project.id, in: workspace) { $0.note = "kicked off" }
        #expect(after.note == "kicked off" && after.isPublic == true && after.billable == true && after.hourlyRate?.amount == 50.00)
    }

    @Test("A task keeps its estimate when it is done.")
    func task() async throws {
        let project = try await clockify.projects.create(in: workspace, .init(name: "Website"))
        let task = try await clockify.tasks.create(in: workspace, project: project.id, .init(name: "Design", estimate: .hours(8)))
        let after = try await clockify.tasks.edit(task.id, in: workspace, project: project.id) { $0.status = .done }
        #expect(after.status == .done && after.name == "Design" && after.estimate == "PT8H")
    }

    @Test("A time entry keeps its project and tags when its description changes.")
    func timeEntry() async throws {
        let project = try await clockify.projects.create(in: workspace, .init(name: "Website"))
        let tag = try await clockify.tags.create(in: workspace, .init(name: "urgent"))
        let entry = try await clockify.timeEntries.create(
            in: workspace,
            .init(
                start: try time("2026-03-02T09:00:00Z"), end: try time("2026-03-02T10:00:00Z"), description: "before",
                projectId: project.id, tagIds: [tag.id], billable: true))
        let after = try await clockify.timeEntries.edit(entry.id, in: workspace) { $0.description = "after" }
        #expect(after.description == "after" && after.projectId == project.id && after.tagIds == [tag.id] && after.billable == true)
        #expect(after.timeInterval == entry.timeInterval)
    }

    @Test("A group keeps its members when it is renamed.")
    func group() async throws {
        let group = try await clockify.groups.create(in: workspace, .init(name: "Team"))
        try await clockify.groups.addUser(group.id, in: workspace, .init(userId: office.me))
        let after = try await clockify.groups.edit(group.id, in: workspace) { $0.name = "Crew" }
        #expect(after.name == "Crew" && after.userIds == [office.me])
    }

    @Test("An expense category keeps its price per unit when it is renamed.")
    func category() async throws {
        let category = try await clockify.expenses.createCategory(
            in: workspace, .init(name: "Mileage", hasUnitPrice: true, priceInCents: 0.55, unit: "km"))
        let after = try await clockify.expenses.editCategory(category.id, in: workspace) { $0.name = "Car" }
        #expect(after.name == "Car" && after.priceInCents == 0.55 && after.unit == "km" && after.hasUnitPrice == true)
    }

    @Test("A webhook keeps its event when its address changes.")
    func webhook() async throws {
        let webhook = try await clockify.webhooks.create(
            in: workspace,
            .init(
                name: "Tags", triggerSource: [], triggerSourceType: .workspaceID, url: "https://old.example/hook", webhookEvent: .newTag))
        let after = try await clockify.webhooks.edit(webhook.id, in: workspace) { $0.url = "https://new.example/hook" }
        #expect(after.url == "https://new.example/hook" && after.webhookEvent == .newTag && after.name == "Tags")
    }

    @Test("A holiday keeps its days and people when it is renamed.")
    func holiday() async throws {
        let holiday = try await clockify.holidays.create(
            in: workspace,
            .init(
                name: "May Day", datePeriod: .init(startDate: "2026-05-01", endDate: "2026-05-01"), everyoneIncludingNew: true,
                occursAnnually: true))
        let after = try await clockify.holidays.edit(holiday.id, in: workspace, color: nil) { $0.name = "Labour Day" }
        #expect(after.name == "Labour Day" && after.datePeriod == holiday.datePeriod && after.occursAnnually == true)
        #expect(after.everyoneIncludingNew == true)
    }

    @Test("A text is cleared by setting it to nil, and a list by an empty one.")
    func clear() async throws {
        try office.sandbox.add(Clockify.Client(id: "c1", name: "Acme", address: "1 Main St", email: "office@acme.test"))
        let client = try await clockify.clients.edit("c1", in: workspace) { $0.email = nil }
        #expect(client.email == nil && client.address == "1 Main St")

        let tag = try await clockify.tags.create(in: workspace, .init(name: "urgent"))
        let entry = try await clockify.timeEntries.create(
            in: workspace, .init(start: try time("2026-03-02T09:00:00Z"), description: "Plan", tagIds: [tag.id], billable: true))
        let after = try await clockify.timeEntries.edit(entry.id, in: workspace) { $0.tagIds = [] }
        #expect(after.tagIds == [] && after.description == "Plan" && after.billable == true)
    }
}

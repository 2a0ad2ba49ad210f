import ClockifyRuntime
import Rolodex
import Testing

/// Customer relations.
@Suite struct RolodexTests {
    private func rolodex(_ service: Service) -> Rolodex {
        service.api(at: Rolodex.Services.documented, with: Rolodex.Credentials.privateApps("pat"))
    }

    @Test("A base class is read as the child that its discriminator names, with what it inherits over all levels")
    func children() async throws {
        let service = Service(
            """
            {"total": 4, "paging": {"next": {"after": "NTI="}}, "results": [
             {"partyType": "EMPLOYEE", "id": "1", "name": "Jo", "createdAt": "2024-01-02T03:04:05Z", "birthday": "2000-02-29", "salary": 1.5,
              "emails": [{"address": "a@b.c", "kind": "CAR"}], "employer": {"partyType": "COMPANY", "id": "2", "name": "Co", "headcount": 3},
              "manager": {"partyType": "PERSON", "id": "3", "name": "Al"}},
             {"partyType": "PERSON", "id": "3", "name": "Al"},
             {"partyType": "COMPANY", "id": "4", "name": "Co", "parent": {"partyType": "COMPANY", "id": "5", "name": "Up"}},
             {"partyType": "ROBOT", "id": "6", "name": "R2"}]}
            """)
        let page = try await rolodex(service).parties.getPage(limit: 4, after: "NTE=", properties: ["name", "e,f"], archived: false)
        #expect(
            service.line
                == "GET https://api.rolodex.example/crm/v3/parties?limit=4&after=NTE%3D&properties=name&properties=e%2Cf&archived=false")
        #expect(service.header("private-app") == "pat" && page.paging?.next?.after == "NTI=")
        guard case .employee(let employee) = page.results[0], case .company(let company) = page.results[2] else {
            return #expect(Bool(false), "\(page.results)")
        }
        #expect(employee.id == "1" && employee.birthday?.description == "2000-02-29" && employee.employer.value.headcount == 3)
        #expect(employee.manager?.name == "Al" && employee.emails?.first?.kind?.rawValue == "CAR" && employee.salary == 1.5)
        #expect(page.results[1] == .person(.init(partyType: "PERSON", name: "Al", id: "3")))
        guard case .company(let parent) = company.parent else { return #expect(Bool(false), "\(company)") }
        #expect(parent.name == "Up")
        #expect(page.results[3] == .other(["partyType": "ROBOT", "id": "6", "name": "R2"]))
    }

    @Test("A child is sent with the members of its base, and without those that are only read")
    func create() async throws {
        let service = Service(#"{"partyType": "PERSON", "id": "9", "name": "Jo"}"#, status: 201)
        let person = Rolodex.Person(
            partyType: "PERSON", name: "Jo", id: "not sent", emails: [.init(address: "a@b.c", kind: .work)], birthday: "2000-02-29")
        let created = try await rolodex(service).parties.create(.person(person))
        #expect(
            service.body
                == #"{"partyType":"PERSON","name":"Jo","emails":[{"address":"a@b.c","kind":"WORK"}],"birthday":"2000-02-29"}"#)
        #expect(created == .person(.init(partyType: "PERSON", name: "Jo", id: "9")))
        let broken = await problems { () throws(APIFailure) in
            _ = try await rolodex(service).parties.create(.company(.init(partyType: "COMPANY", name: "")))
        }
        #expect(broken == ["body /name at least 1 characters"])
    }

    @Test("Members are set and removed by name")
    func update() async throws {
        let service = Service(#"{"partyType": "PERSON", "id": "9", "name": "Jo"}"#)
        let person = try await rolodex(service).parties.update(partyId: "9", .init(properties: ["email": nil]))
        #expect(service.line == "PATCH https://api.rolodex.example/crm/v3/parties/9" && service.body == #"{"properties":{"email":null}}"#)
        #expect(person.name == "Jo")
    }

    @Test("A search nests lists of objects")
    func search() async throws {
        let service = Service(#"{"results": []}"#)
        _ = try await rolodex(service).search.doSearch(
            .init(
                limit: 1,
                filterGroups: [
                    .init(filters: [
                        .init(operator: .in, propertyName: "city", values: ["a"]), .init(operator: .hasProperty, propertyName: "x"),
                    ])
                ]))
        #expect(
            service.body
                == #"{"limit":1,"filterGroups":[{"filters":[{"operator":"IN","propertyName":"city","values":["a"]},"#
                + #"{"operator":"HAS_PROPERTY","propertyName":"x"}]}]}"#)
    }

    @Test("Without a mapping, the names of the children are the values of the discriminator")
    func withoutMapping() async throws {
        let service = Service(#"{"activityType": "Meeting", "attendees": []}"#)
        _ = try await rolodex(service).timeline.addToTimeline(.note(.init(activityType: "Note", text: "t")))
        #expect(service.body == #"{"activityType":"Note","text":"t"}"#)
        let body: Rolodex.AddToTimelineBody = try read(#"{"activityType": "Call", "seconds": 5}"#)
        #expect(body == .call(.init(activityType: "Call", seconds: 5)))
        let list = Service(
            #"[{"activityType": "Meeting", "attendees": [{"partyType": "PERSON", "name": "Jo"}]}, {"activityType": "Walk"}]"#)
        let timeline = try await rolodex(list).timeline.getTimeline()
        guard case .meeting(let meeting) = timeline.first else { return #expect(Bool(false), "\(timeline)") }
        #expect(meeting.attendees == [.person(.init(partyType: "PERSON", name: "Jo"))] && timeline.last == .other(["activityType": "Walk"]))
    }

    @Test("What is not found has members of its own, and any other failure those of the base")
    func failures() async throws {
        func failure(_ status: Int) async throws -> Rolodex.GetByIdFailure? {
            let service = Service(
                #"{"category": "c", "correlationId": "i", "message": "m", "missing": ["9"], "context": {"a": ["b"]}}"#, status: status)
            let refused = await refusal { () throws(APIFailure) in
                _ = try await rolodex(service).with { $0.retries = .never }.parties.getById(partyId: "9", associations: ["a", "b"])
            }
            #expect(service.readableLine == "GET https://api.rolodex.example/crm/v3/parties/9?associations=a,b")
            return try refused?.body(as: Rolodex.GetByIdFailure.self)
        }
        guard case .notFound(let missing) = try await failure(404), case .other(let other) = try await failure(500) else {
            return #expect(Bool(false))
        }
        #expect(missing.missing == ["9"] && missing.message == "m" && other.context == ["a": ["b"]])
    }
}

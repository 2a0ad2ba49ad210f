import ClockifyRuntime
import Nimbus
import Testing

/// A cloud.
@Suite struct NimbusTests {
    private func nimbus(_ service: Service, at main: String = Nimbus.Services.MainServers.aRegion(region: "us-east4")) -> Nimbus {
        service.api(
            at: [Nimbus.Services.main: main, Nimbus.Services.images: "https://images.nimbus.example"], with: Nimbus.Credentials.key("k"))
    }

    @Test("The server has the chosen region, and parameters of all calls are there beside those of one")
    func list() async throws {
        let service = Service(
            #"{"items": [{"id": "18446744073709551615", "name": "a", "status": "SUSPENDED", "fingerprint": "eA=="}], "nextPageToken": "t"}"#
        )
        let list = try await nimbus(service).instances.list(
            project: "p", zone: "us-east4-a", alt: .json, xgafv: .init(rawValue: "2"), fields: "items(id,name),nextPageToken",
            prettyPrint: false, filter: #"name eq "a.*""#, maxResults: 500)
        #expect(
            service.line
                == "GET https://us-east4.compute.nimbus.example/v1/projects/p/zones/us-east4-a/instances?alt=json&$.xgafv=2"
                + "&fields=items%28id%2Cname%29%2CnextPageToken&prettyPrint=false&filter=name%20eq%20%22a.%2A%22&maxResults=500&key=k"
                || service.line
                    == "GET https://us-east4.compute.nimbus.example/v1/projects/p/zones/us-east4-a/instances?alt=json&%24.xgafv=2"
                    + "&fields=items%28id%2Cname%29%2CnextPageToken&prettyPrint=false&filter=name%20eq%20%22a.%2A%22&maxResults=500&key=k"
        )
        #expect(list.items?.first?.id == "18446744073709551615" && list.items?.first?.status?.rawValue == "SUSPENDED")
        #expect(list.nextPageToken == "t")
        _ = try await nimbus(service, at: Nimbus.Services.MainServers.global).instances.list(project: "p", zone: "z")
        #expect(service.line == "GET https://compute.nimbus.example/v1/projects/p/zones/z/instances?key=k")
    }

    @Test("What is only read is not sent")
    func insert() async throws {
        let service = Service(#"{"name": "operations/1", "done": false, "metadata": {"@type": "t"}}"#)
        let operation = try await nimbus(service).instances.insert(
            project: "p", zone: "z",
            .init(
                name: "a", id: "1", labels: ["k": "v"], disks: [.init(boot: true, diskSizeGb: "10", mode: .readOnly)],
                scheduling: .init(maxRunDuration: "3.5s"), status: .running), requestId: "r")
        #expect(
            service.body
                == #"{"name":"a","labels":{"k":"v"},"disks":[{"boot":true,"diskSizeGb":"10","mode":"READ_ONLY"}],"#
                + #""scheduling":{"maxRunDuration":"3.5s"}}"#)
        #expect(service.line.hasSuffix("/instances?requestId=r&key=k") && operation.metadata == ["@type": "t"])
    }

    @Test("A mask says which members change")
    func patch() async throws {
        let service = Service(#"{"done": true, "error": {"code": 5, "message": "m", "details": [{"@type": "t", "n": 1}]}}"#)
        let operation = try await nimbus(service).instances.patch(
            project: "p", zone: "z", instance: "i", .init(machineType: "m"), updateMask: "machineType,scheduling.preemptible")
        #expect(
            service.line
                == "PATCH https://us-east4.compute.nimbus.example/v1/projects/p/zones/z/instances/i"
                + "?updateMask=machineType%2Cscheduling.preemptible&key=k")
        #expect(operation.error?.details == [["@type": "t", "n": 1]])
    }

    @Test("A verb stands behind a colon")
    func verbs() async throws {
        let service = Service("{}")
        try await nimbus(service).operations.cancel(name: "op 1", [:])
        #expect(service.line == "POST https://us-east4.compute.nimbus.example/v1/op%201:cancel?key=k" && service.body == "{}")
        try await nimbus(service).instances.batchDelete(project: "p:q", .init(names: ["a"]))
        #expect(service.line == "POST https://us-east4.compute.nimbus.example/v1/projects/p%3Aq:batchDelete?key=k")
        #expect(service.body == #"{"names":["a"]}"#)
        let broken = await problems { () throws(APIFailure) in _ = try await nimbus(service).operations.get(name: "instances/1") }
        #expect(broken == ["path /name matches ^operations/[^/]+$"])
    }

    @Test("Three values share a segment, on a server of one operation")
    func images() async throws {
        let service = Service("image", type: "application/octet-stream")
        let image = try await nimbus(service).images.download(project: "p", family: "debian-12", version: 3, format: .qcow2)
        #expect(service.line == "GET https://images.nimbus.example/projects/p/images/debian-12-3.qcow2?key=k")
        #expect(try await image.bytes() == Array("image".utf8))
        #expect(Nimbus.Services.documented[Nimbus.Services.images] == "https://images.nimbus.example")
    }
}

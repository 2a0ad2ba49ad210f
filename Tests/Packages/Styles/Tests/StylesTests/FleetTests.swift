import ClockifyRuntime
import Fleet
import Testing

/// Orchestration of clusters.
@Suite struct FleetTests {
    private func fleet(_ service: Service) -> Fleet {
        // The document lists no server, so whoever calls says which.
        service.api(at: [Fleet.Services.main: "https://10.0.0.1:6443"], with: Fleet.Credentials.bearerToken("Bearer t"))
    }

    @Test("Pods are listed page by page, with quantities and ports that are numbers or text")
    func list() async throws {
        let service = Service(
            """
            {"apiVersion": "v1", "kind": "PodList", "metadata": {"continue": "abc", "remainingItemCount": 5}, "items": [{"metadata": {
             "name": "p", "creationTimestamp": "2024-01-02T03:04:05Z", "managedFields": [{"manager": "m", "fieldsV1": {"f:spec": {}}}]},
             "spec": {"nodeSelector": {"a.b/c": "d"}, "containers": [{"name": "c", "resources": {"limits": {"cpu": "500m", "memory": 1024}},
             "probe": {"port": "http"}}, {"name": "d", "probe": {"port": 8080}}]}}]}
            """)
        let pods = try await fleet(service).coreV1.listCoreV1NamespacedPod(
            namespace: "kube-system", pretty: "true", continue: "x=", labelSelector: "app in (a,b),!c", limit: 1, watch: false)
        #expect(
            service.line
                == "GET https://10.0.0.1:6443/api/v1/namespaces/kube-system/pods?pretty=true&continue=x%3D"
                + "&labelSelector=app%20in%20%28a%2Cb%29%2C%21c&limit=1&watch=false")
        #expect(service.header("Authorization") == "Bearer t" && service.header("Accept") == "application/json")
        let pod = try #require(pods.items.first)
        #expect(pods.metadata?.continue == "abc" && pods.metadata?.remainingItemCount == 5)
        #expect(pod.metadata?.managedFields?.first?.fieldsV1 == ["f:spec": [:]] && pod.spec?.nodeSelector == ["a.b/c": "d"])
        #expect(pod.spec?.containers[0].resources?.limits == ["cpu": .string("500m"), "memory": .number(1024)])
        #expect(pod.spec?.containers.map { $0.probe?.port } == [.string("http"), .integer(8080)])
    }

    @Test("A pod is created; a body of any type is sent as JSON")
    func create() async throws {
        let service = Service(#"{"metadata": {"name": "p"}}"#, status: 202)
        let pod = try await fleet(service).coreV1.createCoreV1NamespacedPod(
            namespace: "n", .init(kind: "Pod", metadata: .init(name: "p"), spec: .init(containers: [.init(name: "c", image: "i")])))
        #expect(service.header("Content-Type") == "application/json" && pod.metadata?.name == "p")
        #expect(service.body == #"{"kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"i"}]}}"#)
    }

    @Test("A change is free-form JSON of the media type that comes first, or a list of changes of its own")
    func patch() async throws {
        let service = Service(#"{"spec": {"selector": {}, "strategy": {"maxSurge": "25%", "type": "RollingUpdate"}}}"#)
        let deployment = try await fleet(service).appsV1.patchAppsV1NamespacedDeployment(
            namespace: "n", name: "d", ["spec": ["replicas": nil]], as: .mergePatch, force: true)
        #expect(service.line == "PATCH https://10.0.0.1:6443/apis/apps/v1/namespaces/n/deployments/d?force=true")
        #expect(service.header("Content-Type") == "application/merge-patch+json" && service.body == #"{"spec":{"replicas":null}}"#)
        #expect(deployment.spec?.strategy?.maxSurge == .string("25%") && deployment.spec?.strategy?.type == .rollingUpdate)
        _ = try await fleet(service).appsV1.patchAppsV1NamespacedDeployment(
            namespace: "n", name: "d", ["kind": "Deployment"], as: .applyPatch)
        #expect(service.header("Content-Type") == "application/apply-patch+yaml" && service.body == #"{"kind":"Deployment"}"#)
        let scale = Service(#"{"spec": {"replicas": 3}}"#)
        let scaled = try await fleet(scale).appsV1.patchAppsV1NamespacedDeploymentScale(
            namespace: "n", name: "d",
            [
                .init(op: .replace, path: "/spec/replicas", value: 3), .init(op: .add, path: "/a~1b", value: .null),
                .init(op: .remove, path: "/c"),
            ])
        #expect(scale.header("Content-Type") == "application/json-patch+json" && scaled.spec?.replicas == 3)
        #expect(
            scale.body
                == #"[{"op":"replace","path":"/spec/replicas","value":3},{"op":"add","path":"/a~1b","value":null},{"op":"remove","path":"/c"}]"#
        )
    }

    @Test("A log is text, and can be had as a file while it grows")
    func log() async throws {
        let service = Service("line 1\nline 2\n", type: "text/plain")
        let log = try await fleet(service).coreV1.readCoreV1NamespacedPodLogFile(namespace: "n", name: "p", follow: true, tailLines: 2)
        #expect(try await log.bytes() == Array("line 1\nline 2\n".utf8))
        #expect(service.line == "GET https://10.0.0.1:6443/api/v1/namespaces/n/pods/p/log?follow=true&tailLines=2")
        #expect(service.header("Accept")?.contains("text/plain") == true)
    }

    @Test("What is deleted may have options, and what is refused a status without a body")
    func delete() async throws {
        let service = Service(#"{"status": "Success", "code": 200}"#, status: 202)
        let status = try await fleet(service).appsV1.deleteAppsV1NamespacedDeployment(
            namespace: "n", name: "d", .init(preconditions: .init(uid: "u")), gracePeriodSeconds: 0, propagationPolicy: "Foreground")
        #expect(
            service.line
                == "DELETE https://10.0.0.1:6443/apis/apps/v1/namespaces/n/deployments/d?gracePeriodSeconds=0&propagationPolicy=Foreground")
        #expect(service.body == #"{"preconditions":{"uid":"u"}}"# && status.code == 200)
        let failure = await refusal { () throws(APIFailure) in
            _ = try await fleet(Service(status: 401)).appsV1.readAppsV1NamespacedDeployment(namespace: "n", name: "d")
        }
        #expect(failure?.isUnauthorized == true)
    }

    @Test("A schema of schemas refers to itself")
    func schema() async throws {
        let text =
            #"{"spec":{"group":"g","schema":{"additionalProperties":{"not":{"type":"string"}},"enum":[1,null],"properties":{"a":{"#
            + #""$ref":"x","x-fleet-preserve-unknown-fields":true},"b":{"additionalProperties":false}}}}}"#
        let service = Service(text, status: 201)
        let definition: Fleet.IoFleetExtensionsV1Definition = try read(text)
        #expect(definition.spec.schema.properties?["a"]?.ref == "x" && definition.spec.schema.enum == [1, .null])
        #expect(definition.spec.schema.properties?["b"]?.additionalProperties == .bool(false))
        #expect(try await fleet(service).extensionsV1.createExtensionsV1Definition(definition) == definition && service.body == text)
    }
}

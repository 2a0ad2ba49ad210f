import Atlas
import ClockifyRuntime
import Testing

/// Maps and search.
@Suite struct AtlasTests {
    private func atlas(_ service: Service) -> Atlas { service.api(at: Atlas.Services.documented) }

    @Test("Lists are written in every style of a query")
    func lists() async throws {
        let service = Service(#"{"type": "FeatureCollection", "features": []}"#, type: "application/geo+json")
        _ = try await atlas(service).features.findFeatures(
            bbox: [-1.5, 2, 3, 4], kind: [.road, .peakHill], near: [1.5, 2], words: ["a,b", "c"], pipes: ["x", "y"])
        // The separators may be percent-encoded.
        #expect(
            service.readableLine
                == "GET https://atlas.example/v4/features?bbox=-1.5,2,3,4&kind=road&kind=peak|hill&near=1.5|2&words=a,b c&pipes=x&pipes=y")
        #expect(
            service.line.contains("bbox=-1.5,2,3,4&") && service.line.contains("kind=peak%7Chill")
                && service.line.contains("words=a%2Cb%20c"))
        #expect(service.header("Accept") == "application/geo+json")
    }

    @Test("Objects are written in every style of a query, and in headers and cookies")
    func objects() async throws {
        let service = Service(#"{"type": "FeatureCollection", "features": []}"#, type: "application/geo+json", headers: ["X-Total": "7"])
        // OpenAPI gives the members of an object no order. They are in that of the alphabet.
        let (_, metadata) = try await atlas(service).metadata {
            try await $0.features.findFeatures(
                size: .init(width: 3, height: 4), range: .init(min: 1, max: 2),
                where: .init(name: "a&b", open: true, additionalProperties: ["x y": "z"]), tags: ["highway": "*"],
                cql: .init(match: ["name": "a"]), free: ["n": 1], acceptLayers: ["a", "b"], xViewport: .init(w: 1, h: 2), seen: [1, 2])
        }
        #expect(
            service.readableLine
                == "GET https://atlas.example/v4/features?height=4&width=3&range=max,2,min,1&where[name]=a&b&where[open]=true&where[x y]=z"
                + #"&tags[highway]=*&cql={"match":{"name":"a"}}&n=1"#)
        #expect(service.line.contains("=a%26b&") && service.line.contains("cql=%7B%22match%22%3A%7B%22name%22%3A%22a%22%7D%7D"))
        #expect(service.header("Accept-Layers") == "a,b" && service.header("X-Viewport") == "h=2,w=1")
        #expect(service.header("Cookie") == "seen=1,2")
        #expect(metadata?.header("X-Total", as: Int.self) == 7)
    }

    @Test("Values are written in every style of a path")
    func path() async throws {
        let service = Service("tile", type: "image/png")
        let tile = try await atlas(service).tiles.getTile(
            point: [1, -2], tile: .init(x: 5, y: 6, z: 7), layers: ["a/b", "c"], style: .init(colour: "blue", scale: 1.5), format: ["png"])
        #expect(
            service.line
                == "GET https://atlas.example/v4/tiles/.1,-2;x=5;y=6;z=7/;layers=a%2Fb,c/colour=blue,scale=1.5?format=%5B%22png%22%5D")
        #expect(try await tile.bytes() == Array("tile".utf8))
        #expect(service.header("Accept") == "*/*")
    }

    @Test("Geometries nest, and are told apart by their constants")
    func geometries() async throws {
        let service = Service(
            """
            {"type": "FeatureCollection", "features": [
             {"type": "Feature", "id": 7, "properties": {"a": [1]}, "geometry": {"type": "GeometryCollection", "geometries": [
              {"type": "Point", "coordinates": [1.5, 2]}, {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]},
              {"type": "Curve", "coordinates": []}]}},
             {"type": "Feature", "id": "x", "properties": null, "geometry": null}]}
            """)
        guard case .featureCollection(let collection) = try await atlas(service).features.getFeatures(ids: ["a", "b/c"]) else {
            return #expect(Bool(false))
        }
        #expect(service.line == "GET https://atlas.example/v4/features/a,b%2Fc")
        guard case .geometryCollection(let geometries) = collection.features[0].geometry else { return #expect(Bool(false)) }
        #expect(
            geometries.geometries == [
                .point(.init(type: .point, coordinates: [1.5, 2])),
                .polygon(.init(type: .polygon, coordinates: [[[0, 0], [0, 1], [1, 1], [0, 0]]])),
                .other(["type": "Curve", "coordinates": []]),
            ])
        #expect(collection.features[0].id == .number(7) && collection.features[1].id == .string("x"))
        #expect(collection.features[0].properties == ["a": [1]] && collection.features[1].geometry == nil)
        let one = Service(#"{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [1, 2]}}"#)
        guard case .feature = try await atlas(one).features.getFeatures(ids: ["a"]) else { return #expect(Bool(false)) }
        await #expect(throws: APIFailure.self, "a path needs a value") { try await atlas(one).features.getFeatures(ids: []) }
    }

    @Test("A feature is sent with its own media type")
    func add() async throws {
        let text = #"{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2.5],[3,4]]},"properties":{"n":null}}"#
        let service = Service(text, status: 201, type: "application/geo+json")
        let feature: Atlas.Feature = try read(text)
        #expect(try await atlas(service).features.addFeature(feature) == feature)
        #expect(service.body == text && service.header("Content-Type") == "application/geo+json")
        let broken = await problems { () throws(APIFailure) in
            _ = try await atlas(service).features.addFeature(
                .init(type: .feature, geometry: .point(.init(type: .point, coordinates: [1])), properties: [:]))
        }
        #expect(broken == ["body /geometry/coordinates at least 2 items"])
    }

    @Test("A query of a search nests")
    func search() async throws {
        let service = Service(
            #"{"took": 3, "hits": [{"_id": "1", "_score": null, "_source": {"a": 1}}], "aggregations": {"by": {"buckets": []}}}"#)
        let found = try await atlas(service).features.search(
            .init(
                query: .init(bool: .init(must: .array([.init(match: ["a": "b"])]), mustNot: [.init(match: ["c": "d"])])),
                sort: .array([.string("_score"), .dictionary(["day": .desc])]),
                aggs: ["by": .init(terms: .init(field: "f", size: 3), aggs: ["in": .init(terms: .init(field: "g"))])]),
            filterPath: .array(["took", "hits.*"]), expandWildcards: [.open, .all])
        #expect(service.readableLine == "POST https://atlas.example/v4/_search?filter_path=took,hits.*&expand_wildcards=open,all")
        #expect(
            service.body
                == #"{"query":{"bool":{"must":[{"match":{"a":"b"}}],"must_not":[{"match":{"c":"d"}}]}},"sort":["_score",{"day":"desc"}],"#
                + #""aggs":{"by":{"terms":{"field":"f","size":3},"aggs":{"in":{"terms":{"field":"g"}}}}}}"#)
        #expect(found.hits.first?.score == nil && found.hits.first?.source == ["a": 1] && found.aggregations == ["by": ["buckets": []]])
        let one: Atlas.QueryBool = try read(#"{"must": {"match": {"a": "b"}}}"#)
        #expect(one.must == .query(.init(match: ["a": "b"])))
    }

    @Test("Lines of JSON are sent as a file")
    func bulk() async throws {
        let service = Service(#"{"errors": false}"#)
        let lines = "{\"index\":{}}\n{\"a\":1}\n"
        let answer = try await atlas(service).features.bulk(.bytes(Array(lines.utf8), name: "b", contentType: "application/x-ndjson"))
        #expect(!answer.errors && service.body == lines && service.header("Content-Type") == "application/x-ndjson")
    }

    @Test("A bad query is a problem of its own media type")
    func problem() async throws {
        let service = Service(#"{"title": "bbox", "status": 400}"#, status: 400, type: "application/problem+json")
        let failure = await refusal { () throws(APIFailure) in _ = try await atlas(service).features.findFeatures(bbox: [1, 2, 3, 4]) }
        #expect(try failure?.body(as: Atlas.Problem.self) == .init(title: "bbox", status: 400))
        let broken2 = await problems { () throws(APIFailure) in _ = try await atlas(service).features.findFeatures(bbox: [1]) }
        #expect(broken2 == ["query /bbox at least 4 items"])
    }
}

import ClockifyRuntime
import Foundation
import Playroom
import Testing

/// A media server.
@Suite struct PlayroomTests {
    private let id = "f27caa37-e514-2225-cced-ed48f6553502"

    private func playroom(_ service: Service) -> Playroom {
        service.api(at: [Playroom.Services.main: "http://media.local:8096/base/"], with: Playroom.Credentials.customAuthentication("T"))
    }

    @Test("A few of very many parameters are sent, and no others")
    func items() async throws {
        let service = Service(
            """
            {"Items": [{"Name": null, "Id": "\(id)", "RunTimeTicks": 9007199254740993, "Type": "Trailer", "UserData": {"Played": true, "Rating": null},
             "ProviderIds": {"Imdb": "tt1", "Tmdb": null}, "ImageBlurHashes": {"Primary": {"a": "b"}}, "CurrentProgram": {"Is3D": false},
             "DateCreated": "2024-01-02T03:04:05.1234567Z"}], "TotalRecordCount": 1, "StartIndex": 0}
            """)
        let result = try await playroom(service).items.getItems(
            userId: id, searchTerm: "a/b?", isMissing: false, limit: 10, minCommunityRating: 7.5, ids: [id, "x"], genres: ["A, B", "C|D"],
            fields: [.airTime, .init(rawValue: "New")], mediaTypes: [.video], years: [1999, 2001], streamOption1: true, streamOption60: "z")
        #expect(
            service.line
                == "GET http://media.local:8096/base/Items?userId=\(id)&searchTerm=a%2Fb%3F&isMissing=false&limit=10&minCommunityRating=7.5"
                + "&ids=\(id)&ids=x&genres=A%2C%20B&genres=C%7CD&fields=AirTime&fields=New&mediaTypes=Video&years=1999&years=2001"
                + "&streamOption1=true&streamOption60=z")
        #expect(service.header("Authorization") == "T")
        let item = try #require(result.items?.first)
        #expect(item.name == .null && item.runTimeTicks == .value(9_007_199_254_740_993) && item.type?.rawValue == "Trailer")
        #expect(item.userData?.value?.played == true && item.providerIds == .value(["Imdb": "tt1", "Tmdb": nil]))
        #expect(item.currentProgram?.value?.value.is3D == .value(false) && result.totalRecordCount == 1)
        #expect(item.dateCreated?.value.map { Int($0.timeIntervalSince1970) } == 1_704_164_645)
        #expect(Playroom.BaseItemKind.knownValues.count == 6)
    }

    @Test("An item is changed by its JSON, and what is not found is a problem with members of its own")
    func update() async throws {
        let service = Service(status: 204)
        try await playroom(service).items.updateItem(.init(name: .value("N"), id: id, type: .movie, hasLyrics: .null))
        #expect(service.line == "POST http://media.local:8096/base/Items" && service.header("Content-Type") == "application/json")
        #expect(service.body == #"{"Name":"N","Id":"\#(id)","Type":"Movie","HasLyrics":null}"#)
        let failure = await refusal { () throws(APIFailure) in
            try await playroom(Service(#"{"title": "None", "status": 404, "traceId": "t"}"#, status: 404)).items.updateItem(.init())
        }
        let problem = try #require(try failure?.body(as: Playroom.ProblemDetails.self))
        #expect(problem.title == .value("None") && problem.additionalProperties == ["traceId": "t"])
    }

    @Test("A film is streamed; one parameter is in the path and in the query")
    func film() async throws {
        let service = Service("film", type: "video/mp4")
        let film = try await playroom(service).videos.getVideoStreamByContainer(
            itemId: id, container: "mp4", container2: "mkv", static: true, startTimeTicks: 9_007_199_254_740_993, context: .streaming,
            streamOptions: ["a": "b", "c": nil])
        #expect(try await film.bytes() == Array("film".utf8) && film.contentType == "video/mp4")
        #expect(
            service.line
                == "GET http://media.local:8096/base/Videos/\(id)/stream.mp4?container=mkv&static=true"
                + "&startTimeTicks=9007199254740993&context=Streaming&a=b")
        let head = Service(type: "video/mp4", headers: ["Content-Length": "5000000000"])
        let (_, metadata) = try await playroom(head).metadata {
            try await $0.videos.headVideoStreamByContainer(itemId: id, container: "mp4")
        }
        #expect(head.line == "HEAD http://media.local:8096/base/Videos/\(id)/stream.mp4")
        #expect(metadata?.header("Content-Length") == "5000000000")
        let broken = await problems { () throws(APIFailure) in
            _ = try await playroom(service).videos.getVideoStreamByContainer(itemId: id, container: "../x")
        }
        #expect(broken == ["path /container matches ^[a-z0-9]+$"])
    }

    @Test("Pictures are sent and read as they are")
    func pictures() async throws {
        let service = Service(status: 204)
        try await playroom(service).image.setItemImage(
            itemId: id, imageType: .primary, .bytes([0x89, 0x50], name: "p", contentType: "image/png"))
        #expect(
            service.line == "POST http://media.local:8096/base/Items/\(id)/Images/Primary" && service.header("Content-Type") == "image/png")
        await #expect(throws: APIFailure.self, "a film is no picture") {
            try await playroom(service).image.setItemImage(
                itemId: id, imageType: .art, .bytes([1], name: "p", contentType: "video/mp4"))
        }
        let picture = Service("gif", type: "image/gif")
        let image = try await playroom(picture).image.getItemImage(itemId: id, imageType: .backdrop, quality: 90, format: .gif)
        #expect(try await image.bytes() == Array("gif".utf8))
        #expect(picture.line == "GET http://media.local:8096/base/Items/\(id)/Images/Backdrop?quality=90&format=Gif")
    }

    @Test("Signing in needs no credentials")
    func signIn() async throws {
        let service = Service(#"{"User": {"Name": "jo", "Id": "\#(id)"}, "AccessToken": "t"}"#)
        let answer = try await playroom(service).user.authenticateUserByName(.init(username: .value("jo"), pw: .value("")))
        #expect(service.body == #"{"Username":"jo","Pw":""}"# && answer.accessToken == "t" && answer.user?.id == id)
    }
}

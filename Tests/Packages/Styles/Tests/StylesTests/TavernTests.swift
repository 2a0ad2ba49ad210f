import ClockifyRuntime
import Foundation
import Tavern
import Testing

/// Chat.
@Suite struct TavernTests {
    private let message = """
        {"type": 3, "content": "hi", "id": "1234567890123456789", "channel_id": "2", "flags": 4, "nonce": 12345678901,
         "author": {"id": "3", "username": "u", "avatar": null, "premium_type": 9, "public_flags": 64},
         "timestamp": "2024-01-02T03:04:05.678000+00:00", "edited_timestamp": null,
         "components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "Go"}, {"type": 3, "custom_id": "c"}, {"type": 99}]}]}
        """

    private func tavern(_ service: Service) -> Tavern {
        service.api(at: Tavern.Services.documented, with: Tavern.Credentials.botToken("Bot t"))
    }

    @Test("Messages are read, with numbers that have names and numbers that have none")
    func messages() async throws {
        let service = Service("[\(message)]")
        let messages = try await tavern(service).operations.listMessages(channelId: "2", around: "9007199254740993", limit: 1)
        #expect(service.line == "GET https://tavern.example/api/v10/channels/2/messages?around=9007199254740993&limit=1")
        #expect(service.header("Authorization") == "Bot t")
        let message = try #require(messages.first)
        #expect(message.type == .call && message.id == "1234567890123456789" && message.nonce == .integer(12_345_678_901))
        #expect(message.author.premiumType?.rawValue == 9 && message.editedTimestamp == nil)
        #expect(abs(message.timestamp.timeIntervalSince1970 - 1_704_164_645.678) < 0.001)
        #expect(
            message.components?.first?.components == [
                .button(.init(type: ._2, style: ._1, label: .value("Go"))), .stringSelect(.init(type: ._3, customId: "c")),
                .other(["type": 99]),
            ])
        #expect(Tavern.MessageType.knownValues == [.default, .recipientAdd, .call] && Tavern.MessageType.recipientAdd.rawValue == 1)
    }

    @Test("A message is sent in parts, with its JSON in one and files in others")
    func create() async throws {
        let service = Service(message)
        _ = try await tavern(service).operations.createMessage(
            channelId: "2",
            .init(
                payloadJson: .init(
                    content: .value("look"), allowedMentions: .value(.init(parse: .value([.users]), repliedUser: .value(false))),
                    nonce: .value(.string("n"))), files0: .bytes([65, 66], name: "a.png", contentType: "image/png")))
        #expect(service.line == "POST https://tavern.example/api/v10/channels/2/messages")
        #expect(service.header("Content-Type")?.hasPrefix("multipart/form-data; boundary=") == true)
        let json = #"{"content":"look","allowed_mentions":{"parse":["users"],"replied_user":false},"nonce":"n"}"#
        #expect(service.body.contains("name=\"payload_json\"\r\nContent-Type: application/json\r\n\r\n\(json)\r\n"), "\(service.body)")
        #expect(
            service.body.contains("name=\"files[0]\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nAB\r\n"), "\(service.body)")
        #expect(!service.body.contains("files[1]"))
    }

    @Test("A reaction is named by an emoji, which is percent-encoded")
    func reaction() async throws {
        let service = Service(status: 204)
        try await tavern(service).operations.addMyMessageReaction(channelId: "1", messageId: "2", emojiName: "👍")
        #expect(service.line == "PUT https://tavern.example/api/v10/channels/1/messages/2/reactions/%F0%9F%91%8D/@me")
        try await tavern(service).operations.deleteMyMessageReaction(channelId: "1", messageId: "2", emojiName: "a:3")
        #expect(service.line == "DELETE https://tavern.example/api/v10/channels/1/messages/2/reactions/a%3A3/@me" && service.body == "")
    }

    @Test("Permissions are a number or text, and null takes them away")
    func role() async throws {
        let service = Service(
            #"{"id": "1", "name": "n", "permissions": "8796093022208", "color": 0, "tags": {"premium_subscriber": null, "bot_id": "5"}}"#)
        let role = try await tavern(service).operations.createGuildRole(guildId: "1", .init(name: .null, permissions: .value(.string("8"))))
        #expect(service.body == #"{"name":null,"permissions":"8"}"# && role.permissions == "8796093022208" && role.tags?.botId == "5")
        _ = try await tavern(service).operations.createGuildRole(guildId: "1", .init(permissions: .value(.integer(8))))
        #expect(service.body == #"{"permissions":8}"#)
        let roles = Service("[]")
        _ = try await tavern(roles).operations.bulkUpdateGuildRoles(guildId: "1", [.init(id: .value("2"), position: .null), .init()])
        #expect(roles.line == "PATCH https://tavern.example/api/v10/guilds/1/roles" && roles.body == #"[{"id":"2","position":null},{}]"#)
        let broken = await problems { () throws(APIFailure) in
            _ = try await tavern(service).operations.createGuildRole(guildId: "1", .init(color: .value(16_777_216)))
        }
        #expect(broken == ["body /color at most 16777215"])
    }

    @Test("A member is added, or was one before")
    func member() async throws {
        let body = Tavern.AddGuildMemberBody(accessToken: "t", roles: .value(["1", nil]))
        let service = Service(status: 204)
        let token = service.api(Tavern.self, at: Tavern.Services.documented, with: Tavern.Credentials.oauth2("t"))
        #expect(try await token.operations.addGuildMember(guildId: "1", userId: "2", body) == nil)
        #expect(service.body == #"{"access_token":"t","roles":["1",null]}"# && service.header("Authorization") == "Bearer t")
        let added = Service(#"{"roles": ["1"], "nick": null, "user": {"id": "2", "username": "u", "avatar": null}}"#, status: 201)
        #expect(try await tavern(added).operations.addGuildMember(guildId: "1", userId: "2", body)?.user.username == "u")
    }

    @Test("Errors are nested by the members that they are about, and being too fast has its own body")
    func failures() async throws {
        let nested = #"{"code": 50035, "message": "Invalid", "errors": {"embeds": {"0": {"_errors": [{"code": 1, "message": "m"}]}}}}"#
        let failure = await refusal { () throws(APIFailure) in
            _ = try await tavern(Service(nested, status: 400)).operations.createGuildRole(guildId: "1", .init())
        }
        let body = try #require(try failure?.body(as: Tavern.ErrorResponse.self))
        #expect(
            body.errors == .dictionary(["embeds": .dictionary(["0": .innerErrors(.init(errors: [.init(code: 1, message: "m")]))])]))
        let fast = await refusal { () throws(APIFailure) in
            _ = try await tavern(Service(#"{"code": 0, "message": "slow", "retry_after": 0.5, "global": true}"#, status: 429))
                .with { $0.retries = .never }.operations.listMessages(channelId: "1")
        }
        guard case .tooManyRequests(let limit) = try fast?.body(as: Tavern.ListMessagesFailure.self) else { return #expect(Bool(false)) }
        #expect(limit.global && limit.retryAfter == 0.5)
        let refused = await refusal { () throws(APIFailure) in
            _ = try await tavern(Service(#"{"code": 1, "message": "no"}"#, status: 403)).operations.listMessages(channelId: "1")
        }
        #expect(try refused?.body(as: Tavern.ListMessagesFailure.self) == .clientError(.init(code: 1, message: "no")))
    }
}

import ClockifyRuntime
import Gauntlet
import Testing

/// Names that mean something else in Swift, or nothing.
@Suite struct GauntletTests {
    private func gauntlet(_ service: Service) -> Gauntlet { service.api(at: Gauntlet.Services.documented) }

    @Test("Words of Swift are sent as the document spells them")
    func words() async throws {
        let service = Service(#"{"Type": "t", "Protocol": "1_0", "self": {"self": "a", "Self": "b", "init": "c"}}"#)
        let answer = try await gauntlet(service).class.init_(self_: "x", self_2: "y", in: true, call: 1, client: "c")
        #expect(service.line == "GET https://gauntlet.example/init?self=x&Self=y&in=true&call=1" && service.header("client") == "c")
        #expect(answer.type == "t" && answer.protocol == ._1_0 && answer.self_?.init_ == "c")
        #expect(Set([answer.self_?.self_, answer.self_?.self_2]) == ["a", "b"])
        let form = Service(status: 204)
        try await gauntlet(form).class.class(.init(form: "f", body: "b", aB: "1", xYZ: "2"), body: "q", form: "r")
        #expect(form.line == "POST https://gauntlet.example/init?body=q&form=r" && form.body == "form=f&body=b&a%5Bb%5D=1&x%26y%3Dz=2")
        try await gauntlet(form).type.self_()
        #expect(form.line == "DELETE https://gauntlet.example/init")
    }

    @Test("Signs, digits and other scripts are sent as the document spells them")
    func signs() async throws {
        let service = Service(#"{"class": "c", "hashValue": 1, "description": "d", "debugDescription": "e", "init": "i", "encode": "n"}"#)
        _ = try await gauntlet(service).self_.description(
            class: "a", self_: "b", self_2: "c", filterName: "f", pageSize: 1, größe: 2, top: 3, atType: .case, _1st: "g", x1st: "h",
            sessionId: "s")
        #expect(
            service.readableLine
                == "GET https://gauntlet.example/names/a/b-c?filter[name]=f&page size=1&größe=2&$top=3&@type=case&1st=g")
        #expect(service.line.contains("page%20size=1") && service.line.contains("gr%C3%B6%C3%9Fe=2"))
        #expect(service.header("X-1st") == "h" && service.header("Cookie") == "session.id=s")
        let failure = await refusal { () throws(APIFailure) in
            _ = try await gauntlet(Service(#"{"Error": "e", "code": 1}"#, status: 422)).self_.description(
                class: "a", self_: "b", self_2: "c")
        }
        #expect(try failure?.body(as: Gauntlet.Error.self) == .init(error: "e", code: 1))
    }

    @Test("An object whose members are words keeps them")
    func members() async throws {
        let text =
            #"{"class":"c","var":"v","await":true,"nil":"n","true":false,"hashValue":5,"hash":"h","description":"d","#
            + #""debugDescription":"e","init":"i","encode":"n","rules":["r"],"json":{"x":null},"members":{"a":"b"},"additionalProperties":"p","#
            + #""Equatable":{"==":"1","!=":"2"},"Optional":{"none":"x","wrapped":[{"k":{"value":1,"String":{"string":"s"}}}]},"#
            + #""OpenEnum":"OpenEnum","Swift":{"Int":3},"Operations":{"x":"y"},"Bool":{"value":true},"ITEM":{"id":"1"}}"#
        let words: Gauntlet.Words = try read(text)
        #expect(words.hashValue == 5 && words.description == "d" && words.true == false && words.nil == "n" && words.json == ["x": nil])
        #expect(words.equatable?.not == "2" && words.optional?.wrapped?.first?["k"]?.string?.string == "s" && words.bool?.value == true)
        #expect(Set([words]).contains(words))
        let service = Service(#"{"Any": "a", "any": "b", "some": true}"#)
        let any = try await gauntlet(service).self_.名前(class: "a", self_: "b", self_2: "c", words)
        #expect(service.line == "PUT https://gauntlet.example/names/a/b-c" && service.body == text)
        #expect(any.any == "b" && any.any2 == "a" && any.some == true)
    }

    @Test("Names that differ by case alone are different")
    func cases() async throws {
        let items = Service(#"[{"url": "a", "URL": "b", "Url": "c"}]"#)
        let item = try #require(try await gauntlet(items).überUns.getItem().first)
        #expect(item.url == "a" && Set([item.url2, item.url3]) == ["b", "c"])
        let service = Service(#"{"name": "a", "Name": "b", "NAME": "c", "n-a-m-e": "d"}"#)
        let echo = try await gauntlet(service).überUns.getItem2(.init(name: "a", name2: "b", name3: "c", nAME: "d"))
        #expect(
            service.line == "POST https://gauntlet.example/cases" && service.body == #"{"name":"a","Name":"b","NAME":"c","n-a-m-e":"d"}"#)
        #expect(echo == .init(name: "a", name2: "b", name3: "c", nAME: "d"))
        let either = Service(#"{"other": "o"}"#)
        #expect(try await gauntlet(either).clientGroup.getItem(.self_(.init(self_: 1))) == .other2(.init(other: "o")))
        #expect(either.body == #"{"self":1}"# && either.line == "PATCH https://gauntlet.example/cases")
    }

    @Test("Emoji, blanks and empty names have names of some kind")
    func scripts() async throws {
        let service = Service(#"{"🦊": "f", "名": "n", "имя": "i", "é": "e", "": "m", " ": "b", "1": "o", "2nd": "s"}"#)
        let fox = try await gauntlet(service).u1f98a.finden()
        #expect(service.line == "GET https://gauntlet.example/%F0%9F%A6%8A/%20/a%20b")
        #expect(fox.u1f98a == "f" && fox.名 == "n" && fox.имя == "i" && fox.é == "e" && fox.empty == "m" && fox._1 == "o" && fox._2nd == "s")
        typealias Value = Gauntlet.ProtocolModel
        #expect([Value.empty, .noneValue, .minus1, .plus1, .init_, ._1Dot0].map(\.rawValue) == ["", "none", "-1", "+1", "init", "1.0"])
        #expect(Value.knownValues.count == 26 && Set(Value.knownValues).count == 26)
        #expect(Value.日本語.rawValue == "日本語")
    }
}

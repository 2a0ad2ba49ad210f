@_spi(Generated) import ClockifyRuntime
import GoldenClient
import Testing

/// What the unions of the golden files read and send.
@Suite("A union reads the alternative that the object is, and sends what it read")
struct GoldenUnionTests {
    private func talk(_ text: String) throws -> Zoo.Talk {
        let talk: Zoo.Talk = try read(text)
        #expect(try json(talk) == text)
        return talk
    }

    @Test("A constant that each alternative requires decides, whether it is written there, in a reference or in a part")
    func constants() throws {
        #expect(try talk(#"{"pet":{"kind":"cat","name":"Tom"}}"#).pet == .tomcat(.init(kind: .cat, name: "Tom")))
        #expect(try talk(#"{"pet":{"kind":"tomcat","name":"Tom"}}"#).pet == .tomcat(.init(kind: .tomcat, name: "Tom")))
        #expect(try talk(#"{"pet":{"kind":"puppy","name":"Rex"}}"#).pet == .puppy(.init(kind: .puppy, name: "Rex")))
        #expect(try talk(#"{"pet":{"kind":"bird","wings":2}}"#).pet == .bird(.init(kind: .bird, wings: 2)))
    }

    @Test(
        "An object with another constant, or with none, is kept as it is",
        arguments: [#"{"kind":"fish","name":"Nemo"}"#, #"{"name":"Tom"}"#, #"{"kind":7}"#, #"{"kind":null}"#, #"{"kind":["cat"]}"#])
    func unknownConstant(object: String) throws {
        #expect(try talk(#"{"pet":\#(object)}"#).pet == .other(try read(object)))
    }

    @Test("A discriminator without a mapping has the values that the alternatives list, and the members decide between equal ones")
    func discriminatorValues() throws {
        #expect(try talk(#"{"message":{"role":"user","text":"a"}}"#).message == .userMessage(.init(role: .user, text: "a")))
        #expect(try talk(#"{"message":{"role":"owner","text":"a"}}"#).message == .userMessage(.init(role: .owner, text: "a")))
        #expect(try talk(#"{"message":{"role":"tool","tool":"a"}}"#).message == .toolMessage(.init(role: .tool, tool: "a")))
        #expect(try talk(#"{"message":{"role":"tool","sign":1}}"#).message == .signMessage(.init(role: .tool, sign: 1)))
        // Without a constant, the value is the component's name.
        #expect(
            try talk(#"{"message":{"role":"PlainMessage","text":"a"}}"#).message == .plainMessage(.init(role: "PlainMessage", text: "a")))
        #expect(try talk(#"{"message":{"role":"admin"}}"#).message == .other(["role": "admin"]))
    }

    @Test("The alternatives of a nested union have the values that either union gives them")
    func nestedUnions() throws {
        #expect(
            try talk(#"{"sender":{"is":"machine","model":"B2","size":1}}"#).sender
                == .radio(.init(is: "machine", model: "B2", size: 1)))
        #expect(
            try talk(#"{"sender":{"is":"machine","model":"A1","size":1}}"#).sender
                == .robot(.init(is: "machine", model: "A1", size: 1)))
        #expect(try talk(#"{"sender":{"is":"machine","model":"C3"}}"#).sender == .other(["is": "machine", "model": "C3"]))
        #expect(try talk(#"{"sender":{"is":"person","name":"a"}}"#).sender == .person(.init(is: "person", name: "a")))
        #expect(
            try talk(#"{"receiver":{"is":"x","model":"B2","size":1}}"#).receiver == .radio(.init(is: "x", model: "B2", size: 1)))
        #expect(try talk(#"{"receiver":{"is":"x","name":"a"}}"#).receiver == .person(.init(is: "x", name: "a")))
    }

    @Test("A base class without a mapping reads its children by their constants or their names")
    func children() throws {
        #expect(try talk(#"{"act":{"type":"jump","height":1.5}}"#).act == .jump(.init(type: .jump, height: 1.5)))
        #expect(try talk(#"{"act":{"type":"Sleep","hours":8}}"#).act == .sleep(.init(type: "Sleep", hours: 8)))
        #expect(try talk(#"{"act":{"height":1,"type":"Jump"}}"#).act == .other(["type": "Jump", "height": 1]))
    }

    @Test("A base class with a partial mapping reads the other children by their names, and one with a single child keeps other values")
    func unlistedChildren() throws {
        #expect(try talk(#"{"toy":{"kind":"round","size":3}}"#).toy == .ball(.init(kind: "round", size: 3)))
        #expect(try talk(#"{"toy":{"kind":"Rope","length":4}}"#).toy == .rope(.init(kind: "Rope", length: 4)))
        #expect(try talk(#"{"toy":{"kind":"Ball"}}"#).toy == .other(["kind": "Ball"]))
        #expect(try talk(#"{"tool":{"kind":"Rake","teeth":9}}"#).tool == .rake(.init(kind: "Rake", teeth: 9)))
        #expect(try talk(#"{"tool":{"kind":"Saw"}}"#).tool == .other(["kind": "Saw"]))
    }

    @Test("A member to which alternatives give different types reads each of them")
    func disagreeingAlternatives() throws {
        #expect(try talk(#"{"field":{"name":"a","value":"b","form":"text"}}"#).field?.value == .string("b"))
        #expect(try talk(#"{"field":{"name":"a","value":7,"form":"number","size":5}}"#).field?.value == .integer(7))
        let tomcat = Zoo.Tomcat(kind: .cat, name: "Tom")
        let field = try talk(#"{"field":{"name":"a","value":{"kind":"cat","name":"Tom"},"form":"pet"}}"#).field
        #expect(field?.value == .tomcat(tomcat) && field?.form == .pet)
        #expect(try talk(#"{"field":{"name":"a","value":true}}"#).field?.value == .other(true))
    }

    @Test("Only a rule that each alternative has is checked")
    func rulesOfAlternatives() throws {
        var rules = Rules()
        Zoo.Talk(field: .init(name: "a", value: .string("four"), form: .text, size: 9)).validate(&rules)
        #expect(rules.problems == [])
    }

    @Test("Constants of any scalar type decide, even if an alternative has none or they may be missing")
    func otherConstants() throws {
        let first = Zoo.FirstMeasurement(version: ._1, value: "a")
        #expect(try talk(#"{"measurement":{"version":1,"value":"a"}}"#).measurement == .firstMeasurement(first))
        #expect(try read(#"{"measurement":{"value":"a","version":1.0e0}}"#, as: Zoo.Talk.self).measurement == .firstMeasurement(first))
        #expect(
            try talk(#"{"measurement":{"version":2.5,"value":"a"}}"#).measurement == .secondMeasurement(.init(version: 2.5, value: "a")))
        #expect(
            try talk(#"{"measurement":{"isBroken":true,"value":"a"}}"#).measurement
                == .brokenMeasurement(.init(isBroken: true, value: "a")))
        #expect(try talk(#"{"measurement":{"value":"a","unit":"m"}}"#).measurement == .secondMeasurement(.init(value: "a", unit: "m")))
        #expect(
            try talk(#"{"measurement":{"isBroken":false,"version":3}}"#).measurement == .other(["isBroken": false, "version": 3]))
    }

    @Test("An object is of the alternative whose required members it has; if it fits none, or cannot be read as that one, it is kept")
    func requiredMembers() throws {
        #expect(try talk(#"{"owner":{"id":1,"name":"a","login":"b"}}"#).owner == .keeper(.init(id: 1, login: "b", name: "a")))
        #expect(try talk(#"{"owner":{"id":1,"name":"a","town":"b"}}"#).owner == .circus(.init(id: 1, town: "b", name: "a")))
        #expect(try talk(#"{"owner":{"id":1,"name":"a"}}"#).owner == .other(["id": 1, "name": "a"]))
        #expect(try talk(#"{"owner":{"id":"1","login":"b"}}"#).owner == .other(["id": "1", "login": "b"]))
    }

    @Test("The titles of inline alternatives name the cases, unless they are sentences")
    func titles() throws {
        #expect(try talk(#"{"sign":{"volume":3}}"#).sign == .loudSign(.init(volume: 3)))
        #expect(try talk(#"{"sign":{"gesture":"nod"}}"#).sign == .silentSign(.init(gesture: "nod")))
        #expect(try talk(#"{"sign":"yes"}"#).sign == .word("yes"))
        #expect(try talk(#"{"sign":true}"#).sign == .bool(true))
    }

    @Test("An enum, a blank one and one of null are one enum that may be null")
    func blankAndNull() throws {
        #expect(try talk(#"{"tone":"high"}"#).tone == .value(.high))
        #expect(try talk(#"{"tone":""}"#).tone == .value(.empty))
        #expect(try talk(#"{"tone":null}"#).tone == .null)
    }
}

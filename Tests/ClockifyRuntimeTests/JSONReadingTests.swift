@_spi(Generated) import ClockifyRuntime
import Foundation
import Testing

@Suite("Decoding of models")
struct JSONReadingTests {
    @Test("Members are found in any order, between unknown ones and with escaped names")
    func anyOrder() throws {
        let expected = SampleRate(amount: 5, currency: "EUR")
        for text in [
            #"{"amount":5,"currency":"EUR"}"#, #"{"currency":"EUR","amount":5}"#,
            #"{"x":[{"amount":1}],"currency":"EUR","":null,"amount":5,"z":{}}"#,
            #"{"\u0061mount":5,"curr\u0065ncy":"EUR"}"#, #" { "amount" : 5 , "currency" : "EUR" } "#,
            #"{"amountX":1,"amoun":2,"amount":5,"currencies":3,"currency":"EUR"}"#,
        ] {
            #expect(try read(SampleRate.self, text) == expected, "\(text)")
        }
    }

    @Test("The last of several members with the same name wins, even if it is null")
    func duplicates() throws {
        #expect(try read(SampleRate.self, #"{"amount":1,"currency":"A","amount":2,"currency":null}"#) == SampleRate(amount: 2))
        #expect(refusal(SampleRate.self, #"{"amount":1,"amount":null}"#)?.path == "$.amount")
        #expect(try read([String: Int].self, #"{"a":1,"a":2}"#) == ["a": 2])
    }

    @Test("Member names in one text equal those of a list")
    func memberNames() {
        let text = JSONMembers(
            """
            id timeInterval x
            approvalRequestId
            """)
        #expect(text.names == ["id", "timeInterval", "x", "approvalRequestId"])
        #expect(JSONMembers("").names == [])
        let list: JSONMembers = ["two words", "", "new\nline", "é"]
        #expect(list.names == ["two words", "", "new\nline", "é"])
    }

    @Test("Absent and null members are nil, and an absent required array is empty")
    func absent() throws {
        let nulls = #"{"id":"a","isLocked":null,"status":null,"level":null,"timeInterval":null,"tagIds":null,"value":null,"parent":null}"#
        #expect(try read(SampleEntry.self, nulls) == read(SampleEntry.self, #"{"id":"a"}"#))
        #expect(try read(SampleEntry.self, nulls).tagIds.isEmpty)
        let entry = try read(SampleEntry.self, #"{"id":"a","history":[null,{"start":"2020-01-01"}],"customFieldValuesByName":{"x":null}}"#)
        #expect(entry.history?.count == 2)
        #expect(entry.history?.first == .some(nil))
        #expect(entry.customFieldValuesByName == ["x": .null])
    }

    @Test("Names of every length match only themselves")
    func names() throws {
        let members: JSONMembers = [
            "", "a", "ab", "abcdefg", "abcdefgh", "abcdefgi", "abcdefghi", "abcdefghijklmnop", "abcdefghijklmnoq", "abcdefghijklmnopq",
            "abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyZ", "é", "a\"b", "a\\b", "tab\t", "😀 and more", "a\0", "_id",
            "page-size",
        ]
        #expect(members.names.count == 20)
        for (index, name) in members.names.enumerated() {
            let key = try written(name)
            // Alone, after all other names, and in the middle of a large text.
            for other in members.names {
                var reader = JSONReader(Array("{\(try written(other)):0,\(key):1}".utf8))
                try reader.beginObject()
                _ = try reader.nextMember(of: members)
                try reader.skipValue()
                #expect(try reader.nextMember(of: members) == index)
                #expect(try reader.readInt64() == 1)
                #expect(try reader.nextMember(of: members) == nil)
            }
        }
        for name in ["b", "abcdefgz", "abcdefghijklmnopqrstuvwxy", "a\0\0", "ABC", "e", "a\\\\b"] {
            var reader = JSONReader(Array("{\(try written(name)):1}".utf8))
            try reader.beginObject()
            #expect(try reader.nextMember(of: members) == nil)
        }
    }

    @Test("A name with a quotation mark is not found in invalid JSON")
    func trickyName() throws {
        let members: JSONMembers = ["a\"b"]
        var reader = JSONReader(Array(#"{"a"b":1}"#.utf8))
        try reader.beginObject()
        #expect(throws: JSONError.self) { try reader.nextMember(of: members) }
    }

    @Test("The union alternative that knows the most members wins, and the first one wins a tie")
    func bestMatch() throws {
        let alternatives: [JSONAlternative] = [.init(["id", "name"]), .init(["id", "name", "start"]), .init(["id", "end", "start"])]
        for (text, expected) in [
            (#"{"id":1,"name":2}"#, 0), (#"{"id":1,"name":2,"start":{"x":[]}}"#, 1), (#"{"\u0065nd":1,"id":2}"#, 2), ("{}", 0),
            (#"{"x":1}"#, 0),
        ] {
            var reader = JSONReader(Array(text.utf8))
            #expect(try reader.bestMatch(alternatives) == expected)
            // Nothing is consumed.
            #expect(try reader.peekKind() == .object)
            #expect(throws: Never.self) { try reader.skipValue() }
        }
        var reader = JSONReader(Array("[]".utf8))
        #expect(throws: JSONError.self) { try reader.bestMatch(alternatives) }
    }

    @Test("An object without the members that an alternative requires is of another one, or of none")
    func requiredMembers() throws {
        let alternatives: [JSONAlternative] = [
            .init(["id", "name", "kind"], requiring: ["kind"]), .init(["id", "name"], requiring: ["id", "name"]), .init(["note"]),
        ]
        for (text, expected) in [
            (#"{"id":1,"name":2,"kind":3}"#, 0), (#"{"id":1,"name":2}"#, 1), (#"{"k\u0069nd":null}"#, 0), (#"{"note":1}"#, 2),
            (#"{"id":1}"#, nil), (#"{"x":1}"#, nil), ("{}", 2),
        ] {
            var reader = JSONReader(Array(text.utf8))
            #expect(try reader.bestMatch(alternatives) == expected, "\(text)")
            #expect(try reader.peekKind() == .object)
        }
    }

    @Test("The discriminator is found at any position")
    func discriminator() throws {
        for (text, expected) in [
            (#"{"type":"a"}"#, "a"), (#"{"x":{"type":"b"},"type":"a"}"#, "a"), (#"{"type":"b","type":"a"}"#, "a"), (#"{"x":1}"#, nil),
            (#"{"type":null}"#, nil),
        ] {
            var reader = JSONReader(Array(text.utf8))
            #expect(try reader.discriminator("type") == expected)
            #expect(try reader.peekKind() == .object)
        }
    }

    @Test("An alternative that fails on a copy leaves the reader unchanged")
    func copies() throws {
        let reader = JSONReader(Array(#"{"amount":"much"}"#.utf8))
        var attempt = reader
        #expect(throws: JSONError.self) { try SampleRate(from: &attempt) }
        var other = reader
        #expect(try [String: String](from: &other) == ["amount": "much"])
    }

    @Test("Nullable distinguishes null from absent")
    func nullable() throws {
        #expect(try read([Nullable<Int>].self, "[null,1]") == [.null, .value(1)])
        var reader = JSONReader(Array("null".utf8))
        let value: Nullable<Int>? = try reader.read()
        #expect(value == .some(.null))
        #expect(Nullable<Int>.value(3).value == 3)
        #expect(Nullable<[Int]>.null.value == nil)
        let literals: (Nullable<String>, Nullable<Int>, Nullable<Double>, Nullable<Bool>, Nullable<[Int]>, Nullable<SampleID>) = (
            "a", 1, 1.5, true, [1, 2], "x"
        )
        #expect(literals.0 == .value("a") && literals.1 == .value(1) && literals.2 == .value(1.5) && literals.3 == .value(true))
        #expect(literals.4 == .value([1, 2]) && literals.5 == .value("x"))
    }

    @Test("Indirect forwards to its value")
    func indirect() throws {
        var boxed = Indirect(SampleRate(amount: 1))
        boxed.amount = 2
        #expect(boxed.value == SampleRate(amount: 2))
        #expect(boxed.currency == nil)
        #expect(try written(boxed) == #"{"amount":2,"currency":null}"#)
        #expect(try read(Indirect<SampleRate>.self, #"{"amount":2}"#) == boxed)
    }
}

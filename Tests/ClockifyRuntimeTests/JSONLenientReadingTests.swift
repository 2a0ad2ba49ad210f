@_spi(Generated) import ClockifyRuntime
import Testing

@Suite("Decoding of values printed as strings")
struct JSONLenientReadingTests {
    private struct Settings: JSONReadable, Equatable {
        var flag: Bool?
        var count: Int?
        var size: Double?
        /// A property that is not lenient.
        var strict: Bool?

        init(flag: Bool? = nil, count: Int? = nil, size: Double? = nil, strict: Bool? = nil) {
            (self.flag, self.count, self.size, self.strict) = (flag, count, size, strict)
        }

        init(from json: inout JSONReader) throws(JSONError) {
            let members: JSONMembers = ["flag", "count", "size", "strict"]
            try json.beginObject()
            while let member = try json.nextMember(of: members) {
                switch member {
                case 0: json.readLeniently(into: &flag)
                case 1: json.readLeniently(into: &count)
                case 2: json.readLeniently(into: &size)
                case 3: json.read(into: &strict)
                default: try json.skipValue()
                }
            }
        }
    }

    @Test("A plain value and its printed form are equal, and decoding continues after them")
    func printed() throws {
        let expected = Settings(flag: false, count: -15, size: 0.5, strict: true)
        #expect(try read(Settings.self, #"{"flag":false,"count":-15,"size":0.5,"strict":true}"#) == expected)
        #expect(try read(Settings.self, #"{"flag":"false","count":"-15","size":"5e-1","x":["true"],"strict":true}"#) == expected)
        #expect(try read(Settings.self, #"{"flag":"\u0074rue","count":null}"#) == Settings(flag: true))
    }

    @Test(
        "A string with any other content is rejected at its place",
        arguments: [
            #""""#, #"" true""#, #""true ""#, #""yes""#, #""TRUE""#, #""1""#, #""null""#, #""true,true""#, #""\"true\"""#, #""[true]""#,
            "1",
            "[true]", #""true"#,
        ])
    func refused(text: String) {
        let refusal = refusal(Settings.self, "{\"flag\":\(text)}")
        #expect(refusal?.path == "$.flag")
    }

    @Test(
        "A printed number must be finite, and an integer if the type requires one",
        arguments: [
            #"{"count":"1.5"}"#, #"{"count":"9223372036854775808"}"#, #"{"count":"0x10"}"#, #"{"size":"1e999"}"#, #"{"size":"NaN"}"#,
            #"{"count":"true"}"#, #"{"count":"01"}"#,
        ])
    func numbers(text: String) {
        #expect(refusal(Settings.self, text) != nil)
    }

    @Test("A printed value is rejected if its property is not lenient")
    func strict() {
        #expect(refusal(Settings.self, #"{"strict":"true"}"#)?.path == "$.strict")
    }
}

import Testing

@_spi(Generated) @testable import ClockifyRuntime

@Suite("Values of any kind in paths, queries and forms")
struct ParameterTextTests {
    private func text(_ items: [ParameterText.Item]) -> String { items.map { "\($0.name)=\($0.value)" }.joined(separator: "&") }

    @Test(
        "The style form writes a plain value, the parts of a list, or the members of an object",
        arguments: [
            ("x", "n=x", "n=x"), (1.5, "n=1.5", "n=1.5"), (nil, "", ""), ([], "", ""), ([nil], "", ""),
            (["a", nil, 2], "n=a&n=2", "n=a,2"),
            (["b": 1, "a": ["x", "y"]], "a=x&a=y&b=1", #"n=a,["x","y"],b,1"#), ([["c": true]], #"n={"c":true}"#, #"n={"c":true}"#),
            (["a": nil], "", ""),
        ] as [(JSONValue, String, String)])
    func form(value: JSONValue, exploded: String, joined: String) {
        #expect(text(ParameterText.items("n", value)) == exploded)
        #expect(text(ParameterText.items("n", value, joinedBy: ",")) == joined)
    }

    @Test(
        "The style deepObject names the way to each value",
        arguments: [
            (5, "n=5"), (nil, ""), ([], ""), (["a", "b"], "n[]=a&n[]=b"), ([["a": 1], ["a": 2]], "n[0][a]=1&n[1][a]=2"),
            (["x": ["y": ["z": 1]], "w": [[1, 2], [3]]], "n[w][0][]=1&n[w][0][]=2&n[w][1][]=3&n[x][y][z]=1"),
        ] as [(JSONValue, String)])
    func deepObject(value: JSONValue, expected: String) {
        #expect(text(ParameterText.deepItems("n", value)) == expected)
    }

    @Test(
        "A path has each style as OpenAPI defines it, with its parts percent-encoded",
        arguments: [
            ("a/b", "a%2Fb", ".a%2Fb", ";n=a%2Fb", ".a%2Fb", ";n=a%2Fb"),
            ([3, 4], "3,4", ".3,4", ";n=3,4", ".3.4", ";n=3;n=4"),
            (["R": 1, "G": "x,y"], "G,x%2Cy,R,1", ".G,x%2Cy,R,1", ";n=G,x%2Cy,R,1", ".G=x%2Cy.R=1", ";G=x%2Cy;R=1"),
        ] as [(JSONValue, String, String, String, String, String)])
    func path(value: JSONValue, simple: String, label: String, matrix: String, explodedLabel: String, explodedMatrix: String) {
        #expect(ParameterText.path("n", value, style: .simple, explode: false) == simple)
        #expect(ParameterText.path("n", value, style: .label, explode: false) == label)
        #expect(ParameterText.path("n", value, style: .matrix, explode: false) == matrix)
        #expect(ParameterText.path("n", value, style: .label, explode: true) == explodedLabel)
        #expect(ParameterText.path("n", value, style: .matrix, explode: true) == explodedMatrix)
    }

    @Test("In a form of pairs, commas between values are not encoded, and commas inside a value are")
    func commasInForms() {
        var form = URLEncodedForm()
        form.texts("ids", ["a,b", "c&d"], joinedBy: ",")
        form.texts("pipes", ["a", "b"], joinedBy: "|")
        form.value("object", ["k": "x,y"] as JSONValue, joinedBy: ",")
        form.texts("each", ["a,b"])
        #expect(
            form.body.bytesInMemory.map { String(decoding: $0, as: UTF8.self) } == "ids=a%2Cb,c%26d&pipes=a%7Cb&object=k,x%2Cy&each=a%2Cb")
    }

    @Test("A query in the path of the spec stays, and other items follow it")
    func queryInPath() {
        var call = Call("op", .get, "/a?do={what}", service: "main")
        call.path("what", "x&y?")
        #expect(call.target == "/a?do=x%26y%3F")
        call.query("page", 2)
        #expect(call.target == "/a?do=x%26y%3F&page=2")
    }

    @Test("A page number in a body keeps the type of the body")
    func pageInBody() {
        var call = Call("op", .post, "/", service: "main")
        call.json(JSONValue.object(["a": 1]), contentType: "application/vnd.api+json")
        call.set("page", to: 3, in: .body)
        #expect(call.body?.contentType == "application/vnd.api+json")
        #expect(call.body?.bytesInMemory.map { String(decoding: $0, as: UTF8.self) } == #"{"a":1,"page":3}"#)
    }
}

import HTTPTypes
import Testing

@_spi(Generated) @testable import ClockifyRuntime

@Suite("The request of a call")
struct CallTests {
    private func target(_ build: (inout Call) -> Void) -> String {
        var call = Call("op", .get, "/v1/things/{id}/parts", service: "main")
        build(&call)
        return call.target
    }

    @Test("A number that is not finite is refused wherever it would be sent as text", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(number: Double) {
        var call = Call("item", .get, "/{a}/{b}", service: "main")
        call.path("a", number)
        call.path("b", [number])
        call.query("c", number)
        call.query("d", [1, number])
        call.query("e", [number], joinedBy: ",")
        call.header("f", number)
        call.cookie("g", number)
        var form = URLEncodedForm()
        form.text("h", number)
        call.form(form)
        var parts = MultipartForm()
        parts.texts("i", [number])
        call.form(parts)
        #expect(call.rules.problems.map(\.pointer) == ["/a", "/b", "/c", "/d", "/e", "/f", "/g", "/h", "/i"])
        #expect(call.rules.problems.allSatisfy { $0.rule == .representable("a finite number") })
    }

    @Test("A value that contains what separates it from the next is refused where it cannot be encoded")
    func separators() {
        var call = Call("item", .get, "/", service: "main")
        call.query("a", ["1|2"], joinedBy: "|")
        call.query("b", ["1 2", "3"], joinedBy: " ")
        call.query("c", ["1,2", "3"], joinedBy: ",")
        call.header("d", ["1", "2,3"])
        call.header("e", ["k": "1,2"] as JSONValue, explode: true)
        var form = MultipartForm()
        form.texts("f", ["1,2", "3"], joinedBy: ",")
        call.form(form)
        #expect(call.rules.problems.map(\.pointer) == ["/a", "/b", "/d", "/e", "/f"])
        #expect(call.target == "/?a=1%7C2&b=1%202%203&c=1%2C2,3")
    }

    @Test(
        "A path value stays one segment, whatever it contains",
        arguments: [
            ("a/b", "a%2Fb"), ("..", "%2E%2E"), (".", "%2E"), ("...", "%2E%2E%2E"), ("a.b", "a.b"), ("?x=1", "%3Fx%3D1"), ("#f", "%23f"),
            ("a+b c", "a%2Bb%20c"), ("%2F", "%252F"), ("é", "%C3%A9"), ("🙂", "%F0%9F%99%82"), ("\r\nX: y", "%0D%0AX%3A%20y"), ("\\", "%5C"),
            ("a;b", "a%3Bb"), ("{id}", "%7Bid%7D"),
        ])
    func pathValues(value: String, encoded: String) {
        #expect(target { $0.path("id", value) } == "/v1/things/\(encoded)/parts")
    }

    @Test("An empty path value is reported, because it would name another path")
    func emptyPathValue() {
        var call = Call("op", .get, "/v1/things/{id}", service: "main")
        call.path("id", "")
        #expect(call.rules.problems == [RequestProblem(location: .path, pointer: "/id", rule: .notEmpty, size: nil)])
    }

    @Test(
        "A query value adds only itself",
        arguments: [
            ("a&b=c", "a%26b%3Dc"), ("a+b", "a%2Bb"), ("a b", "a%20b"), ("", ""), ("#", "%23"), ("../x", "..%2Fx"),
            ("日本", "%E6%97%A5%E6%9C%AC"),
            ("\n", "%0A"),
        ])
    func queryValues(value: String, encoded: String) {
        let target = target { call in
            call.path("id", "1")
            call.query("q", value)
        }
        #expect(target == "/v1/things/1/parts?q=\(encoded)")
    }

    @Test("A body gets the member that selects the response format, whatever else it contains")
    func answerForm() throws {
        func body(_ value: JSONValue?, _ form: String) throws -> String {
            var call = Call("op", .post, "/", service: "main")
            call.json(value)
            call.answer(as: .file, member: "as", form)
            #expect(call.answerForm == .file && call.acceptsFile)
            return String(decoding: try #require(call.body?.bytesInMemory), as: UTF8.self)
        }
        #expect(try body(nil, "PDF") == #"{"as":"PDF"}"#)
        #expect(try body(.object([:]), "PDF") == #"{"as":"PDF"}"#)
        #expect(try body(.object(["a": .object(["b": .string("}")])]), "P\"F") == #"{"a":{"b":"}"},"as":"P\"F"}"#)
    }

    @Test("A list repeats its key, and nil and an empty list add nothing")
    func lists() {
        let target = target { call in
            call.path("id", "1")
            call.query("ids", ["a", "b&c"])
            call.query("none", [String]?.none)
            call.query("empty", [String]())
            call.query("joined", ["x,", "y&"], joinedBy: ",")
            call.keepingReserved.query("kept", ["x:", "y&"], joinedBy: ",")
            call.query("piped", ["x", "y"], joinedBy: "|")
            call.query("flag", Bool?.some(false))
            call.query("absent", Int?.none)
        }
        #expect(target == "/v1/things/1/parts?ids=a&ids=b%26c&joined=x%2C,y%26&kept=x:,y%26&piped=x%7Cy&flag=false")
    }

    @Test("The members of an object become separate query items or deep ones")
    func objects() {
        let value: JSONValue = ["b": 1, "a": ["x", "y"], "n": nil]
        let target = target { call in
            call.path("id", "1")
            call.queryMembers(of: value)
            call.queryMembers(of: value, in: "f")
            call.queryJSON("j", value)
        }
        #expect(
            target
                == "/v1/things/1/parts?a=x&a=y&b=1&f%5Ba%5D%5B%5D=x&f%5Ba%5D%5B%5D=y&f%5Bb%5D=1&j=%7B%22a%22%3A%5B%22x%22%2C%22y%22%5D%2C%22b%22%3A1%2C%22n%22%3Anull%7D"
        )
    }

    @Test("Two hundred random values survive a round trip through the URL", arguments: 0..<200)
    func roundTrip(seed: Int) {
        var generator = SplitMix(seed: UInt64(seed))
        let scalars = (0..<Int.random(in: 1...12, using: &generator)).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &generator))
        }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        guard !text.isEmpty else { return }
        let target = target { call in
            call.path("id", text)
            call.query("q", text)
        }
        let parts = target.split(separator: "?", maxSplits: 1)
        let segments = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        #expect(segments.count == 5)
        #expect(segments[3].removingPercentEncoding == text)
        #expect(parts[1].dropFirst(2).removingPercentEncoding == text)
        #expect(!parts[1].dropFirst(2).contains { "&=+#? ".contains($0) })
    }

    @Test("A header that would start another line is reported and not sent")
    func headerInjection() {
        var call = Call("op", .get, "/", service: "main")
        call.header("X-Note", "a\r\nX-Api-Key: other")
        #expect(call.headers.isEmpty)
        #expect(call.rules.problems.map(\.location) == [.header])
    }

    @Test("A multipart form escapes names, so that they end neither the line nor the quotation")
    func multipart() throws {
        var form = MultipartForm()
        form.text("na\"me", "value")
        form.file("file", .bytes([1, 2, 3], name: "a\"b\r\nX: y.png", contentType: "image/png\r\nX: y"))
        let body = form.body
        let text = String(decoding: try body.collect(), as: UTF8.self)
        let boundary = try #require(body.contentType.split(separator: "=").last)
        #expect(text.hasPrefix("--\(boundary)\r\nContent-Disposition: form-data; name=\"na%22me\"\r\n\r\nvalue\r\n"))
        #expect(text.contains("name=\"file\"; filename=\"a%22b%0D%0AX: y.png\"\r\nContent-Type: image/pngX: y\r\n\r\n\u{1}\u{2}\u{3}\r\n"))
        #expect(text.hasSuffix("--\(boundary)--\r\n"))
        #expect(MultipartForm().body.contentType != MultipartForm().body.contentType)
    }

    private static let fileTypes: [(taken: [String], said: String, sent: String?)] = [
        (["image/png", "image/jpeg"], "image/jpeg", "image/jpeg"), (["image/*"], "Image/GIF; a=b", "Image/GIF; a=b"),
        (["image/png", "application/octet-stream"], "image/jpeg", "application/octet-stream"),
        (["application/octet-stream"], "", "application/octet-stream"), (["*/*"], "text/csv", "text/csv"),
        (["*/*"], "nonsense", "application/octet-stream"), (["image/*"], "image/png\r\nX: y", "image/pngX: y"),
        (["image/png", "image/jpeg"], "text/html", nil), (["image/*"], "imagery/png", nil), (["image/png"], "", nil),
    ]

    @Test(
        "A file is sent with its own type if the service accepts it, and as bytes if the service accepts any type",
        arguments: fileTypes)
    func fileType(taken: [String], said: String, sent: String?) {
        var call = Call("op", .post, "/", service: "main")
        call.file(.bytes([1], name: "a", contentType: said), contentTypes: taken)
        #expect(call.body?.contentType == sent)
        let reason = "a file of the type \(taken.joined(separator: " or "))"
        #expect(
            call.rules.problems
                == (sent == nil ? [RequestProblem(location: .body, pointer: "", rule: .representable(reason), size: nil)] : []))
    }

    @Test("JSON is sent with the documented type, even with a member that selects a response format")
    func typeOfJSON() {
        var call = Call("op", .patch, "/", service: "main")
        call.json(["x": 1], contentType: "application/merge-patch+json")
        #expect(call.body?.contentType == "application/merge-patch+json")
        call.answer(as: .file, member: "y", "z")
        #expect(call.body?.contentType == "application/merge-patch+json")
        call.json(["x": 1])
        #expect(call.body?.contentType == "application/json")
    }

    @Test("A number that JSON cannot represent is reported as a problem of the body")
    func notANumber() {
        var call = Call("op", .post, "/", service: "main")
        call.json(["x": Double.nan])
        #expect(call.rules.problems.count == 1)
        #expect(call.rules.problems.first?.location == .body)
        #expect(call.body == nil)
    }
}

/// A generator that returns the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

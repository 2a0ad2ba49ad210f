import GeneratorTestSupport
import Testing

@Suite("The names of services")
struct ServiceNameTests {
    private func text(_ urls: [String]) -> String {
        let paths = urls.enumerated().map { index, url in
            "  /p\(index): {get: {operationId: o\(index), servers: [{url: '\(url)'}], responses: {'204': {description: None}}}}"
        }
        let generated = generate([
            "openapi.yaml": "openapi: 3.1.0\ninfo: {title: Home, version: v1}\nservers: [{url: 'https://api.home.example'}]\npaths:\n"
                + paths.joined(separator: "\n") + "\n"
        ])
        return generated.text
    }

    @Test("A server of single operations is called what its host begins with")
    func hosts() {
        let text = text([
            "https://files.home.example/v1", "https://big-files.home.example:8443", "https://files.other.example", "https://home.example",
            "https://10.0.0.1/x", "https://in.home.example",
        ])
        for line in [
            #"public static let main = "main""#, #"public static let files = "files""#, #"public static let bigFiles = "bigFiles""#,
            #"public static let files2 = "files2""#, #"public static let other = "other""#, #"public static let other2 = "other2""#,
            #"public static let other3 = "other3""#,
        ] {
            #expect(text.contains(line), "\(line)")
        }
    }
}

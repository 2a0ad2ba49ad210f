import Testing

@testable import ClockifySandbox

@Suite("URLs that the sandbox delivers webhooks to")
struct LoopbackTargetTests {
    @Test(
        "A loopback address is a target",
        arguments: [
            ("http://127.0.0.1/", "127.0.0.1", "/"), ("http://127.0.0.1:8080/a/b?c=d#e", "127.0.0.1:8080", "/a/b?c=d"),
            ("HTTP://LocalHost", "localhost", "/"), ("http://localhost:65535?a=b", "localhost:65535", "/?a=b"),
            ("http://[::1]:1/x", "[::1]:1", "/x"), ("http://[::1]", "[::1]", "/"), ("http://127.255.0.254/", "127.255.0.254", "/"),
        ])
    func accepted(url: String, authority: String, path: String) {
        let target = LoopbackTarget(url)
        #expect(target?.authority == authority && target?.path == path)
    }

    @Test(
        "Everything else is not",
        arguments: [
            "https://127.0.0.1/", "http://example.com/", "http://127.0.0.1.example.com/", "http://127.0.0.1@example.com/",
            "http://user@127.0.0.1/", "http://127.0.0.1:80@example.com/", "http://127.0.0.1\\@example.com/",
            "http://example.com#@127.0.0.1/",
            "http://127.1/", "http://0127.0.0.1/", "http://127.0.0.01/", "http://0x7f.0.0.1/", "http://2130706433/", "http://127.0.0.256/",
            "http://128.0.0.1/", "http://10.0.0.1/", "http://0.0.0.0/", "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[::1",
            "http://[::1]example.com/", "http://localhost.example.com/", "http://localhost./", "http://127.0.0.1:0/",
            "http://127.0.0.1:65536/", "http://127.0.0.1:/", "http://127.0.0.1:+80/", "http://127.0.0.1:80:80/", "http://127.0.0.1/a b",
            "http://127.0.0.1/\r\nX: y", "http://127.0.0.1/ä", "http://", "http:///", "//127.0.0.1/", "127.0.0.1", "", "file:///etc/passwd",
            "http://١٢٧.0.0.1/", "http://127.0.0.1/" + String(repeating: "a", count: 9000),
        ])
    func rejected(url: String) {
        #expect(LoopbackTarget(url) == nil)
    }
}

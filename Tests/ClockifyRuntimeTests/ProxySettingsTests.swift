import HTTPTypes
import Testing

@testable import ClockifyRuntime

@Suite("Proxies from environment variables")
struct ProxySettingsTests {
    private func proxy(_ environment: [String: String], _ url: (scheme: String, authority: String)) throws -> String? {
        let request = HTTPRequest(method: .get, scheme: url.scheme, authority: url.authority, path: "/")
        return try ProxySettings(environment: environment).proxy(for: request).map { "\($0.kind) \($0.host):\($0.port)" }
    }

    private let http = (scheme: "http", authority: "api.clockify.me")
    private let https = (scheme: "https", authority: "api.clockify.me:8443")

    @Test("Each scheme has a variable, lowercase first, and http_proxy only counts in lowercase")
    func variables() throws {
        #expect(try proxy([:], https) == nil)
        #expect(try proxy(["https_proxy": "http://a:1"], https) == "http a:1")
        #expect(try proxy(["https_proxy": "http://a:1"], http) == nil)
        #expect(try proxy(["HTTPS_PROXY": "http://b:2"], https) == "http b:2")
        #expect(try proxy(["HTTPS_PROXY": "http://b:2", "https_proxy": "http://a:1"], https) == "http a:1")
        #expect(try proxy(["http_proxy": "a:1"], http) == "http a:1")
        #expect(try proxy(["HTTP_PROXY": "a:1"], http) == nil)
        #expect(try proxy(["all_proxy": "socks5://a"], http) == "socks5 a:1080")
        #expect(try proxy(["ALL_PROXY": "socks5h://[::1]:9", "https_proxy": ""], https) == "socks5 ::1:9")
        #expect(try proxy(["ALL_PROXY": "a:1", "https_proxy": "c:3"], https) == "http c:3")
        #expect(try proxy(["https_proxy": "https://a:1"], https) == "other a:1")
    }

    @Test("A name and a password are read from the URL")
    func password() throws {
        let request = HTTPRequest(method: .get, scheme: "https", authority: "x", path: "/")
        let proxy = try ProxySettings(environment: ["https_proxy": "http://me:a%40b@p:1"]).proxy(for: request)
        #expect(proxy?.user == "me" && proxy?.password == "a@b")
    }

    @Test(
        "Hosts are excluded by a wildcard, by suffix, by address or by address prefix",
        arguments: [
            ("*", "api.clockify.me", true), ("clockify.me", "api.clockify.me", true), (".clockify.me", "api.clockify.me:443", true),
            ("clockify.me", "clockify.me", true), ("ify.me", "clockify.me", false), ("a, CLOCKIFY.me ,b", "api.clockify.ME", true),
            ("me.", "clockify.me", true), ("*.me", "clockify.me", false), ("10.0.0.0/8", "10.1.2.3:80", true),
            ("10.0.0.0/8", "11.1.2.3", false), ("10.0.0.0/12", "10.15.0.1", true), ("10.0.0.0/12", "10.16.0.1", false),
            ("0.0.0.0/0", "1.2.3.4", true), ("127.0.0.1", "127.0.0.1:8080", true), ("0.0.1", "127.0.0.1", false),
            ("::1", "[::1]:8080", true), ("[::1]", "[::1]", true), ("fe80::/10", "[fe80::2]", true), ("fe80::/10", "[ff80::2]", false),
            ("10.0.0.0/33", "10.0.0.0", false), ("", "clockify.me", false), (".", "clockify.me", false),
        ])
    func exceptions(list: String, authority: String, isExcepted: Bool) throws {
        for name in ["no_proxy", "NO_PROXY"] {
            #expect((try proxy(["https_proxy": "p:1", name: list], ("https", authority)) == nil) == isExcepted)
        }
    }

    @Test("An invalid proxy is reported, and no request bypasses it", arguments: ["http://", "http://a:99999", "a b", "http://a:x"])
    func unusable(text: String) {
        let error = #expect(throws: TransportFailure.self) { try proxy(["https_proxy": text], https) }
        #expect(error?.fate == .notSent)
        #expect(error?.reason.contains(text) == false)
    }
}

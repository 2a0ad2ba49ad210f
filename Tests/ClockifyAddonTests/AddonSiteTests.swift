import ClockifyAPI
import Foundation
import Testing

@testable import ClockifyAddon

@Suite("Servers named by a token")
struct AddonSiteTests {
    private func site(_ claims: [String: JSONValue], trusting hosts: Set<String> = []) -> Result<Clockify.Site, AddonError> {
        let usual: [String: JSONValue] = ["backendUrl": "https://api.clockify.me/api", "reportsUrl": "https://reports.api.clockify.me"]
        let token = VerifiedAddonToken(verified: usual.merging(claims) { $1 }.filter { !$0.value.isNull })
        return Result { () throws(AddonError) in try token.site(trusting: hosts) }
    }

    private func custom(_ backend: String, _ reports: String, _ timeOff: String) throws -> Clockify.Site {
        .custom(
            backend: try #require(URL(string: backend)), reports: try #require(URL(string: reports)),
            timeOff: try #require(URL(string: timeOff)))
    }

    @Test("The vendor's servers are accepted in any region or subdomain, with or without the version")
    func vendorServers() throws {
        #expect(
            try site([:]).get()
                == custom("https://api.clockify.me/api", "https://reports.api.clockify.me", "https://api.clockify.me/api"))
        #expect(try site(["ptoUrl": "https://pto.api.clockify.me"]).get() == .global)
        #expect(
            try site([
                "backendUrl": "https://euc1.clockify.me/api/v1", "reportsUrl": "https://EUC1.clockify.me:443/report/",
                "ptoUrl": "https://euc1.api.clockify.me/pto",
            ]).get() == .region(.eu))
        #expect(
            try site(["reportsUrl": "https://acme.clockify.me/report", "ptoUrl": "https://acme.clockify.me/pto"]).get()
                == .subdomain("acme"))
        #expect(
            try site(["backendUrl": "https://developer.clockify.me/api", "reportsUrl": "https://developer.clockify.me/report"]).get()
                == .developer)
    }

    @Test(
        "Other servers and URLs without https are rejected",
        arguments: [
            "https://evil.test/api", "https://clockify.me.evil.test/api", "https://evilclockify.me/api", "http://api.clockify.me/api",
            "https://api.clockify.me:8443/api", "https://api.clockify.me./api", "https://.clockify.me/api", "https://a..clockify.me/api",
            "ftp://api.clockify.me/api", "//api.clockify.me/api", "https://127.0.0.1/api", "https://[::1]/api", "https://localhost",
            "https://api_x.clockify.me", "https://clockifyXme",
        ])
    func foreignServers(url: String) {
        for claim in ["backendUrl", "reportsUrl", "ptoUrl"] {
            guard case .failure(.untrustedServer(claim, _)) = site([claim: .string(url)]) else {
                Issue.record("\(claim) \(url): \(site([claim: .string(url)]))")
                return
            }
        }
    }

    @Test(
        "An invalid base URL is rejected",
        arguments: [
            "", "api.clockify.me", "https://", "https://api.clockify.me/api?x=1", "https://api.clockify.me/api#x",
            "https://api.clockify.me@evil.test/api", "https://user:pass@api.clockify.me/api", "https://api.clockify.me\\@evil.test",
            "https:// x", "https://xn--clockify-x.me",
        ])
    func noServers(url: String) {
        switch site(["backendUrl": .string(url)]) {
        case .failure(.missingClaim("backendUrl")), .failure(.untrustedServer("backendUrl", _)): break
        case let other: Issue.record("\(url): \(other)")
        }
    }

    @Test("A missing server URL is reported", arguments: ["backendUrl", "reportsUrl"])
    func missing(claim: String) {
        for value: JSONValue in [nil, 1, ["https://api.clockify.me"]] {
            guard case .failure(.missingClaim(claim)) = site([claim: value]) else {
                Issue.record("\(value)")
                return
            }
        }
    }

    @Test("The caller can trust another host, by its exact name and over https only")
    func trusted() throws {
        let claims: [String: JSONValue] = [
            "backendUrl": "https://Clockify.example.com:443/api", "reportsUrl": "https://clockify.example.com/report",
        ]
        guard case .failure(.untrustedServer("backendUrl", let origin)) = site(claims) else {
            Issue.record("not the expected outcome: \(String(describing: site(claims)))")
            return
        }
        #expect(origin.lowercased() == "https://clockify.example.com:443")
        #expect(
            try site(claims, trusting: ["clockify.example.com"]).get()
                == custom("https://clockify.example.com/api", "https://clockify.example.com/report", "https://clockify.example.com/api"))
        for url in ["https://x.clockify.example.com/api", "http://clockify.example.com/api", "https://clockify.example.com:444/api"] {
            guard case .failure(.untrustedServer) = site(["backendUrl": .string(url)], trusting: ["clockify.example.com"]) else {
                Issue.record("\(url)")
                return
            }
        }
    }
}

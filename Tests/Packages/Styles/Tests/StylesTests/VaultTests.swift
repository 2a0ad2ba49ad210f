import ClockifyRuntime
import Foundation
import Testing
import Vault

/// Banking.
@Suite struct VaultTests {
    private let request = "99391c7e-ad88-49ec-a2ad-99ddcb1f7721"
    private let iban = "DE2310010010123456789"

    private func vault(_ service: Service, _ credentials: Vault.Credentials = .bearerAuth("jwt")) -> Vault {
        service.api(at: Vault.Services.documented, with: credentials)
    }

    private func payment(_ amount: String) -> Vault.PaymentInitiationJson {
        .init(
            debtorAccount: .init(iban: iban), instructedAmount: .init(currency: .eur, amount: amount),
            // A currency that the document does not list.
            creditorAccount: .init(iban: iban, currency: .init(rawValue: "XBT")), creditorName: "Merchant", creditorAgent: "AAAADEBB",
            creditorCountry: .no, requestedExecutionDate: "2026-12-24")
    }

    @Test("A payment is sent with the signature in its header and with two credentials, and its amount is text")
    func payment() async throws {
        let service = Service(
            """
            {"transactionStatus": "RCVD", "paymentId": "1", "transactionFees": {"currency": "CHF", "amount": "0.10"},
             "_links": {"scaRedirect": {"href": "https://x"}, "self": {"href": "/s"}, "startAuthorisation": {"href": "/a"}}}
            """, status: 201, headers: ["ASPSP-SCA-Approach": "REDIRECT"])
        let vault = vault(service, .mutualAndBearerAuth(mutual: "cert", bearerAuth: "jwt"))
        let (answer, metadata) = try await vault.metadata {
            try await $0.paymentInitiationServicePis.initiatePayment(
                paymentProduct: .sepaCreditTransfers, payment("153.50"), xRequestID: request, psuIpAddress: "192.168.8.78",
                digest: "SHA-256=abc=", signature: #"keyId="SN=1",headers="digest x-request-id""#, tppRedirectPreferred: .true,
                psuGeoLocation: "GEO:52.506931;13.144558")
        }
        #expect(service.line == "POST https://sandbox.vault.example/psd2/v1/payments/sepa-credit-transfers")
        #expect(service.header("TPP-Signature-Certificate") == "cert" && service.header("Authorization") == "Bearer jwt")
        #expect(service.header("X-Request-ID") == request && service.header("PSU-IP-Address") == "192.168.8.78")
        #expect(service.header("Digest") == "SHA-256=abc=" && service.header("TPP-Redirect-Preferred") == "true")
        #expect(service.header("Signature") == #"keyId="SN=1",headers="digest x-request-id""#)
        #expect(service.header("PSU-Geo-Location") == "GEO:52.506931;13.144558")
        #expect(
            service.body
                == #"{"debtorAccount":{"iban":"\#(iban)"},"instructedAmount":{"currency":"EUR","amount":"153.50"},"creditorAccount":{"iban":"\#(iban)","#
                + #""currency":"XBT"},"creditorAgent":"AAAADEBB","creditorName":"Merchant","creditorCountry":"NO","requestedExecutionDate":"2026-12-24"}"#
        )
        #expect(answer.links.scaRedirect?.href == "https://x" && answer.links.self_?.href == "/s")
        #expect(answer.links.additionalProperties == ["startAuthorisation": .init(href: "/a")])
        #expect(answer.transactionFees == .init(currency: .chf, amount: "0.10") && answer.transactionStatus == .rcvd)
        #expect(metadata?.header("ASPSP-SCA-Approach") == "REDIRECT")
    }

    @Test("What breaks a pattern is not sent")
    func patterns() async {
        let service = Service()
        let broken = await problems { () throws(APIFailure) in
            _ = try await vault(service).paymentInitiationServicePis.initiatePayment(
                paymentProduct: .target2Payments, payment("1,50"), xRequestID: request, psuIpAddress: "1", psuGeoLocation: "here")
        }
        #expect(
            broken == [
                #"header /PSU-Geo-Location matches GEO:-?[0-9]{1,2}\.[0-9]{6};-?[0-9]{1,3}\.[0-9]{6}"#,
                #"body /instructedAmount/amount matches ^-?[0-9]{1,14}(\.[0-9]{1,3})?$"#,
            ])
        #expect(service.line == "nothing")
    }

    @Test("Hundreds of codes have names, and one that is new is kept")
    func codes() throws {
        #expect(Vault.CurrencyCode.knownValues.count == 153 && Vault.CountryCode.knownValues.count == 249)
        #expect(Vault.CountryCode.no.rawValue == "NO" && Vault.CountryCode.is.rawValue == "IS" && Vault.CountryCode.in.rawValue == "IN")
        let amount: Vault.Amount = try read(#"{"currency": "XBT", "amount": "1"}"#)
        #expect(amount.currency.rawValue == "XBT")
    }

    @Test("Accounts are read for a consent")
    func accounts() async throws {
        let service = Service(
            """
            {"accounts": [{"iban": "\(iban)", "currency": "EUR", "balances": [{"balanceType": "interimAvailable", "referenceDate": "2026-01-02",
             "balanceAmount": {"currency": "EUR", "amount": "-500.00"}}]}]}
            """)
        let accounts = try await vault(service).accountInformationServiceAis.getAccountList(
            xRequestID: request, consentID: "c", withBalance: true)
        #expect(
            service.line == "GET https://sandbox.vault.example/psd2/v1/accounts?withBalance=true" && service.header("Consent-ID") == "c")
        let balance = try #require(accounts.accounts.first?.balances?.first)
        #expect(balance.balanceAmount.amount == "-500.00" && balance.referenceDate?.description == "2026-01-02")
    }

    @Test("A key in the query goes with a token in the header, and JSON can be had or a file of another type")
    func transactions() async throws {
        let credentials = Vault.Credentials.bearerAuthAndApiKey(bearerAuth: "jwt", apiKey: "k&y")
        let service = Service(
            #"{"transactions": [{"transactionAmount": {"currency": "EUR", "amount": "1"}, "bookingDate": "2026-01-02"}], "_links": {"next": {"href": "/n"}}}"#
        )
        let list = try await vault(service, credentials).accountInformationServiceAis.getTransactionList(
            accountId: "a", xRequestID: request, bookingStatus: .both, dateFrom: "2026-01-01")
        #expect(
            service.line
                == "GET https://sandbox.vault.example/psd2/v1/accounts/a/transactions?bookingStatus=both&dateFrom=2026-01-01&apikey=k%26y")
        #expect(list.links?.additionalProperties["next"]?.href == "/n" && service.header("Authorization") == "Bearer jwt")
        let xml = Service("<Document/>", type: "application/xml")
        let file = try await vault(xml, credentials).accountInformationServiceAis.downloadTransactionList(
            accountId: "a", xRequestID: request, bookingStatus: .booked)
        #expect(try await file.bytes() == Array("<Document/>".utf8) && xml.header("Accept") == "application/xml, text/plain")
    }

    @Test("A bad request has messages, or is a problem, by its type")
    func failures() async throws {
        func failure(_ body: String, _ status: Int) async -> ResponseFailure? {
            await refusal { () throws(APIFailure) in
                _ = try await vault(Service(body, status: status)).paymentInitiationServicePis.initiatePayment(
                    paymentProduct: .sepaCreditTransfers, payment("1"), xRequestID: request, psuIpAddress: "1")
            }
        }
        let bad = await failure(#"{"tppMessages": [{"category": "ERROR", "code": "NEW_CODE", "text": "t"}]}"#, 400)
        #expect(try bad?.body(as: Vault.TppMessages.self).tppMessages?.first?.code.rawValue == "NEW_CODE")
        let unauthorized = await failure(#"{"type": "https://p", "code": "TOKEN_EXPIRED"}"#, 401)
        #expect(try unauthorized?.body(as: Vault.Problem.self).code == "TOKEN_EXPIRED")
    }

    @Test("Nothing is needed of a basket but one member")
    func basket() async throws {
        let service = Service(#"{"basketId": "b", "transactionStatus": "ACTC"}"#, status: 201)
        let basket = try await vault(service).signingBasketsService.createSigningBasket(xRequestID: request, .init(paymentIds: [request]))
        #expect(service.body == #"{"paymentIds":["\#(request)"]}"# && basket.transactionStatus == .actc)
        let broken2 = await problems { () throws(APIFailure) in
            _ = try await vault(service).signingBasketsService.createSigningBasket(xRequestID: request, .init(consentIds: []))
        }
        #expect(broken2 == ["body /consentIds at least 1 items"])
    }
}

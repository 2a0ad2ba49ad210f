import ClockifyRuntime
import Foundation
import Testing
import Tollgate

/// Payments.
@Suite struct TollgateTests {
    private let charge = """
        "amount": 2000, "created": 1700000000, "currency": "eur", "id": "ch_1", "livemode": false, "metadata": {"order": "6735"},
        "object": "charge", "status": "succeeded"
        """

    private func tollgate(_ service: Service) -> Tollgate {
        service.api(at: Tollgate.Services.documented, with: Tollgate.Credentials.bearer("sk_test"))
    }

    @Test("A list is asked for by a range, and what is to be expanded is listed with brackets")
    func list() async throws {
        let service = Service(#"{"object": "list", "url": "/v1/charges", "has_more": true, "data": [{\#(charge)}]}"#)
        let page = try await tollgate(service).operations.getCharges(
            created: .rangeQuerySpecs(.init(gte: 1, lt: 9)), expand: ["data.customer", "data.source"], limit: 1, startingAfter: "ch_0")
        #expect(
            service.line
                == "GET https://api.tollgate.example/v1/charges?created%5Bgte%5D=1&created%5Blt%5D=9&expand%5B%5D=data.customer"
                + "&expand%5B%5D=data.source&limit=1&starting_after=ch_0")
        #expect(service.body == "" && service.header("Content-Type") == nil && service.header("Authorization") == "Bearer sk_test")
        #expect(page.hasMore && page.data.map(\.id) == ["ch_1"] && page.object == .list)
        _ = try await tollgate(service).operations.getCharges(created: .integer(1_700_000_000))
        #expect(service.line == "GET https://api.tollgate.example/v1/charges?created=1700000000")
    }

    @Test("A charge is sent as a form with members of members")
    func create() async throws {
        let service = Service("{\(charge)}")
        let card = Tollgate.PostChargesBodyCardCustomerPaymentSourceCard(expMonth: 12, expYear: 2030, number: "4242", object: .card)
        _ = try await tollgate(service).operations.postCharges(
            .init(
                amount: 2000, capture: false, card: .customerPaymentSourceCard(card), currency: "eur",
                destination: .destinationSpecs(.init(account: "acct_1", amount: 5)), expand: ["customer"],
                items: [
                    .init(price: "p_1", quantity: 2, taxRates: .array(["t_1", "t_2"])), .init(price: "p_2", taxRates: .string(.empty)),
                ],
                metadata: ["a&b": "c=d e"], shipping: .init(address: .init(city: "Köln", line1: "1 + 1"), name: "Jo")),
            idempotencyKey: "key-1", tollgateAccount: "acct_9")
        #expect(service.line == "POST https://api.tollgate.example/v1/charges")
        #expect(service.header("Idempotency-Key") == "key-1" && service.header("Tollgate-Account") == "acct_9")
        #expect(service.header("Content-Type") == "application/x-www-form-urlencoded")
        #expect(
            service.body.split(separator: "&") == [
                "amount=2000", "capture=false", "card%5Bexp_month%5D=12", "card%5Bexp_year%5D=2030", "card%5Bnumber%5D=4242",
                "card%5Bobject%5D=card", "currency=eur", "destination%5Baccount%5D=acct_1", "destination%5Bamount%5D=5",
                "expand%5B%5D=customer", "items%5B0%5D%5Bprice%5D=p_1", "items%5B0%5D%5Bquantity%5D=2",
                "items%5B0%5D%5Btax_rates%5D%5B%5D=t_1", "items%5B0%5D%5Btax_rates%5D%5B%5D=t_2", "items%5B1%5D%5Bprice%5D=p_2",
                "items%5B1%5D%5Btax_rates%5D=", "metadata%5Ba%26b%5D=c%3Dd%20e", "shipping%5Baddress%5D%5Bcity%5D=K%C3%B6ln",
                "shipping%5Baddress%5D%5Bline1%5D=1%20%2B%201", "shipping%5Bname%5D=Jo",
            ])
        _ = try await tollgate(service).operations.postCharges(.init(card: .string("tok_visa")))
        #expect(service.body == "card=tok_visa")
    }

    @Test("An empty string removes all metadata")
    func empty() async throws {
        let service = Service("{\(charge)}")
        _ = try await tollgate(service).operations.postChargesCharge(charge: "ch/1", .init(description: "", metadata: .string(.empty)))
        #expect(service.line == "POST https://api.tollgate.example/v1/charges/ch%2F1" && service.body == "description=&metadata=")
        _ = try await tollgate(service).operations.postChargesCharge(charge: "ch_1", .init(metadata: .dictionary(["k": ""])))
        #expect(service.body == "metadata%5Bk%5D=")
    }

    @Test("What may be expanded is an identifier or an object, and objects are told apart by their constants")
    func expandable() async throws {
        let answer = """
            {\(charge), "customer": {"id": "cus_1", "object": "customer", "deleted": true}, "outcome": null,
             "source": {"object": "bank_account", "id": "ba_1", "last4": "6789", "customer": "cus_1"},
             "refunds": {"data": [{"amount": 5, "id": "re_1", "object": "refund", "charge": "ch_1"}], "has_more": false}}
            """
        let charge = try await tollgate(Service(answer)).operations.getChargesCharge(charge: "ch_1")
        #expect(charge.customer == .value(.deletedCustomer(.init(deleted: true, id: "cus_1", object: .customer))))
        guard case .value(.bankAccount(let account)) = charge.source else { return #expect(Bool(false), "\(charge)") }
        #expect(account.last4 == "6789" && account.customer == .value(.string("cus_1")) && charge.outcome == .null)
        #expect(charge.refunds?.value?.data.first?.charge == .value(.string("ch_1")))
        let customer = try await tollgate(Service(#"{"id": "cus_1", "object": "customer", "email": null}"#)).operations
            .getCustomersCustomer(customer: "cus_1")
        #expect(customer == .customer(.init(id: "cus_1", object: .customer, email: .null)))
        let unknown: Tollgate.PaymentSource = try read(#"{"object": "wallet", "id": "w"}"#)
        #expect(unknown == .other(["object": "wallet", "id": "w"]))
        #expect(
            try read(#"{"type": "t", "rule": {"action": "a", "id": "i", "predicate": "p"}}"#, as: Tollgate.Outcome.self).rule
                == .rule(.init(action: "a", id: "i", predicate: "p")))
    }

    @Test("A refused card says why")
    func refused() async throws {
        let service = Service(
            #"{"error": {"type": "card_error", "code": "card_declined", "message": "No.", "source": {"object": "card", "id": "c", "exp_month": 1}}}"#,
            status: 402)
        let failure = await refusal { () throws(APIFailure) in _ = try await tollgate(service).operations.postCharges() }
        let error = try #require(try failure?.body(as: Tollgate.Error.self)).error
        #expect(failure?.status.code == 402 && error.type == .cardError && error.code == "card_declined")
        #expect(error.source == .card(.init(expMonth: 1, id: "c", object: .card)))
    }

    @Test("A file goes to the server of files, in several parts")
    func file() async throws {
        let service = Service(#"{"id": "file_1", "object": "file"}"#)
        let file = try await tollgate(service).operations.postFiles(
            .init(
                file: .bytes([0xFF, 0xFE], name: "e.pdf", contentType: "application/pdf"), purpose: .disputeEvidence,
                fileLinkData: .init(create: true, expiresAt: 7)))
        #expect(file.id == "file_1" && service.line == "POST https://files.tollgate.example/v1/files")
        #expect(Tollgate.Services.documented[Tollgate.Services.files] == "https://files.tollgate.example/")
        let type = try #require(service.header("Content-Type"))
        #expect(type.hasPrefix("multipart/form-data; boundary="))
        for part in [
            // In OpenAPI 3.0, styles are for URL-encoded forms only, so the object is JSON.
            #"name="file_link_data""# + "\r\nContent-Type: application/json\r\n\r\n{\"create\":true,\"expires_at\":7}\r\n",
            #"name="purpose""# + "\r\n\r\ndispute_evidence\r\n",
            #"name="file"; filename="e.pdf""# + "\r\nContent-Type: application/pdf\r\n",
        ] {
            #expect(service.body.contains(part), "\(part) is not in \(service.body)")
        }
    }
}

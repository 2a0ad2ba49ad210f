import HTTPTypes
import Testing

@testable import ClockifyRuntime

/// The table of retried requests, and of the errors that callers of a write get.
@Suite("The consequence of how an attempt ended")
struct VerdictTests {
    private static let reads: [HTTPRequest.Method] = [.get, .head, .options]
    private static let changes: [HTTPRequest.Method] = [.put, .delete]
    private static let others: [HTTPRequest.Method] = [.post, .patch] + [HTTPRequest.Method("REPORT")].compactMap(\.self)
    private static let policies = [false, true].map { CallOptions.RetryPolicy(repeatsPutAndDelete: $0) }

    /// Each outcome with its consequence for a read, for PUT and DELETE if retries are allowed, and for any other write.
    private static let table: [(ends: [AttemptEnd], read: Verdict, repeatable: Verdict, write: Verdict)] = [
        ([.neverSent], .again(.connection), .again(.connection), .again(.connection)),
        ([.noAnswer], .again(.connection), .again(.outcomeUnknown), .once(.outcomeUnknown)),
        ([.refusal(429)], .again(.response), .again(.response), .again(.response)),
        ([.refusal(408), .refusal(500)], .again(.response), .again(.response), .once(.response)),
        ([.refusal(502), .refusal(503), .refusal(504)], .again(.response), .again(.response), .once(.outcomeUnknown)),
        (
            [300, 303, 307, 400, 401, 404, 409, 422, 501, 505, 599, 600, 999].map(AttemptEnd.refusal), .once(.response), .once(.response),
            .once(.response)
        ),
        ([.wrongAnswer], .once(.unexpectedAnswer), .once(.unexpectedAnswer), .once(.unexpectedAnswer)),
    ]

    @Test("Every outcome has the same consequence for all methods of a kind")
    func table() {
        for (ends, read, repeatable, write) in Self.table {
            for end in ends {
                for policy in Self.policies {
                    for method in Self.reads { #expect(Verdict(on: end, of: method, under: policy) == read, "\(end) \(method)") }
                    for method in Self.changes {
                        let expected = policy.repeatsPutAndDelete ? repeatable : write
                        #expect(Verdict(on: end, of: method, under: policy) == expected, "\(end) \(method)")
                    }
                    for method in Self.others { #expect(Verdict(on: end, of: method, under: policy) == write, "\(end) \(method)") }
                }
            }
        }
    }

    @Test("A POST is retried only if it was never sent or was rejected before any effect", arguments: 100...999)
    func postsAreNotRepeated(status: Int) {
        for policy in Self.policies {
            #expect(Verdict(on: .refusal(status), of: .post, under: policy).mayRepeat == (status == 429))
            #expect(!Verdict(on: .noAnswer, of: .post, under: policy).mayRepeat)
            #expect(!Verdict(on: .wrongAnswer, of: .post, under: policy).mayRepeat)
        }
    }
}

extension Verdict {
    fileprivate static func again(_ failure: Failure) -> Verdict { Verdict(failure, mayRepeat: true) }
    fileprivate static func once(_ failure: Failure) -> Verdict { Verdict(failure, mayRepeat: false) }
}

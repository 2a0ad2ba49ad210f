/// The Swift names of HTTP statuses.
enum Status {
    /// - Parameter isFailure: `true` if `default` stands for failures rather than for success.
    static func name(of status: String, isFailure: Bool = false) -> String {
        switch status {
        case "200": "ok"
        case "201": "created"
        case "202": "accepted"
        case "203": "nonAuthoritative"
        case "204": "noContent"
        case "205": "resetContent"
        case "206": "partialContent"
        case "207": "multiStatus"
        case "400": "badRequest"
        case "401": "unauthorized"
        case "402": "paymentRequired"
        case "403": "forbidden"
        case "404": "notFound"
        case "405": "methodNotAllowed"
        case "406": "notAcceptable"
        case "408": "requestTimeout"
        case "409": "conflict"
        case "410": "gone"
        case "412": "preconditionFailed"
        case "413": "contentTooLarge"
        case "415": "unsupportedMediaType"
        case "422": "unprocessableContent"
        case "423": "locked"
        case "429": "tooManyRequests"
        case "500": "internalServerError"
        case "501": "notImplemented"
        case "502": "badGateway"
        case "503": "serviceUnavailable"
        case "504": "gatewayTimeout"
        case "4XX", "4xx": "clientError"
        case "5XX", "5xx": "serverError"
        case "default" where isFailure: "other"
        case "default", "2XX", "2xx": "success"
        default: "status" + status
        }
    }

    /// Returns the cases with ranges after the statuses that they contain, and the default last.
    static func ordered(_ cases: [Answers.Case]) -> [Answers.Case] {
        cases.filter { !$0.status.hasSuffix("XX") && $0.status != "DEFAULT" } + cases.filter { $0.status.hasSuffix("XX") }
            + cases.filter { $0.status == "DEFAULT" }
    }
}

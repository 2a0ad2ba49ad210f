import HTTPTypes

/// The headers in which services and the networks before them name a request.
enum RequestID {
    private static let names = ["x-amz-cf-id", "x-request-id", "x-amzn-requestid", "x-correlation-id"].compactMap { HTTPField.Name($0) }

    static func of(_ fields: HTTPFields) -> String? {
        names.lazy.compactMap { fields[$0] }.first
    }
}

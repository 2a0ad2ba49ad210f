import HTTPTypes

/// Reads the request id from the headers in which services, and the networks in front of them, send it.
enum RequestID {
    private static let names = ["x-amz-cf-id", "x-request-id", "x-amzn-requestid", "x-correlation-id"].compactMap { HTTPField.Name($0) }

    static func of(_ fields: HTTPFields) -> String? {
        names.lazy.compactMap { fields[$0] }.first
    }
}

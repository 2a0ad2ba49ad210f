#if os(Linux)
import ClockifyCurl
import HTTPTypes

/// A request as a libcurl handle, and the callbacks that libcurl calls while it is under way.
///
/// The creator sets it up. Afterwards, only the loop's thread uses it.
final class CurlHandle: @unchecked Sendable {
    // `@unchecked`: everything is set before the loop receives the exchange, and only the loop's thread uses it afterwards.
    let easy: UnsafeMutableRawPointer
    private var headers: UnsafeMutableRawPointer?
    private var body: RequestBody.Source?

    /// - Throws: ``TransportFailure`` if the request cannot be sent as it is, or if its files cannot be read.
    init(_ request: HTTPRequest, body: RequestBody?, settings: CurlSettings) throws {
        guard let url = request.urlText, let easy = clockify_curl_easy_make() else { throw CurlHandle.unusable("the URL cannot be used") }
        self.easy = easy
        let length = try setBody(body)
        setMethod(request.method, length: length)
        try setFields(request.headerFields, hasBody: length != nil)
        setNumber(CLOCKIFY_CURL_PROTOCOLS, CLOCKIFY_CURL_PROTOCOL_HTTP_AND_HTTPS)
        setNumber(CLOCKIFY_CURL_HTTP_VERSION, CLOCKIFY_CURL_HTTP_1_1)
        setNumber(CLOCKIFY_CURL_NOSIGNAL, 1)
        setNumber(CLOCKIFY_CURL_NOPROGRESS, 1)
        setNumber(CLOCKIFY_CURL_PATH_AS_IS, 1)
        setNumber(CLOCKIFY_CURL_SUPPRESS_CONNECT_HEADERS, 1)
        // `Inflation` decompresses the bytes where they are read.
        setNumber(CLOCKIFY_CURL_HTTP_CONTENT_DECODING, 0)
        // A DNS lookup that is still running must not block the thread when the call ends.
        setNumber(CLOCKIFY_CURL_QUICK_EXIT, 1)
        var isUsable = clockify_curl_set_text(easy, CLOCKIFY_CURL_URL, url)
        if let path = settings.certificateAuthorities { isUsable = clockify_curl_set_text(easy, CLOCKIFY_CURL_CAINFO, path) && isUsable }
        if let proxy = settings.proxy { isUsable = clockify_curl_set_text(easy, CLOCKIFY_CURL_PROXY, proxy) && isUsable }
        guard isUsable else { throw CurlHandle.unusable("libcurl cannot be set up") }
    }

    deinit {
        clockify_curl_easy_free(easy)
        clockify_curl_list_free(headers)
    }

    /// `true` if nothing of the request has been sent.
    var hasSentNothing: Bool { clockify_curl_sent_bytes(easy) == 0 }

    // MARK: Setting up

    /// - Returns: The number of bytes in the body; `nil` if there is no body.
    private func setBody(_ body: RequestBody?) throws -> Int? {
        guard let body else { return nil }
        do {
            let length = try body.length()
            self.body = try RequestBody.Source(body, length: length)
            return length
        } catch {
            throw TransportFailure(fate: .notSent, reason: "a file to send cannot be read", underlying: error)
        }
    }

    private func setMethod(_ method: HTTPRequest.Method, length: Int?) {
        switch method {
        case .head: setNumber(CLOCKIFY_CURL_NOBODY, 1)
        case .get where length == nil: setNumber(CLOCKIFY_CURL_HTTPGET, 1)
        default:
            // A method that may have a body declares a length of 0 if it has none.
            if length != nil || [.post, .put, .patch].contains(method) {
                setNumber(CLOCKIFY_CURL_POST, 1)
                setNumber(CLOCKIFY_CURL_POSTFIELDSIZE_LARGE, length ?? 0)
            }
            _ = clockify_curl_set_text(easy, CLOCKIFY_CURL_CUSTOMREQUEST, method.rawValue)
        }
        // On a reused connection, libcurl resends a request when the connection closes without a response.
        if !method.onlyReads { setNumber(CLOCKIFY_CURL_FRESH_CONNECT, 1) }
    }

    private func setFields(_ fields: HTTPFields, hasBody: Bool) throws {
        for field in fields {
            // libcurl expects a name with a semicolon for a header without a value.
            try add(field.value.isEmpty ? "\(field.name.rawName);" : "\(field.name.rawName): \(field.value)")
        }
        if fields[.acceptEncoding] == nil, clockify_inflation_is_possible() { try add("Accept-Encoding: gzip") }
        // libcurl adds these headers by default. A name without a value removes them.
        try add("Expect:")
        if fields[.contentType] == nil { try add("Content-Type:") }
        if fields[.accept] == nil { try add("Accept:") }
        guard clockify_curl_set_headers(easy, headers) else { throw CurlHandle.unusable("libcurl cannot be set up") }
    }

    private func add(_ line: String) throws {
        guard let longer = clockify_curl_list_append(headers, line) else { throw CurlHandle.unusable("out of memory") }
        headers = longer
    }

    private func setNumber(_ option: Int, _ value: Int) {
        // Errors are ignored: an option that an older libcurl does not know is not essential.
        _ = clockify_curl_set_number(easy, option, Int64(value))
    }

    private static func unusable(_ reason: String) -> TransportFailure {
        TransportFailure(fate: .notSent, reason: reason, underlying: CurlError(code: CLOCKIFY_CURLE_URL_MALFORMAT))
    }

    // MARK: On the loop's thread

    /// Registers the callbacks with `exchange` as their context. The loop keeps it alive until the request has ended.
    func prepare(for exchange: CurlExchange) {
        let context = Unmanaged.passUnretained(exchange).toOpaque()
        _ = clockify_curl_set_context(easy, CLOCKIFY_CURL_HEADERDATA, context)
        _ = clockify_curl_set_context(easy, CLOCKIFY_CURL_WRITEDATA, context)
        _ = clockify_curl_set_context(easy, CLOCKIFY_CURL_READDATA, context)
        _ = clockify_curl_set_function(easy, CLOCKIFY_CURL_HEADERFUNCTION) { bytes, size, count, context in
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return CurlExchange.of(context).received(headLine: line) ? line.count : 0
        }
        _ = clockify_curl_set_function(easy, CLOCKIFY_CURL_WRITEFUNCTION) { bytes, size, count, context in
            let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
            switch CurlExchange.of(context).received(piece) {
            case .taken: return piece.count
            case .full: return CLOCKIFY_CURL_WRITE_PAUSE
            case .unwanted: return 0
            }
        }
        _ = clockify_curl_set_function(easy, CLOCKIFY_CURL_READFUNCTION) { bytes, size, count, context in
            CurlExchange.of(context).handle.read(into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
        }
    }

    /// Reads the next bytes of the body.
    private func read(into room: UnsafeMutableRawBufferPointer) -> Int {
        do {
            return try body?.read(into: room) ?? 0
        } catch {
            bodyError = error
            return CLOCKIFY_CURL_READ_ABORT
        }
    }

    /// The error because of which the body could not be read to its end.
    private(set) var bodyError: (any Error)?
}

extension CurlExchange {
    /// Returns the exchange that a callback belongs to.
    fileprivate static func of(_ context: UnsafeMutableRawPointer?) -> CurlExchange {
        // Set in `prepare`. The loop keeps the exchange alive as long as libcurl has its handle.
        guard let context else { preconditionFailure("libcurl called back without the exchange that `prepare` set") }
        return Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
    }
}

extension HTTPRequest {
    /// The URL; `nil` if libcurl could parse another host or port from it than the request specifies.
    fileprivate var urlText: String? {
        guard let scheme, let authority, ["http", "https"].contains(scheme.lowercased()), !authority.isEmpty else { return nil }
        let isForeign: (UInt8) -> Bool = { $0 <= 0x20 || $0 == 0x7F || [UInt8](#"@/\?#"#.utf8).contains($0) }
        let path = path ?? "/"
        guard !authority.utf8.contains(where: isForeign), !path.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
        return "\(scheme)://\(authority)\(path)"
    }
}
#endif

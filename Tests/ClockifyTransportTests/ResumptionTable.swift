import TestServer
import Testing

/// The possible behaviors of a service when an interrupted file is requested again, and their required outcomes.
enum Resumption: Sendable, CaseIterable, CustomTestStringConvertible {
    // The rest arrives
    case honoursRanges, breaksOffTwice, sendsLessThanAsked, knowsDatesOnly
    // The whole file arrives instead
    case ignoresRanges, hasAnotherFile, compressesNow
    // The response is not the rest, and the whole file has to be requested
    case hasAnotherFileAndIgnoresTheCondition, startsElsewhere, startsAtZero, saysAnotherLength, saysNoRange, saysNonsense, saysNoTag
    case sendsCompressedPart, refusesTheRange
    // It is unknown whether the rest belongs to the same file
    case namesNoVersion, hasWeakTag, hasWeakTagAndDate, wasChangedJustNow, wasCompressed, saysNoLength, wantsNoRanges

    typealias Act = @Sendable (ScriptedServer.Request) -> [ScriptedServer.Step]

    /// The offset at which a file is interrupted.
    static let end = 200_000
    /// The offsets of the first and the second interruption.
    static let ends: Set = [end, end + 50_000]
    private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"

    /// The action for each request in turn.
    var acts: [Act] {
        let (one, two, end) = (ServedFile.one, ServedFile.two, Resumption.end)
        let first: Act = { _ in one.whole(upTo: end) }
        let whole: Act = { _ in one.whole() }
        func part(_ range: String) -> Act { { _ in one.part(from: end, range: range) } }
        func withoutRanges(_ file: ServedFile) -> [Act] { [{ _ in file.whole(upTo: end) }, { file.requested(by: $0) }] }
        switch self {
        case .honoursRanges: return [first, { one.requested(by: $0) }]
        case .breaksOffTwice: return [first, { one.requested(by: $0, upTo: end + 50_000) }, { one.requested(by: $0) }]
        case .sendsLessThanAsked:
            return [
                first,
                { _ in
                    let piece = Array(one.bytes[end..<end + 50_000])
                    return [
                        .send(
                            "HTTP/1.1 206 Partial Content\r\nContent-Length: \(piece.count)\r\n\(one.fields)Content-Range: bytes \(end)-\(end + piece.count - 1)/\(one.bytes.count)\r\n\r\n"
                        ), .bytes(piece),
                    ]
                }, { one.requested(by: $0) },
            ]
        case .knowsDatesOnly: return withoutRanges(.plain.modified(Resumption.date))
        case .ignoresRanges: return [first, whole]
        case .hasAnotherFile: return [first, { two.requested(by: $0) }]
        case .compressesNow: return [first, { _ in Compressed.whole }]
        case .hasAnotherFileAndIgnoresTheCondition: return [first, { _ in two.part(from: end) }, { _ in two.whole() }]
        case .startsElsewhere:
            return [first, { _ in one.part(from: end - 1) }, whole]
        case .startsAtZero: return [first, { _ in one.part(from: 0) }, whole]
        case .saysAnotherLength: return [first, part("bytes \(end)-\(one.bytes.count - 1)/\(one.bytes.count + 1)"), whole]
        case .saysNoRange: return [first, part(""), whole]
        case .saysNonsense: return [first, part("bytes \(end)-/*"), whole]
        case .saysNoTag:
            return [first, { _ in ServedFile(bytes: one.bytes).part(from: end) }, whole]
        case .sendsCompressedPart: return [first, { _ in one.saying("Content-Encoding: gzip").part(from: end) }, whole]
        case .refusesTheRange: return [first, { _ in ServedFile.notSatisfiable }, whole]
        case .namesNoVersion: return withoutRanges(.plain)
        case .hasWeakTag: return withoutRanges(.plain.tagged("W/\"one\""))
        case .hasWeakTagAndDate: return withoutRanges(.plain.tagged("W/\"one\"").saying("Last-Modified: \(Resumption.date)"))
        case .wasChangedJustNow: return withoutRanges(.plain.modified(Resumption.date).saying("Date: Sun, 06 Nov 1994 08:50:07 GMT"))
        case .wasCompressed: return [{ _ in Compressed.broken }, { _ in Compressed.whole }]
        case .saysNoLength:
            return [
                { _ in
                    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\(one.fields)\r\n\(String(one.bytes.count, radix: 16))\r\n"
                    return [.send(head), .bytes(Array(one.bytes.prefix(end))), .close]
                }, { one.requested(by: $0) },
            ]
        case .wantsNoRanges: return withoutRanges(one.saying("Accept-Ranges: none"))
        }
    }

    /// The requested range of each request, or `nil` for the whole file.
    var ranges: [String?] {
        let range = "bytes=\(Resumption.end)-"
        switch self {
        case .honoursRanges, .knowsDatesOnly, .ignoresRanges, .hasAnotherFile, .compressesNow: return [nil, range]
        case .breaksOffTwice, .sendsLessThanAsked: return [nil, range, "bytes=\(Resumption.end + 50_000)-"]
        case .hasAnotherFileAndIgnoresTheCondition, .startsElsewhere, .startsAtZero, .saysAnotherLength, .saysNoRange, .saysNonsense,
            .saysNoTag, .sendsCompressedPart, .refusesTheRange:
            return [nil, range, nil]
        case .namesNoVersion, .hasWeakTag, .hasWeakTagAndDate, .wasChangedJustNow, .wasCompressed, .saysNoLength, .wantsNoRanges:
            return [nil, nil]
        }
    }

    /// The number of interruptions before the write succeeds.
    var breakOffs: Int { self == .breaksOffTwice || self == .sendsLessThanAsked ? 2 : 1 }

    /// `true` if the part is kept after the interruption.
    var keepsPart: Bool { ranges.count > 1 && ranges[1] != nil }

    /// The condition of each request for a range.
    var condition: String { self == .knowsDatesOnly ? Resumption.date : "\"one\"" }

    /// The final content on disk.
    var bytes: [UInt8] {
        switch self {
        case .hasAnotherFile, .hasAnotherFileAndIgnoresTheCondition: ServedFile.two.bytes
        case .compressesNow, .wasCompressed: Compressed.plain
        default: ServedFile.one.bytes
        }
    }

    /// `true` if the download resumes and counts the bytes of the part as read.
    var goesOn: Bool {
        switch self {
        case .honoursRanges, .breaksOffTwice, .sendsLessThanAsked, .knowsDatesOnly: true
        default: false
        }
    }

    var testDescription: String { "\(self)" }
}

/// "hello, hello, hello, hello", compressed with gzip.
enum Compressed {
    static let plain = Array("hello, hello, hello, hello".utf8)
    static let bytes: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xD7, 0x51, 0xC8, 0xC0, 0xA4, 0x00, 0x55,
        0xA3, 0x82, 0x77, 0x1A, 0x00, 0x00, 0x00,
    ]
    private static let head = ScriptedServer.Step.send(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nETag: \"zipped\"\r\nContent-Length: \(bytes.count)\r\n\r\n")
    static let whole = [head, .bytes(bytes)]
    /// A response of the announced length, but without the end of the compressed data.
    static let cut: [ScriptedServer.Step] = [
        .send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 20\r\n\r\n"), .bytes(Array(bytes.prefix(20))), .close,
    ]
    static let broken = [head, .bytes(Array(bytes.prefix(20))), .close]
}

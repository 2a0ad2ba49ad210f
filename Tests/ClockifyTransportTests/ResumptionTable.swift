import TestServer
import Testing

/// What a service does when a file is asked for again that broke off, and what must come of it.
enum Resumption: Sendable, CaseIterable, CustomTestStringConvertible {
    // The rest of it comes
    case honoursRanges, breaksOffTwice, sendsLessThanAsked, knowsDatesOnly
    // All of it comes instead
    case ignoresRanges, hasAnotherFile, compressesNow
    // What comes is not the rest, and all of it has to be asked for
    case hasAnotherFileAndIgnoresTheCondition, startsElsewhere, startsAtZero, saysAnotherLength, saysNoRange, saysNonsense, saysNoTag
    case sendsCompressedPart, refusesTheRange
    // Nobody can tell whether the rest would be the rest
    case namesNoVersion, hasWeakTag, hasWeakTagAndDate, wasChangedJustNow, wasCompressed, saysNoLength, wantsNoRanges

    typealias Act = @Sendable (ScriptedServer.Request) -> [ScriptedServer.Step]

    /// Where a file breaks off.
    static let end = 200_000
    /// The same, and where it breaks off the second time.
    static let ends: Set = [end, end + 50_000]
    private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"

    /// What happens to each request in turn.
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

    /// The ranges that are asked for, each by a request; nil for all of the file.
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

    /// How often writing breaks off before it succeeds.
    var breakOffs: Int { self == .breaksOffTwice || self == .sendsLessThanAsked ? 2 : 1 }

    /// Whether the part is kept after it broke off.
    var keepsPart: Bool { ranges.count > 1 && ranges[1] != nil }

    /// What each request for a range says that the file has to be.
    var condition: String { self == .knowsDatesOnly ? Resumption.date : "\"one\"" }

    /// What is on disk in the end.
    var bytes: [UInt8] {
        switch self {
        case .hasAnotherFile, .hasAnotherFileAndIgnoresTheCondition: ServedFile.two.bytes
        case .compressesNow, .wasCompressed: Compressed.plain
        default: ServedFile.one.bytes
        }
    }

    /// Whether a part is gone on with, and its bytes count among those that were read.
    var goesOn: Bool {
        switch self {
        case .honoursRanges, .breaksOffTwice, .sendsLessThanAsked, .knowsDatesOnly: true
        default: false
        }
    }

    var testDescription: String { "\(self)" }
}

/// "hello, hello, hello, hello" by gzip.
enum Compressed {
    static let plain = Array("hello, hello, hello, hello".utf8)
    static let bytes: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xD7, 0x51, 0xC8, 0xC0, 0xA4, 0x00, 0x55,
        0xA3, 0x82, 0x77, 0x1A, 0x00, 0x00, 0x00,
    ]
    private static let head = ScriptedServer.Step.send(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nETag: \"zipped\"\r\nContent-Length: \(bytes.count)\r\n\r\n")
    static let whole = [head, .bytes(bytes)]
    /// Of the length that it says, but without its end.
    static let cut: [ScriptedServer.Step] = [
        .send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 20\r\n\r\n"), .bytes(Array(bytes.prefix(20))), .close,
    ]
    static let broken = [head, .bytes(Array(bytes.prefix(20))), .close]
}

import Foundation
import HTTPTypes

/// Identifies the file in a response exactly enough to request the rest of it (RFC 9110, sections 13.1.5 and 14).
struct FileVersion: Sendable, Equatable {
    /// A value that differs if the file differs.
    enum Validator: Sendable, Equatable {
        case entityTag(String)
        case lastModified(String)
    }

    let validator: Validator
    let size: Int

    /// Returns `nil` if the response does not identify its file: if it lacks a length, or both a strong entity tag and a date that is old
    /// enough, or if it is compressed, because the transferred bytes are then not those of the file.
    init?(_ head: HTTPResponse, received: Date = Date()) {
        let fields = head.headerFields
        guard head.status == .ok, let size = fields.fileSize, let validator = Validator(fields, received: received),
            fields[.acceptRanges]?.trimmingWhitespace().lowercased() != "none"
        else { return nil }
        self.validator = validator
        self.size = size
    }

    /// The value for `If-Range`: if the file has changed, the service responds with all of it.
    var condition: String {
        switch validator {
        case .entityTag(let text), .lastModified(let text): text
        }
    }

    /// Returns `true` if a response to a request for the bytes from `start` on has them, and they belong to this file.
    func isContinued(by head: HTTPResponse, from start: Int) -> Bool {
        let fields = head.headerFields
        // The length also shows that no lower layer decompressed the body: decompression removes it.
        guard head.status == .partialContent, let range = fields[.contentRange].flatMap(ContentRange.init),
            range.first == start, range.total == size, fields.fileSize == range.last - range.first + 1
        else { return false }
        switch validator {
        // A service that has an entity tag must also send it with a partial response.
        case .entityTag(let tag): return fields[.eTag]?.trimmingWhitespace() == tag
        // The date may be missing in a response to If-Range.
        case .lastModified(let date): return fields[.lastModified].map { $0.trimmingWhitespace() == date } ?? true
        }
    }
}

extension FileVersion.Validator {
    /// A date is used only if there is no tag, and if the file was not changed in the last minute: it could change again without a
    /// different date.
    fileprivate init?(_ fields: HTTPFields, received: Date) {
        if let tag = fields[.eTag]?.trimmingWhitespace() {
            // A weak tag, `W/"…"`, says only that the file has the same meaning.
            guard tag.count >= 2, tag.first == "\"", tag.last == "\"",
                tag.utf8.dropFirst().dropLast().allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") })
            else { return nil }
            self = .entityTag(tag)
        } else {
            guard let text = fields[.lastModified]?.trimmingWhitespace(), let date = HTTPDate.parse(text, now: received),
                (fields[.date].flatMap { HTTPDate.parse($0, now: received) } ?? received).timeIntervalSince(date) >= 60
            else { return nil }
            self = .lastModified(text)
        }
    }
}

/// The value of a `Content-Range` header, such as `bytes 100-999/1000`.
struct ContentRange: Equatable {
    let first: Int
    let last: Int
    /// The size of the whole file.
    let total: Int

    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bytes" else { return nil }
        let parts = words[1].split(separator: "/", omittingEmptySubsequences: false).map { $0.split(separator: "-") }
        guard parts.map(\.count) == [2, 1], let first = Int(parts[0][0]), let last = Int(parts[0][1]), let total = Int(parts[1][0]),
            first <= last, last < total
        else { return nil }
        (self.first, self.last, self.total) = (first, last, total)
    }
}

extension HTTPFields {
    /// The size of the file in bytes; `nil` if the response does not declare it.
    ///
    /// A compressed response declares its compressed length, but its decompressed bytes are read.
    var fileSize: Int? {
        let isCompressed = self[.contentEncoding].map { $0.lowercased() != "identity" } ?? false
        guard !isCompressed, let size = self[.contentLength].flatMap({ Int($0) }), size >= 0 else { return nil }
        return size
    }
}

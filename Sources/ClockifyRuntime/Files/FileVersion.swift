import Foundation
import HTTPTypes

/// Which file an answer has, so exactly that the rest of it can be asked for (RFC 9110, sections 13.1.5 and 14).
struct FileVersion: Sendable, Equatable {
    /// What differs where the file does.
    enum Validator: Sendable, Equatable {
        case entityTag(String)
        case lastModified(String)
    }

    let validator: Validator
    let size: Int

    /// Nil where the answer does not say enough to tell its file from another: without its length, without a strong entity tag or an old
    /// enough date, or compressed, as then the bytes on the way are not those of the file.
    init?(_ head: HTTPResponse, received: Date = Date()) {
        let fields = head.headerFields
        guard head.status == .ok, let size = fields.fileSize, let validator = Validator(fields, received: received),
            fields[.acceptRanges]?.trimmingWhitespace().lowercased() != "none"
        else { return nil }
        self.validator = validator
        self.size = size
    }

    /// For `If-Range`: with another file the service is to answer all of it.
    var condition: String {
        switch validator {
        case .entityTag(let text), .lastModified(let text): text
        }
    }

    /// Whether an answer, to a request for the bytes from `start` on, has them, and they are of this file.
    func isContinued(by head: HTTPResponse, from start: Int) -> Bool {
        let fields = head.headerFields
        // Its length says too that nothing below here unpacked it: what does that leaves it out.
        guard head.status == .partialContent, let range = fields[.contentRange].flatMap(ContentRange.init),
            range.first == start, range.total == size, fields.fileSize == range.last - range.first + 1
        else { return false }
        switch validator {
        // A service that has one must send it with a part, too.
        case .entityTag(let tag): return fields[.eTag]?.trimmingWhitespace() == tag
        // The date may be left out of an answer to If-Range.
        case .lastModified(let date): return fields[.lastModified].map { $0.trimmingWhitespace() == date } ?? true
        }
    }
}

extension FileVersion.Validator {
    /// A date is as good as a tag only where there is no tag, and where the file was not changed in the same minute: it could be changed
    /// once more without being told apart.
    fileprivate init?(_ fields: HTTPFields, received: Date) {
        if let tag = fields[.eTag]?.trimmingWhitespace() {
            // A weak one, `W/"…"`, says only that the file means the same.
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

/// `bytes 100-999/1000`
struct ContentRange: Equatable {
    let first: Int
    let last: Int
    /// How long all of it is.
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
    /// How many bytes the file has; nil when the answer does not say.
    ///
    /// A compressed answer says how long it was on the way; what is read is what it was before.
    var fileSize: Int? {
        let isCompressed = self[.contentEncoding].map { $0.lowercased() != "identity" } ?? false
        guard !isCompressed, let size = self[.contentLength].flatMap({ Int($0) }), size >= 0 else { return nil }
        return size
    }
}

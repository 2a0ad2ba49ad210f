import Foundation
import HTTPTypes

extension Download {
    /// Puts the file at `url`, whole or not at all: it is written beside it first, and moved there when it is complete.
    ///
    /// What broke off, or was cancelled, goes on when this is called again with the same `url`:
    ///
    ///     do { try await download.write(to: url) } catch { try await download.write(to: url) }
    ///
    /// The part that came stays beside `url`, hidden, until the file is complete or the last copy of this download is gone. The service
    /// is asked for the rest where its first answer said how long the file is and which (a strong `ETag`, or else `Last-Modified`), and
    /// where it was not compressed. Where it did not, or where the file has changed since, all of it is asked for again; so it is
    /// after a `write` that succeeded, or for another `url`, which ends what was begun for the first.
    ///
    /// A file that is there is replaced, and its permissions are kept; where a symbolic link leads to it, the link stays. What is no regular
    /// file, such as a folder or a device, is refused.
    ///
    /// - Parameter progress: Told after each piece. It begins anew where the file does.
    /// - Throws: ``APIFailure/file(_:)`` when it cannot be written, or while another `write` of this download runs;
    ///   ``APIFailure/connection(_:)`` when it breaks off; what the call throws, where the service is asked again.
    public func write(to url: URL, progress: (Progress) -> Void = { _ in }) async throws(APIFailure) {
        guard source.beginWriting() else {
            throw .file("\(source.operation.id): this download is being written already; wait for that, or make the call again")
        }
        defer { source.endWriting() }
        var (part, answer) = try await beginning(of: url)
        source.part = nil
        if let answer {
            do throws(BreakOff) {
                try await append(answer.body, to: &part, expecting: part.version?.size ?? answer.head.headerFields.fileSize, progress)
            } catch {
                if error.leavesPart, part.isOfUse { source.part = part }
                throw error.reason
            }
        }
        do {
            try part.file.moveIntoPlace()
        } catch {
            throw unwritable(url, error)
        }
    }

    /// A part, and an answer with what it lacks: nil when that is nothing.
    private func beginning(of url: URL) async throws(APIFailure) -> (part: FilePart, rest: TransportResponse?) {
        var answer: TransportResponse?
        if let part = source.part, part.file.destination == url.standardizedFileURL, part.isOfUse {
            if part.isWhole { return (part, nil) }
            answer = try await source.answer(completing: part)
            if answer?.head.status == .partialContent { return (part, answer) }
        }
        source.part = nil
        let whole: TransportResponse
        if let answer { whole = answer } else { whole = try await source.answer() }
        return (try newPart(of: whole, at: url), whole)
    }

    private func newPart(of answer: TransportResponse, at url: URL) throws(APIFailure) -> FilePart {
        do {
            return FilePart(file: try PartialFile(for: url), version: FileVersion(answer.head))
        } catch {
            throw unwritable(url, error)
        }
    }

    /// Why the bytes ended before the file did.
    private struct BreakOff: Error {
        let reason: APIFailure
        /// Whether what was written is right as far as it goes.
        let leavesPart: Bool
    }

    private func append(
        _ body: ResponseBody, to part: inout FilePart, expecting size: Int?, _ progress: (Progress) -> Void
    ) async throws(BreakOff) {
        let url = part.file.destination
        let handle: FileHandle
        do {
            handle = try part.file.open()
        } catch {
            throw BreakOff(reason: unwritable(url, error), leavesPart: false)
        }
        defer { try? handle.close() }
        var pieces = body.makeAsyncIterator()
        while true {
            let piece: [UInt8]?
            do {
                piece = try await pieces.next()
            } catch {
                throw BreakOff(reason: source.broken(error), leavesPart: true)
            }
            guard let piece else { break }
            do {
                try handle.write(contentsOf: Data(piece))
            } catch {
                throw BreakOff(reason: unwritable(url, error), leavesPart: false)
            }
            part.count += piece.count
            if let size, part.count > size { throw wrongLength(part.count, of: size) }
            progress(Progress(bytesRead: part.count, bytesExpected: size))
        }
        if let size, part.count != size { throw wrongLength(part.count, of: size) }
        do {
            // Some disks say only now that they have no room.
            try handle.close()
        } catch {
            throw BreakOff(reason: unwritable(url, error), leavesPart: false)
        }
    }

    private struct WrongLength: Error {}

    private func wrongLength(_ count: Int, of size: Int) -> BreakOff {
        let failure = TransportFailure(fate: .unknown, reason: "\(count) of \(size) bytes came", underlying: WrongLength())
        return BreakOff(reason: source.broken(failure), leavesPart: count < size)
    }

    private func unwritable(_ url: URL, _ error: any Error) -> APIFailure {
        .file("cannot write \(url.lastPathComponent): \(error.localizedDescription)")
    }
}

public import Foundation
import HTTPTypes

extension Download {
    /// Writes the file to `url` atomically: it is written next to `url` first, and moved there when it is complete.
    ///
    /// To resume a write that was interrupted or cancelled, call this method again with the same `url`:
    ///
    ///     do { try await download.write(to: url) } catch { try await download.write(to: url) }
    ///
    /// The partial file stays hidden next to `url` until the file is complete or the last copy of this download is released. Only the rest
    /// is requested if the first response was not compressed, declared the file's length, and identified the file by a strong `ETag` or,
    /// without one, by `Last-Modified`. Otherwise, or if the file has changed since, the whole file is requested again. The whole file is
    /// also requested after a `write` that succeeded, and for another `url`, which discards the partial file of the first one.
    ///
    /// An existing file is replaced, and its permissions are kept. A symbolic link that leads to it is kept, too. If `url` leads to
    /// anything but a regular file, such as a folder or a device, the method throws an error.
    ///
    /// - Parameters:
    ///   - url: The place of the file.
    ///   - progress: Called after each piece. It starts over if the file does.
    /// - Throws: ``APIFailure/file(_:)`` if the file cannot be written, or while another `write` of this download runs;
    ///   ``APIFailure/connection(_:)`` if the transfer is interrupted; the errors of the call if the request is repeated.
    public func write(to url: URL, progress: (Progress) -> Void = { _ in }) async throws(APIFailure) {
        guard source.beginWriting() else {
            throw .file("\(source.operation.id): this download is already being written; wait for it, or make the call again")
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

    /// Returns a partial file, and a response with the rest, which is `nil` if nothing is missing.
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

    /// The error for a transfer that did not deliver exactly the file.
    private struct BreakOff: Error {
        let reason: APIFailure
        /// `true` if the bytes written so far are correct.
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
            // Some disks report only now that they are full.
            try handle.close()
        } catch {
            throw BreakOff(reason: unwritable(url, error), leavesPart: false)
        }
    }

    private struct WrongLength: Error {}

    private func wrongLength(_ count: Int, of size: Int) -> BreakOff {
        let failure = TransportFailure(fate: .unknown, reason: "received \(count) of \(size) bytes", underlying: WrongLength())
        return BreakOff(reason: source.broken(failure), leavesPart: count < size)
    }

    private func unwritable(_ url: URL, _ error: any Error) -> APIFailure {
        .file("cannot write \(url.lastPathComponent): \(error.localizedDescription)")
    }
}

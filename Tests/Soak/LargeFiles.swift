import ClockifyAPI
@_spi(Generated) import ClockifyRuntime
import Foundation
import TestServer

/// Uploads and downloads a large file, from and to disk, and prints the peak memory of this process.
struct LargeFiles {
    let mebibytes: Int

    func run(_ name: String, _ transport: any ClientTransport) async throws {
        let size = mebibytes << 20
        let server = try ScriptedServer { request in
            request.method == "POST"
                ? [ScriptedServer.response("\(request.bodyBytes)")]
                : [
                    .send("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: \(size)\r\n\r\n"),
                    .flood(piece: 1 << 20, count: size >> 20),
                ]
        }
        defer { server.stop() }
        var client = APIClient(servers: APIClient.Servers(["main": server.url]), transport: transport)
        client.options.timeout = nil
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }

        ResidentMemory.forgetHighest()
        let before = ResidentMemory.highest
        let file = folder.appendingPathComponent("file.pdf")
        try await client.file(Call("download", .get, "/file", service: "main")).write(to: file)
        let received = ResidentMemory.highest
        ResidentMemory.forgetHighest()
        var form = MultipartForm()
        form.file("file", .file(at: file, contentType: "application/pdf"))
        var upload = Call("upload", .post, "/file", service: "main")
        upload.form(form)
        let arrived: Int = try await client.value(upload)
        let sent = ResidentMemory.highest
        guard arrived > size else { throw Failure("\(arrived) of \(size) bytes arrived") }
        print(
            "\(name): \(mebibytes) MiB; memory \(before >> 20) MiB before, at most \(received >> 20) MiB receiving, \(sent >> 20) MiB sending"
        )
        guard max(received, sent) - before < 96 << 20 else { throw Failure("memory is not flat") }
    }
}

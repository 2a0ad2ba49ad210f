import ClockifyRuntime
import Foundation
import HTTPTypes

/// What a test can tell the sandbox over HTTP. It is below a path that is not one of the service's, and needs no credentials.
struct SandboxControl {
    static let path = "/_sandbox/"

    let sandbox: ClockifySandbox

    /// Returns `nil` if the request is for the service.
    func answer(_ request: HTTPRequest, body: [UInt8]) -> SandboxAnswer? {
        let target = (request.path ?? "/").prefix { $0 != "?" }
        guard target.hasPrefix(Self.path) else { return nil }
        do throws(Refusal) {
            return try carryOut(target.dropFirst(Self.path.count), method: request.method, body: body)
        } catch {
            return error.response
        }
    }

    /// `true` if the response is to be sent when all deliveries of webhooks are done.
    func awaitsDeliveries(_ request: HTTPRequest) -> Bool {
        request.method == .post && (request.path ?? "/").prefix { $0 != "?" } == Self.path + "deliveries/wait"
    }

    private func carryOut(_ name: Substring, method: HTTPRequest.Method, body: [UInt8]) throws(Refusal) -> SandboxAnswer {
        switch (method, name) {
        case (.post, "reset"): sandbox.reset()
        case (.get, "requests"): return .json(.array(sandbox.requests.map(\.json)), status: 200)
        case (.delete, "requests"): sandbox.removeRequests()
        case (.get, "clock"): return try clock()
        case (.put, "clock"): return try setClock(ControlBody(body, members: ["now"]))
        case (.post, "clock/advance"): return try advanceClock(ControlBody(body, members: ["seconds"]))
        case (.post, "faults"): try addFault(ControlBody(body, members: ControlBody.faultMembers))
        case (.delete, "faults"): sandbox.removeFaults()
        case (.get, "deliveries"): return .json(["pending": .integer(Int64(sandbox.deliveries.pending))], status: 200)
        case (.delete, "deliveries"): sandbox.deliveries.cancel()
        // Whoever sends the response waits.
        case (.post, "deliveries/wait"): break
        default: throw try unknown(name)
        }
        return SandboxAnswer(head: HTTPResponse(status: .noContent), body: [])
    }

    private func unknown(_ name: Substring) throws(Refusal) -> Refusal {
        let methods = [
            "reset": "POST", "requests": "DELETE, GET", "clock": "GET, PUT", "clock/advance": "POST", "faults": "DELETE, POST",
            "deliveries": "DELETE, GET", "deliveries/wait": "POST",
        ]
        guard let allowed = methods[String(name)] else {
            let all = methods.keys.sorted().map { Self.path + $0 }.joined(separator: ", ")
            return Refusal(404, code: 404, "There is nothing at this path of the sandbox; there are \(all)")
        }
        return Refusal(405, code: 405, "This path of the sandbox has \(allowed)", fields: [.allow: allowed])
    }

    // MARK: Clock

    private func clock() throws(Refusal) -> SandboxAnswer {
        let text: String
        do throws(JSONError) {
            text = String(decoding: try JSONWriter.encode(sandbox.clock.now), as: UTF8.self)
        } catch {
            throw Refusal(500, code: 500, "The clock shows no time of the years 1 to 9999")
        }
        return .text("{\"now\":\(text)}", type: "application/json", status: 200)
    }

    private func setClock(_ body: ControlBody) throws(Refusal) -> SandboxAnswer {
        guard let text = try body.text("now"), let date = TextFormat.instant(text) else {
            throw .control("now: it is a time such as 2026-01-31T09:00:00Z")
        }
        sandbox.clock.set(to: date)
        return try clock()
    }

    private func advanceClock(_ body: ControlBody) throws(Refusal) -> SandboxAnswer {
        // The years from 1 to 9999.
        let possible = -62_135_596_800.0...253_402_300_799.0
        guard let seconds = body.members["seconds"]?.doubleValue,
            possible.contains(sandbox.clock.now.timeIntervalSince1970 + seconds)
        else { throw .control("seconds: it is a number, and the clock stays in the years 1 to 9999") }
        sandbox.clock.advance(by: .seconds(seconds))
        return try clock()
    }

    // MARK: Faults

    private func addFault(_ body: ControlBody) throws(Refusal) {
        let times = try body.integer("times")
        let every = try body.integer("every")
        if times != nil, every != nil { throw .control("times and every exclude each other") }
        let operation = try body.text("operation")
        let status = try body.integer("status")
        let retryAfter = try body.integer("retryAfter")
        let text = try body.text("body")
        // Any delay of more than an hour is refused. These bounds only prevent an overflow.
        let milliseconds = min(max(try body.integer("delayMilliseconds") ?? 0, -1), 1 << 40)
        do throws(SandboxFault.Problem) {
            try sandbox.fail(
                operation, every.map { .every($0) } ?? .next(times ?? 1), status: status, retryAfter: retryAfter, body: text,
                delay: .milliseconds(milliseconds))
        } catch {
            throw .control(error.description)
        }
    }
}

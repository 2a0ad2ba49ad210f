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
            let name = target.dropFirst(Self.path.count)
            guard request.method == .post, name.hasPrefix(Self.entities) else {
                return try carryOut(name, method: request.method, body: body)
            }
            let query = try RequestTarget(request.path ?? "/", authority: nil).query
            return try addEntities(to: String(name.dropFirst(Self.entities.count)), query: query, body)
        } catch {
            return error.response
        }
    }

    /// `true` if the response is to be sent only after all pending deliveries of webhooks.
    func awaitsDeliveries(_ request: HTTPRequest) -> Bool {
        request.method == .post && (request.path ?? "/").prefix { $0 != "?" } == Self.path + "deliveries/wait"
    }

    private func carryOut(_ name: Substring, method: HTTPRequest.Method, body: [UInt8]) throws(Refusal) -> SandboxAnswer {
        switch (method, name) {
        case (.post, "reset"): sandbox.reset()
        case (.get, "requests"): return .json(.array(sandbox.requests.map(\.json)), status: 200)
        case (.delete, "requests"): sandbox.removeRequests()
        case (.get, "clock"): return try clock()
        case (.put, "clock"): return try setClock(ControlBody(body, members: ["now", "speed"]))
        case (.post, "clock/advance"): return try advanceClock(ControlBody(body, members: ["seconds"]))
        case (.post, "faults"): try addFault(ControlBody(body, members: ControlBody.faultMembers))
        case (.delete, "faults"): sandbox.removeFaults()
        case (.get, "state"): return try savedState()
        case (.put, "state"): try loadState(body)
        case (.get, "rate-limit"): return rateLimit()
        case (.put, "rate-limit"): return try setRateLimit(ControlBody(body, members: ["requests", "seconds"]))
        case (.delete, "rate-limit"): sandbox.rateLimit = nil
        case (.get, "time-zone"): return timeZone()
        case (.put, "time-zone"): return try setTimeZone(ControlBody(body, members: ["timeZone", "userId"]))
        case (.get, "deliveries"): return .json(["pending": .integer(Int64(sandbox.deliveries.pending))], status: 200)
        case (.delete, "deliveries"): sandbox.deliveries.cancel()
        // The sender of the response does the waiting.
        case (.post, "deliveries/wait"): break
        default: throw try unknown(name)
        }
        return SandboxAnswer(head: HTTPResponse(status: .noContent), body: [])
    }

    private func unknown(_ name: Substring) throws(Refusal) -> Refusal {
        let methods = [
            "reset": "POST", "requests": "DELETE, GET", "clock": "GET, PUT", "clock/advance": "POST", "faults": "DELETE, POST",
            "deliveries": "DELETE, GET", "deliveries/wait": "POST", "rate-limit": "DELETE, GET, PUT", "state": "GET, PUT",
            "time-zone": "GET, PUT",
            "entities/{collection}": "POST",
        ]
        let isCollection = name.hasPrefix(Self.entities)
        guard let allowed = methods[isCollection ? "entities/{collection}" : String(name)] else {
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
        return .text(
            "{\"now\":\(text),\"speed\":\(JSONValue.number(sandbox.clock.speed))}", type: "application/json", status: 200)
    }

    private func setClock(_ body: ControlBody) throws(Refusal) -> SandboxAnswer {
        let text = try body.text("now")
        let date = text.flatMap(TextFormat.instant)
        if text != nil, date == nil { throw .control("now: it is a time such as 2026-01-31T09:00:00Z") }
        let speed = try body.number("speed")
        if let speed, !RunningClock.possibleSpeeds.contains(speed) { throw .control("speed: it is from 0 to 1000000") }
        guard date != nil || speed != nil else { throw .control("nothing would happen: give now, a speed or both") }
        sandbox.clock.run(from: date, atSpeed: speed ?? 0)
        return try clock()
    }

    private func advanceClock(_ body: ControlBody) throws(Refusal) -> SandboxAnswer {
        guard let seconds = body.members["seconds"]?.doubleValue,
            RunningClock.possible.contains(sandbox.clock.now.timeIntervalSince1970 + seconds)
        else { throw .control("seconds: it is a number, and the clock stays in the years 1 to 9999") }
        sandbox.clock.advance(by: .seconds(seconds))
        return try clock()
    }

    // MARK: State

    private func savedState() throws(Refusal) -> SandboxAnswer {
        do throws(SavedStateProblem) {
            let body = Array(try sandbox.savedState())
            return SandboxAnswer(head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: body)
        } catch {
            throw Refusal(500, code: 500, "The state cannot be saved: \(error)")
        }
    }

    private func loadState(_ body: [UInt8]) throws(Refusal) {
        do throws(SavedStateProblem) {
            try sandbox.loadState(from: Data(body))
        } catch {
            throw .control("The state cannot be loaded: \(error)")
        }
    }

    // MARK: Rate limit

    private func rateLimit() -> SandboxAnswer {
        let limit = sandbox.rateLimit
        let requests = limit.map { JSONValue.integer(Int64($0.requests)) }
        return .json(["requests": requests ?? .null, "seconds": limit.map { .number($0.period / .seconds(1)) } ?? .null], status: 200)
    }

    private func setRateLimit(_ body: ControlBody) throws(Refusal) -> SandboxAnswer {
        guard let requests = try body.integer("requests") else { throw .control("requests: it is a whole number") }
        // Any period of more than a day is refused. These bounds only prevent an overflow.
        let seconds = min(max(try body.number("seconds") ?? 1, -1), 1e9)
        do throws(SandboxRateLimit.Problem) {
            sandbox.rateLimit = try SandboxRateLimit(requests: requests, per: .seconds(seconds))
        } catch {
            throw .control(error.description)
        }
        return rateLimit()
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
        let missingChanges = try body.integer("missingChanges")
        // Any delay of more than an hour is refused. These bounds only prevent an overflow.
        let milliseconds = min(max(try body.integer("delayMilliseconds") ?? 0, -1), 1 << 40)
        do throws(SandboxFault.Problem) {
            try sandbox.fail(
                operation, every.map { .every($0) } ?? .next(times ?? 1), status: status, retryAfter: retryAfter, body: text,
                missingChanges: missingChanges, delay: .milliseconds(milliseconds))
        } catch {
            throw .control(error.description)
        }
    }
}

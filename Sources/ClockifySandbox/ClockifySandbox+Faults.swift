public import ClockifyAPI

import ClockifyRuntime

extension ClockifySandbox {
    /// Makes a call fail, to test what a program does then. A closure says which one, by making it with a client that sends nothing:
    ///
    ///     try await sandbox.fail(.next(2), status: 503, retryAfter: 0) { try await $0.users.me() }
    ///     try await sandbox.fail(.every(3), status: 500) { try await $0.projects.get("*", in: sandbox.workspace) }
    ///     try await sandbox.fail(missingChanges: 1) { try await $0.tags.list(in: "*") }
    ///
    /// Calls with the same path values and query parameters fail. A query parameter that the closure leaves out, and the body, may be
    /// anything. The identifier `"*"` stands for every identifier. An `edit…` method makes two calls: this is about the first one.
    ///
    /// - Parameters:
    ///   - calls: The calls that fail.
    ///   - status: The status of the response. A call that fails with it has no effect. `nil` if the call is carried out.
    ///   - retryAfter: The seconds in the header field `Retry-After`.
    ///   - body: The body of the response, which need not be valid JSON.
    ///   - missingChanges: The number of latest changes that the response does not show yet, at most 100: what was created is not in a
    ///     list. If one page of a list misses a change and the next one does not, something is on both pages, or on neither.
    ///   - delay: The time by which the response is late, at most an hour.
    ///   - call: Makes the call.
    /// - Throws: The reason why the fault cannot happen, such as a closure that makes no call.
    public func fail<Value: Sendable>(
        _ calls: SandboxFault.Calls = .next(1), status: Int? = nil, retryAfter: Int? = nil, body: String? = nil,
        missingChanges: Int? = nil, delay: Duration = .zero, to call: (Clockify) async throws -> Value
    ) async throws(SandboxFault.Problem) {
        try await fail(
            calls, status: status, retryAfter: retryAfter, body: body, missingChanges: missingChanges, delay: delay, of: Clockify.self,
            to: call)
    }

    /// Makes a call of another API fail, such as `ClockifyLegacy` for a sandbox of the older page.
    ///
    /// - Parameters:
    ///   - calls: The calls that fail.
    ///   - status: The status of the response. A call that fails with it has no effect. `nil` if the call is carried out.
    ///   - retryAfter: The seconds in the header field `Retry-After`.
    ///   - body: The body of the response, which need not be valid JSON.
    ///   - missingChanges: The number of latest changes that the response does not show yet, at most 100.
    ///   - delay: The time by which the response is late, at most an hour.
    ///   - api: The API that makes the call.
    ///   - call: Makes the call.
    /// - Throws: The reason why the fault cannot happen, such as a closure that makes no call.
    public func fail<API: GeneratedAPI, Value: Sendable>(
        _ calls: SandboxFault.Calls = .next(1), status: Int? = nil, retryAfter: Int? = nil, body: String? = nil,
        missingChanges: Int? = nil, delay: Duration = .zero, of api: API.Type, to call: (API) async throws -> Value
    ) async throws(SandboxFault.Problem) {
        let described: DescribedCall
        do {
            described = try await DescribedCall(call)
        } catch {
            throw SandboxFault.Problem("call: \(error)")
        }
        try add(
            SandboxFault(
                operation: described.operation.id, call: described, calls: calls, status: status, retryAfter: retryAfter, body: body,
                missingChanges: missingChanges, delay: delay))
    }

    /// Makes calls fail, to test what a program does then.
    ///
    ///     try sandbox.fail("getTags", .next(2), status: 429, retryAfter: 1)
    ///     try sandbox.fail("createTimeEntry", .every(3), status: 503)
    ///     try sandbox.fail(.next(1), body: "{\"id\":")
    ///     try sandbox.fail("getTags", missingChanges: 1)
    ///
    /// Calls with wrong credentials are refused as usual and do not count. If several faults apply to a call, the one that was added first
    /// happens, and the others wait for later calls.
    ///
    /// - Parameters:
    ///   - operation: The `operationId` of the operation; `nil` for every operation.
    ///   - calls: The calls that fail.
    ///   - status: The status of the response. A call that fails with it has no effect. `nil` if the call is carried out.
    ///   - retryAfter: The seconds in the header field `Retry-After`.
    ///   - body: The body of the response, which need not be valid JSON.
    ///   - missingChanges: The number of latest changes that the response does not show yet, at most 100: what was created is not in a
    ///     list. If one page of a list misses a change and the next one does not, something is on both pages, or on neither.
    ///   - delay: The time by which the response is late, at most an hour.
    /// - Throws: The reason why the fault cannot happen, such as an operation that does not exist.
    public func fail(
        _ operation: String? = nil, _ calls: SandboxFault.Calls = .next(1), status: Int? = nil, retryAfter: Int? = nil,
        body: String? = nil, missingChanges: Int? = nil, delay: Duration = .zero
    ) throws(SandboxFault.Problem) {
        try add(
            SandboxFault(
                operation: operation, calls: calls, status: status, retryAfter: retryAfter, body: body, missingChanges: missingChanges,
                delay: delay))
    }

    private func add(_ fault: SandboxFault) throws(SandboxFault.Problem) {
        if let operation = fault.operation {
            guard let known = try? documentation.catalog.get().operations.first(where: { $0.id == operation }) else {
                throw SandboxFault.Problem("operation: there is no operation \(operation)")
            }
            if fault.missingChanges != nil, !known.isRead {
                throw SandboxFault.Problem("missingChanges: \(operation) makes changes, and does not list them")
            }
        }
        contents.withLock { $0.faults.add(fault) }
    }

    /// Makes calls of every operation fail.
    ///
    /// - Parameters:
    ///   - calls: The calls that fail.
    ///   - status: The status of the response. A call that fails with it has no effect. `nil` if the call is carried out.
    ///   - retryAfter: The seconds in the header field `Retry-After`.
    ///   - body: The body of the response, which need not be valid JSON.
    ///   - missingChanges: The number of latest changes that the response does not show yet, at most 100: what was created is not in a
    ///     list. If one page of a list misses a change and the next one does not, something is on both pages, or on neither.
    ///   - delay: The time by which the response is late, at most an hour.
    /// - Throws: The reason why the fault cannot happen.
    public func fail(
        _ calls: SandboxFault.Calls, status: Int? = nil, retryAfter: Int? = nil, body: String? = nil, missingChanges: Int? = nil,
        delay: Duration = .zero
    ) throws(SandboxFault.Problem) {
        try fail(nil, calls, status: status, retryAfter: retryAfter, body: body, missingChanges: missingChanges, delay: delay)
    }

    /// Removes all faults that have not happened yet.
    public func removeFaults() { contents.withLock { $0.faults = FaultPlan() } }
}

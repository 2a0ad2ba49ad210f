import ClockifyRuntime

extension ClockifySandbox {
    /// Makes calls fail, to test what a program does then.
    ///
    ///     try sandbox.fail("getTags", .next(2), status: 429, retryAfter: 1)
    ///     try sandbox.fail("createNewTimeEntry", .every(3), status: 503)
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
        if let operation {
            guard let known = try? documentation.catalog.get().operations.first(where: { $0.id == operation }) else {
                throw SandboxFault.Problem("operation: there is no operation \(operation)")
            }
            if missingChanges != nil, !known.isRead {
                throw SandboxFault.Problem("missingChanges: \(operation) makes changes, and does not list them")
            }
        }
        let fault = try SandboxFault(
            operation: operation, calls: calls, status: status, retryAfter: retryAfter, body: body, missingChanges: missingChanges,
            delay: delay)
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

import ClockifyRuntime
public import Foundation

extension ClockifySandbox {
    /// Returns everything that the sandbox contains, as a JSON file: entities, deletions, receipts, logs of webhooks and the next
    /// identifiers.
    ///
    ///     let saved = try sandbox.savedState()
    ///     try otherSandbox.loadState(from: saved)
    ///
    /// Equal states give equal files. Each entity is on a line of its own, so that files can be compared. The clock, the faults, the rate
    /// limit, the recorded requests and the credentials are not part of the state.
    ///
    /// - Throws: The reason why the state cannot be saved: the clock showed a year after 9999.
    public func savedState() throws(SavedStateProblem) -> Data {
        // Encodes a copy, so that calls need not wait.
        let state = withState { $0 }
        return Data(try SavedState.bytes(of: state, documentation: documentation.name))
    }

    /// Replaces everything that the sandbox contains with a saved state.
    ///
    /// If the clocks show the same time, every read then returns what it did in the saved sandbox, and new entities get the identifiers
    /// that they would have had there. Pending deliveries of webhooks are dropped. The clock, the faults, the rate limit and the recorded
    /// requests do not change. ``reset()`` still returns to the contents that the sandbox was created with.
    ///
    /// - Parameter data: What ``savedState()`` returned, for a sandbox of the same documentation page.
    /// - Throws: What is wrong with the file, and where. The sandbox is unchanged.
    public func loadState(from data: Data) throws(SavedStateProblem) {
        let loaded = try savedState(in: data)
        let deliveries = withState { state in
            state = loaded
            return deliveryQueue.removeAll()
        }
        deliveries.end()
    }

    /// Creates a sandbox whose initial contents are a saved state. ``reset()`` returns to it.
    ///
    /// - Parameters:
    ///   - data: What ``savedState()`` returned, for a sandbox of the same documentation page.
    ///   - apiKey: The API key that it accepts.
    ///   - addonToken: The add-on token that it accepts.
    ///   - marketplaceToken: The marketplace token that it accepts.
    ///   - documentation: The page that defines the operations.
    ///   - now: The sandbox's clock. A test can set it to avoid waiting.
    /// - Throws: What is wrong with the file, and where.
    public convenience init(
        savedState data: Data, apiKey: String = "sandbox-api-key", addonToken: String = "sandbox-addon-token",
        marketplaceToken: String = "sandbox-marketplace-token", documentation: Documentation = .current,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws(SavedStateProblem) {
        self.init(
            apiKey: apiKey, addonToken: addonToken, marketplaceToken: marketplaceToken, documentation: documentation, contents: .empty,
            now: now)
        let loaded = try savedState(in: data)
        contents.withLock { $0.initial = loaded }
    }

    private func savedState(in data: Data) throws(SavedStateProblem) -> SandboxState {
        try SavedState.state(
            from: Array(data), documentation: documentation.name, user: user.rawValue, samples: documentation.samples, now: now())
    }
}

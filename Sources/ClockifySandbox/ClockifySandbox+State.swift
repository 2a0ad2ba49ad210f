import ClockifyRuntime
import Foundation

extension ClockifySandbox {
    /// Calls a closure with the state, which it may change. Requests wait until it returns.
    func withState<Value: Sendable, Failure: Error>(
        _ body: (inout SandboxState) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let result = contents.withLock { contents -> Result<Value, Failure> in
            let now = contents.clock.now
            let initial = contents.initial ?? makeInitialState(samples: documentation.samples, now: now)
            contents.initial = initial
            var state = contents.state ?? initial
            // As for a request, the state is moved out of the lock, so that changes do not copy it.
            contents.state = nil
            defer { contents.state = state }
            state.now = now
            do throws(Failure) {
                return .success(try body(&state))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    func makeInitialState(samples: SampleShapes, now: Date) -> SandboxState {
        var state = SandboxState(samples: samples, things: documentation.things, hasAllThings: initialContents == .documented, now: now)
        if initialContents == .empty {
            for collection in [EntityCollection.invoices, .tasks, .projects, .clients, .tags] {
                for entity in state.store.entities(collection) { state.store.remove(entity.id, from: collection) }
            }
        }
        // There is nothing before the first call.
        state.store.endCall(isChange: false)
        return state
    }
}

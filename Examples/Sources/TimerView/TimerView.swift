#if canImport(SwiftUI)
import ClockifyAPI
import Observation
import SwiftUI

/// The running time entry of a user, and what a view may do with it.
@MainActor
@Observable
public final class TimerModel {
    public private(set) var running: Clockify.TimeEntry?
    public private(set) var message: String?
    private let clockify: Clockify

    public init(_ clockify: Clockify) { self.clockify = clockify }

    public func start(_ description: String) async {
        await perform { [clockify] () throws(APIFailure) in
            let workspace = try await clockify.users.me().activeWorkspace
            return try await clockify.timeEntries.create(in: workspace, .init(start: .now, description: description))
        }
    }

    public func stop() async {
        await perform { [clockify] () throws(APIFailure) in
            let me = try await clockify.users.me()
            _ = try await clockify.timeEntries.stopRunning(in: me.activeWorkspace, user: me.id, .init(end: .now))
            return nil
        }
    }

    private func perform(_ change: () async throws(APIFailure) -> Clockify.TimeEntry?) async {
        do {
            running = try await change()
            message = nil
        } catch .cancelled {
            // The view has gone away.
        } catch .outcomeUnknown {
            message = "The connection was lost. Check whether the timer has changed."
        } catch {
            message = error.localizedDescription
        }
    }
}

public struct TimerView: View {
    @State private var model: TimerModel
    @State private var description = ""

    public init(_ clockify: Clockify) { _model = State(initialValue: TimerModel(clockify)) }

    public var body: some View {
        VStack {
            TextField("What do you work on?", text: $description)
            if model.running == nil {
                Button("Start") { Task { await model.start(description) } }
            } else {
                Button("Stop") { Task { await model.stop() } }
            }
            if let message = model.message { Text(message) }
        }
        .padding()
    }
}
#endif

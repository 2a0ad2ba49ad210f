#if canImport(SwiftUI)
import ClockifyAPI
import Observation
import SwiftUI

/// The running time entry of a user, and what a view may do with it.
@MainActor
@Observable
public final class TimerModel {
    /// The entry whose timer is running; `nil` if none is.
    public private(set) var running: Clockify.TimeEntry?
    /// What went wrong with the last request, for the user to read; `nil` if nothing did.
    public private(set) var message: String?
    private let clockify: Clockify

    /// Creates a model that sends its requests with the client.
    public init(_ clockify: Clockify) { self.clockify = clockify }

    /// Starts a timer. An error becomes ``message``.
    public func start(_ description: String) async {
        await perform { [clockify] () throws(APIFailure) in
            let workspace = try await clockify.users.me().activeWorkspace
            return try await clockify.timeEntries.create(in: workspace, .init(start: .now, description: description))
        }
    }

    /// Stops the running timer. An error becomes ``message``.
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

/// A button that starts and stops the timer, and a field for what is worked on.
public struct TimerView: View {
    @State private var model: TimerModel
    @State private var description = ""

    /// Creates a view with a model of its own.
    public init(_ clockify: Clockify) { _model = State(initialValue: TimerModel(clockify)) }

    /// The field, the button, and the message if there is one.
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

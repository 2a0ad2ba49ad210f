public import ClockifyAPI
import ClockifyRuntime
public import Foundation

extension ClockifySandbox {
    /// The time zone in the settings of ``user``. At first it is UTC.
    ///
    /// It is the zone in which lists of time entries read their bounds, and in which reports do whose request names none.
    public var timeZone: TimeZone {
        get { withState { state in state.calendar(of: state.me).zone } }
        set { withState { state in _ = state.setTimeZone(newValue, of: state.me) } }
    }

    /// Sets the time zone in the settings of a user.
    ///
    /// - Throws: The reason if there is no such user.
    public func setTimeZone(_ timeZone: TimeZone, of user: Clockify.UserID) throws(SandboxEntityProblem) {
        guard withState({ $0.setTimeZone(timeZone, of: user.rawValue) }) else {
            throw SandboxEntityProblem(
                Clockify.User.sandboxCollection, user.rawValue, .invalid(member: "id", because: "there is no such user"))
        }
    }
}

extension SandboxState {
    /// Returns `false` if there is no such user.
    fileprivate mutating func setTimeZone(_ timeZone: TimeZone, of user: String) -> Bool {
        guard var entity = store.entity(.users, user) else { return false }
        var settings = entity["settings"].objectValue ?? [:]
        settings["timeZone"] = .string(timeZone.identifier)
        entity.members["settings"] = .object(settings)
        store.replace(entity, in: .users)
        // A change that no call made triggers no webhooks.
        store.endCall(isChange: true)
        store.forgetChanges()
        return true
    }
}

/// The time zone of the account over HTTP.
extension SandboxControl {
    func timeZone() -> SandboxAnswer { .json(["timeZone": .string(sandbox.timeZone.identifier)], status: 200) }

    func setTimeZone(_ body: ControlBody) throws(Refusal) -> SandboxAnswer {
        guard let name = try body.text("timeZone"), let zone = TimeZone(identifier: name) else {
            throw .control("timeZone: it is the name of a time zone such as Europe/Berlin")
        }
        let user = try body.text("userId").map { Clockify.UserID(rawValue: $0) } ?? sandbox.user
        do throws(SandboxEntityProblem) {
            try sandbox.setTimeZone(zone, of: user)
        } catch {
            throw .control(error.description)
        }
        return .json(["timeZone": .string(zone.identifier)], status: 200)
    }
}

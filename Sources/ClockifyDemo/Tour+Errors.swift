import ClockifyAPI
import ClockifySandbox
import ClockifySandboxServer
import Foundation
import HTTPTypes

/// The steps that are expected to end in an error.
extension Tour {
    func breakRules(in workspace: Clockify.WorkspaceID) async throws {
        transcript.step(
            "A request that breaks rules of the documentation: every one is said, and nothing is sent",
            """
            do {
                _ = try await clockify.projects.create(
                    in: workspace, .init(name: "x", color: "red", hourlyRate: .init(amount: -0.01)))
            } catch .invalidRequest(let problems) {
                print(problems)
            }
            """)
        let before = server.sandbox.requests.count
        do throws(APIFailure) {
            _ = try await clockify.projects.create(in: workspace, .init(name: "x", color: "red", hourlyRate: .init(amount: -0.01)))
            transcript.expect(false, "the request was accepted")
        } catch .invalidRequest(let problems) {
            for problem in problems { transcript.result("\(problem)") }
            let sent = server.sandbox.requests.count - before
            transcript.result("\(sent) requests were sent")
            transcript.expect(problems.count == 3 && sent == 0)
        } catch {
            transcript.expect(false, "\(error)")
        }
    }

    func missTag(in workspace: Clockify.WorkspaceID) async throws {
        transcript.step(
            "Something that is not there: Clockify says 400, the library knows what it means",
            """
            do {
                _ = try await clockify.tags.get("64a687e29ae1f428e7ebe999", in: workspace)
            } catch .response(let failure) where failure.isNotFound {
                print(failure)
            }
            """)
        do throws(APIFailure) {
            _ = try await clockify.tags.get("64a687e29ae1f428e7ebe999", in: workspace)
            transcript.expect(false, "the tag is there")
        } catch .response(let failure) {
            transcript.result("\(failure)")
            transcript.expect(failure.isNotFound && failure.status == .badRequest && failure.code == 501)
        } catch {
            transcript.expect(false, "\(error)")
        }
    }

    func leaveTimerAlone(_ me: Clockify.User, in workspace: Clockify.WorkspaceID) async throws {
        transcript.step(
            "Stop a timer though none runs: a 404",
            """
            do {
                _ = try await clockify.timeEntries.stopRunning(in: workspace, user: me.id, .init(end: .now))
            } catch .response(let failure) where failure.status == .notFound {
                print(failure)
            }
            """)
        do throws(APIFailure) {
            _ = try await clockify.timeEntries.stopRunning(in: workspace, user: me.id, .init(end: .now))
            transcript.expect(false, "a timer was running")
        } catch .response(let failure) {
            transcript.result("\(failure)")
            transcript.expect(failure.status == .notFound && failure.code == 404)
        } catch {
            transcript.expect(false, "\(error)")
        }
    }

    func useWrongKey() async throws {
        transcript.step(
            "A wrong key: it appears in no error",
            """
            let stranger = Clockify(.apiKey("not-a-key"), site: server.site)
            do {
                _ = try await stranger.users.me()
            } catch {
                print(error)
            }
            """)
        let stranger = Clockify(.apiKey("not-a-key"), site: server.site)
        do throws(APIFailure) {
            _ = try await stranger.users.me()
            transcript.expect(false, "the key was accepted")
        } catch {
            transcript.result("\(error)")
            guard case .response(let failure) = error else { return transcript.expect(false) }
            transcript.expect(failure.status == .unauthorized && failure.code == 4003 && !"\(error)".contains("not-a-key"))
        }
    }
}

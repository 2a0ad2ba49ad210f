/// What a caller has to do about a change.
enum Action: String, Sendable, Hashable, CaseIterable {
    case nothing
    /// The service or this package does it; callers need the release.
    case update
    case compare

    case pass, passDefault, stopPassing, stopPassingNil, keepWithin, sendAllowed, sendDocumented, sendInNewForm, sendBody, stopSendingBody
    case expectNil, expectMore, expectError, stopUnwrapping, stopReading, useNewType, keepResult, stopUsingResult
    case stopCalling, stopUsing, stopWaiting, moveAway, expectInstability, authorize, callOtherServer, fetchPages, checkPaging
    case rename, callAs, replace, reorder, rewrite, handleCase, setWithInitializer, dropConformance
    case checkCalls, checkSecret, checkService

    /// Returns the sentence for a caller.
    ///
    /// - Parameters:
    ///   - names: The changed things.
    ///   - replacement: What took their place, if that has a name.
    ///   - code: Marks a piece of code.
    func sentence(about names: [String], replacement: String? = nil, code: (String) -> String) -> String {
        let name = Action.list(names, code: code)
        let other = replacement.map(code)
        return switch self {
        case .nothing: "Nothing to do."
        case .update: "Update to this release."
        case .compare: "Compare the rest by hand."
        case .pass: "Pass \(name)."
        case .passDefault: "Pass \(name) where you rely on the old default."
        case .stopPassing: "Stop passing \(name)."
        case .stopPassingNil: "Stop passing \(code("nil")) for \(name)."
        case .keepWithin: "Keep \(name) within the limit."
        case .sendAllowed: "Pass an allowed value for \(name)."
        case .sendDocumented: "Send documented members only."
        case .sendInNewForm: "Pass \(name) in the new form."
        case .sendBody: "Pass a body."
        case .stopSendingBody: "Stop passing a body."
        case .expectNil: "Expect \(code("nil")) for \(name)."
        case .expectMore: "Expect new values of \(name)."
        case .expectError: "Expect other errors."
        case .stopUnwrapping: "Stop unwrapping \(name)."
        case .stopReading: "Stop reading \(name)."
        case .useNewType: "Use the new type of \(name)."
        case .keepResult: "Use the result or discard it."
        case .stopUsingResult: "Stop using the result."
        case .stopCalling: "Stop calling \(name)."
        case .stopUsing: "Stop using \(name)."
        case .stopWaiting: "Stop waiting for \(name)."
        case .moveAway: "Move away from \(name)."
        case .expectInstability: "Expect \(name) to change without notice."
        case .authorize: "Pass credentials that are accepted now."
        case .callOtherServer: "Call another server."
        case .fetchPages: "Go through the pages of \(name)."
        case .checkPaging: "Check how the pages of \(name) are requested."
        case .rename: other.map { "Rename \(name) to \($0)." } ?? "Rename \(name)."
        case .callAs: other.map { "Call \(name) as \($0)." } ?? "Call \(name) by its new name."
        case .replace: other.map { "Use \($0) in place of \(name)." } ?? "Replace \(name)."
        case .reorder: "Reorder the arguments."
        case .rewrite: "Rewrite the uses of \(name)."
        case .handleCase: "Handle the case \(name)."
        case .setWithInitializer: "Set the properties of \(name) in its initializer."
        case .dropConformance: "Stop relying on the conformance of \(name)."
        case .checkCalls: "Check every call that uses \(name)."
        case .checkSecret: "Check where the secret of \(name) is sent."
        case .checkService: "Check what the service sends for \(name)."
        }
    }

    private static func list(_ names: [String], code: (String) -> String) -> String {
        switch names.count {
        case 0, 4...: "them"
        case 1: code(names[0])
        default: names.dropLast().map(code).joined(separator: ", ") + " and " + code(names[names.count - 1])
        }
    }
}

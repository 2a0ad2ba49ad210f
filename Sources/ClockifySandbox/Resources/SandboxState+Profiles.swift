import ClockifyRuntime
import HTTPTypes

/// The rules for member profiles: what a workspace knows about a user in addition to the account.
extension SandboxState {
    private static let daysOfWeek = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]
    private static let workingDays: JSONValue = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"]

    /// Returns the start of the week, the capacity and the working days of a user on a workspace.
    func memberProfile(of user: String, in workspace: String) -> [String: JSONValue] {
        let usual: [String: JSONValue] = [
            "weekStart": store.entity(.users, user)?["settings"]["weekStart"] ?? "MONDAY", "workCapacity": "PT7H",
            "workingDays": SandboxState.workingDays,
        ]
        var profile = usual.merging(ownProfile(of: user, in: workspace)?.members ?? [:]) { _, own in own }
        // A request may contain the days as JSON text of a list. The answer is a list.
        if let text = profile["workingDays"]?.stringValue,
            let days = try? JSONReader.decode([String].self, from: Array(text.utf8)), days.allSatisfy(SandboxState.daysOfWeek.contains)
        {
            profile["workingDays"] = .array(days.map { .string($0) })
        }
        return profile
    }

    /// Returns the days of the week on which a user works.
    func workingDays(of user: String, in workspace: String) -> Set<String> {
        Set(memberProfile(of: user, in: workspace)["workingDays"]?.arrayValue?.compactMap(\.stringValue) ?? [])
    }

    func presentProfile(_ call: SandboxCall) -> JSONValue {
        let workspace = call.path("workspaceId")
        let user = call.path("userId")
        let account = store.entity(.users, user)
        let profile = memberProfile(of: user, in: workspace)
        return .present([
            "email": account?["email"] ?? .null, "hasPassword": true,
            "hasPendingApprovalRequest": .bool(hasPendingApproval(user, in: workspace)), "imageUrl": account?["profilePicture"] ?? .null,
            "name": account?["name"] ?? .null, "userCustomFieldValues": .array(memberFields(of: user, in: workspace)),
            "weekStart": profile["weekStart"] ?? .null, "workCapacity": profile["workCapacity"] ?? .null,
            "workingDays": profile["workingDays"] ?? .null,
            "workspaceNumber": .integer(Int64(store.entities(.workspaces).filter { isMember(user, of: $0.id) }.count)),
        ])
    }

    /// Changes what the request contains: either all of it, or nothing if it is invalid.
    mutating func updateProfile(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let workspace = call.path("workspaceId")
        let request = call.members
        guard var account = store.entity(.users, call.path("userId")) else { throw .unknown("User") }
        let before = store
        do throws(Refusal) {
            for field in call.body?.list("userCustomFields") ?? [] {
                _ = try setField(field["customFieldId"]?.stringValue ?? "", to: field["value"] ?? .null, of: account.id, in: workspace)
            }
        } catch {
            store = before
            throw error
        }
        if let name = request["name"] { account.members["name"] = name }
        if let image = request["imageUrl"] { account.members["profilePicture"] = image }
        if request["removeProfileImage"] == true { account.members["profilePicture"] = nil as JSONValue }
        store.replace(account, in: .users)
        var own =
            ownProfile(of: account.id, in: workspace)
            ?? store.insert(into: .memberProfiles, scope: workspace, id: "\(workspace)/\(account.id)", [:])
        for name in ["weekStart", "workCapacity", "workingDays"] {
            if let value = request[name] { own.members[name] = value }
        }
        store.replace(own, in: .memberProfiles)
        return .value(presentProfile(call))
    }

    private func ownProfile(of user: String, in workspace: String) -> Entity? { store.entity(.memberProfiles, "\(workspace)/\(user)") }

    /// The maximum number of images that are kept. The oldest is dropped first.
    private static let keptImages = 100

    /// Keeps an image, and returns its address. The sandbox answers requests for the address's path, whatever their host.
    mutating func uploadImage(_ call: SandboxCall) -> Outcome {
        let image = call.files["file"]
        let type = image?.fileName?.split(separator: ".").last.map(String.init)
        let isPlain = type?.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 } == true && type?.count ?? 0 <= 4
        let name = "image-\(store.makeSequence()).\(isPlain ? type ?? "jpg" : "jpg")"
        uploads[name] = image
        let images = uploads.keys.filter { $0.hasPrefix("image-") }
        // The number in a name grows with each image.
        if images.count > Self.keptImages, let first = images.min(by: { ($0.count, $0) < ($1.count, $1) }) { uploads[first] = nil }
        return .value(["name": .string(name), "url": .string("https://clockify.com/\(name)")])
    }

    /// Returns the uploaded image at a request's path; `nil` if there is none.
    func image(at request: HTTPRequest) -> SandboxFile? {
        guard request.method == .get || request.method == .head, let path = request.path?.split(separator: "?").first,
            path.hasPrefix("/image-")
        else { return nil }
        return uploads[String(path.dropFirst())]?.file(named: "image")
    }
}

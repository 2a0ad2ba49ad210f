import Foundation

/// A typical hand-written time entry.
struct CodableTimeEntry: Codable, Equatable {
    struct Rate: Codable, Equatable {
        let amount: Int?
        let currency: String?
    }

    struct CustomField: Codable, Equatable {
        let customFieldId: String
        let name: String?
        let timeEntryId: String?
        let type: String?
        let value: String?
    }

    struct Interval: Codable, Equatable {
        let duration: String?
        let end: Date?
        let start: Date
    }

    enum Kind: String, Codable {
        case regular = "REGULAR"
        case pause = "BREAK"
        case holiday = "HOLIDAY"
        case timeOff = "TIME_OFF"
    }

    let billable: Bool?
    let costRate: Rate?
    let customFieldValues: [CustomField]?
    let description: String?
    let hourlyRate: Rate?
    let id: String
    let isLocked: Bool?
    let kioskId: String?
    let projectId: String?
    let tagIds: [String]?
    let taskId: String?
    let timeInterval: Interval
    let type: Kind
    let userId: String?
    let workspaceId: String?
}

/// A typical hand-written new time entry.
struct CodableNewTimeEntry: Codable {
    struct CustomField: Codable {
        var customFieldId: String
        var sourceType: String?
        var value: String?
    }

    struct CustomAttribute: Codable {
        var name: String
        var namespace: String
        var value: String
    }

    var start: Date?
    var end: Date?
    var description: String?
    var projectId: String?
    var taskId: String?
    var tagIds: [String]?
    var billable: Bool?
    var type: String?
    var customFields: [CustomField]?
    var customAttributes: [CustomAttribute]?
}

extension JSONDecoder {
    static let forTimeEntries: JSONDecoder = {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return decoder
    }()
}

extension JSONEncoder {
    static let forTimeEntries: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        return encoder
    }()
}

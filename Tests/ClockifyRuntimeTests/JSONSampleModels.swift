import ClockifyRuntime
import Foundation

// Models as the generator writes them.

struct SampleID: Identifier {
    let text: IdentifierText
    init(text: IdentifierText) { self.text = text }
}

struct SampleStatus: OpenEnum {
    let rawValue: String
    init(rawValue: String) { self.rawValue = rawValue }
    static let active = SampleStatus(rawValue: "ACTIVE")
}

struct SampleLevel: OpenEnum {
    let rawValue: Int
    init(rawValue: Int) { self.rawValue = rawValue }
    static let high = SampleLevel(rawValue: 3)
}

/// Only received.
struct SampleInterval: ResponseModel {
    let start: Date
    let end: Date?
    let duration: ISODuration?

    init(from json: inout JSONReader) throws(JSONError) {
        var start: Date?, end: Date?, duration: ISODuration?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: start = try json.read()
            case 1: end = try json.read()
            case 2: duration = try json.read()
            default: break
            }
        }
        self.start = try json.require(start, "start")
        self.end = end
        self.duration = duration
    }

    static let members: JSONMembers = ["start", "end", "duration"]
}

/// Only received, with everything that a member can be.
struct SampleEntry: ResponseModel, Identifiable {
    let id: SampleID
    let isLocked: Bool?
    let status: SampleStatus?
    let level: SampleLevel?
    let timeInterval: SampleInterval?
    let tagIds: [SampleID]
    let customFieldValuesByName: [String: JSONValue]?
    let value: JSONValue?
    let day: CalendarDate?
    let amount: Double?
    let parent: Indirect<SampleEntry>?
    let history: [SampleInterval?]?

    init(from json: inout JSONReader) throws(JSONError) {
        var id: SampleID?, isLocked: Bool?, status: SampleStatus?, level: SampleLevel?, timeInterval: SampleInterval?
        var tagIds: [SampleID]?, customFieldValuesByName: [String: JSONValue]?, value: JSONValue?, day: CalendarDate?
        var amount: Double?, parent: Indirect<SampleEntry>?, history: [SampleInterval?]?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: id = try json.read()
            case 1: isLocked = try json.read()
            case 2: status = try json.read()
            case 3: level = try json.read()
            case 4: timeInterval = try json.read()
            case 5: tagIds = try json.read()
            case 6: customFieldValuesByName = try json.read()
            case 7: value = try json.read()
            case 8: day = try json.read()
            case 9: amount = try json.read()
            case 10: parent = try json.read()
            case 11: history = try json.read()
            default: break
            }
        }
        self.id = try json.require(id, "id")
        self.isLocked = isLocked
        self.status = status
        self.level = level
        self.timeInterval = timeInterval
        self.tagIds = json.requireArray(tagIds)
        self.customFieldValuesByName = customFieldValuesByName
        self.value = value
        self.day = day
        self.amount = amount
        self.parent = parent
        self.history = history
    }

    static let members: JSONMembers = [
        "id", "isLocked", "status", "level", "timeInterval", "tagIds", "customFieldValuesByName", "value", "day",
        "amount", "parent", "history",
    ]
}

/// Only sent.
struct SampleUpdate: RequestModel {
    var name: String
    var note: Nullable<String>?
    var start: Date?
    var tagIds: [SampleID]?
    var rate: Double?

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("name", name)
        json.member("note", note)
        json.member("start", start)
        json.member("tagIds", tagIds)
        json.member("rate", rate)
        json.endObject()
    }
}

/// Received and sent.
struct SampleRate: ResponseModel, RequestModel {
    var amount: Int
    var currency: String?

    init(amount: Int, currency: String? = nil) {
        self.amount = amount
        self.currency = currency
    }

    init(from json: inout JSONReader) throws(JSONError) {
        var amount: Int?, currency: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: amount = try json.read()
            case 1: currency = try json.read()
            default: break
            }
        }
        self.amount = try json.require(amount, "amount")
        self.currency = currency
    }

    static let members: JSONMembers = ["amount", "currency"]

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("amount", amount)
        json.nullableMember("currency", currency)
        json.endObject()
    }
}

func read<T: JSONReadable>(_ type: T.Type = T.self, _ text: String) throws(JSONError) -> T {
    try JSONReader.decode(from: Array(text.utf8))
}

func written<T: JSONWritable>(_ value: T) throws(JSONError) -> String {
    String(decoding: try JSONWriter.encode(value), as: UTF8.self)
}

/// The error that reading the text as `type` gives; nil if it can be read.
func refusal<T: JSONReadable>(_ type: T.Type, _ text: String) -> JSONError? {
    refusal(type, Array(text.utf8))
}

func refusal<T: JSONReadable>(_ type: T.Type, _ bytes: [UInt8]) -> JSONError? {
    do throws(JSONError) {
        _ = try JSONReader.decode(type, from: bytes)
        return nil
    } catch {
        return error
    }
}

/// The error that skipping the text gives; nil if it can be skipped.
func skipping(_ text: String) -> JSONError? { skipping(Array(text.utf8)) }

func skipping(_ bytes: [UInt8]) -> JSONError? {
    do throws(JSONError) {
        var reader = JSONReader(bytes)
        try reader.skipValue()
        try reader.finish()
        return nil
    } catch {
        return error
    }
}

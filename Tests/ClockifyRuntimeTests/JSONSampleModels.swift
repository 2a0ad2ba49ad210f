@_spi(Generated) import ClockifyRuntime
import Foundation

// Models in the form of generated code.

enum SampleKind {}
typealias SampleID = Identifier<SampleKind>

enum SampleEnumKinds {
    enum Status {}
    enum Level {}
}

typealias SampleStatus = OpenEnum<SampleEnumKinds.Status>
typealias SampleLevel = OpenIntegerEnum<SampleEnumKinds.Level>

extension SampleStatus {
    static var active: Self { .init(rawValue: "ACTIVE") }
}

extension SampleLevel {
    static var high: Self { .init(rawValue: 3) }
}

/// A model for responses only.
struct SampleInterval: ResponseModel {
    let start: Date
    let end: Date?
    let duration: ISODuration?

    init(from json: inout JSONReader) throws(JSONError) {
        var start: Date?, end: Date?, duration: ISODuration?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &start)
            case 1: json.read(into: &end)
            case 2: json.read(into: &duration)
            default: break
            }
        }
        self.start = try json.require(start, "start")
        self.end = end
        self.duration = duration
    }

    static let members: JSONMembers = ["start", "end", "duration"]

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("start", start)
        json.member("end", end)
        json.member("duration", duration)
        json.endObject()
    }
}

/// A model for responses only, with every kind of member.
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
            case 0: json.read(into: &id)
            case 1: json.read(into: &isLocked)
            case 2: json.read(into: &status)
            case 3: json.read(into: &level)
            case 4: json.read(into: &timeInterval)
            case 5: json.read(into: &tagIds)
            case 6: json.read(into: &customFieldValuesByName)
            case 7: json.read(into: &value)
            case 8: json.read(into: &day)
            case 9: json.read(into: &amount)
            case 10: json.read(into: &parent)
            case 11: json.read(into: &history)
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

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.member("isLocked", isLocked)
        json.member("status", status)
        json.member("level", level)
        json.member("timeInterval", timeInterval)
        json.member("tagIds", tagIds)
        json.member("customFieldValuesByName", customFieldValuesByName)
        json.member("value", value)
        json.member("day", day)
        json.member("amount", amount)
        json.member("parent", parent)
        json.member("history", history)
        json.endObject()
    }
}

/// A model for requests only.
struct SampleUpdate: RequestModel, Validated {
    var name: String
    var note: Nullable<String>?
    var start: Date?
    var tagIds: [SampleID]?
    var rate: Double?

    init(name: String, note: Nullable<String>? = nil, start: Date? = nil, tagIds: [SampleID]? = nil, rate: Double? = nil) {
        (self.name, self.note, self.start, self.tagIds, self.rate) = (name, note, start, tagIds, rate)
    }

    init(from json: inout JSONReader) throws(JSONError) {
        var name: String?, note: Nullable<String>?, start: Date?, tagIds: [SampleID]?, rate: Double?
        try json.beginObject()
        while let member = try json.nextMember(of: ["name", "note", "start", "tagIds", "rate"]) {
            switch member {
            case 0: json.read(into: &name)
            case 1: json.read(into: &note)
            case 2: json.read(into: &start)
            case 3: json.read(into: &tagIds)
            case 4: json.read(into: &rate)
            default: break
            }
        }
        self.init(name: try json.require(name, "name"), note: note, start: start, tagIds: tagIds, rate: rate)
    }

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

/// A model for requests and responses.
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
            case 0: json.read(into: &amount)
            case 1: json.read(into: &currency)
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

/// Returns the error from decoding the text as `type`, or `nil` if decoding succeeds.
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

/// Returns the error from skipping the text, or `nil` if skipping succeeds.
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

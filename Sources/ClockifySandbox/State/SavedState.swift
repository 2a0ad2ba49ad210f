import ClockifyRuntime
import Foundation

/// A state as a JSON file: an object that is the same for equal states, with each entity on a line of its own.
///
/// The file does not contain the clock, the faults, the rate limit, the requests and the credentials. Dates of entities are seconds since
/// 1 January 2001, because no date may change when it is saved and loaded.
enum SavedState {
    static let format = "clockify-sandbox"
    static let version = 1
    /// More than any sandbox gives out, and less than what would overflow.
    static let lastSequence = 1 << 52
    /// From `Date.distantPast` to the end of the year 9999, in seconds since 2001.
    static let dates = -63_114_076_800.0...252_423_993_599.0

    static func bytes(of state: SandboxState, documentation: String) throws(SavedStateProblem) -> [UInt8] {
        var file = SavedFile()
        file.begin("{")
        file.member("acceptsSamples", .bool(state.acceptsSamples))
        file.list("deletions")
        for deletion in state.store.deletions {
            file.element([
                "bin": .string(deletion.bin), "collection": .string(deletion.collection.rawValue),
                "date": try date(deletion.date, at: "$.deletions"), "entity": try entity(deletion.entity, at: "$.deletions"),
            ])
        }
        file.end("]")
        file.list("deliveries")
        for entry in state.webhookLog.entries { file.element(try delivery(entry)) }
        file.end("]")
        file.member("deliveryCount", .integer(Int64(state.deliveryCount)))
        file.member("documentation", .string(documentation))
        file.object("entities")
        for (collection, entities) in state.store.collections.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where !entities.isEmpty {
            file.list(collection.rawValue)
            for entity in entities.values.sorted(by: { $0.sequence < $1.sequence }) {
                file.element(try self.entity(entity, at: "$.entities.\(collection.rawValue)"))
            }
            file.end("]")
        }
        file.end("}")
        file.member("format", .string(format))
        file.member("sequence", .integer(Int64(state.store.sequence)))
        file.object("uploads")
        for (id, upload) in state.uploads.sorted(by: { $0.key < $1.key }) {
            file.member(
                id,
                [
                    "bytes": .string(Data(upload.bytes).base64EncodedString()),
                    "contentType": upload.contentType.map { .string($0) } ?? .null,
                    "fileName": upload.fileName.map { .string($0) } ?? .null, "name": .string(upload.name),
                ])
        }
        file.end("}")
        file.member("user", .string(state.me))
        file.member("version", .integer(Int64(version)))
        file.end("}")
        return file.bytes
    }

    private static func delivery(_ entry: WebhookLog.Entry) throws(SavedStateProblem) -> JSONValue {
        [
            "attempt": .integer(Int64(entry.attempt)), "date": try date(entry.date, at: "$.deliveries"),
            "delivery": .integer(Int64(entry.delivery)), "requestBody": .string(entry.requestBody),
            "responseBody": .string(entry.responseBody), "status": entry.status.map { .integer(Int64($0)) } ?? .null,
            "webhook": .string(entry.webhook),
        ]
    }

    private static func entity(_ entity: Entity, at path: String) throws(SavedStateProblem) -> JSONValue {
        [
            "created": try date(entity.created, at: path), "id": .string(entity.id), "members": entity.value,
            "scope": .string(entity.scope), "sequence": .integer(Int64(entity.sequence)), "updated": try date(entity.updated, at: path),
        ]
    }

    private static func date(_ date: Date, at path: String) throws(SavedStateProblem) -> JSONValue {
        let seconds = date.timeIntervalSinceReferenceDate
        guard dates.contains(seconds) else {
            throw SavedStateProblem("the clock showed no time of the years 1 to 9999 when this was created or changed", at: path)
        }
        return .double(seconds)
    }
}

/// The text of a saved state.
private struct SavedFile {
    private(set) var bytes: [UInt8] = []
    private var isAtFirst = true

    mutating func begin(_ opening: String) {
        bytes += opening.utf8
        isAtFirst = true
    }

    mutating func end(_ closing: String) {
        bytes += "\n\(closing)".utf8
        isAtFirst = false
    }

    mutating func element(_ value: JSONValue) {
        bytes += isAtFirst ? "\n".utf8 : ",\n".utf8
        isAtFirst = false
        bytes += value.description.utf8
    }

    mutating func member(_ name: String, _ value: JSONValue) {
        element(.string(name))
        bytes += ":\(value)".utf8
    }

    mutating func list(_ name: String) {
        element(.string(name))
        begin(":[")
    }

    mutating func object(_ name: String) {
        element(.string(name))
        begin(":{")
    }
}

// Generated from Animals.yaml. Changes belong there.
// swift-format-ignore-file
//
// The extensions at the end spell out how types are read and written: deriving it would cost compile time.

@_spi(Generated) public import ClockifyRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Zoo.Operations.Animals {
    /// Animals, page by page.
    ///
    /// Animals: `GET /animals`
    ///
    /// - Parameters:
    ///   - species: A kind of animal.
    ///   - bornAfter: The day after which they were born.
    ///   - fedAfter: Sent with up to 6 digits of the second's fraction.
    ///   - ids: At most 50 items.
    ///   - page: Counts from one.
    ///     At least 1. The service's default: `1`.
    ///   - pageSize: 1 to 200. The service's default: `50`.
    /// - Throws: `APIFailure`.
    public func list(
        species: Zoo.Species? = nil,
        bornAfter: CalendarDate? = nil,
        fedAfter: Date? = nil,
        ids: [Zoo.AnimalID]? = nil,
        page: Int? = nil,
        pageSize: Int? = nil
    ) async throws(APIFailure) -> [Zoo.Animal] {
        let call = listRequest(
            species: species, bornAfter: bornAfter, fedAfter: fedAfter, ids: ids, page: page, pageSize: pageSize
        )
        return try await client.value(call)
    }

    /// Animals, page by page.
    ///
    /// Animals: `GET /animals`
    ///
    /// Goes through every page. Each page is requested when the one before it has been read.
    ///
    /// - Parameters:
    ///   - species: A kind of animal.
    ///   - bornAfter: The day after which they were born.
    ///   - fedAfter: Sent with up to 6 digits of the second's fraction.
    ///   - ids: At most 50 items.
    ///   - pageSize: 1 to 200. The service's default: `50`.
    public func all(
        species: Zoo.Species? = nil,
        bornAfter: CalendarDate? = nil,
        fedAfter: Date? = nil,
        ids: [Zoo.AnimalID]? = nil,
        pageSize: Int? = nil
    ) -> Pages<Zoo.Animal> {
        let call = listRequest(species: species, bornAfter: bornAfter, fedAfter: fedAfter, ids: ids, pageSize: pageSize)
        return client.pages(call, page: "page", size: "page-size")
    }

    private func listRequest(
        species: Zoo.Species?,
        bornAfter: CalendarDate?,
        fedAfter: Date?,
        ids: [Zoo.AnimalID]?,
        page: Int? = nil,
        pageSize: Int?
    ) -> Call {
        var call = Call(
            "listAnimals", .get, "/animals", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.query("species", species)
        call.query("born-after", bornAfter)
        call.query("fed-after", fedAfter?.withFraction(digits: 6))
        call.query("ids", ids)
        call.query("page", page)
        call.query("page-size", pageSize)
        call.rules.items(ids, max: 50, at: "ids", in: .query)
        call.rules.int32(page, min: 1, at: "page", in: .query)
        call.rules.int32(pageSize, min: 1, max: 200, at: "page-size", in: .query)
        return call
    }

    /// Admit an animal.
    ///
    /// It is looked at by a vet first.
    ///
    /// Animals: `POST /animals`
    ///
    /// - Parameters:
    ///   - body: An animal to admit.
    /// - Throws: `APIFailure`.
    @discardableResult
    public func admit(_ body: Zoo.NewAnimal) async throws(APIFailure) -> Zoo.AdmitAnimalResponse {
        var call = Call(
            "admitAnimal", .post, "/animals", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.rules.model(body, at: nil)
        call.json(body)
        return try await client.answer(call)
    }

    /// One animal.
    ///
    /// Animals: `GET /animals/{id}`
    ///
    /// - Parameters:
    ///   - animal: Identifies an animal.
    /// - Throws: `APIFailure`.
    public func get(_ animal: Zoo.AnimalID) async throws(APIFailure) -> Zoo.Animal {
        var call = Call(
            "getAnimal", .get, "/animals/{id}", service: Zoo.Services.zoo,
            credentials: .onlyOrNone(["apiKey", "apiKeyAndBasic"])
        )
        call.path("id", animal)
        return try await client.value(call)
    }

    /// Change an animal.
    ///
    /// Writes everything at once. Use patchAnimal instead. It will go.
    ///
    /// Animals: `PUT /animals/{id}`
    ///
    /// - Parameters:
    ///   - animal: Identifies an animal.
    ///   - body: What an animal is to become.
    /// - Throws: `APIFailure`.
    @available(*, deprecated, message: "Use patchAnimal instead.")
    @discardableResult
    public func update(_ animal: Zoo.AnimalID, _ body: Zoo.AnimalUpdate) async throws(APIFailure) -> Zoo.Animal? {
        var call = Call(
            "updateAnimal", .put, "/animals/{id}", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.path("id", animal)
        call.rules.model(body, at: nil)
        call.json(body)
        return try await client.optionalValue(call)
    }
}

extension Zoo {
    /// A schema that the spec does not name.
    public struct AdmitAnimalAccepted: ResponseModel {
        /// The member `reason`.
        public let reason: String
        /// The member `retryAt`.
        public let retryAt: Date?

        /// Creates a value from its properties.
        public init(reason: String, retryAt: Date? = nil) {
            self.reason = reason
            self.retryAt = retryAt
        }
    }

    /// The responses of `admitAnimal`.
    public enum AdmitAnimalResponse: Sendable, Equatable {
        /// Admitted.
        case created(Animal)
        /// The vet has doubts.
        case accepted(AdmitAnimalAccepted)
        /// It ran away.
        case noContent
    }

    /// An animal of the zoo.
    public struct Animal: ResponseModel, Identifiable, NamedEntityModel {
        /// What the keepers call it.
        ///
        /// 1 to 50 characters. Matches `^[^<>]*$`.
        public let name: String
        /// What the children call it.
        public let nickname: String?
        /// Identifies an animal.
        public let id: AnimalID
        /// A kind of animal.
        public let species: Species
        /// The number of its chip; null before it has one.
        public let chip: String?
        /// What visitors think.
        public let stars: Stars?
        /// The member `born`.
        public let born: CalendarDate?
        /// The member `seenAt`.
        public let seenAt: Date?
        /// The member `sleeps`.
        public let sleeps: ISODuration?
        /// In kilograms.
        ///
        /// More than 0.
        public let weight: Double?
        /// The member `teeth`.
        public let teeth: Int64?
        /// The service's default: `false`.
        public let isTame: Bool?
        /// The member `parents`.
        public let parents: [AnimalID]
        /// The member `tricks`.
        public let tricks: [String]?
        /// The member `scores`.
        public let scores: [String: Double]?
        /// The member `grid`.
        public let grid: [[Int?]]?
        /// The member `tags`.
        public let tags: [String: [String]]?
        /// Whatever the keepers wrote down.
        public let notes: JSONValue?
        /// The member `extra`.
        public let extra: JSONValue?
        /// Base64.
        public let fingerprint: String?
        /// Where it lives.
        public let home: AnimalHome?
        /// Its mother, as far as she is known.
        public let mother: Indirect<Animal>?
        /// An animal of the zoo.
        public let enemy: Indirect<Animal>?
        /// In euros.
        ///
        /// 0 to 1000000. A multiple of 0.01.
        public let value: Double?
        /// The number of its cage. Use home instead.
        @available(*, deprecated, message: "Use home instead.")
        public var cage: Int? { _cage }
        let _cage: Int?
        /// What it eats; the kind says which.
        public let food: Food?
        /// The member `self`.
        public let self_: String?

        /// Creates a value from its properties.
        public init(
            name: String,
            id: AnimalID,
            species: Species,
            parents: [AnimalID],
            nickname: String? = nil,
            chip: String? = nil,
            stars: Stars? = nil,
            born: CalendarDate? = nil,
            seenAt: Date? = nil,
            sleeps: ISODuration? = nil,
            weight: Double? = nil,
            teeth: Int64? = nil,
            isTame: Bool? = nil,
            tricks: [String]? = nil,
            scores: [String: Double]? = nil,
            grid: [[Int?]]? = nil,
            tags: [String: [String]]? = nil,
            notes: JSONValue? = nil,
            extra: JSONValue? = nil,
            fingerprint: String? = nil,
            home: AnimalHome? = nil,
            mother: Indirect<Animal>? = nil,
            enemy: Indirect<Animal>? = nil,
            value: Double? = nil,
            cage: Int? = nil,
            food: Food? = nil,
            self_: String? = nil
        ) {
            self.name = name
            self.nickname = nickname
            self.id = id
            self.species = species
            self.chip = chip
            self.stars = stars
            self.born = born
            self.seenAt = seenAt
            self.sleeps = sleeps
            self.weight = weight
            self.teeth = teeth
            self.isTame = isTame
            self.parents = parents
            self.tricks = tricks
            self.scores = scores
            self.grid = grid
            self.tags = tags
            self.notes = notes
            self.extra = extra
            self.fingerprint = fingerprint
            self.home = home
            self.mother = mother
            self.enemy = enemy
            self.value = value
            self._cage = cage
            self.food = food
            self.self_ = self_
        }
    }

    /// Where it lives.
    public struct AnimalHome: ResponseModel {
        /// The member `house`.
        public let house: String
        /// The member `cage`.
        public let cage: Int?
        /// The member `size`.
        public let size: AnimalHomeSize?

        /// Creates a value from its properties.
        public init(house: String, cage: Int? = nil, size: AnimalHomeSize? = nil) {
            self.house = house
            self.cage = cage
            self.size = size
        }
    }

    /// A schema that the spec does not name.
    public typealias AnimalHomeSize = OpenEnum<EnumKinds.AnimalHomeSize>

    /// Identifies an animal.
    public typealias AnimalID = Identifier<IdentifierKinds.AnimalID>

    /// What an animal is to become.
    public struct AnimalUpdate: RequestModel {
        /// What the keepers call it.
        ///
        /// 1 to 50 characters. Matches `^[^<>]*$`.
        public var name: String
        /// What the children call it.
        public var nickname: Nullable<String>?
        /// The member `isTame`.
        public var isTame: Bool?
        /// Sent with up to 6 digits of the second's fraction.
        public var fedAt: Date
        /// Sent with up to 3 digits of the second's fraction.
        public var washedAt: Date?
        /// Sent with up to 3 digits of the second's fraction.
        public var returnsAt: Nullable<Date>?
        /// Sent with up to 3 digits of the second's fraction.
        public var leavesAt: Date?
        /// The member `seenAt`.
        public var seenAt: Date?
        /// The member `visit`.
        public var visit: DayOrTime?

        /// Creates a value from its properties.
        public init(
            name: String,
            fedAt: Date,
            nickname: Nullable<String>? = nil,
            isTame: Bool? = nil,
            washedAt: Date? = nil,
            returnsAt: Nullable<Date>? = nil,
            leavesAt: Date? = nil,
            seenAt: Date? = nil,
            visit: DayOrTime? = nil
        ) {
            self.name = name
            self.nickname = nickname
            self.isTame = isTame
            self.fedAt = fedAt
            self.washedAt = washedAt
            self.returnsAt = returnsAt
            self.leavesAt = leavesAt
            self.seenAt = seenAt
            self.visit = visit
        }
    }

    /// What it eats; the kind says which.
    public enum Food: UnionModel {
        /// A value of the type ``Meat``.
        case meat(Meat)
        /// A value of the type ``Hay``.
        case hay(Hay)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// A friend may have friends.
    public struct Friend: ResponseModel, RequestModel {
        /// At most 50 characters.
        public var name: String?
        /// The member `friends`.
        public var friends: [Friend]?
        /// A friend may have friends.
        public var best: Indirect<Friend>?
        /// Members that have no property of their own.
        public var additionalProperties: [String: String]

        /// Creates a value from its properties.
        public init(
            name: String? = nil,
            friends: [Friend]? = nil,
            best: Indirect<Friend>? = nil,
            additionalProperties: [String: String] = [:]
        ) {
            self.name = name
            self.friends = friends
            self.best = best
            self.additionalProperties = additionalProperties
        }
    }

    /// The schema `Hay`.
    public struct Hay: ResponseModel, RequestModel {
        /// The member `kind`.
        public var kind: String
        /// The member `bales`.
        public var bales: Int?

        /// Creates a value from its properties.
        public init(kind: String, bales: Int? = nil) {
            self.kind = kind
            self.bales = bales
        }
    }

    /// A name, a number of meals, a list, or something to eat.
    public enum Meal: UnionModel {
        /// A string.
        case string(String)
        /// A number.
        case integer(Int)
        /// `true` or `false`.
        case bool(Bool)
        /// A list.
        case array([Meal])
        /// A value of the type ``Meat``.
        case meat(Meat)
        /// A value of the type ``MealOption6``.
        case object(MealOption6)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// A schema that the spec does not name.
    public struct MealOption6: ResponseModel, RequestModel {
        /// A name, a number of meals, a list, or something to eat.
        public var combined: Indirect<Meal>

        /// Creates a value from its properties.
        public init(combined: Indirect<Meal>) {
            self.combined = combined
        }
    }

    /// The schema `Meat`.
    public struct Meat: ResponseModel, RequestModel {
        /// The member `kind`.
        public var kind: MeatKind
        /// At most 20 characters.
        public var from: String

        /// Creates a value from its properties.
        public init(kind: MeatKind, from: String) {
            self.kind = kind
            self.from = from
        }
    }

    /// A schema that the spec does not name.
    public typealias MeatKind = OpenEnum<EnumKinds.MeatKind>

    /// The schema `Mood`.
    public typealias Mood = OpenEnum<EnumKinds.Mood>

    /// An animal to admit.
    public struct NewAnimal: RequestModel {
        /// A kind of animal.
        public var species: Species
        /// 1 to 50 characters.
        public var name: String
        /// At most 16 characters.
        public var chip: String?
        /// At most 20 characters.
        public var nickname: Nullable<String>?
        /// Identifies an animal.
        public var owner: AnimalID?
        /// 1 to 12. The service's default: `3`.
        public var meals: Int
        /// The service's default: `calm`.
        public var mood: Mood
        /// The member `tame`.
        public var tame: Bool?
        /// 1 to 3 items. Items are unique.
        public var codes: [String]?
        /// At least 1 member.
        public var limits: [String: Int]?
        /// What it eats; the kind says which.
        public var food: Food?
        /// A name, a number of meals, a list, or something to eat.
        public var meal: Meal?
        /// The member `friends`.
        public var friends: [Friend]?
        /// Less than 100.
        @available(*, deprecated, message: "The documentation marks this as deprecated.")
        public var cage: Int? {
            get { _cage }
            set { _cage = newValue }
        }
        var _cage: Int?

        /// Creates a value from its properties.
        public init(
            species: Species,
            name: String,
            chip: String? = nil,
            nickname: Nullable<String>? = nil,
            owner: AnimalID? = nil,
            meals: Int = 3,
            mood: Mood = .calm,
            tame: Bool? = nil,
            codes: [String]? = nil,
            limits: [String: Int]? = nil,
            food: Food? = nil,
            meal: Meal? = nil,
            friends: [Friend]? = nil,
            cage: Int? = nil
        ) {
            self.species = species
            self.name = name
            self.chip = chip
            self.nickname = nickname
            self.owner = owner
            self.meals = meals
            self.mood = mood
            self.tame = tame
            self.codes = codes
            self.limits = limits
            self.food = food
            self.meal = meal
            self.friends = friends
            self._cage = cage
        }
    }

    /// A kind of animal.
    public typealias Species = OpenEnum<EnumKinds.Species>

    /// What visitors think.
    public typealias Stars = OpenIntegerEnum<EnumKinds.Stars>
}

@_spi(Generated)
extension Zoo.AdmitAnimalAccepted {
    static let members = JSONMembers("reason retryAt")

    public init(from json: inout JSONReader) throws(JSONError) {
        var reason: String?
        var retryAt: Date?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &reason)
            case 1: json.read(into: &retryAt)
            default: break
            }
        }
        self.reason = try json.require(reason, "reason")
        self.retryAt = retryAt
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("reason", reason)
        json.member("retryAt", retryAt)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.AdmitAnimalResponse: AnswerModel {
    public init?(status: Int, from json: inout JSONReader) throws(JSONError) {
        switch status {
        case 201: self = .created(try .init(from: &json))
        case 202: self = .accepted(try .init(from: &json))
        case 204: self = .noContent
        default: return nil
        }
    }
}

@_spi(Generated)
extension Zoo.Animal {
    static let members = JSONMembers(
        """
        name nickname id species chip stars born seenAt sleeps weight teeth isTame parents tricks scores grid tags notes
        extra fingerprint home mother enemy price cage food self rating lastSeen seen_at trick
        """)

    public init(from json: inout JSONReader) throws(JSONError) {
        var name: String?
        var nickname: String?
        var id: Zoo.AnimalID?
        var species: Zoo.Species?
        var chip: String?
        var stars: Zoo.Stars?
        var born: CalendarDate?
        var seenAt: Date?
        var sleeps: ISODuration?
        var weight: Double?
        var teeth: Int64?
        var isTame: Bool?
        var parents: [Zoo.AnimalID]?
        var tricks: [String]?
        var scores: [String: Double]?
        var grid: [[Int?]]?
        var tags: [String: [String]]?
        var notes: JSONValue?
        var extra: JSONValue?
        var fingerprint: String?
        var home: Zoo.AnimalHome?
        var mother: Indirect<Zoo.Animal>?
        var enemy: Indirect<Zoo.Animal>?
        var value: Double?
        var cage: Int?
        var food: Zoo.Food?
        var self_: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &name)
            case 1: json.read(into: &nickname)
            case 2: json.read(into: &id)
            case 3: json.read(into: &species)
            case 4: json.read(into: &chip)
            case 5, 27: if stars == nil { json.read(into: &stars) } else { json.skipMember() }
            case 6: json.read(into: &born)
            case 7, 28, 29: if seenAt == nil { json.read(into: &seenAt) } else { json.skipMember() }
            case 8: json.read(into: &sleeps)
            case 9: json.read(into: &weight)
            case 10: json.readLeniently(into: &teeth)
            case 11: json.readLeniently(into: &isTame)
            case 12: json.read(into: &parents)
            case 13, 30: if tricks == nil { json.readLeniently(into: &tricks) } else { json.skipMember() }
            case 14: json.read(into: &scores)
            case 15: json.read(into: &grid)
            case 16: json.read(into: &tags)
            case 17: json.read(into: &notes)
            case 18: json.read(into: &extra)
            case 19: json.read(into: &fingerprint)
            case 20: json.read(into: &home)
            case 21: json.read(into: &mother)
            case 22: json.read(into: &enemy)
            case 23: json.read(into: &value)
            case 24: json.read(into: &cage)
            case 25: json.read(into: &food)
            case 26: json.read(into: &self_)
            default: break
            }
        }
        self.name = try json.require(name, "name")
        self.nickname = nickname
        self.id = try json.require(id, "id")
        self.species = try json.require(species, "species")
        self.chip = chip
        self.stars = stars
        self.born = born
        self.seenAt = seenAt
        self.sleeps = sleeps
        self.weight = weight
        self.teeth = teeth
        self.isTame = isTame
        self.parents = json.requireArray(parents)
        self.tricks = tricks
        self.scores = scores
        self.grid = grid
        self.tags = tags
        self.notes = notes
        self.extra = extra
        self.fingerprint = fingerprint
        self.home = home
        self.mother = mother
        self.enemy = enemy
        self.value = value
        self._cage = cage
        self.food = food
        self.self_ = self_
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("name", name)
        json.member("nickname", nickname)
        json.member("id", id)
        json.member("species", species)
        json.nullableMember("chip", chip)
        json.member("stars", stars)
        json.member("born", born)
        json.member("seenAt", seenAt)
        json.member("sleeps", sleeps)
        json.member("weight", weight)
        json.member("teeth", teeth)
        json.member("isTame", isTame)
        json.member("parents", parents)
        json.member("tricks", tricks)
        json.member("scores", scores)
        json.member("grid", grid)
        json.member("tags", tags)
        json.member("notes", notes)
        json.member("extra", extra)
        json.member("fingerprint", fingerprint)
        json.member("home", home)
        json.member("mother", mother)
        json.member("enemy", enemy)
        json.member("price", value)
        json.member("cage", _cage)
        json.member("food", food)
        json.member("self", self_)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.AnimalHome {
    static let members = JSONMembers("house cage size")

    public init(from json: inout JSONReader) throws(JSONError) {
        var house: String?
        var cage: Int?
        var size: Zoo.AnimalHomeSize?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &house)
            case 1: json.read(into: &cage)
            case 2: json.read(into: &size)
            default: break
            }
        }
        self.house = try json.require(house, "house")
        self.cage = cage
        self.size = size
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("house", house)
        json.member("cage", cage)
        json.member("size", size)
        json.endObject()
    }
}

extension Zoo.AnimalHomeSize {
    /// `S`
    public static var s: Self { .init(rawValue: "S") }
    /// `M`
    public static var m: Self { .init(rawValue: "M") }
    /// `L`
    public static var l: Self { .init(rawValue: "L") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.words("S M L") }
}

@_spi(Generated)
extension Zoo.AnimalUpdate: Validated {
    static let members = JSONMembers("name nickname isTame fedAt washedAt returnsAt leavesAt seenAt visit")

    public init(from json: inout JSONReader) throws(JSONError) {
        var name: String?
        var fedAt: Date?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &name)
            case 1: json.read(into: &self.nickname)
            case 2: json.read(into: &self.isTame)
            case 3: json.read(into: &fedAt)
            case 4: json.read(into: &self.washedAt)
            case 5: json.read(into: &self.returnsAt)
            case 6: json.read(into: &self.leavesAt)
            case 7: json.read(into: &self.seenAt)
            case 8: json.read(into: &self.visit)
            default: break
            }
        }
        self.name = try json.require(name, "name")
        self.fedAt = try json.require(fedAt, "fedAt")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("name", name)
        json.member("nickname", nickname)
        json.member("isTame", isTame)
        json.member("fedAt", fedAt.withFraction(digits: 6))
        json.member("washedAt", washedAt?.withFraction(digits: 3))
        json.member("returnsAt", returnsAt?.withFraction(digits: 3))
        json.nullableMember("leavesAt", leavesAt?.withFraction(digits: 3))
        json.member("seenAt", seenAt)
        json.member("visit", visit)
        json.endObject()
    }

    public func validate(_ rules: inout Rules) {
        rules.length(name, min: 1, max: 50, at: "name")
        rules.pattern(name, "^[^<>]*$", at: "name")
    }
}

@_spi(Generated)
extension Zoo.Food: Validated {
    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .object:
            switch try json.discriminator("kind") {
            case "meat": self = .meat(try .init(from: &json))
            case "hay", "straw": self = .hay(try .init(from: &json))
            default: self = .other(try .init(from: &json))
            }
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .meat(let value): value.write(to: &json)
        case .hay(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }

    public func validate(_ rules: inout Rules) {
        switch self {
        case .meat(let value): rules.model(value, at: nil)
        case .hay(let value): rules.model(value, at: nil)
        default: break
        }
    }
}

@_spi(Generated)
extension Zoo.Friend: Validated {
    static let members = JSONMembers("name friends best")

    public init(from json: inout JSONReader) throws(JSONError) {
        self.additionalProperties = try json.additionalMembers(besides: Self.members)
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.name)
            case 1: json.read(into: &self.friends)
            case 2: json.read(into: &self.best)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("name", name)
        json.member("friends", friends)
        json.member("best", best)
        json.members(additionalProperties)
        json.endObject()
    }

    public func validate(_ rules: inout Rules) {
        rules.length(name, max: 50, at: "name")
        rules.model(friends, at: "friends")
        rules.model(best, at: "best")
        rules.each(additionalProperties, at: nil) { $0.length($1, max: 10, at: nil) }
    }
}

@_spi(Generated)
extension Zoo.Hay: Validated {
    static let members = JSONMembers("kind bales")

    public init(from json: inout JSONReader) throws(JSONError) {
        var kind: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &kind)
            case 1: json.read(into: &self.bales)
            default: break
            }
        }
        self.kind = try json.require(kind, "kind")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("kind", kind)
        json.member("bales", bales)
        json.endObject()
    }

    public func validate(_ rules: inout Rules) {
        rules.int32(bales, at: "bales")
    }
}

@_spi(Generated)
extension Zoo.Meal: Validated {
    static let alternatives: [[JSONAlternative]] = [
        [
            .init(Zoo.Meat.members, requiring: ["kind", "from"], where: ["kind": ["meat"]]),
            .init(Zoo.MealOption6.members, requiring: ["combined"]),
        ]
    ]

    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .bool: self = .bool(try .init(from: &json))
        case .number: self = .integer(try .init(from: &json))
        case .string: self = .string(try .init(from: &json))
        case .array: self = .array(try .init(from: &json))
        case .object:
            let start = json
            do throws(JSONError) {
                switch try json.bestMatch(Self.alternatives[0]) {
                case 0: self = .meat(try .init(from: &json))
                case 1: self = .object(try .init(from: &json))
                default: self = .other(try .init(from: &json))
                }
            } catch {
                json = start
                self = .other(try .init(from: &json))
            }
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .string(let value): value.write(to: &json)
        case .integer(let value): value.write(to: &json)
        case .bool(let value): value.write(to: &json)
        case .array(let value): value.write(to: &json)
        case .meat(let value): value.write(to: &json)
        case .object(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }

    public func validate(_ rules: inout Rules) {
        switch self {
        case .array(let value): rules.model(value, at: nil)
        case .meat(let value): rules.model(value, at: nil)
        case .object(let value): rules.model(value, at: nil)
        default: break
        }
    }
}

@_spi(Generated)
extension Zoo.MealOption6: Validated {
    static let members = JSONMembers("combined")

    public init(from json: inout JSONReader) throws(JSONError) {
        var combined: Indirect<Zoo.Meal>?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &combined)
            default: break
            }
        }
        self.combined = try json.require(combined, "combined")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("combined", combined)
        json.endObject()
    }

    public func validate(_ rules: inout Rules) {
        rules.model(combined, at: "combined")
    }
}

@_spi(Generated)
extension Zoo.Meat: Validated {
    static let members = JSONMembers("kind from")

    public init(from json: inout JSONReader) throws(JSONError) {
        var kind: Zoo.MeatKind?
        var from: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &kind)
            case 1: json.read(into: &from)
            default: break
            }
        }
        self.kind = try json.require(kind, "kind")
        self.from = try json.require(from, "from")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("kind", kind)
        json.member("from", from)
        json.endObject()
    }

    public func validate(_ rules: inout Rules) {
        rules.length(from, max: 20, at: "from")
    }
}

extension Zoo.MeatKind {
    /// `meat`
    public static var meat: Self { .init(rawValue: "meat") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.words("meat") }
}

extension Zoo.Mood {
    /// `calm`
    public static var calm: Self { .init(rawValue: "calm") }
    /// `wild`
    public static var wild: Self { .init(rawValue: "wild") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.words("calm wild") }
}

@_spi(Generated)
extension Zoo.NewAnimal: Validated {
    static let members = JSONMembers(
        """
        species name chip nickname owner meals mood tame codes limits food meal friends cage
        """)

    public init(from json: inout JSONReader) throws(JSONError) {
        var species: Zoo.Species?
        var name: String?
        var meals: Int?
        var mood: Zoo.Mood?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &species)
            case 1: json.read(into: &name)
            case 2: json.read(into: &self.chip)
            case 3: json.read(into: &self.nickname)
            case 4: json.read(into: &self.owner)
            case 5: json.read(into: &meals)
            case 6: json.read(into: &mood)
            case 7: json.read(into: &self.tame)
            case 8: json.read(into: &self.codes)
            case 9: json.read(into: &self.limits)
            case 10: json.read(into: &self.food)
            case 11: json.read(into: &self.meal)
            case 12: json.read(into: &self.friends)
            case 13: json.read(into: &self._cage)
            default: break
            }
        }
        self.species = try json.require(species, "species")
        self.name = try json.require(name, "name")
        self.meals = try json.require(meals, "meals")
        self.mood = try json.require(mood, "mood")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("species", species)
        json.member("name", name)
        json.nullableMember("chip", chip)
        json.member("nickname", nickname)
        json.member("owner", owner)
        json.member("meals", meals)
        json.member("mood", mood)
        json.member("tame", tame)
        json.member("codes", codes)
        json.member("limits", limits)
        json.member("food", food)
        json.member("meal", meal)
        json.member("friends", friends)
        json.member("cage", _cage)
        json.endObject()
    }

    public func validate(_ rules: inout Rules) {
        rules.length(name, min: 1, max: 50, at: "name")
        rules.length(chip, max: 16, at: "chip")
        rules.length(nickname?.value, max: 20, at: "nickname")
        rules.int32(meals, min: 1, max: 12, at: "meals")
        rules.items(codes, min: 1, max: 3, at: "codes")
        rules.unique(codes, at: "codes")
        rules.each(codes, at: "codes") { rules, element in
            rules.length(element, min: 2, at: nil)
            rules.pattern(element, "^[A-Z]+$", at: nil)
        }
        rules.members(limits, min: 1, at: "limits")
        rules.each(limits, at: "limits") { $0.integer($1, min: 0, at: nil) }
        rules.model(food, at: "food")
        rules.model(meal, at: "meal")
        rules.model(friends, at: "friends")
        rules.integer(_cage, below: 100, at: "cage")
    }
}

extension Zoo.Species {
    /// `CAT`
    public static var cat: Self { .init(rawValue: "CAT") }
    /// `WILD_DOG`
    public static var wildDog: Self { .init(rawValue: "WILD_DOG") }
    /// `default`
    public static var `default`: Self { .init(rawValue: "default") }
    /// `none`
    public static var noneValue: Self { .init(rawValue: "none") }
    /// `RTL`
    public static var RTL: Self { .init(rawValue: "RTL") }
    /// `rtl`
    public static var rtl: Self { .init(rawValue: "rtl") }
    /// `3TOED_SLOTH`
    public static var _3toedSloth: Self { .init(rawValue: "3TOED_SLOTH") }
    /// The empty text.
    public static var empty: Self { .init(rawValue: "") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] {
        KnownValues.texts(["CAT", "WILD_DOG", "default", "none", "RTL", "rtl", "3TOED_SLOTH", ""])
    }
}

extension Zoo.Stars {
    /// `-1`
    public static var bad: Self { .init(rawValue: -1) }
    /// `0`
    public static var unknown: Self { .init(rawValue: 0) }
    /// `5`
    public static var good: Self { .init(rawValue: 5) }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.numbers([-1, 0, 5]) }
}

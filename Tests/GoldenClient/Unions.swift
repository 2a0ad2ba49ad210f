// Generated from Unions.yaml. Changes belong there.
// swift-format-ignore-file
//
// The extensions at the end spell out how types are read and written: deriving it would cost compile time.

@_spi(Generated) public import ClockifyRuntime

extension Zoo.Operations.Animals {
    /// Say something, and hear it.
    ///
    /// Animals: `POST /talk`
    ///
    /// - Parameters:
    ///   - body: Each member is one of several things.
    /// - Throws: `APIFailure`.
    @discardableResult
    public func talk(_ body: Zoo.Talk) async throws(APIFailure) -> Zoo.Talk {
        var call = Call(
            "talk", .post, "/talk", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.json(body)
        return try await client.value(call)
    }
}

extension Zoo {
    /// A base class that lists no children; one of them has a value of its own.
    public enum Act: UnionModel {
        /// A value of the type ``Jump``.
        case jump(Jump)
        /// A value of the type ``Sleep``.
        case sleep(Sleep)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// The schema `Ball`.
    public struct Ball: ResponseModel, RequestModel {
        /// The member `kind`.
        public var kind: String
        /// The member `size`.
        public var size: Int?

        /// Creates a value from its properties.
        public init(kind: String, size: Int? = nil) {
            self.kind = kind
            self.size = size
        }
    }

    /// The schema `Bird`.
    public struct Bird: ResponseModel, RequestModel {
        /// The member `kind`.
        public var kind: BirdKind
        /// The member `wings`.
        public var wings: Int?

        /// Creates a value from its properties.
        public init(kind: BirdKind, wings: Int? = nil) {
            self.kind = kind
            self.wings = wings
        }
    }

    /// A schema that the spec does not name.
    public typealias BirdKind = OpenEnum<EnumKinds.BirdKind>

    /// The schema `BrokenMeasurement`.
    public struct BrokenMeasurement: ResponseModel, RequestModel {
        /// The member `isBroken`.
        public var isBroken: Bool?
        /// The member `value`.
        public var value: String?

        /// Creates a value from its properties.
        public init(isBroken: Bool? = nil, value: String? = nil) {
            self.isBroken = isBroken
            self.value = value
        }
    }

    /// The schema `Circus`.
    public struct Circus: ResponseModel, RequestModel, Identifiable {
        /// The member `id`.
        public var id: Int
        /// The member `name`.
        public var name: String?
        /// The member `town`.
        public var town: String

        /// Creates a value from its properties.
        public init(id: Int, town: String, name: String? = nil) {
            self.id = id
            self.name = name
            self.town = town
        }
    }

    /// Its alternatives give one member different types, and list other values of another.
    public struct Field: ResponseModel, RequestModel {
        /// The member `name`.
        public var name: String
        /// The member `value`.
        public var value: FieldValue?
        /// The member `form`.
        public var form: FieldForm?
        /// The member `size`.
        public var size: Int?

        /// Creates a value from its properties.
        public init(name: String, value: FieldValue? = nil, form: FieldForm? = nil, size: Int? = nil) {
            self.name = name
            self.value = value
            self.form = form
            self.size = size
        }
    }

    /// A schema that the spec does not name.
    public typealias FieldForm = OpenEnum<EnumKinds.FieldForm>

    /// A schema that the spec does not name.
    public enum FieldValue: UnionModel {
        /// A string.
        case string(String)
        /// A number.
        case integer(Int)
        /// A value of the type ``Tomcat``.
        case tomcat(Tomcat)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// The schema `FirstMeasurement`.
    public struct FirstMeasurement: ResponseModel, RequestModel {
        /// The member `version`.
        public var version: FirstMeasurementVersion?
        /// The member `value`.
        public var value: String?

        /// Creates a value from its properties.
        public init(version: FirstMeasurementVersion? = nil, value: String? = nil) {
            self.version = version
            self.value = value
        }
    }

    /// A schema that the spec does not name.
    public typealias FirstMeasurementVersion = OpenIntegerEnum<EnumKinds.FirstMeasurementVersion>

    /// The schema `Jump`.
    public struct Jump: ResponseModel, RequestModel {
        /// The member `type`.
        public var type: JumpType
        /// The member `height`.
        public var height: Double?

        /// Creates a value from its properties.
        public init(type: JumpType, height: Double? = nil) {
            self.type = type
            self.height = height
        }
    }

    /// A schema that the spec does not name.
    public typealias JumpType = OpenEnum<EnumKinds.JumpType>

    /// The schema `Keeper`.
    public struct Keeper: ResponseModel, RequestModel, Identifiable {
        /// The member `id`.
        public var id: Int
        /// The member `name`.
        public var name: String?
        /// The member `login`.
        public var login: String

        /// Creates a value from its properties.
        public init(id: Int, login: String, name: String? = nil) {
            self.id = id
            self.name = name
            self.login = login
        }
    }

    /// Constants of other kinds than texts, none of which each alternative has.
    public enum Measurement: UnionModel {
        /// A value of the type ``FirstMeasurement``.
        case firstMeasurement(FirstMeasurement)
        /// A value of the type ``SecondMeasurement``.
        case secondMeasurement(SecondMeasurement)
        /// A value of the type ``BrokenMeasurement``.
        case brokenMeasurement(BrokenMeasurement)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// The discriminator's values are in the alternatives, and two of them share one.
    public enum Message: UnionModel {
        /// A value of the type ``UserMessage``.
        case userMessage(UserMessage)
        /// A value of the type ``ToolMessage``.
        case toolMessage(ToolMessage)
        /// A value of the type ``PlainMessage``.
        case plainMessage(PlainMessage)
        /// A value of the type ``SignMessage``.
        case signMessage(SignMessage)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// Two objects that share most of their members, and require different ones.
    public enum Owner: UnionModel {
        /// A value of the type ``Keeper``.
        case keeper(Keeper)
        /// A value of the type ``Circus``.
        case circus(Circus)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// The schema `Person`.
    public struct Person: ResponseModel, RequestModel {
        /// The member `is`.
        public var `is`: String
        /// The member `name`.
        public var name: String?

        /// Creates a value from its properties.
        public init(`is`: String, name: String? = nil) {
            self.`is` = `is`
            self.name = name
        }
    }

    /// The kind is said once directly, once by a reference, and once by a part.
    public enum Pet: UnionModel {
        /// A value of the type ``Tomcat``.
        case tomcat(Tomcat)
        /// A value of the type ``Puppy``.
        case puppy(Puppy)
        /// A value of the type ``Bird``.
        case bird(Bird)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// The schema `PlainMessage`.
    public struct PlainMessage: ResponseModel, RequestModel {
        /// The member `role`.
        public var role: String
        /// The member `text`.
        public var text: String?

        /// Creates a value from its properties.
        public init(role: String, text: String? = nil) {
            self.role = role
            self.text = text
        }
    }

    /// The schema `Puppy`.
    public struct Puppy: ResponseModel, RequestModel {
        /// The member `kind`.
        public var kind: PuppyKind
        /// The member `name`.
        public var name: String

        /// Creates a value from its properties.
        public init(kind: PuppyKind, name: String) {
            self.kind = kind
            self.name = name
        }
    }

    /// The schema `PuppyKind`.
    public typealias PuppyKind = OpenEnum<EnumKinds.PuppyKind>

    /// The schema `Radio`.
    public struct Radio: ResponseModel, RequestModel {
        /// The member `is`.
        public var `is`: String
        /// The member `model`.
        public var model: String
        /// The member `size`.
        public var size: Int?

        /// Creates a value from its properties.
        public init(`is`: String, model: String, size: Int? = nil) {
            self.`is` = `is`
            self.model = model
            self.size = size
        }
    }

    /// The schema `Rake`.
    public struct Rake: ResponseModel, RequestModel {
        /// The member `kind`.
        public var kind: String
        /// The member `teeth`.
        public var teeth: Int?

        /// Creates a value from its properties.
        public init(kind: String, teeth: Int? = nil) {
            self.kind = kind
            self.teeth = teeth
        }
    }

    /// The schema `Robot`.
    public struct Robot: ResponseModel, RequestModel {
        /// The member `is`.
        public var `is`: String
        /// The member `model`.
        public var model: String
        /// The member `size`.
        public var size: Int?

        /// Creates a value from its properties.
        public init(`is`: String, model: String, size: Int? = nil) {
            self.`is` = `is`
            self.model = model
            self.size = size
        }
    }

    /// The schema `Rope`.
    public struct Rope: ResponseModel, RequestModel {
        /// The member `kind`.
        public var kind: String
        /// The member `length`.
        public var length: Int?

        /// Creates a value from its properties.
        public init(kind: String, length: Int? = nil) {
            self.kind = kind
            self.length = length
        }
    }

    /// The schema `SecondMeasurement`.
    public struct SecondMeasurement: ResponseModel, RequestModel {
        /// The member `version`.
        public var version: Double?
        /// The member `value`.
        public var value: String?
        /// The member `unit`.
        public var unit: String?

        /// Creates a value from its properties.
        public init(version: Double? = nil, value: String? = nil, unit: String? = nil) {
            self.version = version
            self.value = value
            self.unit = unit
        }
    }

    /// The schema `SignMessage`.
    public struct SignMessage: ResponseModel, RequestModel {
        /// The member `role`.
        public var role: SignMessageRole
        /// The member `sign`.
        public var sign: Int

        /// Creates a value from its properties.
        public init(role: SignMessageRole, sign: Int) {
            self.role = role
            self.sign = sign
        }
    }

    /// A schema that the spec does not name.
    public typealias SignMessageRole = OpenEnum<EnumKinds.SignMessageRole>

    /// The schema `Sleep`.
    public struct Sleep: ResponseModel, RequestModel {
        /// The member `type`.
        public var type: String
        /// The member `hours`.
        public var hours: Int?

        /// Creates a value from its properties.
        public init(type: String, hours: Int? = nil) {
            self.type = type
            self.hours = hours
        }
    }

    /// Each member is one of several things.
    public struct Talk: ResponseModel, RequestModel {
        /// The kind is said once directly, once by a reference, and once by a part.
        public var pet: Pet?
        /// The discriminator's values are in the alternatives, and two of them share one.
        public var message: Message?
        /// A base class that lists no children; one of them has a value of its own.
        public var act: Act?
        /// Its alternatives give one member different types, and list other values of another.
        public var field: Field?
        /// Constants of other kinds than texts, none of which each alternative has.
        public var measurement: Measurement?
        /// Two objects that share most of their members, and require different ones.
        public var owner: Owner?
        /// A base class that lists one of its two children.
        public var toy: Toy?
        /// A base class with one child.
        public var tool: Tool?
        /// Alternatives with titles.
        public var sign: TalkSign?
        /// The member `tone`.
        public var tone: Nullable<TalkTone>?
        /// A union whose alternatives are unions with discriminators of their own.
        public var sender: TalkSender?
        /// A union without a discriminator, whose alternatives are unions.
        public var receiver: TalkReceiver?

        /// Creates a value from its properties.
        public init(
            pet: Pet? = nil,
            message: Message? = nil,
            act: Act? = nil,
            field: Field? = nil,
            measurement: Measurement? = nil,
            owner: Owner? = nil,
            toy: Toy? = nil,
            tool: Tool? = nil,
            sign: TalkSign? = nil,
            tone: Nullable<TalkTone>? = nil,
            sender: TalkSender? = nil,
            receiver: TalkReceiver? = nil
        ) {
            self.pet = pet
            self.message = message
            self.act = act
            self.field = field
            self.measurement = measurement
            self.owner = owner
            self.toy = toy
            self.tool = tool
            self.sign = sign
            self.tone = tone
            self.sender = sender
            self.receiver = receiver
        }
    }

    /// A union without a discriminator, whose alternatives are unions.
    public enum TalkReceiver: UnionModel {
        /// A value of the type ``Robot``.
        case robot(Robot)
        /// A value of the type ``Radio``.
        case radio(Radio)
        /// A value of the type ``Person``.
        case person(Person)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// A union whose alternatives are unions with discriminators of their own.
    public enum TalkSender: UnionModel {
        /// A value of the type ``Robot``.
        case robot(Robot)
        /// A value of the type ``Radio``.
        case radio(Radio)
        /// A value of the type ``Person``.
        case person(Person)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// Alternatives with titles.
    public enum TalkSign: UnionModel {
        /// A value of the type ``TalkSignLoudSign``.
        case loudSign(TalkSignLoudSign)
        /// A value of the type ``TalkSignSilentSign``.
        case silentSign(TalkSignSilentSign)
        /// A string.
        case word(String)
        /// `true` or `false`.
        case bool(Bool)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// Loud Sign
    public struct TalkSignLoudSign: ResponseModel, RequestModel {
        /// The member `volume`.
        public var volume: Int

        /// Creates a value from its properties.
        public init(volume: Int) {
            self.volume = volume
        }
    }

    /// Silent Sign
    public struct TalkSignSilentSign: ResponseModel, RequestModel {
        /// The member `gesture`.
        public var gesture: String

        /// Creates a value from its properties.
        public init(gesture: String) {
            self.gesture = gesture
        }
    }

    /// A schema that the spec does not name.
    public typealias TalkTone = OpenEnum<EnumKinds.TalkTone>

    /// The schema `Tomcat`.
    public struct Tomcat: ResponseModel, RequestModel {
        /// The member `kind`.
        public var kind: TomcatKind
        /// The member `name`.
        public var name: String

        /// Creates a value from its properties.
        public init(kind: TomcatKind, name: String) {
            self.kind = kind
            self.name = name
        }
    }

    /// A schema that the spec does not name.
    public typealias TomcatKind = OpenEnum<EnumKinds.TomcatKind>

    /// A base class with one child.
    public enum Tool: UnionModel {
        /// A value of the type ``Rake``.
        case rake(Rake)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// The schema `ToolMessage`.
    public struct ToolMessage: ResponseModel, RequestModel {
        /// The member `role`.
        public var role: ToolMessageRole
        /// The member `tool`.
        public var tool: String

        /// Creates a value from its properties.
        public init(role: ToolMessageRole, tool: String) {
            self.role = role
            self.tool = tool
        }
    }

    /// A schema that the spec does not name.
    public typealias ToolMessageRole = OpenEnum<EnumKinds.ToolMessageRole>

    /// A base class that lists one of its two children.
    public enum Toy: UnionModel {
        /// A value of the type ``Ball``.
        case ball(Ball)
        /// A value of the type ``Rope``.
        case rope(Rope)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// The schema `UserMessage`.
    public struct UserMessage: ResponseModel, RequestModel {
        /// The member `role`.
        public var role: UserMessageRole
        /// The member `text`.
        public var text: String

        /// Creates a value from its properties.
        public init(role: UserMessageRole, text: String) {
            self.role = role
            self.text = text
        }
    }

    /// A schema that the spec does not name.
    public typealias UserMessageRole = OpenEnum<EnumKinds.UserMessageRole>
}

@_spi(Generated)
extension Zoo.Act: Validated {
    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .object:
            switch try json.discriminator("type") {
            case "jump": self = .jump(try .init(from: &json))
            case "Sleep": self = .sleep(try .init(from: &json))
            default: self = .other(try .init(from: &json))
            }
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .jump(let value): value.write(to: &json)
        case .sleep(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.Ball: Validated {
    static let members = JSONMembers("kind size")

    public init(from json: inout JSONReader) throws(JSONError) {
        var kind: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &kind)
            case 1: json.read(into: &self.size)
            default: break
            }
        }
        self.kind = try json.require(kind, "kind")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("kind", kind)
        json.member("size", size)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Bird: Validated {
    static let members = JSONMembers("kind wings")

    public init(from json: inout JSONReader) throws(JSONError) {
        var kind: Zoo.BirdKind?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &kind)
            case 1: json.read(into: &self.wings)
            default: break
            }
        }
        self.kind = try json.require(kind, "kind")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("kind", kind)
        json.member("wings", wings)
        json.endObject()
    }
}

extension Zoo.BirdKind {
    /// `bird`
    public static var bird: Self { .init(rawValue: "bird") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.words("bird") }
}

@_spi(Generated)
extension Zoo.BrokenMeasurement: Validated {
    static let members = JSONMembers("isBroken value")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.isBroken)
            case 1: json.read(into: &self.value)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("isBroken", isBroken)
        json.member("value", value)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Circus: Validated {
    static let members = JSONMembers("id name town")

    public init(from json: inout JSONReader) throws(JSONError) {
        var id: Int?
        var town: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &id)
            case 1: json.read(into: &self.name)
            case 2: json.read(into: &town)
            default: break
            }
        }
        self.id = try json.require(id, "id")
        self.town = try json.require(town, "town")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.member("name", name)
        json.member("town", town)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Field: Validated {
    static let members = JSONMembers("name value form size")

    public init(from json: inout JSONReader) throws(JSONError) {
        var name: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &name)
            case 1: json.read(into: &self.value)
            case 2: json.read(into: &self.form)
            case 3: json.read(into: &self.size)
            default: break
            }
        }
        self.name = try json.require(name, "name")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("name", name)
        json.member("value", value)
        json.member("form", form)
        json.member("size", size)
        json.endObject()
    }
}

extension Zoo.FieldForm {
    /// `text`
    public static var text: Self { .init(rawValue: "text") }
    /// `number`
    public static var number: Self { .init(rawValue: "number") }
    /// `pet`
    public static var pet: Self { .init(rawValue: "pet") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.words("text number pet") }
}

@_spi(Generated)
extension Zoo.FieldValue: Validated {
    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .number: self = .integer(try .init(from: &json))
        case .string: self = .string(try .init(from: &json))
        case .object: self = .tomcat(try .init(from: &json))
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .string(let value): value.write(to: &json)
        case .integer(let value): value.write(to: &json)
        case .tomcat(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.FirstMeasurement: Validated {
    static let members = JSONMembers("version value")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.version)
            case 1: json.read(into: &self.value)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("version", version)
        json.member("value", value)
        json.endObject()
    }
}

extension Zoo.FirstMeasurementVersion {
    /// `1`
    public static var _1: Self { .init(rawValue: 1) }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.numbers([1]) }
}

@_spi(Generated)
extension Zoo.Jump: Validated {
    static let members = JSONMembers("type height")

    public init(from json: inout JSONReader) throws(JSONError) {
        var type: Zoo.JumpType?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &type)
            case 1: json.read(into: &self.height)
            default: break
            }
        }
        self.type = try json.require(type, "type")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("type", type)
        json.member("height", height)
        json.endObject()
    }
}

extension Zoo.JumpType {
    /// `jump`
    public static var jump: Self { .init(rawValue: "jump") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.words("jump") }
}

@_spi(Generated)
extension Zoo.Keeper: Validated {
    static let members = JSONMembers("id name login")

    public init(from json: inout JSONReader) throws(JSONError) {
        var id: Int?
        var login: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &id)
            case 1: json.read(into: &self.name)
            case 2: json.read(into: &login)
            default: break
            }
        }
        self.id = try json.require(id, "id")
        self.login = try json.require(login, "login")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.member("name", name)
        json.member("login", login)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Measurement: Validated {
    static let alternatives: [[JSONAlternative]] = [
        [
            .init(Zoo.FirstMeasurement.members, where: ["version": ["1"]]),
            .init(Zoo.SecondMeasurement.members, where: ["version": ["2.5"]]),
            .init(Zoo.BrokenMeasurement.members, where: ["isBroken": ["true"]]),
        ]
    ]

    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .object:
            let start = json
            do throws(JSONError) {
                switch try json.bestMatch(Self.alternatives[0]) {
                case 0: self = .firstMeasurement(try .init(from: &json))
                case 1: self = .secondMeasurement(try .init(from: &json))
                case 2: self = .brokenMeasurement(try .init(from: &json))
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
        case .firstMeasurement(let value): value.write(to: &json)
        case .secondMeasurement(let value): value.write(to: &json)
        case .brokenMeasurement(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.Message: Validated {
    static let alternatives: [[JSONAlternative]] = [
        [.init(Zoo.ToolMessage.members, requiring: ["tool"]), .init(Zoo.SignMessage.members, requiring: ["sign"])]
    ]

    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .object:
            switch try json.discriminator("role") {
            case "user", "owner": self = .userMessage(try .init(from: &json))
            case "tool":
                let start = json
                do throws(JSONError) {
                    switch try json.bestMatch(Self.alternatives[0]) {
                    case 0: self = .toolMessage(try .init(from: &json))
                    case 1: self = .signMessage(try .init(from: &json))
                    default: self = .other(try .init(from: &json))
                    }
                } catch {
                    json = start
                    self = .other(try .init(from: &json))
                }
            case "PlainMessage": self = .plainMessage(try .init(from: &json))
            default: self = .other(try .init(from: &json))
            }
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .userMessage(let value): value.write(to: &json)
        case .toolMessage(let value): value.write(to: &json)
        case .plainMessage(let value): value.write(to: &json)
        case .signMessage(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.Owner: Validated {
    static let alternatives: [[JSONAlternative]] = [
        [.init(Zoo.Keeper.members, requiring: ["login"]), .init(Zoo.Circus.members, requiring: ["town"])]
    ]

    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .object:
            let start = json
            do throws(JSONError) {
                switch try json.bestMatch(Self.alternatives[0]) {
                case 0: self = .keeper(try .init(from: &json))
                case 1: self = .circus(try .init(from: &json))
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
        case .keeper(let value): value.write(to: &json)
        case .circus(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.Person: Validated {
    static let members = JSONMembers("is name")

    public init(from json: inout JSONReader) throws(JSONError) {
        var `is`: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &`is`)
            case 1: json.read(into: &self.name)
            default: break
            }
        }
        self.`is` = try json.require(`is`, "is")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("is", `is`)
        json.member("name", name)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Pet: Validated {
    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .object:
            switch try json.discriminator("kind") {
            case "tomcat", "cat": self = .tomcat(try .init(from: &json))
            case "puppy": self = .puppy(try .init(from: &json))
            case "bird": self = .bird(try .init(from: &json))
            default: self = .other(try .init(from: &json))
            }
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .tomcat(let value): value.write(to: &json)
        case .puppy(let value): value.write(to: &json)
        case .bird(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.PlainMessage: Validated {
    static let members = JSONMembers("role text")

    public init(from json: inout JSONReader) throws(JSONError) {
        var role: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &role)
            case 1: json.read(into: &self.text)
            default: break
            }
        }
        self.role = try json.require(role, "role")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("role", role)
        json.member("text", text)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Puppy: Validated {
    static let members = JSONMembers("kind name")

    public init(from json: inout JSONReader) throws(JSONError) {
        var kind: Zoo.PuppyKind?
        var name: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &kind)
            case 1: json.read(into: &name)
            default: break
            }
        }
        self.kind = try json.require(kind, "kind")
        self.name = try json.require(name, "name")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("kind", kind)
        json.member("name", name)
        json.endObject()
    }
}

extension Zoo.PuppyKind {
    /// `puppy`
    public static var puppy: Self { .init(rawValue: "puppy") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.words("puppy") }
}

@_spi(Generated)
extension Zoo.Radio: Validated {
    static let members = JSONMembers("is model size")

    public init(from json: inout JSONReader) throws(JSONError) {
        var `is`: String?
        var model: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &`is`)
            case 1: json.read(into: &model)
            case 2: json.read(into: &self.size)
            default: break
            }
        }
        self.`is` = try json.require(`is`, "is")
        self.model = try json.require(model, "model")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("is", `is`)
        json.member("model", model)
        json.member("size", size)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Rake: Validated {
    static let members = JSONMembers("kind teeth")

    public init(from json: inout JSONReader) throws(JSONError) {
        var kind: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &kind)
            case 1: json.read(into: &self.teeth)
            default: break
            }
        }
        self.kind = try json.require(kind, "kind")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("kind", kind)
        json.member("teeth", teeth)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Robot: Validated {
    static let members = JSONMembers("is model size")

    public init(from json: inout JSONReader) throws(JSONError) {
        var `is`: String?
        var model: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &`is`)
            case 1: json.read(into: &model)
            case 2: json.read(into: &self.size)
            default: break
            }
        }
        self.`is` = try json.require(`is`, "is")
        self.model = try json.require(model, "model")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("is", `is`)
        json.member("model", model)
        json.member("size", size)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Rope: Validated {
    static let members = JSONMembers("kind length")

    public init(from json: inout JSONReader) throws(JSONError) {
        var kind: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &kind)
            case 1: json.read(into: &self.length)
            default: break
            }
        }
        self.kind = try json.require(kind, "kind")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("kind", kind)
        json.member("length", length)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.SecondMeasurement: Validated {
    static let members = JSONMembers("version value unit")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.version)
            case 1: json.read(into: &self.value)
            case 2: json.read(into: &self.unit)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("version", version)
        json.member("value", value)
        json.member("unit", unit)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.SignMessage: Validated {
    static let members = JSONMembers("role sign")

    public init(from json: inout JSONReader) throws(JSONError) {
        var role: Zoo.SignMessageRole?
        var sign: Int?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &role)
            case 1: json.read(into: &sign)
            default: break
            }
        }
        self.role = try json.require(role, "role")
        self.sign = try json.require(sign, "sign")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("role", role)
        json.member("sign", sign)
        json.endObject()
    }
}

extension Zoo.SignMessageRole {
    /// `tool`
    public static var tool: Self { .init(rawValue: "tool") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.words("tool") }
}

@_spi(Generated)
extension Zoo.Sleep: Validated {
    static let members = JSONMembers("type hours")

    public init(from json: inout JSONReader) throws(JSONError) {
        var type: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &type)
            case 1: json.read(into: &self.hours)
            default: break
            }
        }
        self.type = try json.require(type, "type")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("type", type)
        json.member("hours", hours)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Talk: Validated {
    static let members = JSONMembers("pet message act field measurement owner toy tool sign tone sender receiver")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.pet)
            case 1: json.read(into: &self.message)
            case 2: json.read(into: &self.act)
            case 3: json.read(into: &self.field)
            case 4: json.read(into: &self.measurement)
            case 5: json.read(into: &self.owner)
            case 6: json.read(into: &self.toy)
            case 7: json.read(into: &self.tool)
            case 8: json.read(into: &self.sign)
            case 9: json.read(into: &self.tone)
            case 10: json.read(into: &self.sender)
            case 11: json.read(into: &self.receiver)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("pet", pet)
        json.member("message", message)
        json.member("act", act)
        json.member("field", field)
        json.member("measurement", measurement)
        json.member("owner", owner)
        json.member("toy", toy)
        json.member("tool", tool)
        json.member("sign", sign)
        json.member("tone", tone)
        json.member("sender", sender)
        json.member("receiver", receiver)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.TalkReceiver: Validated {
    static let alternatives: [[JSONAlternative]] = [
        [
            .init(Zoo.Robot.members, requiring: ["model"], where: ["model": ["A1"]]),
            .init(Zoo.Radio.members, requiring: ["model"], where: ["model": ["B2"]]),
            .init(Zoo.Person.members),
        ]
    ]

    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .object:
            let start = json
            do throws(JSONError) {
                switch try json.bestMatch(Self.alternatives[0]) {
                case 0: self = .robot(try .init(from: &json))
                case 1: self = .radio(try .init(from: &json))
                case 2: self = .person(try .init(from: &json))
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
        case .robot(let value): value.write(to: &json)
        case .radio(let value): value.write(to: &json)
        case .person(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.TalkSender: Validated {
    static let alternatives: [[JSONAlternative]] = [
        [
            .init(Zoo.Robot.members, requiring: ["model"], where: ["model": ["A1"]]),
            .init(Zoo.Radio.members, requiring: ["model"], where: ["model": ["B2"]]),
        ]
    ]

    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .object:
            switch try json.discriminator("is") {
            case "machine":
                let start = json
                do throws(JSONError) {
                    switch try json.bestMatch(Self.alternatives[0]) {
                    case 0: self = .robot(try .init(from: &json))
                    case 1: self = .radio(try .init(from: &json))
                    default: self = .other(try .init(from: &json))
                    }
                } catch {
                    json = start
                    self = .other(try .init(from: &json))
                }
            case "person": self = .person(try .init(from: &json))
            default: self = .other(try .init(from: &json))
            }
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .robot(let value): value.write(to: &json)
        case .radio(let value): value.write(to: &json)
        case .person(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.TalkSign: Validated {
    static let alternatives: [[JSONAlternative]] = [
        [
            .init(Zoo.TalkSignLoudSign.members, requiring: ["volume"]),
            .init(Zoo.TalkSignSilentSign.members, requiring: ["gesture"]),
        ]
    ]

    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .bool: self = .bool(try .init(from: &json))
        case .string: self = .word(try .init(from: &json))
        case .object:
            let start = json
            do throws(JSONError) {
                switch try json.bestMatch(Self.alternatives[0]) {
                case 0: self = .loudSign(try .init(from: &json))
                case 1: self = .silentSign(try .init(from: &json))
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
        case .loudSign(let value): value.write(to: &json)
        case .silentSign(let value): value.write(to: &json)
        case .word(let value): value.write(to: &json)
        case .bool(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.TalkSignLoudSign: Validated {
    static let members = JSONMembers("volume")

    public init(from json: inout JSONReader) throws(JSONError) {
        var volume: Int?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &volume)
            default: break
            }
        }
        self.volume = try json.require(volume, "volume")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("volume", volume)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.TalkSignSilentSign: Validated {
    static let members = JSONMembers("gesture")

    public init(from json: inout JSONReader) throws(JSONError) {
        var gesture: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &gesture)
            default: break
            }
        }
        self.gesture = try json.require(gesture, "gesture")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("gesture", gesture)
        json.endObject()
    }
}

extension Zoo.TalkTone {
    /// `high`
    public static var high: Self { .init(rawValue: "high") }
    /// `low`
    public static var low: Self { .init(rawValue: "low") }
    /// The empty text.
    public static var empty: Self { .init(rawValue: "") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.texts(["high", "low", ""]) }
}

@_spi(Generated)
extension Zoo.Tomcat: Validated {
    static let members = JSONMembers("kind name")

    public init(from json: inout JSONReader) throws(JSONError) {
        var kind: Zoo.TomcatKind?
        var name: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &kind)
            case 1: json.read(into: &name)
            default: break
            }
        }
        self.kind = try json.require(kind, "kind")
        self.name = try json.require(name, "name")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("kind", kind)
        json.member("name", name)
        json.endObject()
    }
}

extension Zoo.TomcatKind {
    /// `tomcat`
    public static var tomcat: Self { .init(rawValue: "tomcat") }
    /// `cat`
    public static var cat: Self { .init(rawValue: "cat") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.words("tomcat cat") }
}

@_spi(Generated)
extension Zoo.Tool: Validated {
    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .object:
            switch try json.discriminator("kind") {
            case "Rake": self = .rake(try .init(from: &json))
            default: self = .other(try .init(from: &json))
            }
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .rake(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.ToolMessage: Validated {
    static let members = JSONMembers("role tool")

    public init(from json: inout JSONReader) throws(JSONError) {
        var role: Zoo.ToolMessageRole?
        var tool: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &role)
            case 1: json.read(into: &tool)
            default: break
            }
        }
        self.role = try json.require(role, "role")
        self.tool = try json.require(tool, "tool")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("role", role)
        json.member("tool", tool)
        json.endObject()
    }
}

extension Zoo.ToolMessageRole {
    /// `tool`
    public static var tool: Self { .init(rawValue: "tool") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.words("tool") }
}

@_spi(Generated)
extension Zoo.Toy: Validated {
    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .object:
            switch try json.discriminator("kind") {
            case "round": self = .ball(try .init(from: &json))
            case "Rope": self = .rope(try .init(from: &json))
            default: self = .other(try .init(from: &json))
            }
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .ball(let value): value.write(to: &json)
        case .rope(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.UserMessage: Validated {
    static let members = JSONMembers("role text")

    public init(from json: inout JSONReader) throws(JSONError) {
        var role: Zoo.UserMessageRole?
        var text: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &role)
            case 1: json.read(into: &text)
            default: break
            }
        }
        self.role = try json.require(role, "role")
        self.text = try json.require(text, "text")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("role", role)
        json.member("text", text)
        json.endObject()
    }
}

extension Zoo.UserMessageRole {
    /// `user`
    public static var user: Self { .init(rawValue: "user") }
    /// `owner`
    public static var owner: Self { .init(rawValue: "owner") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.words("user owner") }
}

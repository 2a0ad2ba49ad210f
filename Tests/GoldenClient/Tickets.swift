// Generated from Tickets.yaml. Changes belong there.
// swift-format-ignore-file
//
// The extensions at the end spell out how types are read and written: deriving it would cost compile time.

@_spi(Generated) public import ClockifyRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Zoo.Operations.Tickets {
    /// Find tickets.
    ///
    /// Ticket office: `GET /tickets`
    ///
    /// - Parameters:
    ///   - days: The query parameter `days`.
    ///   - gates: The query parameter `gates`.
    ///   - names: The query parameter `names`.
    ///   - filter: The query parameter `filter`.
    ///   - paging: The query parameter `paging`.
    ///   - query: The query parameter `query`.
    ///   - order: The service's default: `NEWEST`.
    ///   - limit: At most 100. The service's default: `20`.
    ///   - xTrace: At most 64 characters.
    ///   - xLangs: The header `X-Langs`.
    ///   - theme: The colours.
    ///     Deprecated.
    ///   - place: The query parameter `in`.
    /// - Throws: `APIFailure`.
    public func findTickets(
        days: [CalendarDate]? = nil,
        gates: [Int]? = nil,
        names: [String]? = nil,
        filter: Zoo.TicketFilter? = nil,
        paging: Zoo.FindTicketsPaging? = nil,
        query: JSONValue? = nil,
        order: Zoo.FindTicketsOrder = .newest,
        limit: Int = 20,
        xTrace: String? = nil,
        xLangs: [String]? = nil,
        theme: String? = nil,
        in place: String? = nil
    ) async throws(APIFailure) -> [Zoo.Ticket] {
        var call = Call("findTickets", .get, "/tickets", service: Zoo.Services.tickets, sendsCredentials: false)
        call.query("days", days, joinedBy: ",")
        call.query("gates", gates, joinedBy: "|")
        call.query("names", names, joinedBy: " ")
        call.queryMembers(of: filter, in: "filter")
        call.queryMembers(of: paging)
        call.queryJSON("query", query)
        call.query("order", order)
        call.query("limit", limit)
        call.header("X-Trace", xTrace)
        call.header("X-Langs", xLangs)
        call.cookie("theme", theme)
        call.query("in", place)
        call.rules.model(filter, at: "filter", in: .query)
        call.rules.integer(limit, max: 100, at: "limit", in: .query)
        call.rules.length(xTrace, max: 64, at: "X-Trace", in: .header)
        return try await client.value(call)
    }

    /// Buy a ticket.
    ///
    /// Ticket office: `POST /tickets`
    ///
    /// - Parameters:
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    @discardableResult
    public func buyTicket(_ body: Zoo.BuyTicketBody? = nil) async throws(APIFailure) -> Zoo.Ticket {
        var call = Call("buyTicket", .post, "/tickets", service: Zoo.Services.payments, credentials: .only(["token"]))
        call.rules.model(body, at: nil)
        if let body {
            var form = URLEncodedForm()
            form.text("day", body.day)
            form.text("visitors", body.visitors)
            form.texts("names", body.names)
            form.json("voucher", body.voucher)
            form.text("tip", body.tip)
            call.form(form)
        }
        return try await client.value(call)
    }

    /// Cancel several tickets.
    ///
    /// Ticket office: `DELETE /tickets/{from}..{to}`
    ///
    /// - Parameters:
    ///   - first: The path parameter `from`.
    ///   - last: The path parameter `to`.
    /// - Throws: `APIFailure`.
    public func cancelTickets(from first: Int, to last: Int) async throws(APIFailure) {
        var call = Call(
            "cancelTickets", .delete, "/tickets/{from}..{to}", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.path("from", first)
        call.path("to", last)
        try await client.perform(call)
    }

    /// Welcome a visitor.
    ///
    /// Ticket office: `POST /visitors`
    ///
    /// - Parameters:
    ///   - body: What one part of is only received and another only sent.
    /// - Throws: `APIFailure`.
    @discardableResult
    public func welcome(_ body: Zoo.Visitor) async throws(APIFailure) -> Zoo.Visitor {
        var call = Call(
            "welcome", .post, "/visitors", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.rules.model(body, at: nil)
        call.json(body)
        return try await client.value(call)
    }

    /// List visits.
    ///
    /// Ticket office: `GET /visits`
    ///
    /// - Parameters:
    ///   - since: What clocks show in the time zone of the zoo.
    ///   - until: What clocks show in the time zone of the zoo.
    ///   - gate: The query parameter `gate`.
    /// - Throws: `APIFailure`.
    public func listVisits(
        since: WallClockTime? = nil,
        until: WallClockTime? = nil,
        gate: Int? = nil
    ) async throws(APIFailure) -> [Zoo.Visit] {
        var call = Call(
            "listVisits", .get, "/visits", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.query("since", since)
        call.query("until", until)
        call.query("gate", gate)
        return try await client.value(call)
    }

    /// List visits.
    ///
    /// Ticket office: `GET /visits`
    ///
    /// - Parameters:
    ///   - days: The days, from the start of the first to the end of the last, in the time zone of the zoo.
    ///   - gate: The query parameter `gate`.
    /// - Throws: `APIFailure`.
    public func listVisits(days: ClosedRange<CalendarDate>, gate: Int? = nil) async throws(APIFailure) -> [Zoo.Visit] {
        try await listVisits(
            since: days.firstWallClockTime, until: days.lastWallClockTime(fractionDigits: 0), gate: gate
        )
    }

    /// Count visits.
    ///
    /// Ticket office: `POST /visits`
    ///
    /// - Parameters:
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    @discardableResult
    public func countVisits(_ body: Zoo.VisitQuery) async throws(APIFailure) -> Int {
        var call = Call(
            "countVisits", .post, "/visits", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.json(body)
        return try await client.value(call)
    }
}

extension Zoo {
    /// A schema that the spec does not name.
    public struct BuyTicketBody: Sendable, Equatable {
        /// The member `day`.
        public var day: CalendarDate
        /// At least 1.
        public var visitors: Int
        /// The member `names`.
        public var names: [String]?
        /// The member `voucher`.
        public var voucher: BuyTicketBodyVoucher?
        /// At least 0.00. The service's default: `1.50`.
        public var tip: Cents

        /// Creates a value from its properties.
        public init(
            day: CalendarDate,
            visitors: Int,
            names: [String]? = nil,
            voucher: BuyTicketBodyVoucher? = nil,
            tip: Cents = 1.50
        ) {
            self.day = day
            self.visitors = visitors
            self.names = names
            self.voucher = voucher
            self.tip = tip
        }
    }

    /// A schema that the spec does not name.
    public struct BuyTicketBodyVoucher: RequestModel {
        /// The member `code`.
        public var code: String?

        /// Creates a value from its properties.
        public init(code: String? = nil) {
            self.code = code
        }
    }

    /// A schema that the spec does not name.
    public typealias FindTicketsOrder = OpenEnum<EnumKinds.FindTicketsOrder>

    /// A schema that the spec does not name.
    public struct FindTicketsPaging: RequestModel {
        /// The member `offset`.
        public var offset: Int?
        /// The member `sort`.
        public var sort: [String]?

        /// Creates a value from its properties.
        public init(offset: Int? = nil, sort: [String]? = nil) {
            self.offset = offset
            self.sort = sort
        }
    }

    /// Nothing of it is received.
    public struct Receipt: ResponseModel {
        /// Creates a value from its properties.
        public init() {}
    }

    /// The schema `Ticket`.
    public struct Ticket: ResponseModel {
        /// The member `number`.
        public let number: Int
        /// The member `day`.
        public let day: CalendarDate?
        /// The member `valid`.
        public let valid: Bool?
        /// The member `nothing`.
        public let nothing: JSONValue?
        /// The member `stub`.
        public let stub: JSONValue?
        /// Nothing of it is received.
        public let receipt: Receipt?

        /// Creates a value from its properties.
        public init(
            number: Int,
            day: CalendarDate? = nil,
            valid: Bool? = nil,
            nothing: JSONValue? = nil,
            stub: JSONValue? = nil,
            receipt: Receipt? = nil
        ) {
            self.number = number
            self.day = day
            self.valid = valid
            self.nothing = nothing
            self.stub = stub
            self.receipt = receipt
        }
    }

    /// The schema `TicketFilter`.
    public struct TicketFilter: RequestModel {
        /// At least 0.
        public var minPrice: Euros?
        /// The member `states`.
        public var states: [String]?

        /// Creates a value from its properties.
        public init(minPrice: Euros? = nil, states: [String]? = nil) {
            self.minPrice = minPrice
            self.states = states
        }
    }

    /// The schema `Visit`.
    public struct Visit: ResponseModel {
        /// What clocks show in the time zone of the zoo.
        public let came: WallClockTime?

        /// Creates a value from its properties.
        public init(came: WallClockTime? = nil) {
            self.came = came
        }
    }

    /// The schema `VisitQuery`.
    public struct VisitQuery: RequestModel {
        /// What clocks show in the time zone `zone`.
        public var since: WallClockTime
        /// What clocks show in the time zone `zone`. Sent with up to 3 digits of the second's fraction.
        public var until: WallClockTime
        /// The member `zone`.
        public var zone: String?
        /// The member `gate`.
        public var gate: Int?

        /// Creates a value from its properties.
        public init(since: WallClockTime, until: WallClockTime, zone: String? = nil, gate: Int? = nil) {
            self.since = since
            self.until = until
            self.zone = zone
            self.gate = gate
        }

        /// Creates a value for a range of days, from the start of the first to the end of the last in a time zone.
        public init(days: ClosedRange<CalendarDate>, in timeZone: TimeZone, gate: Int? = nil) {
            self.init(
                since: days.firstWallClockTime,
                until: days.lastWallClockTime(fractionDigits: 3),
                zone: timeZone.identifier,
                gate: gate
            )
        }
    }

    /// What one part of is only received and another only sent.
    public struct Visitor: ResponseModel, RequestModel {
        /// The member `id`.
        public var id: String?
        /// At least 8 characters.
        public var password: String?
        /// At most 40 characters.
        public var name: String
        /// The member `rules`.
        @available(*, deprecated, message: "The documentation marks this as deprecated.")
        public var rules: [String]? {
            get { _rules }
            set { _rules = newValue }
        }
        var _rules: [String]?

        /// Creates a value from its properties.
        public init(name: String, id: String? = nil, password: String? = nil, rules: [String]? = nil) {
            self.id = id
            self.password = password
            self.name = name
            self._rules = rules
        }
    }
}

@_spi(Generated)
extension Zoo.BuyTicketBody: Validated {
    public func validate(_ rules: inout Rules) {
        rules.integer(visitors, min: 1, at: "visitors")
        rules.integer(tip, min: 0, at: "tip")
    }
}

@_spi(Generated)
extension Zoo.BuyTicketBodyVoucher: Validated {
    static let members = JSONMembers("code")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.code)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("code", code)
        json.endObject()
    }
}

extension Zoo.FindTicketsOrder {
    /// `NEWEST`
    public static var newest: Self { .init(rawValue: "NEWEST") }
    /// `OLDEST`
    public static var oldest: Self { .init(rawValue: "OLDEST") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.words("NEWEST OLDEST") }
}

@_spi(Generated)
extension Zoo.FindTicketsPaging: Validated {
    static let members = JSONMembers("offset sort")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.offset)
            case 1: json.read(into: &self.sort)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("offset", offset)
        json.member("sort", sort)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Receipt {
    static let members = JSONMembers("")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while try json.nextMember(of: Self.members) != nil { try json.skipValue() }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Ticket {
    static let members = JSONMembers("number day valid nothing stub receipt")

    public init(from json: inout JSONReader) throws(JSONError) {
        var number: Int?
        var day: CalendarDate?
        var valid: Bool?
        var nothing: JSONValue?
        var stub: JSONValue?
        var receipt: Zoo.Receipt?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &number)
            case 1: json.read(into: &day)
            case 2: json.read(into: &valid)
            case 3: json.read(into: &nothing)
            case 4: json.read(into: &stub)
            case 5: json.read(into: &receipt)
            default: break
            }
        }
        self.number = try json.require(number, "number")
        self.day = day
        self.valid = valid
        self.nothing = nothing
        self.stub = stub
        self.receipt = receipt
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("number", number)
        json.member("day", day)
        json.member("valid", valid)
        json.member("nothing", nothing)
        json.member("stub", stub)
        json.member("receipt", receipt)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.TicketFilter: Validated {
    static let members = JSONMembers("minPrice states")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.minPrice)
            case 1: json.read(into: &self.states)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("minPrice", minPrice)
        json.member("states", states)
        json.endObject()
    }

    public func validate(_ rules: inout Rules) {
        rules.number(minPrice, min: 0, at: "minPrice")
    }
}

@_spi(Generated)
extension Zoo.Visit {
    static let members = JSONMembers("came")

    public init(from json: inout JSONReader) throws(JSONError) {
        var came: WallClockTime?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &came)
            default: break
            }
        }
        self.came = came
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("came", came)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.VisitQuery: Validated {
    static let members = JSONMembers("since until zone gate")

    public init(from json: inout JSONReader) throws(JSONError) {
        var since: WallClockTime?
        var until: WallClockTime?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &since)
            case 1: json.read(into: &until)
            case 2: json.read(into: &self.zone)
            case 3: json.read(into: &self.gate)
            default: break
            }
        }
        self.since = try json.require(since, "since")
        self.until = try json.require(until, "until")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("since", since)
        json.member("until", until.withFraction(digits: 3))
        json.member("zone", zone)
        json.member("gate", gate)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Visitor: Validated {
    static let members = JSONMembers("id password name rules")

    public init(from json: inout JSONReader) throws(JSONError) {
        var name: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.id)
            case 1: json.readOwn(into: &self.password)
            case 2: json.read(into: &name)
            case 3: json.read(into: &self._rules)
            default: break
            }
        }
        self.name = try json.require(name, "name")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.ownMember("id", id)
        json.member("password", password)
        json.member("name", name)
        json.member("rules", _rules)
        json.endObject()
    }

    public func validate(_ rules: inout Rules) {
        rules.length(password, min: 8, at: "password")
        rules.length(name, max: 40, at: "name")
        rules.each(_rules, at: "rules") { $0.length($1, max: 9, at: nil) }
    }
}

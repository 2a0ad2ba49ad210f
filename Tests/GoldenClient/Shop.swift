// Generated from Shop.yaml. Changes belong there.
// swift-format-ignore-file
//
// The extensions at the end spell out how types are read and written: deriving it would cost compile time.

@_spi(Generated) public import ClockifyRuntime

extension Zoo.Operations.Shop {
    /// Find items.
    ///
    /// Shop: `GET /shop/items`
    ///
    /// - Parameters:
    ///   - q: The query parameter `q`.
    ///   - created: The query parameter `created`.
    ///   - expand: The query parameter `expand`.
    ///   - where: The query parameter `where`.
    ///   - size: The query parameter `size`.
    ///   - anything: The query parameter `anything`.
    ///   - xPrice: The header `X-Price`.
    ///   - xTrace: The header `X-Trace`.
    ///   - xKind: The header `X-Kind`.
    ///   - cart: The cookie `cart`.
    ///   - seen: The cookie `seen`.
    /// - Throws: `APIFailure`. If the service rejects the call, `failure.body(as: Zoo.Complaint.self)` reads why.
    public func findItems(
        q: Zoo.FindItemsQ? = nil,
        created: Zoo.FindItemsCreated? = nil,
        expand: [String]? = nil,
        `where`: Zoo.FindItemsWhere? = nil,
        size: Zoo.FindItemsSize? = nil,
        anything: JSONValue? = nil,
        xPrice: Zoo.FindItemsXPrice? = nil,
        xTrace: Zoo.FindItemsXTrace? = nil,
        xKind: Zoo.FindItemsXKind? = nil,
        cart: Zoo.FindItemsCart? = nil,
        seen: [Int]? = nil
    ) async throws(APIFailure) -> [String] {
        var call = Call(
            "findItems", .get, "/shop/items", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.queryValue("q", q)
        call.queryMembers(of: created, in: "created")
        call.queryMembers(of: expand, in: "expand")
        call.queryMembers(of: `where`, in: "where")
        call.queryValue("size", size, joinedBy: ",")
        call.queryValue("anything", anything)
        call.header("X-Price", xPrice, explode: false)
        call.headerJSON("X-Trace", xTrace)
        call.header("X-Kind", xKind, explode: false)
        call.cookie("cart", cart, explode: true)
        call.cookieJSON("seen", seen)
        call.acceptedTypes = ["application/vnd.zoo+json"]
        return try await client.value(call)
    }

    /// Find a part of an item.
    ///
    /// Shop: `GET /shop/items/{code}/{size}{look}/{path+}`
    ///
    /// - Parameters:
    ///   - code: The path parameter `code`.
    ///   - size: The path parameter `size`.
    ///   - look: The path parameter `look`.
    ///   - path: The path parameter `path`.
    /// - Throws: `APIFailure`. If the service rejects the call, `failure.body(as: Zoo.FindPartFailure.self)` reads why.
    public func findPart(
        code: Zoo.FindPartCode,
        size: [Int],
        look: Zoo.FindPartLook,
        path: String
    ) async throws(APIFailure) {
        var call = Call(
            "findPart", .get, "/shop/items/{code}/{size}{look}/{path}", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.path("code", code, style: .simple, explode: false)
        call.path("size", size, style: .label, explode: true)
        call.path("look", look, style: .matrix, explode: true)
        call.pathComponents("path", path)
        try await client.perform(call)
    }

    /// Change an item.
    ///
    /// Shop: `PATCH /shop/items/{id}`
    ///
    /// - Parameters:
    ///   - id: The path parameter `id`.
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    public func changeItem(id: String, _ body: Zoo.ChangeItemBody) async throws(APIFailure) {
        var call = Call(
            "changeItem", .patch, "/shop/items/{id}", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.path("id", id)
        call.json(body, contentType: "application/merge-patch+json")
        try await client.perform(call)
    }

    /// Draw an item.
    ///
    /// Shop: `PUT /shop/items/{id}`
    ///
    /// - Parameters:
    ///   - id: The path parameter `id`.
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    public func drawItem(id: String, _ body: FileUpload) async throws(APIFailure) {
        var call = Call(
            "drawItem", .put, "/shop/items/{id}", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.path("id", id)
        call.file(body, contentTypes: ["image/png", "image/jpeg"])
        try await client.perform(call)
    }

    /// Describe an item.
    ///
    /// Shop: `POST /shop/items/{id}`
    ///
    /// - Parameters:
    ///   - id: The path parameter `id`.
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    public func describeItem(id: String, _ body: FileUpload) async throws(APIFailure) {
        var call = Call(
            "describeItem", .post, "/shop/items/{id}", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.path("id", id)
        call.file(body, contentTypes: ["text/csv"])
        try await client.perform(call)
    }

    /// The manual of an item.
    ///
    /// Shop: `GET /shop/items/{id}`
    ///
    /// - Parameters:
    ///   - id: The path parameter `id`.
    /// - Throws: `APIFailure`.
    public func getManual(id: String) async throws(APIFailure) -> Download {
        var call = Call(
            "getManual", .get, "/shop/items/{id}", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.path("id", id)
        call.acceptsFile = true
        return try await client.file(call)
    }

    /// Order items.
    ///
    /// Shop: `POST /shop/orders`
    ///
    /// - Parameters:
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    public func placeOrder(_ body: Zoo.PlaceOrderBody) async throws(APIFailure) {
        var call = Call(
            "placeOrder", .post, "/shop/orders", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        var form = URLEncodedForm()
        form.text("amount", body.amount)
        form.texts("tags", body.tags)
        form.texts("codes", body.codes, joinedBy: ",")
        form.members(of: body.metadata, in: "metadata")
        form.members(of: body.address, in: "address")
        form.anything("note", body.note)
        call.form(form)
        try await client.perform(call)
    }

    /// Pay an order.
    ///
    /// Shop: `PUT /shop/orders`
    ///
    /// - Parameters:
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    public func payOrder(_ body: Zoo.PayOrderBody) async throws(APIFailure) {
        var call = Call(
            "payOrder", .put, "/shop/orders", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        var form = URLEncodedForm()
        form.members(of: body)
        call.form(form)
        try await client.perform(call)
    }

    /// Send photos of items.
    ///
    /// Shop: `POST /shop/photos`
    ///
    /// - Parameters:
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    public func sendPhotos(_ body: Zoo.SendPhotosBody? = nil) async throws(APIFailure) {
        var call = Call(
            "sendPhotos", .post, "/shop/photos", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        if let body {
            var form = MultipartForm()
            form.files("photos", body.photos)
            form.file("cover", body.cover?.value)
            form.json("meta", body.meta, contentType: "application/vnd.zoo+json")
            form.text("table", body.table, contentType: "text/csv")
            form.texts("ids", body.ids, joinedBy: ",")
            call.form(form)
        }
        try await client.perform(call)
    }

    /// Watch what is sold.
    ///
    /// Shop: `GET /shop/sales`
    ///
    /// - Throws: `APIFailure`.
    public func watchSales() async throws(APIFailure) -> EventStream<Zoo.Sale> {
        var call = Call(
            "watchSales", .get, "/shop/sales", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.acceptedTypes = ["application/x-ndjson"]
        return try await client.lines(call)
    }

    /// Sell an item.
    ///
    /// Shop: `POST /shop/sales`
    ///
    /// - Parameters:
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    @discardableResult
    public func sell(_ body: Zoo.SellBody) async throws(APIFailure) -> Zoo.Sale {
        var call = Call(
            "sell", .post, "/shop/sales", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.json(body)
        return try await client.value(call)
    }

    /// Sell an item.
    ///
    /// As a stream of values.
    ///
    /// Shop: `POST /shop/sales`
    ///
    /// - Parameters:
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    public func sellStream(_ body: Zoo.SellBody) async throws(APIFailure) -> EventStream<ServerSentEvent<Zoo.Sale>> {
        var call = Call(
            "sell", .post, "/shop/sales", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.json(body)
        call.acceptedTypes = ["text/event-stream"]
        return try await client.events(call)
    }

    /// The prices.
    ///
    /// The response has `X-Total` in its header: see `metadata(of:)`.
    ///
    /// Shop: `GET /shop/prices`
    ///
    /// - Throws: `APIFailure`.
    public func prices() async throws(APIFailure) -> [String: Double] {
        let call = Call(
            "prices", .get, "/shop/prices", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        return try await client.value(call)
    }

    /// The prices.
    ///
    /// The response has `X-Total` in its header: see `metadata(of:)`.
    ///
    /// Shop: `GET /shop/prices`
    ///
    /// - Throws: `APIFailure`.
    public func pricesFile() async throws(APIFailure) -> Download {
        var call = Call(
            "prices", .get, "/shop/prices", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.acceptsFile = true
        call.acceptedTypes = ["text/csv"]
        return try await client.file(call)
    }

    /// Search for items.
    ///
    /// Shop: `GET /shop/search`
    ///
    /// - Parameters:
    ///   - url: The query parameter `url`.
    ///   - tags: The query parameter `tags`.
    ///   - size: The query parameter `size`.
    ///   - kind: The query parameter `kind`.
    ///   - plain: The query parameter `plain`.
    /// - Throws: `APIFailure`.
    public func search(
        url: String? = nil,
        tags: [String]? = nil,
        size: Zoo.SearchSize? = nil,
        kind: Zoo.SearchKind? = nil,
        plain: String? = nil
    ) async throws(APIFailure) {
        var call = Call(
            "search", .get, "/shop/search", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.keepingReserved.query("url", url)
        call.keepingReserved.query("tags", tags, joinedBy: ",")
        call.keepingReserved.queryMembers(of: size, in: "size")
        call.keepingReserved.queryValue("kind", kind)
        call.query("plain", plain)
        try await client.perform(call)
    }

    /// Check out.
    ///
    /// The result says where the service redirects to. Nothing is sent there.
    ///
    /// Shop: `POST /shop/checkout`
    ///
    /// The callback `paid` receives `Zoo.CheckOutPaidEvent`.
    /// The callback `cancelled` receives `Zoo.Sale`.
    ///
    /// - Parameters:
    ///   - body: The request body.
    /// - Throws: `APIFailure`. If the service rejects the call, `failure.body(as: Zoo.Complaint.self)` reads why.
    @discardableResult
    public func checkOut(_ body: Zoo.CheckOutBody) async throws(APIFailure) -> Redirect {
        var call = Call(
            "checkOut", .post, "/shop/checkout", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.json(body)
        return try await client.redirect(call)
    }

    /// Listen to the bell.
    ///
    /// Shop: `GET /shop/bell`
    ///
    /// - Throws: `APIFailure`.
    public func listen() async throws(APIFailure) -> EventStream<ServerSentEvent<String>> {
        var call = Call(
            "listen", .get, "/shop/bell", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.acceptedTypes = ["text/event-stream"]
        return try await client.textEvents(call)
    }
}

extension Zoo {
    /// A schema that the spec does not name.
    public struct ChangeItemBody: RequestModel {
        /// The member `name`.
        public var name: Nullable<String>?

        /// Creates a value from its properties.
        public init(name: Nullable<String>? = nil) {
            self.name = name
        }
    }

    /// A schema that the spec does not name.
    public struct CheckOutBody: RequestModel {
        /// The member `item`.
        public var item: String

        /// Creates a value from its properties.
        public init(item: String) {
            self.item = item
        }
    }

    /// A schema that the spec does not name.
    public struct CheckOutPaidEvent: ResponseModel {
        /// The member `order`.
        public let order: String
        /// The member `by`.
        public let by: String?

        /// Creates a value from its properties.
        public init(order: String, by: String? = nil) {
            self.order = order
            self.by = by
        }
    }

    /// The schema `Complaint`.
    public struct Complaint: ResponseModel {
        /// The member `reason`.
        public let reason: String
        /// The member `zone`.
        public let zone: ComplaintZone?

        /// Creates a value from its properties.
        public init(reason: String, zone: ComplaintZone? = nil) {
            self.reason = reason
            self.zone = zone
        }
    }

    /// A schema that the spec does not name.
    public typealias ComplaintZone = OpenEnum<EnumKinds.ComplaintZone>

    /// A schema that the spec does not name.
    public struct FindItemsCart: RequestModel {
        /// The member `id`.
        public var id: String?
        /// The member `items`.
        public var items: Int?

        /// Creates a value from its properties.
        public init(id: String? = nil, items: Int? = nil) {
            self.id = id
            self.items = items
        }
    }

    /// A schema that the spec does not name.
    public enum FindItemsCreated: UnionModel {
        /// A value of the type ``FindItemsCreatedOption1``.
        case object(FindItemsCreatedOption1)
        /// A number.
        case integer(Int)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// A schema that the spec does not name.
    public struct FindItemsCreatedOption1: ResponseModel, RequestModel {
        /// The member `gt`.
        public var gt: Int?
        /// The member `lt`.
        public var lt: Int?

        /// Creates a value from its properties.
        public init(gt: Int? = nil, lt: Int? = nil) {
            self.gt = gt
            self.lt = lt
        }
    }

    /// A schema that the spec does not name.
    public enum FindItemsQ: UnionModel {
        /// A string.
        case string(String)
        /// A list.
        case array([String])
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// A schema that the spec does not name.
    public struct FindItemsSize: RequestModel {
        /// The member `height`.
        public var height: Int?
        /// The member `width`.
        public var width: Int?

        /// Creates a value from its properties.
        public init(height: Int? = nil, width: Int? = nil) {
            self.height = height
            self.width = width
        }
    }

    /// A schema that the spec does not name.
    public struct FindItemsWhere: RequestModel {
        /// The member `by`.
        public var by: FindItemsWhereBy?
        /// The member `kinds`.
        public var kinds: [String]?
        /// The member `parts`.
        public var parts: [FindItemsWherePartsItem]?

        /// Creates a value from its properties.
        public init(by: FindItemsWhereBy? = nil, kinds: [String]? = nil, parts: [FindItemsWherePartsItem]? = nil) {
            self.by = by
            self.kinds = kinds
            self.parts = parts
        }
    }

    /// A schema that the spec does not name.
    public struct FindItemsWhereBy: RequestModel {
        /// The member `maker`.
        public var maker: String?

        /// Creates a value from its properties.
        public init(maker: String? = nil) {
            self.maker = maker
        }
    }

    /// A schema that the spec does not name.
    public struct FindItemsWherePartsItem: RequestModel {
        /// The member `of`.
        public var of: String?

        /// Creates a value from its properties.
        public init(of: String? = nil) {
            self.of = of
        }
    }

    /// A schema that the spec does not name.
    public enum FindItemsXKind: UnionModel {
        /// A number.
        case integer(Int)
        /// A string.
        case string(String)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// A schema that the spec does not name.
    public struct FindItemsXPrice: RequestModel {
        /// The member `from`.
        public var from: Int?
        /// The member `to`.
        public var to: Int?

        /// Creates a value from its properties.
        public init(from: Int? = nil, to: Int? = nil) {
            self.from = from
            self.to = to
        }
    }

    /// A schema that the spec does not name.
    public struct FindItemsXTrace: RequestModel {
        /// The member `id`.
        public var id: String?

        /// Creates a value from its properties.
        public init(id: String? = nil) {
            self.id = id
        }
    }

    /// A schema that the spec does not name.
    public enum FindPartCode: UnionModel {
        /// A number.
        case integer(Int)
        /// A string.
        case string(String)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// What the service says if it rejects `findPart`.
    public enum FindPartFailure: FailureModel {
        /// There is none
        case notFound(FindPartNotFound)
        /// There are several
        case conflict(Complaint)
        /// Nobody knows
        case serverError(Complaint)
    }

    /// A schema that the spec does not name.
    public struct FindPartLook: RequestModel {
        /// The member `colour`.
        public var colour: String?
        /// The member `shine`.
        public var shine: Double?

        /// Creates a value from its properties.
        public init(colour: String? = nil, shine: Double? = nil) {
            self.colour = colour
            self.shine = shine
        }
    }

    /// A schema that the spec does not name.
    public struct FindPartNotFound: ResponseModel {
        /// The member `near`.
        public let near: [String]

        /// Creates a value from its properties.
        public init(near: [String]) {
            self.near = near
        }
    }

    /// A schema that the spec does not name.
    public enum PayOrderBody: UnionModel {
        /// A value of the type ``PayOrderBodyOption1``.
        case option1(PayOrderBodyOption1)
        /// A value of the type ``PayOrderBodyOption2``.
        case option2(PayOrderBodyOption2)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// A schema that the spec does not name.
    public struct PayOrderBodyOption1: ResponseModel, RequestModel {
        /// The member `card`.
        public var card: String

        /// Creates a value from its properties.
        public init(card: String) {
            self.card = card
        }
    }

    /// A schema that the spec does not name.
    public struct PayOrderBodyOption2: ResponseModel, RequestModel {
        /// The member `iban`.
        public var iban: String

        /// Creates a value from its properties.
        public init(iban: String) {
            self.iban = iban
        }
    }

    /// A schema that the spec does not name.
    public struct PlaceOrderBody: Sendable, Equatable {
        /// The member `amount`.
        public var amount: Int?
        /// The member `tags`.
        public var tags: [String]?
        /// The member `codes`.
        public var codes: [Int]?
        /// The member `metadata`.
        public var metadata: [String: String]?
        /// The member `address`.
        public var address: PlaceOrderBodyAddress?
        /// The member `note`.
        public var note: PlaceOrderBodyNote?

        /// Creates a value from its properties.
        public init(
            amount: Int? = nil,
            tags: [String]? = nil,
            codes: [Int]? = nil,
            metadata: [String: String]? = nil,
            address: PlaceOrderBodyAddress? = nil,
            note: PlaceOrderBodyNote? = nil
        ) {
            self.amount = amount
            self.tags = tags
            self.codes = codes
            self.metadata = metadata
            self.address = address
            self.note = note
        }
    }

    /// A schema that the spec does not name.
    public struct PlaceOrderBodyAddress: RequestModel {
        /// The member `city`.
        public var city: String?
        /// The member `lines`.
        public var lines: [String]?

        /// Creates a value from its properties.
        public init(city: String? = nil, lines: [String]? = nil) {
            self.city = city
            self.lines = lines
        }
    }

    /// A schema that the spec does not name.
    public enum PlaceOrderBodyNote: UnionModel {
        /// A string.
        case string(String)
        /// A value of the type ``PlaceOrderBodyNoteOption2``.
        case object(PlaceOrderBodyNoteOption2)
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// A schema that the spec does not name.
    public struct PlaceOrderBodyNoteOption2: ResponseModel, RequestModel {
        /// The member `text`.
        public var text: String?

        /// Creates a value from its properties.
        public init(text: String? = nil) {
            self.text = text
        }
    }

    /// The schema `Sale`.
    public struct Sale: ResponseModel {
        /// The member `item`.
        public let item: String
        /// The member `price`.
        public let price: Double?

        /// Creates a value from its properties.
        public init(item: String, price: Double? = nil) {
            self.item = item
            self.price = price
        }
    }

    /// A schema that the spec does not name.
    public enum SearchKind: UnionModel {
        /// A string.
        case string(String)
        /// A list.
        case array([String])
        /// A value that the spec does not describe.
        case other(JSONValue)
    }

    /// A schema that the spec does not name.
    public struct SearchSize: RequestModel {
        /// The member `max`.
        public var max: String?

        /// Creates a value from its properties.
        public init(max: String? = nil) {
            self.max = max
        }
    }

    /// A schema that the spec does not name.
    public struct SellBody: RequestModel {
        /// The member `item`.
        public var item: String?

        /// Creates a value from its properties.
        public init(item: String? = nil) {
            self.item = item
        }
    }

    /// A schema that the spec does not name.
    public struct SendPhotosBody: Sendable, Equatable {
        /// The member `photos`.
        public var photos: [FileUpload]
        /// The member `cover`.
        public var cover: Nullable<FileUpload>?
        /// The member `meta`.
        public var meta: [String: String]?
        /// The member `table`.
        public var table: String?
        /// The member `ids`.
        public var ids: [Int]?

        /// Creates a value from its properties.
        public init(
            photos: [FileUpload],
            cover: Nullable<FileUpload>? = nil,
            meta: [String: String]? = nil,
            table: String? = nil,
            ids: [Int]? = nil
        ) {
            self.photos = photos
            self.cover = cover
            self.meta = meta
            self.table = table
            self.ids = ids
        }
    }
}

@_spi(Generated)
extension Zoo.ChangeItemBody: Validated {
    static let members = JSONMembers("name")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.name)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("name", name)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.CheckOutBody: Validated {
    static let members = JSONMembers("item")

    public init(from json: inout JSONReader) throws(JSONError) {
        var item: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &item)
            default: break
            }
        }
        self.item = try json.require(item, "item")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("item", item)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.CheckOutPaidEvent {
    static let members = JSONMembers("order by")

    public init(from json: inout JSONReader) throws(JSONError) {
        var order: String?
        var by: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &order)
            case 1: json.read(into: &by)
            default: break
            }
        }
        self.order = try json.require(order, "order")
        self.by = by
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("order", order)
        json.member("by", by)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Complaint {
    static let members = JSONMembers("reason zone")

    public init(from json: inout JSONReader) throws(JSONError) {
        var reason: String?
        var zone: Zoo.ComplaintZone?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &reason)
            case 1: json.read(into: &zone)
            default: break
            }
        }
        self.reason = try json.require(reason, "reason")
        self.zone = zone
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("reason", reason)
        json.member("zone", zone)
        json.endObject()
    }
}

extension Zoo.ComplaintZone {
    /// `GMT+1`
    public static var gmtPlus1: Self { .init(rawValue: "GMT+1") }
    /// `GMT-1`
    public static var gmtMinus1: Self { .init(rawValue: "GMT-1") }
    /// `GMT+12`
    public static var gmtPlus12: Self { .init(rawValue: "GMT+12") }
    /// `GMT-12`
    public static var gmtMinus12: Self { .init(rawValue: "GMT-12") }

    /// The values that the spec lists, in its order.
    public static var knownValues: [Self] { KnownValues.words("GMT+1 GMT-1 GMT+12 GMT-12") }
}

@_spi(Generated)
extension Zoo.FindItemsCart: Validated {
    static let members = JSONMembers("id items")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.id)
            case 1: json.read(into: &self.items)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.member("items", items)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.FindItemsCreated: Validated {
    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .number: self = .integer(try .init(from: &json))
        case .object: self = .object(try .init(from: &json))
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .object(let value): value.write(to: &json)
        case .integer(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.FindItemsCreatedOption1: Validated {
    static let members = JSONMembers("gt lt")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.gt)
            case 1: json.read(into: &self.lt)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("gt", gt)
        json.member("lt", lt)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.FindItemsQ: Validated {
    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .string: self = .string(try .init(from: &json))
        case .array: self = .array(try .init(from: &json))
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .string(let value): value.write(to: &json)
        case .array(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.FindItemsSize: Validated {
    static let members = JSONMembers("height width")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.height)
            case 1: json.read(into: &self.width)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("height", height)
        json.member("width", width)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.FindItemsWhere: Validated {
    static let members = JSONMembers("by kinds parts")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.by)
            case 1: json.read(into: &self.kinds)
            case 2: json.read(into: &self.parts)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("by", by)
        json.member("kinds", kinds)
        json.member("parts", parts)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.FindItemsWhereBy: Validated {
    static let members = JSONMembers("maker")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.maker)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("maker", maker)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.FindItemsWherePartsItem: Validated {
    static let members = JSONMembers("of")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.of)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("of", of)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.FindItemsXKind: Validated {
    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .number: self = .integer(try .init(from: &json))
        case .string: self = .string(try .init(from: &json))
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .integer(let value): value.write(to: &json)
        case .string(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.FindItemsXPrice: Validated {
    static let members = JSONMembers("from to")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.from)
            case 1: json.read(into: &self.to)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("from", from)
        json.member("to", to)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.FindItemsXTrace: Validated {
    static let members = JSONMembers("id")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.id)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.FindPartCode: Validated {
    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .number: self = .integer(try .init(from: &json))
        case .string: self = .string(try .init(from: &json))
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .integer(let value): value.write(to: &json)
        case .string(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.FindPartFailure {
    public init?(status: Int, from json: inout JSONReader) throws(JSONError) {
        switch status {
        case 404: self = .notFound(try .init(from: &json))
        case 409: self = .conflict(try .init(from: &json))
        case 500...599: self = .serverError(try .init(from: &json))
        default: return nil
        }
    }
}

@_spi(Generated)
extension Zoo.FindPartLook: Validated {
    static let members = JSONMembers("colour shine")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.colour)
            case 1: json.read(into: &self.shine)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("colour", colour)
        json.member("shine", shine)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.FindPartNotFound {
    static let members = JSONMembers("near")

    public init(from json: inout JSONReader) throws(JSONError) {
        var near: [String]?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &near)
            default: break
            }
        }
        self.near = json.requireArray(near)
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("near", near)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.PayOrderBody: Validated {
    static let alternatives: [[JSONAlternative]] = [
        [
            .init(Zoo.PayOrderBodyOption1.members, requiring: ["card"]),
            .init(Zoo.PayOrderBodyOption2.members, requiring: ["iban"]),
        ]
    ]

    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .object:
            let start = json
            do throws(JSONError) {
                switch try json.bestMatch(Self.alternatives[0]) {
                case 0: self = .option1(try .init(from: &json))
                case 1: self = .option2(try .init(from: &json))
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
        case .option1(let value): value.write(to: &json)
        case .option2(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.PayOrderBodyOption1: Validated {
    static let members = JSONMembers("card")

    public init(from json: inout JSONReader) throws(JSONError) {
        var card: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &card)
            default: break
            }
        }
        self.card = try json.require(card, "card")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("card", card)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.PayOrderBodyOption2: Validated {
    static let members = JSONMembers("iban")

    public init(from json: inout JSONReader) throws(JSONError) {
        var iban: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &iban)
            default: break
            }
        }
        self.iban = try json.require(iban, "iban")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("iban", iban)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.PlaceOrderBody: Validated {}

@_spi(Generated)
extension Zoo.PlaceOrderBodyAddress: Validated {
    static let members = JSONMembers("city lines")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.city)
            case 1: json.read(into: &self.lines)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("city", city)
        json.member("lines", lines)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.PlaceOrderBodyNote: Validated {
    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .string: self = .string(try .init(from: &json))
        case .object: self = .object(try .init(from: &json))
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .string(let value): value.write(to: &json)
        case .object(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.PlaceOrderBodyNoteOption2: Validated {
    static let members = JSONMembers("text")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.text)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("text", text)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.Sale {
    static let members = JSONMembers("item price")

    public init(from json: inout JSONReader) throws(JSONError) {
        var item: String?
        var price: Double?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &item)
            case 1: json.read(into: &price)
            default: break
            }
        }
        self.item = try json.require(item, "item")
        self.price = price
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("item", item)
        json.member("price", price)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.SearchKind: Validated {
    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .string: self = .string(try .init(from: &json))
        case .array: self = .array(try .init(from: &json))
        default: self = .other(try .init(from: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .string(let value): value.write(to: &json)
        case .array(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}

@_spi(Generated)
extension Zoo.SearchSize: Validated {
    static let members = JSONMembers("max")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.max)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("max", max)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.SellBody: Validated {
    static let members = JSONMembers("item")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.item)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("item", item)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.SendPhotosBody: Validated {}

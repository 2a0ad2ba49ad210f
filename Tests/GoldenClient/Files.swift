// Generated from Files.yaml. Changes belong there.
// swift-format-ignore-file
//
// The extensions at the end spell out how types are read and written: deriving it would cost compile time.

@_spi(Generated) public import ClockifyRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Zoo.Operations.Files {
    /// Upload photos.
    ///
    /// Files: `POST /files`
    ///
    /// - Parameters:
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    public func uploadPhotos(_ body: Zoo.UploadPhotosBody) async throws(APIFailure) {
        var call = Call(
            "uploadPhotos", .post, "/files", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.rules.model(body, at: nil)
        var form = MultipartForm()
        form.file("cover", body.cover)
        form.files("others", body.others)
        form.text("title", body.title)
        form.text("takenAt", body.takenAt)
        form.texts("labels", body.labels)
        form.text("caption", body.caption?.value)
        form.text("album", body._album)
        form.json("camera", body.camera)
        call.form(form)
        try await client.perform(call)
    }

    /// Replace the map of the zoo.
    ///
    /// Files: `PUT /files`
    ///
    /// - Parameters:
    ///   - body: The drawing.
    /// - Throws: `APIFailure`.
    public func replaceMap(_ body: FileUpload? = nil) async throws(APIFailure) {
        var call = Call(
            "replaceMap", .put, "/files", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        if let body {
            var form = MultipartForm()
            form.file("file", body)
            call.form(form)
        }
        try await client.perform(call)
    }

    /// A file, or what is known of it.
    ///
    /// Files: `GET /files/{path}`
    ///
    /// - Parameters:
    ///   - path: The path parameter `path`.
    /// - Throws: `APIFailure`.
    public func getFile(path: [String]) async throws(APIFailure) -> Zoo.GetFileResponse {
        var call = Call(
            "getFile", .get, "/files/{path}", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.path("path", path)
        return try await client.value(call)
    }

    /// A file, or what is known of it.
    ///
    /// Files: `GET /files/{path}`
    ///
    /// - Parameters:
    ///   - path: The path parameter `path`.
    /// - Throws: `APIFailure`.
    public func downloadFile(path: [String]) async throws(APIFailure) -> Download {
        var call = Call(
            "getFile", .get, "/files/{path}", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.path("path", path)
        call.acceptsFile = true
        call.acceptedTypes = ["application/octet-stream"]
        return try await client.file(call)
    }

    /// Store a file.
    ///
    /// Files: `PUT /files/{path}`
    ///
    /// - Parameters:
    ///   - path: The path parameter `path`.
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    public func putFile(path: String, _ body: FileUpload) async throws(APIFailure) {
        var call = Call(
            "putFile", .put, "/files/{path}", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.path("path", path)
        call.file(body, contentTypes: ["application/octet-stream"])
        try await client.perform(call)
    }

    /// Leave a note.
    ///
    /// Files: `POST /notes`
    ///
    /// - Parameters:
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    @discardableResult
    public func postNote(_ body: String) async throws(APIFailure) -> String {
        var call = Call(
            "postNote", .post, "/notes", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.rules.length(body, max: 500, at: nil)
        call.text(body)
        call.acceptsFile = true
        return try await client.text(call)
    }

    /// How many live here.
    ///
    /// Files: `GET /census`
    ///
    /// - Parameters:
    ///   - cage: The query parameter `cage`.
    /// - Throws: `APIFailure`.
    public func census(cage: Int? = nil) async throws(APIFailure) -> Zoo.CensusResponse {
        var call = Call(
            "census", .get, "/census", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.query("cage", cage)
        call.answer(as: .json, query: "format", "json")
        return try await client.value(call)
    }

    /// How many live here.
    ///
    /// As a file.
    ///
    /// Files: `GET /census`
    ///
    /// - Parameters:
    ///   - file: The file format of the response.
    ///   - cage: The query parameter `cage`.
    /// - Throws: `APIFailure`.
    public func exportCensus(as file: Zoo.CensusFile2, cage: Int? = nil) async throws(APIFailure) -> Download {
        var call = Call(
            "census", .get, "/census", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.query("cage", cage)
        call.answer(as: .file, query: "format", file)
        return try await client.file(call)
    }

    /// Count who lives here.
    ///
    /// Files: `POST /census`
    ///
    /// - Parameters:
    ///   - body: The request body.
    /// - Throws: `APIFailure`.
    @discardableResult
    public func count(_ body: Zoo.CountAnimalsBody) async throws(APIFailure) -> Zoo.CountAnimalsResponse {
        var call = Call(
            "countAnimals", .post, "/census", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.json(body)
        call.answer(as: .json, member: "form", "JSON")
        return try await client.value(call)
    }

    /// Count who lives here.
    ///
    /// As a file.
    ///
    /// Files: `POST /census`
    ///
    /// - Parameters:
    ///   - body: The request body.
    ///   - file: The file format of the response.
    /// - Throws: `APIFailure`.
    public func exportCount(
        _ body: Zoo.CountAnimalsBody,
        as file: Zoo.CensusFile
    ) async throws(APIFailure) -> Download {
        var call = Call(
            "countAnimals", .post, "/census", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.json(body)
        call.answer(as: .file, member: "form", file)
        return try await client.file(call)
    }

    /// Who was counted.
    ///
    /// Files: `GET /census/counted`
    ///
    /// - Parameters:
    ///   - page: The query parameter `page`.
    /// - Throws: `APIFailure`.
    public func listCounted(page: Int? = nil) async throws(APIFailure) -> [String] {
        let call = listCountedRequest(page: page)
        return try await client.value(call)
    }

    /// Who was counted.
    ///
    /// Files: `GET /census/counted`
    ///
    /// Goes through every page. Each page is requested when the one before it has been read.
    public func allCounted() -> Pages<String> {
        let call = listCountedRequest()
        return client.pages(call, page: "page")
    }

    private func listCountedRequest(page: Int? = nil) -> Call {
        var call = Call(
            "listCounted", .get, "/census/counted", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        call.query("page", page)
        call.mayAnswerNothing = true
        return call
    }

    /// Who was counted last.
    ///
    /// Files: `GET /census/last`
    ///
    /// - Throws: `APIFailure`.
    public func lastCounted() async throws(APIFailure) -> Zoo.LastCountedResponse? {
        let call = Call(
            "lastCounted", .get, "/census/last", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        return try await client.optionalValue(call)
    }
}

extension Zoo {
    /// The file formats that a response can have.
    public enum CensusFile: String, FileForm {
        /// `PDF`
        case portable = "PDF"
        /// `CSV`
        case csv = "CSV"
    }

    /// The file formats that a response can have.
    public enum CensusFile2: String, FileForm {
        /// `csv`
        case csv = "csv"
        /// `xlsx-2007`
        case xlsx2007 = "xlsx-2007"
    }

    /// A schema that the spec does not name.
    public struct CensusResponse: ResponseModel {
        /// The member `count`.
        public let count: Int?

        /// Creates a value from its properties.
        public init(count: Int? = nil) {
            self.count = count
        }
    }

    /// A schema that the spec does not name.
    public struct CountAnimalsBody: RequestModel {
        /// The member `day`.
        public var day: CalendarDate?
        /// The member `cages`.
        public var cages: [Int]?

        /// Creates a value from its properties.
        public init(day: CalendarDate? = nil, cages: [Int]? = nil) {
            self.day = day
            self.cages = cages
        }
    }

    /// A schema that the spec does not name.
    public struct CountAnimalsResponse: ResponseModel {
        /// The member `count`.
        public let count: Int?

        /// Creates a value from its properties.
        public init(count: Int? = nil) {
            self.count = count
        }
    }

    /// A schema that the spec does not name.
    public struct GetFileResponse: ResponseModel {
        /// The member `size`.
        public let size: Int64?

        /// Creates a value from its properties.
        public init(size: Int64? = nil) {
            self.size = size
        }
    }

    /// A schema that the spec does not name.
    public struct LastCountedResponse: ResponseModel {
        /// The member `name`.
        public let name: String?

        /// Creates a value from its properties.
        public init(name: String? = nil) {
            self.name = name
        }
    }

    /// A schema that the spec does not name.
    public struct UploadPhotosBody: Sendable, Equatable {
        /// The member `cover`.
        public var cover: FileUpload
        /// The member `others`.
        public var others: [FileUpload]?
        /// At most 80 characters.
        public var title: String
        /// The member `takenAt`.
        public var takenAt: Date?
        /// The member `labels`.
        public var labels: [String]?
        /// The member `caption`.
        public var caption: Nullable<String>?
        /// The member `album`.
        @available(*, deprecated, message: "Use labels instead.")
        public var album: String? {
            get { _album }
            set { _album = newValue }
        }
        var _album: String?
        /// The member `camera`.
        public var camera: UploadPhotosBodyCamera?

        /// Creates a value from its properties.
        public init(
            cover: FileUpload,
            title: String,
            others: [FileUpload]? = nil,
            takenAt: Date? = nil,
            labels: [String]? = nil,
            caption: Nullable<String>? = nil,
            album: String? = nil,
            camera: UploadPhotosBodyCamera? = nil
        ) {
            self.cover = cover
            self.others = others
            self.title = title
            self.takenAt = takenAt
            self.labels = labels
            self.caption = caption
            self._album = album
            self.camera = camera
        }
    }

    /// A schema that the spec does not name.
    public struct UploadPhotosBodyCamera: RequestModel {
        /// The member `model`.
        public var model: String?

        /// Creates a value from its properties.
        public init(model: String? = nil) {
            self.model = model
        }
    }
}

@_spi(Generated)
extension Zoo.CensusResponse {
    static let members = JSONMembers("count")

    public init(from json: inout JSONReader) throws(JSONError) {
        var count: Int?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &count)
            default: break
            }
        }
        self.count = count
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("count", count)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.CountAnimalsBody: Validated {
    static let members = JSONMembers("day cages")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.day)
            case 1: json.read(into: &self.cages)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("day", day)
        json.member("cages", cages)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.CountAnimalsResponse {
    static let members = JSONMembers("count")

    public init(from json: inout JSONReader) throws(JSONError) {
        var count: Int?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &count)
            default: break
            }
        }
        self.count = count
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("count", count)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.GetFileResponse {
    static let members = JSONMembers("size")

    public init(from json: inout JSONReader) throws(JSONError) {
        var size: Int64?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &size)
            default: break
            }
        }
        self.size = size
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("size", size)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.LastCountedResponse {
    static let members = JSONMembers("name")

    public init(from json: inout JSONReader) throws(JSONError) {
        var name: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &name)
            default: break
            }
        }
        self.name = name
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("name", name)
        json.endObject()
    }
}

@_spi(Generated)
extension Zoo.UploadPhotosBody: Validated {
    public func validate(_ rules: inout Rules) {
        rules.length(title, max: 80, at: "title")
    }
}

@_spi(Generated)
extension Zoo.UploadPhotosBodyCamera: Validated {
    static let members = JSONMembers("model")

    public init(from json: inout JSONReader) throws(JSONError) {
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &self.model)
            default: break
            }
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("model", model)
        json.endObject()
    }
}

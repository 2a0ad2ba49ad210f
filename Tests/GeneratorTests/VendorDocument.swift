import RepeatableNumbers

/// A large document in the style of springdoc: everything in one file, with typical habits and mistakes.
struct VendorDocument {
    private var numbers = SeededNumbers(seed: 42)
    private var schemas: [String] = []
    private var paths: [String] = []
    private let entities: Int

    init(entities: Int = 120) {
        self.entities = entities
        addBasics()
        for index in 0..<entities { addEntity(index) }
        addOddities()
    }

    /// The document in YAML's flow style, which is equivalent to JSON.
    var text: String {
        """
        {"openapi": "3.0.1",
        "info": {"title": "Vendor API", "version": "v1", "license": {"name": "?"}, "contact": {}},
        "tags": [{"name": "time-entry-controller"}, {"name": "Audit Log"}],
        "paths": {
        \(paths.joined(separator: ",\n"))
        },
        "components": {"securitySchemes": {"Api Key": {"type": "apiKey", "in": "header", "name": "X-Api-Key"}}, "schemas": {
        \(schemas.joined(separator: ",\n"))
        }}}
        """
    }

    private func reference(_ name: String) -> String { ##"{"$ref": "#/components/schemas/\##(name)"}"## }

    private mutating func addBasics() {
        schemas += [
            ##""Direction": {"type": "string", "enum": ["RTL", "rtl", "LTR", "ltr"]}"##,
            ##""StatusDto": {"type": "string", "enum": ["ACTIVE", "active", "INACTIVE", "Active", null], "nullable": true}"##,
            ##""Level": {"type": "integer", "enum": [1, 2, 3], "default": "1"}"##,
            // Duplicates that differ only in case or in special characters.
            ##""UserDto": {"type": "object", "properties": {"id": {"type": "string"}}}"##,
            ##""UserDTO": {"type": "object", "properties": {"id": {"type": "string"}, "old": {"type": "boolean", "deprecated": true}}}"##,
            ##""user-dto": {"type": "object", "properties": {"_id": {"type": "string"}, "id": {"type": "integer", "format": "int64"}}}"##,
            ##""PageUserDto«String»": {"type": "object", "properties": {"content": {"type": "array", "items": {"$ref": "#/components/schemas/UserDto"}}}}"##,
            // Objects without a description of their members.
            ##""Empty": {"type": "object"}"##, ##""EmptyToo": {"type": "object", "properties": {}}"##, ##""Anything": {}"##,
            ##""Free": {"type": "object", "additionalProperties": {}}"##,
            ##""FreeToo": {"type": "object", "properties": {"known": {"type": "string"}}, "additionalProperties": true}"##,
            // A recursive union.
            ##""Value": {"oneOf": [{"type": "string"}, {"type": "number"}, {"type": "array", "items": {"$ref": "#/components/schemas/Value"}}, {"$ref": "#/components/schemas/Value"}]}"##,
            ##""Json": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Json"}}"##,
            ##""Tree": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}"##,
            // A base class with a discriminator, and its subclasses with allOf.
            ##""Filter": {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}, "negated": {"type": "boolean"}}, "discriminator": {"propertyName": "type", "mapping": {"TEXT": "#/components/schemas/TextFilter", "RANGE": "#/components/schemas/RangeFilter", "ANY": "#/components/schemas/AnyFilter"}}}"##,
            ##""TextFilter": {"type": "object", "allOf": [{"$ref": "#/components/schemas/Filter"}, {"type": "object", "properties": {"text": {"type": "string"}}}]}"##,
            ##""RangeFilter": {"type": "object", "allOf": [{"$ref": "#/components/schemas/Filter"}, {"type": "object", "properties": {"from": {"type": "integer"}, "inner": {"$ref": "#/components/schemas/Filter"}}}]}"##,
            ##""AnyFilter": {"allOf": [{"$ref": "#/components/schemas/Filter"}]}"##,
            ##""ErrorDto": {"type": "object", "properties": {"code": {"type": "integer"}, "message": {"type": "string"}}}"##,
            ##""Pageable": {"type": "object", "properties": {"page": {"type": "integer", "format": "int32", "minimum": 0}, "size": {"type": "integer", "format": "int32"}, "sort": {"type": "array", "items": {"type": "string"}}}}"##,
        ]
    }

    private mutating func property(_ index: Int) -> String {
        let other = "Entity\(Int.random(in: 0..<entities, using: &numbers))Dto"
        let kinds = [
            ##""name\##(index)": {"type": "string", "minLength": 0, "maxLength": 250, "example": 12}"##,
            ##""get_id\##(index)": {"type": "string", "nullable": true}"##,
            ##""_id\##(index)": {"type": "integer", "format": "int64", "default": "0"}"##,
            ##""page-size\##(index)": {"type": "integer", "format": "int32", "example": "many"}"##,
            ##""data\##(index)": {"type": "string", "format": "byte"}"##, ##""at\##(index)": {"type": "string", "format": "date-time"}"##,
            ##""other\##(index)": {"$ref": "#/components/schemas/\##(other)", "description": "beside a reference", "nullable": true}"##,
            ##""wrapped\##(index)": {"allOf": [{"$ref": "#/components/schemas/\##(other)"}], "description": "wrapped", "nullable": true}"##,
            ##""list\##(index)": {"type": "array", "uniqueItems": true, "items": {"$ref": "#/components/schemas/\##(other)"}}"##,
            ##""grid\##(index)": {"type": "array", "items": {"type": "array", "items": {"type": "number", "format": "double"}}}"##,
            ##""map\##(index)": {"type": "object", "additionalProperties": {"type": "array", "items": {"$ref": "#/components/schemas/\##(other)"}}}"##,
            ##""status\##(index)": {"$ref": "#/components/schemas/StatusDto"}"##,
            ##""direction\##(index)": {"$ref": "#/components/schemas/Direction"}"##,
            ##""value\##(index)": {"$ref": "#/components/schemas/Value"}"##,
            ##""filter\##(index)": {"$ref": "#/components/schemas/Filter"}"##,
            ##""free\##(index)": {"type": "object", "additionalProperties": {}}"##,
            ##""inline\##(index)": {"type": "object", "properties": {"a": {"type": "string", "enum": ["X", "x"]}, "b": {"type": "object"}}}"##,
            ##""old\##(index)": {"type": "boolean", "deprecated": true, "readOnly": true}"##,
            ##""json\##(index)": {"$ref": "#/components/schemas/Json"}"##,
            ##""file\##(index)": {"type": "string", "format": "binary"}"##, ##""tree\##(index)": {"$ref": "#/components/schemas/Tree"}"##,
        ]
        return kinds[Int.random(in: 0..<kinds.count, using: &numbers)]
    }

    private mutating func addEntity(_ index: Int) {
        let name = "Entity\(index)"
        let properties = (0..<Int.random(in: 3...14, using: &numbers)).map { property($0) }.joined(separator: ", ")
        schemas.append(##""\##(name)Dto": {"type": "object", "properties": {"id": {"type": "string"}, \##(properties)}}"##)
        let requests = (0..<6).map { property($0) }.joined(separator: ", ")
        schemas.append(
            ##""\##(name)Request": {"required": ["name"], "type": "object", "properties": {"name": {"type": "string"}, \##(requests)}, "description": "Sent\n* once */ \"quoted\" \\(x)"}"##
        )
        schemas.append(
            ##""\##(name)Page": {"type": "object", "properties": {"content": {"type": "array", "items": \##(reference(name + "Dto"))}, "total": {"type": "integer", "format": "int64"}}}"##
        )
        let errors =
            ##""400": {"description": "Bad Request", "content": {"*/*": {"schema": \##(reference("ErrorDto"))}}}, "4XX": {"description": "", "content": {"*/*": {"schema": \##(reference("ErrorDto"))}}}, "default": {"description": "Oops", "content": {"*/*": {"schema": {"type": "object"}}}}"##
        let path = ##"{"name": "workspaceId", "in": "path", "required": true, "schema": {"type": "string"}}"##
        paths.append(
            ##"""
            "/v1/{workspaceId}/entities\##(index)": {
            "get": {"tags": ["entity \##(index % 7) controller"], "operationId": "list", "x-internal": true, "parameters": [\##(path),
            {"name": "pageable", "in": "query", "required": true, "schema": \##(reference("Pageable"))},
            {"name": "status", "in": "query", "required": false, "deprecated": true, "schema": \##(reference("StatusDto"))},
            {"name": "sort-order", "in": "query", "schema": {"type": "string", "enum": ["ASC", "asc"], "default": "ASC"}},
            {"name": "page", "in": "query", "required": false, "schema": {"type": "integer", "format": "int32", "default": "0"}}],
            "responses": {"200": {"description": "OK", "content": {"*/*": {"schema": \##(reference(name + "Page"))}}}, \##(errors)}},
            "post": {"tags": ["entity \##(index % 7) controller"], "operationId": "create", "parameters": [\##(path)],
            "requestBody": {"content": {"application/json": {"schema": \##(reference(name + "Request"))}}, "required": true},
            "responses": {"200": {"description": "OK", "content": {"*/*": {"schema": \##(reference(name + "Dto"))}}},
            "201": {"description": "Created", "content": {"*/*": {"schema": \##(reference(index % 2 == 0 ? name + "Dto" : name + "Page"))}}}, \##(errors)}}}
            """##
            .replacing("\"list\"", with: "\"list_\(index)\"").replacing(
                "\"create\"", with: index == 0 ? "\"create\"" : "\"create_\(index)\""))
    }

    private mutating func addOddities() {
        let ok = ##""200": {"description": "OK"}"##
        paths += [
            // Two parameters in one segment, a body with several content types, and a response that is a file or JSON.
            ##""/v1/range/{from}-{to}": {"get": {"tags": ["Audit Log"], "operationId": "getRange", "parameters": [{"name": "to", "in": "path", "required": true, "schema": {"type": "string", "format": "date"}}, {"name": "from", "in": "path", "required": true, "schema": {"type": "string", "format": "date"}}], "responses": {"200": {"description": "OK", "content": {"*/*": {"schema": {"type": "array", "items": \##(reference("user-dto"))}}}}}}}"##,
            ##""/v1/file": {"post": {"tags": ["Audit Log"], "operationId": "upload_1", "requestBody": {"content": {"multipart/form-data": {"schema": {"required": ["file"], "type": "object", "properties": {"file": {"type": "string", "format": "binary"}, "meta": \##(reference("UserDTO"))}}}}}, "responses": {\##(ok)}}, "get": {"tags": ["Audit Log"], "operationId": "download", "responses": {"200": {"description": "OK", "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}, "default": {"description": "", "content": {"*/*": {"schema": {"type": "object"}}}}}}}"##,
            ##""/v1/bytes": {"get": {"operationId": "getBytes", "responses": {"200": {"description": "OK", "content": {"*/*": {"schema": {"type": "string", "format": "byte"}}}}}}, "delete": {"operationId": "get_bytes", "responses": {"204": {"description": "No Content"}}}}"##,
            ##""/v1/text": {"get": {"operationId": "getText", "responses": {"200": {"description": "OK", "content": {"text/plain": {"schema": {"type": "string"}}}}}}, "put": {"operationId": "putValue", "requestBody": {"content": {"application/json": {"schema": \##(reference("Filter"))}}}, "responses": {"200": {"description": "OK", "content": {"*/*": {"schema": \##(reference("Value"))}}}, "202": {"description": "Accepted", "content": {"application/json": {"schema": \##(reference("Filter"))}}}, "204": {"description": "Nothing"}, "206": {"description": "Part", "content": {"*/*": {"schema": {"type": "array", "items": \##(reference("FreeToo"))}}}}}}}"##,
            ##""/v1/odd": {"get": {"operationId": "odd", "parameters": [{"name": "filter", "in": "query", "schema": \##(reference("Free"))}, {"name": "any", "in": "query", "schema": {}}, {"name": "names", "in": "query", "schema": \##(reference("UserDTO"))}, {"name": "Accept", "in": "header", "schema": {"type": "string"}}, {"name": "page«x»", "in": "query", "schema": \##(reference("Level"))}], "responses": {"2XX": {"description": "OK", "content": {"*/*": {"schema": \##(reference("PageUserDto«String»"))}}}}}}"##,
        ]
    }
}

// Parameters whose values are unions, objects, or lists of these, and parameters in other styles than the usual ones.

@_spi(Generated)
extension Call {
    /// Adds a value of any kind to the query in the style `form`: an item for a plain value, for each element of a list, or for each member
    /// of an object.
    ///
    /// - Parameter separator: What joins the parts to one item; `nil` for an item for each part.
    public mutating func queryValue(_ name: String, _ value: (some JSONWritable)?, joinedBy separator: String? = nil) {
        guard let json = json(of: value, at: name, in: .query) else { return }
        for item in ParameterText.items(name, json, joinedBy: separator) { addQuery(item) }
    }

    /// Adds an object to the query: an item for each of its members under the member's name, or under `name[member]`, at any depth.
    public mutating func queryMembers(of value: (some JSONWritable)?, in name: String? = nil) {
        guard let json = json(of: value, at: name, in: .query) else { return }
        let items: [ParameterText.Item]
        if let name { items = ParameterText.deepItems(name, json) } else { items = ParameterText.items("", json) }
        for item in items { addQuery(item) }
    }

    /// Adds any other value to the query as JSON text.
    public mutating func queryJSON(_ name: String, _ value: (some JSONWritable)?) {
        if let json = json(of: value, at: name, in: .query) { query(name, ParameterText.text(of: json)) }
    }

    /// Replaces a placeholder of the path with a value of any kind.
    public mutating func path(_ name: String, _ value: some JSONWritable, style: PathStyle, explode: Bool) {
        guard let json = json(of: value, at: name, in: .path) else { return }
        if ParameterText.simple(json, explode: explode).isEmpty { rules.add(.notEmpty, at: name, in: .path) }
        setPath(name, encoded: ParameterText.path(name, json, style: style, explode: explode))
    }

    /// Replaces a placeholder of the path with JSON text.
    public mutating func pathJSON(_ name: String, _ value: some JSONWritable) {
        if let json = json(of: value, at: name, in: .path) { path(name, json.description) }
    }

    /// Replaces a placeholder of the path with a text whose slashes separate components of the path.
    public mutating func pathComponents(_ name: String, _ value: some ParameterValue) {
        let text = text(of: value, at: name, in: .path)
        if text.isEmpty { rules.add(.notEmpty, at: name, in: .path) }
        let components = text.split(separator: "/", omittingEmptySubsequences: false).map { PercentEncoding.pathValue(String($0)) }
        setPath(name, encoded: components.joined(separator: "/"))
    }

    /// Adds a header with a value of any kind, unless the value is `nil`.
    public mutating func header(_ name: String, _ value: (some JSONWritable)?, explode: Bool) {
        guard let json = json(of: value, at: name, in: .header), json != .null else { return }
        if ParameterText.isAmbiguous(json, joinedBy: ",") { rules.add(.separated(by: ","), at: name, in: .header) }
        header(name, ParameterText.simple(json, explode: explode))
    }

    /// Adds a header with JSON text, unless the value is `nil`.
    public mutating func headerJSON(_ name: String, _ value: (some JSONWritable)?) {
        if let json = json(of: value, at: name, in: .header) { header(name, json.description) }
    }

    /// Adds a value of any kind as a cookie, unless the value is `nil`. An exploded object gives a cookie for each member.
    public mutating func cookie(_ name: String, _ value: (some JSONWritable)?, explode: Bool) {
        guard let json = json(of: value, at: name, in: .cookie), json != .null else { return }
        if explode, json.objectValue != nil {
            for item in ParameterText.items(name, json) { cookie(item.name, item.value) }
        } else {
            setCookie(name, encoded: ParameterText.simple(json, explode: false, encode: PercentEncoding.queryValue))
        }
    }

    /// Adds a cookie with JSON text, unless the value is `nil`.
    public mutating func cookieJSON(_ name: String, _ value: (some JSONWritable)?) {
        if let json = json(of: value, at: name, in: .cookie) { cookie(name, json.description) }
    }

    private mutating func json(of value: (some JSONWritable)?, at name: String?, in location: RequestProblem.Location) -> JSONValue? {
        guard let value else { return nil }
        do {
            return try JSONReader.decode(from: JSONWriter.encode(value))
        } catch {
            rules.add(.representable(error.reason), at: name, in: location)
            return nil
        }
    }
}

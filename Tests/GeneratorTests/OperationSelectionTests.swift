import GeneratorOpenAPI
import GeneratorTestSupport
import Testing

/// A choice of operations reads and generates what they need, and nothing else.
@Suite struct OperationSelectionTests {
    /// Every operation except `listBooks` and `getBook` has something that is refused.
    private let document = """
        openapi: 3.1.0
        info: {title: Library, version: v1}
        security: [{key: []}]
        tags: [{name: Books}, {name: Loans, x-swift-name: 'not a name'}, {name: Old}]
        paths:
          /books:
            get:
              tags: [Books, Public]
              operationId: listBooks
              responses: {'200': {description: OK, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Book'}}}}}}
          /books/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get:
              tags: [Books]
              deprecated: true
              x-replacement: findBook
              responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}}
            delete:
              tags: [Loans]
              operationId: deleteBook
              security: [{digest: []}]
              responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Broken'}}}}}
          /booksellers:
            get: {tags: [Loans], operationId: findBook, responses: {'200': {description: OK, unknown: true}}}
          /loans/{id}:
            parameters: [{name: other, in: path, required: true, schema: {type: sting}}]
            get: {tags: [Old], operationId: getLoan, responses: {}}
          "/lo ans":
            get: {tags: [Old], operationId: getLoan, responses: {}}
        webhooks:
          x: {$ref: 'Missing.yaml#/x'}
        components:
          schemas:
            Book: {type: object, properties: {title: {type: string}}}
            Broken: {type: sting}
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key}
            digest: {type: http, scheme: digest}
        """

    private func chosen(_ change: (inout OperationSelection) -> Void) -> Generated {
        var selection = OperationSelection()
        change(&selection)
        return generate(["openapi.yaml": document], selection: selection)
    }

    private func ids(_ generated: Generated) -> [String]? { generated.document?.operations.map(\.id) }

    @Test("Without a choice, the document has errors")
    func all() {
        #expect(generate(["openapi.yaml": document]).errors.count > 5)
        #expect(OperationSelection.all.isAll)
    }

    @Test("Operations are included by any of their tags")
    func tags() {
        let books = chosen { $0.include.tags = [.init("Books")] }
        #expect(books.diagnostics == [])
        #expect(ids(books) == ["listBooks", "get /books/{id}"])
        #expect(ids(chosen { $0.include.tags = [.init("Public")] }) == ["listBooks"])
    }

    @Test("Only what the chosen operations need is read and generated")
    func needs() {
        let books = chosen { $0.include.tags = [.init("Books")] }
        #expect(books.document?.securitySchemes.map(\.name) == ["key"])
        #expect(books.document?.tags.map(\.name) == ["Books"])
        #expect(books["Book"] != nil && books["Broken"] == nil)
        #expect(books.text.contains("deleteBook") == false)
    }

    @Test("Operations are included by their paths, and by what begins their paths")
    func paths() {
        #expect(ids(chosen { $0.include.paths = [.init("/books")] }) == ["listBooks"])
        let below = chosen {
            $0.include.paths = [.init("/books/*")]
            $0.exclude.tags = [.init("Loans")]
        }
        #expect(below.diagnostics == [])
        #expect(ids(below) == ["get /books/{id}"])
    }

    @Test("Operations are included by their operationIds, and unnamed ones by method and path")
    func operationIDs() {
        #expect(ids(chosen { $0.include.operationIDs = [.init("listBooks")] }) == ["listBooks"])
        #expect(ids(chosen { $0.include.operationIDs = [.init("get /books/{id}")] }) == ["get /books/{id}"])
    }

    @Test("What is excluded is left out, even if it is included")
    func exclusion() {
        let rest = chosen {
            $0.exclude.tags = [.init("Loans"), .init("Old")]
        }
        #expect(rest.diagnostics == [])
        #expect(ids(rest) == ["listBooks", "get /books/{id}"])
        let both = chosen {
            $0.include.tags = [.init("Books")]
            $0.exclude.paths = [.init("/books")]
        }
        #expect(ids(both) == ["get /books/{id}"])
        let one = chosen {
            $0.include.paths = [.init("/books"), .init("/books/*")]
            $0.exclude.operationIDs = [.init("deleteBook")]
        }
        #expect(one.diagnostics == [])
    }

    @Test("An operation that replaces what only another operation reads has no edit if the other one is not chosen")
    func replacing() {
        let document = """
            openapi: 3.1.0
            info: {title: Library, version: v1}
            paths:
              /books/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get:
                  operationId: getBook
                  responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}}
                put:
                  operationId: updateBook
                  x-replaces: {read: getBook}
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
                  responses: {'204': {description: OK}}
            components:
              schemas: {Book: {type: object, properties: {title: {type: string}}}}
            """
        var selection = OperationSelection()
        #expect(generate(["openapi.yaml": document]).text.contains("func editBook"))
        selection.include.operationIDs = [.init("updateBook")]
        let chosen = generate(["openapi.yaml": document], selection: selection)
        #expect(chosen.diagnostics == [])
        #expect(chosen.text.contains("func updateBook") && !chosen.text.contains("replacing"))
    }

    @Test("A replacement that is not chosen is not mentioned")
    func replacements() {
        #expect(chosen { $0.include.tags = [.init("Books")] }.methods.contains { $0.name == "get" } == false)
        #expect(chosen { $0.include.tags = [.init("Books")] }.errors == [])
    }

    @Test("An entry that matches nothing is an error that names the nearest")
    func suggestions() {
        func errors(_ change: (inout OperationSelection) -> Void) -> [String] { chosen(change).errors }
        #expect(
            errors { $0.include.tags = [.init("Books"), .init("Publik")] }
                == ["openapi.yaml:1:1: error: no operation to choose from has the tag \"Publik\"; the nearest tag is \"Public\""])
        #expect(
            errors { $0.include.paths = [.init("/book")] }
                == ["openapi.yaml:1:1: error: no operation to choose from has the path \"/book\"; the nearest path is \"/books\""])
        #expect(errors { $0.include.paths = [.init("/books/{id}/*")] }.first?.contains("the nearest path is \"/books/{id}\"") == true)
        let misspelled = errors {
            $0.include.tags = [.init("Books")]
            $0.exclude.operationIDs = [.init("listBook")]
        }
        #expect(
            misspelled.count == 1 && misspelled[0].contains("has the operationId \"listBook\"; the nearest operationId is \"listBooks\""))
    }

    @Test("A choice that leaves no operation is an error")
    func nothing() {
        let none = chosen {
            $0.include.tags = [.init("Books")]
            $0.exclude.paths = [.init("/books"), .init("/books/*")]
        }
        #expect(none.errors.contains { $0.contains("no operation to choose from has the tag \"Books\"") })
        let left = chosen {
            $0.include.operationIDs = [.init("listBooks")]
            $0.exclude.tags = [.init("Books")]
        }
        #expect(left.errors == ["openapi.yaml:1:1: error: the choice of operations leaves none; include more, or exclude less"])
    }

    @Test("A path whose references are broken does not stop a choice by other paths")
    func brokenPaths() {
        let more = document.replacing("webhooks:", with: "  /broken: {$ref: 'Missing.yaml#/x'}\nwebhooks:")
        var selection = OperationSelection()
        selection.include.paths = [.init("/books")]
        #expect(generate(["openapi.yaml": more], selection: selection).diagnostics == [])
    }

    // MARK: The configuration

    private func read(_ text: String) -> (selection: OperationSelection, isStrict: Bool, diagnostics: [String]) {
        let diagnostics = Diagnostics()
        let read = PluginConfiguration(Array(text.utf8), file: "GenerateClient.json", diagnostics: diagnostics)
        return (read.operations, read.isStrict, diagnostics.all.map(\.description))
    }

    @Test("The choice is read from the member operations of a file, with locations")
    func configuration() {
        let (selection, isStrict, diagnostics) = read(
            #"{"document": "x", "operations": {"include": {"tags": ["A"], "paths": ["/b/*"]}, "exclude": {"operationIds": ["c"]}}}"#)
        #expect(diagnostics == [] && !isStrict)
        #expect(read(#"{"strict": true}"#).isStrict && !read(#"{"strict": false}"#).isStrict)
        #expect(selection.include.tags.map(\.text) == ["A"] && selection.include.paths.map(\.text) == ["/b/*"])
        #expect(selection.exclude.operationIDs.map(\.text) == ["c"])
        #expect(selection.include.tags.first?.location?.description == "GenerateClient.json:1:55")
        #expect(read("{}").selection.isAll && read("{}").diagnostics == [])
        let misspelled = generate(
            ["openapi.yaml": document], selection: read(#"{"operations": {"include": {"tags": ["Bokks"]}}}"#).selection)
        #expect(
            misspelled.errors.first?.hasPrefix("GenerateClient.json:1:38: error: no operation to choose from has the tag \"Bokks\"") == true
        )
    }

    @Test(
        "Everything wrong in the configuration is an error at its place",
        arguments: [
            (#"{"operations": []}"#, "1:16: error: operations must be a mapping"),
            (#"{"operations": {"includes": {}}}"#, "1:17: error: \"includes\" is not a member"),
            (#"{"operations": {"include": {}}}"#, "1:28: error: \"include\" needs tags, paths or operationIds"),
            (#"{"operations": {"include": {"tags": []}}}"#, "1:28: error: \"include\" needs tags, paths or operationIds"),
            (#"{"operations": {"include": {"tag": ["a"], "tags": ["b"]}}}"#, "1:29: error: \"tag\" is not a member"),
            (#"{"operations": {"exclude": {"tags": "a"}}}"#, "1:37: error: \"tags\" of \"exclude\" must be a list"),
            (#"{"operations": {"exclude": {"tags": [1, "b"]}}}"#, "1:38: error: \"tags\" must be a list of strings"),
            (#"{"strict": "yes"}"#, "1:12: error: \"strict\" of the configuration must be true or false"),
            ("{", "1:2: error: malformed"),
            (
                #"{"document": "x", "overlay": ["y"]}"#,
                "1:19: error: \"overlay\" is not a member of the configuration; did you mean \"overlays\"?"
            ),
        ])
    func invalidConfiguration(text: String, problem: String) {
        let diagnostics = read(text).diagnostics
        #expect(diagnostics.first?.hasPrefix("GenerateClient.json:\(problem)") == true, "\(diagnostics)")
    }

    @Test("Entries of the command line add to those of the configuration")
    func adding() {
        var other = OperationSelection()
        other.include.tags = [.init("B")]
        other.exclude.paths = [.init("/c")]
        let sum = read(#"{"operations": {"include": {"tags": ["A"]}}}"#).selection.adding(other)
        #expect(sum.include.tags.map(\.text) == ["A", "B"] && sum.exclude.paths.map(\.text) == ["/c"])
    }
}

import GeneratorOverlay
import GeneratorYAML
import Testing

@Suite("The uses that the specification of overlays describes")
struct ExampleTests {
    @Test("A structured overlay has the outline of the document, below the root")
    func structured() throws {
        let outcome = try act(
            """
            - target: $
              update:
                info: {x-audience: partners}
                paths:
                  /books:
                    get: {summary: All books, x-cache: {seconds: 60}}
                tags: [{name: new}]
            """,
            to: """
                info: {title: Library}
                paths:
                  /books:
                    get: {summary: Books, tags: [books]}
                tags: [{name: books}]
                """)
        #expect(outcome.problems.isEmpty)
        #expect(
            outcome.text
                == "{info:{title:Library,x-audience:partners},paths:{/books:{get:{summary:All books,tags:[books],"
                + "x-cache:{seconds:60}}}},tags:[{name:books},{name:new}]}")
    }

    @Test("A targeted overlay changes one place")
    func targeted() throws {
        let outcome = try act(
            """
            - target: $.paths['/books'].get
              description: Cached since spring.
              update: {x-cache: true}
            - target: $.paths['/books'].post
              remove: true
            """, to: "paths: {/books: {get: {summary: Books}, post: {summary: New}, put: {}}}")
        #expect(outcome.problems.isEmpty)
        #expect(outcome.text == "{paths:{/books:{get:{summary:Books,x-cache:true},put:{}}}}")
    }

    @Test("A wildcard changes all places that it matches")
    func wildcards() throws {
        let outcome = try act(
            """
            - target: $.paths.*.get
              update: {x-safe: true}
            - target: $.paths..parameters[?@.name == 'filter']
              update: {schema: {type: string}}
            """, to: "paths: {/a: {get: {parameters: [{name: filter}, {name: page}]}}, /b: {get: {}, post: {}}}")
        #expect(outcome.problems.isEmpty)
        #expect(
            outcome.text
                == "{paths:{/a:{get:{parameters:[{name:filter,schema:{type:string}},{name:page}],x-safe:true}},/b:{get:{x-safe:true},post:{}}}}"
        )
    }

    @Test("Arrays get new entries, and lose those that a filter selects")
    func arrays() throws {
        let outcome = try act(
            """
            - target: $.parameters
              update: {name: newParam, in: query}
            - target: $.parameters[?@.name == 'old']
              remove: true
            """, to: "parameters: [{name: old}, {name: kept}, {name: old}]")
        #expect(outcome.problems.isEmpty)
        #expect(outcome.text == "{parameters:[{name:kept},{name:newParam,in:query}]}")
    }

    @Test("An extension in the document can name a trait that an overlay adds")
    func traits() throws {
        let outcome = try act(
            """
            - target: $.paths[*][?@.x-traits[?@ == 'paged']]
              update:
                parameters: [{name: page}]
            - target: $..x-traits
              remove: true
            """.replacing("x-traits", with: "['x-traits']").replacing("@.[", with: "@[").replacing("..[", with: "..["),
            to: "paths: {/a: {get: {x-traits: [paged]}, post: {}}, /b: {get: {x-traits: [other]}}}")
        #expect(outcome.problems.isEmpty)
        #expect(outcome.text == "{paths:{/a:{get:{parameters:[{name:page}]},post:{}},/b:{get:{}}}}")
    }

    @Test("Copying copies one node into others, and moves it together with a removal")
    func copying() throws {
        let outcome = try act(
            """
            - target: $.paths['/new']
              copy: $.paths['/old']
            - target: $.paths['/old']
              remove: true
            - target: $.paths
              update: {/other: {}}
            - target: $.paths['/other']
              copy: $.paths['/new']
            """, version: "1.1.0", to: "paths: {/old: {get: {summary: x}}, /new: {post: {}}}")
        #expect(outcome.problems.isEmpty)
        #expect(outcome.text == "{paths:{/new:{post:{},get:{summary:x}},/other:{post:{},get:{summary:x}}}}")
    }
}

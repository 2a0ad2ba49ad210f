import GeneratorOpenAPI
import GeneratorTestSupport
import Testing

/// Overlays change the files of a spec when they are read.
@Suite struct OverlayTests {
    private let files = [
        "openapi.yaml": """
        openapi: 3.1.0
        info: {title: Library, version: v1}
        paths:
          /books: {$ref: 'parts/Books.yaml#/paths/~1books'}
        """,
        "parts/Books.yaml": """
        paths:
          /books:
            get:
              operationId: getBooksV2
              responses: {'200': {description: OK}}
        """,
    ]

    private func overlay(_ actions: String, extends: String? = nil, selfReference: String? = nil) -> String {
        let head = "overlay: \(selfReference == nil ? "1.1.0" : "1.2.0")\ninfo: {title: T, version: v}\n"
        return head + (extends.map { "extends: \($0)\n" } ?? "") + (selfReference.map { "$self: \($0)\n" } ?? "")
            + "actions: [\(actions)]\n"
    }

    private let title = "{target: $.info, update: {title: Archive}}"
    private let name = "{target: '$.paths[*].get', update: {x-swift-name: all}}"

    @Test("An overlay without extends is for the document")
    func document() {
        let generated = generate(files, overlays: ["/names.yaml": overlay(title)])
        #expect(generated.diagnostics == [])
        #expect(generated.document?.title == "Archive")
    }

    @Test(
        "The extends of an overlay, relative to the overlay, names the file that it is for",
        arguments: [
            ("/spec/names.yaml", "parts/Books.yaml"), ("/spec/parts/names.yaml", "Books.yaml"), ("/spec/parts/names.yaml", "./Books.yaml#"),
            ("/overlays/names.yaml", "../spec/parts/Books.yaml"), ("/names.yaml", "spec/parts/%42ooks.yaml"),
            ("/a/../spec/names.yaml", "./parts//Books.yaml"),
        ])
    func section(path: String, extends: String) {
        let generated = generate(files, overlays: [path: overlay(name, extends: extends)])
        #expect(generated.diagnostics == [])
        #expect(generated.methods.first?.name == "all")
    }

    @Test(
        "Any other extends is for information, and the overlay is for the document",
        arguments: [
            "https://example.com/openapi.yaml", "http://example.com/spec/parts/Books.yaml", "urn:x:y", "/spec/parts/Books.yaml",
            "../other/openapi.yaml",
            "'#/info'", "''", "spec/openapi.yaml", "//example.com/x", "spec", "spec/%zz",
        ])
    func information(extends: String) {
        let generated = generate(files, overlays: ["/names.yaml": overlay(title, extends: extends)])
        #expect(generated.diagnostics == [])
        #expect(generated.document?.title == "Archive")
    }

    @Test("From version 1.2 on, extends is relative to $self")
    func selfReference() {
        let relative = generate(files, overlays: ["/names.yaml": overlay(name, extends: "Books.yaml", selfReference: "spec/parts/o.yaml")])
        #expect(relative.diagnostics == [])
        #expect(relative.methods.first?.name == "all")
        let remote = generate(
            files, overlays: ["/spec/names.yaml": overlay(title, extends: "parts/Books.yaml", selfReference: "https://example.com/o.yaml")])
        #expect(remote.diagnostics == [])
        #expect(remote.document?.title == "Archive")
    }

    @Test("Overlays apply in the order given, each to the result of those before it")
    func order() {
        let second = overlay("{target: \"$.info[?@ == 'Archive']\", update: Vault}")
        #expect(generate(files, overlays: ["/a.yaml": overlay(title), "/b.yaml": second]).document?.title == "Vault")
        let reversed = generate(files, overlays: ["/b.yaml": second, "/a.yaml": overlay(title)])
        #expect(reversed.document?.title == "Archive")
        #expect(reversed.diagnostics == ["/b.yaml:3:20: warning: the target matches nothing in openapi.yaml"])
    }

    @Test("An overlay for a file that the spec does not read is reported")
    func unread() {
        let generated = generate(files, overlays: ["/spec/names.yaml": overlay(title, extends: "parts/Old.yaml")])
        #expect(
            generated.diagnostics == [
                "/spec/names.yaml:3:10: warning: the overlay extends parts/Old.yaml, which is not read because nothing refers to it, so that no action of it "
                    + "is applied"
            ])
    }

    @Test("Problems in overlays and in what they insert are at their places in the overlay")
    func places() {
        let broken = generate(files, overlays: ["/o.yaml": overlay("{target: $.info[, update: {}}")])
        #expect(broken.diagnostics.count == 1 && broken.diagnostics[0].hasPrefix("/o.yaml:"), "\(broken.diagnostics)")
        #expect(
            generate(files, overlays: ["/o.yaml": overlay("{target: '$.info[', update: {}}")]).errors.first?.hasPrefix(
                "/o.yaml:3:28: error: ") == true)
        let inserted = generate(files, overlays: ["/o.yaml": overlay("{target: $.info, update: {tittle: Archive}}")])
        #expect(inserted.errors == ["/o.yaml:3:37: error: \"tittle\" is not a member of info; did you mean \"title\"?"])
        let reference = generate(
            files, overlays: ["/o.yaml": overlay("{target: $.paths, update: {/x: {$ref: 'parts/Books.yaml#/paths/~1x'}}}")])
        #expect(
            reference.errors.count == 1 && reference.errors[0].hasPrefix("/o.yaml:3:49: error: the reference points to"),
            "\(reference.errors)")
    }

    @Test("References that an overlay inserts are relative to the file that it changes, and what they lead to is generated there")
    func references() {
        let generated = generate(
            files,
            overlays: [
                "/elsewhere/o.yaml": overlay(
                    "{target: $.paths, update: {/again: {$ref: 'parts/Books.yaml#/paths/~1again'}}}"),
                "/o.yaml": overlay(
                    "{target: $, update: {paths: {/again: {get: {operationId: again, responses: {'200': {description: OK}}}}}}}",
                    extends: "spec/parts/Books.yaml"),
            ])
        #expect(generated.diagnostics == [])
        #expect(generated.sources["parts/Books.yaml"]?.contains("func again(") == true)
        #expect(generated.sources.keys.sorted() == ["openapi.yaml", "parts/Books.yaml"])
    }
}

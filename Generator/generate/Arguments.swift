import Foundation
import GeneratorFiles
import GeneratorOpenAPI

/// The command line of the tool.
struct Arguments {
    let document: URL
    let output: URL
    let emit: Emission
    let files: [String]
    let overlays: [URL]
    /// The plugin's configuration, whose member `operations` chooses the operations, and whose member `strict` is that option.
    private let configuration: String?
    private let isStrict: Bool
    /// The choice of the command line itself.
    private let selection: OperationSelection

    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    init(_ arguments: [String]) throws {
        var document: String?
        var output: String?
        var emit = Emission.client
        var files: [String] = []
        var overlays: [String] = []
        var configuration: String?
        var isStrict = false
        var selection = OperationSelection.all
        var rest = arguments.makeIterator()
        func value(of option: String) throws -> String {
            guard let value = rest.next() else { throw Problem(description: "\(option) needs a value") }
            return value
        }
        while let argument = rest.next() {
            switch argument {
            case "--output": output = try value(of: argument)
            case "--emit":
                let name = try value(of: argument)
                guard let known = Emission(rawValue: name) else {
                    throw Problem(description: "nothing to emit is called \"\(name)\"; client and catalog are")
                }
                emit = known
            case "--file": files.append(try value(of: argument))
            case "--overlay": overlays.append(try value(of: argument))
            case "--configuration": configuration = try value(of: argument)
            case "--strict": isStrict = true
            case "--include-tag": selection.include.tags.append(.init(try value(of: argument)))
            case "--include-path": selection.include.paths.append(.init(try value(of: argument)))
            case "--include-operation": selection.include.operationIDs.append(.init(try value(of: argument)))
            case "--exclude-tag": selection.exclude.tags.append(.init(try value(of: argument)))
            case "--exclude-path": selection.exclude.paths.append(.init(try value(of: argument)))
            case "--exclude-operation": selection.exclude.operationIDs.append(.init(try value(of: argument)))
            default:
                guard document == nil, !argument.hasPrefix("-") else { throw Problem(description: "unexpected argument \(argument)") }
                document = argument
            }
        }
        guard let document, let output else {
            throw Problem(
                description:
                    "usage: clockify-generate DOCUMENT --output FOLDER [--emit client|catalog] [--file NAME]… [--overlay FILE]… "
                    + "[--configuration FILE] [--strict] [--include-tag TAG]… [--include-path PATH]… [--include-operation ID]… [--exclude-tag TAG]… "
                    + "[--exclude-path PATH]… [--exclude-operation ID]…")
        }
        self.document = URL(fileURLWithPath: document)
        self.output = URL(fileURLWithPath: output, isDirectory: true)
        self.emit = emit
        self.files = files
        self.overlays = overlays.map { URL(fileURLWithPath: $0) }
        self.configuration = configuration
        self.isStrict = isStrict
        self.selection = selection
    }

    /// Returns the operations to generate: what the configuration chooses, and the command line. Sets whether `diagnostics` is strict.
    func selection(diagnostics: Diagnostics) throws -> OperationSelection {
        diagnostics.isStrict = isStrict
        guard let configuration else { return selection }
        let bytes: [UInt8]
        do { bytes = try SpecificationFolder.bytes(of: configuration) } catch {
            throw Problem(description: "cannot read \(configuration): \(error)")
        }
        return PluginConfiguration(bytes, file: configuration, diagnostics: diagnostics).operations.adding(selection)
    }
}

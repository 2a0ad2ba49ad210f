/// The position where an element of a source file begins.
package struct SourceLocation: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The file's name, as passed to ``YAML/parse(_:file:limits:)``.
    package var file: String
    /// The line, counted from 1.
    package var line: Int
    /// The column, counted from 1 in Unicode scalars.
    package var column: Int

    /// Creates a location. Lines and columns are counted from 1.
    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`, the format that compilers print and editors can jump to.
    package var description: String { "\(file):\(line):\(column)" }

    /// Orders locations by file, then by line and column.
    package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

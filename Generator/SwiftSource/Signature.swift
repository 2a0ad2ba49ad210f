/// The head of a declaration that takes arguments, without access and body.
package struct Signature {
    /// `func list(`
    package let opening: String
    package let arguments: [String]
    /// `) async throws(APIFailure) -> [Clockify.Tag]`
    package let closing: String

    /// All of it in one line.
    package var line: String { opening + arguments.joined(separator: ", ") + closing }
}

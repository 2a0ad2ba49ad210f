/// The signature of a declaration with arguments, without access modifier and body.
package struct Signature {
    /// `func list(`
    package let opening: String
    package let arguments: [String]
    /// `) async throws(APIFailure) -> [Clockify.Tag]`
    package let closing: String

    /// The whole signature on one line.
    package var line: String { opening + arguments.joined(separator: ", ") + closing }
}

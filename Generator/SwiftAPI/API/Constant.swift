/// A member whose values an object lists, as with `const` or `enum`.
package struct Constant: Sendable, Hashable {
    /// The name of the member.
    package let name: String
    /// The values as a reader of JSON gives them (`JSONReader.discriminator`): the text of a string, `1` also for `1.0`, `true`.
    package let values: [String]
    /// `true` if the object must have the member.
    package let isRequired: Bool
}

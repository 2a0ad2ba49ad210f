/// A value without children: its text and the meaning of the text.
package struct Scalar: Sendable, Equatable {
    /// The text as presented, after YAML's unescaping and folding.
    package let text: String
    /// The meaning of the text in the core schema of YAML 1.2. Quoted and block scalars are strings, unless a tag such as
    /// `!!int` specifies another type.
    package let value: Value

    package init(text: String, value: Value) {
        self.text = text
        self.value = value
    }

    /// The meaning of a scalar, with the types of JSON.
    package enum Value: Sendable, Equatable {
        case null
        case bool(Bool)
        case integer(Int64)
        /// An exact number as canonical text: every float, which always has a fraction (`0.5`, `1.0`, `1.0e300`; or `.inf`,
        /// `-.inf`, `.nan`), and every integer beyond `Int64`, in decimal digits.
        case decimal(String)
        case string(String)
    }
}

/// A value without parts: its text, and what the text means.
public struct Scalar: Sendable, Equatable {
    /// The text as presented, after YAML's unescaping and folding.
    public let text: String
    /// What the text means by the core schema of YAML 1.2. Quoted and block scalars are strings; tags such as `!!int`
    /// are honoured.
    public let value: Value

    public enum Value: Sendable, Equatable {
        case null
        case bool(Bool)
        case integer(Int64)
        /// A number kept exactly, as canonical text: every float, which always has a fraction (`0.5`, `1.0`, `1.0e300`;
        /// `.inf`, `-.inf`, `.nan`), and every integer beyond `Int64`, in decimal digits.
        case decimal(String)
        case string(String)
    }
}

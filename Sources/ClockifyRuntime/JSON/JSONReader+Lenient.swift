/// A value that may be written as a string, such as `true`, `15` or `0.5`.
@_spi(Generated)
public protocol JSONPrintable: JSONReadable {}

@_spi(Generated)
extension Bool: JSONPrintable {}
@_spi(Generated)
extension Int: JSONPrintable {}
@_spi(Generated)
extension Int64: JSONPrintable {}
@_spi(Generated)
extension Double: JSONPrintable {}

extension JSONReader {
    /// Reads the value of a member into a variable, either plain or written as a string (`15` or `"15"`); `nil` for `null`.
    ///
    /// Used for properties that the spec marks with `x-lenient`. The string must contain the value and nothing else.
    @_spi(Generated)
    public mutating func readLeniently<T: JSONPrintable>(into value: inout T?) {
        do throws(JSONError) { value = try readLeniently() } catch { memberFailure = error }
    }

    private mutating func readLeniently<T: JSONPrintable>() throws(JSONError) -> T? {
        guard try peekKind() == .string else { return try read() }
        let start = position
        let text = Array(try readString().utf8)
        var reader = JSONReader(text)
        guard text.first?.isPrintedValue == true, let printed = try? T(from: &reader), reader.position == text.count else {
            throw failure("expected \(T.printed), or a string that contains one", at: start)
        }
        return printed
    }
}

extension JSONReader {
    /// Reads the list of a member into a variable. A single value is read as a list of one; `null` is read as `nil`.
    ///
    /// Used for properties that the spec marks with `x-lenient`.
    @_spi(Generated)
    public mutating func readLeniently<T: JSONReadable>(into list: inout [T]?) {
        do throws(JSONError) {
            let kind = try peekKind()
            list = kind == .array || kind == .null ? try read() : [try T(from: &self)]
        } catch {
            memberFailure = error
        }
    }
}

extension JSONPrintable {
    fileprivate static var printed: String { Self.self == Bool.self ? "`true` or `false`" : "a number" }
}

extension UInt8 {
    /// `true` if a value in a string may begin with this byte. White space may not.
    fileprivate var isPrintedValue: Bool { self > 0x20 }
}

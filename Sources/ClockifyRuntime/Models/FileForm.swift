/// A file format that a response can have: a generated enum of the formats that one operation exports.
///
///     try await clockify.reports.exportDetailed(in: workspace, query, as: .pdf).write(to: url)
///
/// Unlike an ``OpenEnum``, it has no unknown values, because a response in an unknown format might not be a file at all.
public protocol FileForm: RawRepresentable, Hashable, CaseIterable, CustomStringConvertible, ParameterValue where RawValue == String {}

extension FileForm {
    /// The format's name in requests.
    public var description: String { rawValue }
    /// The format's name as the text of a parameter.
    @_spi(Generated)
    public var parameterText: String { rawValue }
}

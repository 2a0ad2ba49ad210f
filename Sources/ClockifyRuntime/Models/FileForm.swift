/// A kind of file that an answer can be: a generated enumeration of what one operation exports.
///
///     try await clockify.reports.exportDetailed(in: workspace, query, as: .pdf).write(to: url)
///
/// Unlike the choices that a service may add to, it has no other values: what is none of them may not be a file at all.
public protocol FileForm: RawRepresentable, Hashable, CaseIterable, CustomStringConvertible, ParameterValue where RawValue == String {}

extension FileForm {
    public var description: String { rawValue }
    @_spi(Generated)
    public var parameterText: String { rawValue }
}

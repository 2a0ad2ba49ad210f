/// The type of a request body: a generated struct with `var`s. It may also be a ``ResponseModel``.
///
/// A body can be stored while there is no network, and sent later. The same bytes are sent:
///
///     try JSONEncoder().encode(drafts).write(to: url)
///     let drafts = try JSONDecoder().decode([Clockify.NewTimeEntry].self, from: Data(contentsOf: url))
public protocol RequestModel: JSONModel {}

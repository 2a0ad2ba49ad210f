/// The type of a response: a generated struct.
public protocol ResponseModel: JSONModel {}

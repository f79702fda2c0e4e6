/// A small typed tree of HTML. Escaping is decided by type, never by a caller: text and attribute
/// values are always escaped, and the only way around it is `raw`, for HTML that came from a
/// typesetter or from the author's own Markdown.
public indirect enum HTML: Sendable, Equatable {
  case text(String)
  case raw(String)
  case element(String, [Attribute], [HTML])
  case sequence([HTML])

  public struct Attribute: Sendable, Equatable {
    public var name: String
    public var value: String
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}

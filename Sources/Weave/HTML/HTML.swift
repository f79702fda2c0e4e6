/// A small typed tree of HTML. Escaping is decided by type, never by a caller: text and attribute
/// values are always escaped, and the only way around it is `raw`, for HTML that came from a
/// typesetter or from the author's own Markdown.
public indirect enum HTML: Sendable, Equatable {
  case text(String)
  case raw(String)
  case element(String, [Attribute], [HTML])
  case sequence([HTML])

  public struct Attribute: Sendable, Equatable {
    /// How the value is written.
    public enum Form: Sendable, Equatable {
      /// `name="value"`, escaped.
      case text
      /// `name="value"`, percent-encoded where a URL needs it, then escaped.
      case url
      /// `name` alone.
      case flag
    }
    public var name: String
    public var value: String
    public var form: Form

    public init(_ name: String, _ value: String) {
      self.init(name, value, form: .text)
    }

    init(_ name: String, _ value: String, form: Form) {
      self.name = name
      self.value = value
      self.form = form
    }

    /// An attribute whose value is an address: `href`, `src`.
    public static func url(_ name: String, _ value: String) -> Attribute {
      Attribute(name, value, form: .url)
    }

    /// An attribute without a value: `open`, `hidden`.
    public static func flag(_ name: String) -> Attribute {
      Attribute(name, "", form: .flag)
    }
  }
}

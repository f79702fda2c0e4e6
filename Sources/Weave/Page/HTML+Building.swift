// Short ways to say the elements that a page is made of.

extension HTML {
  static let nothing = HTML.sequence([])
  static let newline = HTML.text("\n")

  /// An element with a class.
  static func element(_ name: String, class names: String, _ children: [HTML]) -> HTML {
    .element(name, [.class(names)], children)
  }

  /// An element on a line of its own: with the line break after it.
  static func line(_ name: String, _ attributes: [Attribute], _ children: [HTML]) -> HTML {
    .sequence([.element(name, attributes, children), .newline])
  }

  static func line(_ name: String, class names: String, _ children: [HTML]) -> HTML {
    line(name, [.class(names)], children)
  }

  /// An element whose children stand on lines of their own.
  static func block(_ name: String, _ attributes: [Attribute], _ children: [HTML]) -> HTML {
    line(name, attributes, [.newline] + children)
  }

  static func block(_ name: String, class names: String, _ children: [HTML]) -> HTML {
    block(name, [.class(names)], children)
  }

  /// Something closed that opens without a script.
  static func details(class names: String, summary: String, _ children: [HTML]) -> HTML {
    block("details", class: names, [.line("summary", [], [.text(summary)])] + children)
  }
}

extension HTML.Attribute {
  static func `class`(_ names: String) -> HTML.Attribute { .init("class", names) }
}

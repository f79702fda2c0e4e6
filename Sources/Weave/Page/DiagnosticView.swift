// A diagnostic shown on the page, beside what it is about.

import Diagnostics

extension Diagnostic {
  /// For a reader of the page; the place is the article's.
  var html: HTML {
    var children: [HTML] = [.line("p", class: "diagnostic__message", [.text(message)])]
    if let place {
      let text = "\(place.file):\(place.line):\(place.column)"
      children.append(.line("p", class: "diagnostic__place", [.text(text)]))
    }
    for note in notes {
      children.append(.line("p", class: "diagnostic__note", [.text(note.message)]))
    }
    if let fix { children.append(.line("p", class: "diagnostic__fix", [.text(fix)])) }
    return .block(
      "div", [.class("diagnostic diagnostic--\(severity.rawValue)"), .init("role", "note")],
      children)
  }
}

// A drawing before it is put on the page: the SVG, what its edges mean, a legend, and sentences
// that say what is drawn. All words stand outside of the SVG, where they keep their size on a
// phone and formulas are set as everywhere else.

import Diagnostics

struct Plot {
  /// One SVG with its name, which may contain `$…$`; several stand side by side.
  struct Panel {
    var title: String
    var width: Int
    var height: Int
    var marks: [HTML]
  }

  /// The two ends of an edge and what runs along it.
  struct Edge: Equatable {
    var low: String
    var name: String
    var high: String
  }

  struct Key {
    /// As in `drawing-mark--NAME`.
    var mark: String
    var text: String
  }

  var panels: [Panel]
  var across: Edge?
  var up: Edge?
  var legend: [Key] = []
  /// For the caption; may contain `$…$`.
  var sentences: [String]
  /// "strip", "plane", "dots": how large it is on the page.
  var shape: String

  func html(id: String, formulas: FormulaSetter, at place: Place) -> HTML {
    let caption = sentences.joined(separator: " ")
    let plot = HTML.block(
      "div", class: "drawing__plot drawing__plot--\(shape)",
      [
        vertical(formulas, place), panels(id, caption, formulas, place),
        horizontal(formulas, place),
      ])
    return .block(
      "figure", class: "drawing",
      [plot, keys, .line("figcaption", [], [formulas.sentence(caption, at: place)])])
  }

  private func panels(
    _ id: String, _ caption: String, _ formulas: FormulaSetter, _ place: Place
  ) -> HTML {
    let drawn = panels.enumerated().map { number, panel in
      panel.svg(
        id: number == 0 ? id : "\(id).\(number + 1)", description: number == 0 ? caption : nil)
    }
    guard drawn.count > 1 else { return .sequence(drawn) }
    let titled = zip(panels, drawn).map { panel, svg in
      let title = formulas.sentence(panel.title, at: place)
      return HTML.block("div", [], [svg, .line("p", [], [title])])
    }
    return .block("div", class: "drawing__panels", titled)
  }

  private func horizontal(_ formulas: FormulaSetter, _ place: Place) -> HTML {
    across.map { .line("div", class: "drawing__across", $0.html(formulas, place)) } ?? .nothing
  }

  private func vertical(_ formulas: FormulaSetter, _ place: Place) -> HTML {
    up.map { .line("div", class: "drawing__up", $0.html(formulas, place).reversed()) } ?? .nothing
  }

  private var keys: HTML {
    guard !legend.isEmpty else { return .nothing }
    return .block(
      "ul", class: "drawing__legend",
      legend.map { key in
        .line(
          "li", [],
          [
            .element(
              "svg",
              [.init("viewBox", "0 0 100 100"), .init("aria-hidden", "true")],
              [PicturePath.sample.html(class: "drawing-mark drawing-mark--" + key.mark)]),
            .text(key.text),
          ])
      })
  }
}

extension PicturePath {
  /// One mark, for the legend.
  fileprivate static let sample: PicturePath = {
    var path = PicturePath()
    path.rectangle(x: 10, y: 10, width: 80, height: 80)
    return path
  }()
}

extension Plot.Edge {
  fileprivate func html(_ formulas: FormulaSetter, _ place: Place) -> [HTML] {
    [low, name, high].map { .element("span", [], [formulas.sentence($0, at: place)]) }
  }
}

extension Plot.Panel {
  fileprivate func svg(id: String, description: String?) -> HTML {
    let names = ["title"] + (description == nil ? [] : ["desc"])
    let texts = [(names[0], title)] + (description.map { [("desc", $0)] } ?? [])
    return .block(
      "svg",
      [
        .init("viewBox", "0 0 \(width) \(height)"), .init("role", "img"),
        .init("aria-labelledby", names.map { "\(id).\($0)" }.joined(separator: " ")),
      ],
      texts.map { name, text in
        .line(name, [.init("id", "\(id).\(name)")], [.text(text.withoutMarks)])
      } + marks)
  }
}

extension String {
  /// A sentence for a place where no formula can be set: TeX as it is, without the dollars.
  fileprivate var withoutMarks: String { filter { $0 != "$" && $0 != "`" } }
}

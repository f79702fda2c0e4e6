// A computed value as TeX: vectors and matrices in parentheses, big ones elided with dots.

import Records

extension Quantity {
  /// For a formula on the page.
  public var displayTeX: String {
    switch self {
    case .integer(let digits): QuantityStyle.elided(digits, minus: "-").texWithoutWords
    case .rational(let numerator, let denominator):
      QuantityStyle.fraction(numerator, denominator) { "\\frac{\($0)}{\($1)}" }.tex
        .texWithoutWords
    case .double(let text): QuantityStyle.double(text).tex
    case .ball(let lower, let upper): QuantityStyle.ball(lower, upper).tex
    case .complex(let re, let im): QuantityStyle.complex(re.displayTeX, im.displayTeX)
    case .boolean(let value): "\\text{\(value)}"
    case .text(let text): QuantityStyle.texText(text)
    case .tex(let tex): tex
    case .tuple(let entries): Quantity.row(entries.map(\.displayTeX))
    case .vector(let entries):
      Quantity.row(QuantityStyle.elided(entries).map { $0?.displayTeX ?? "\\ldots" })
    case .matrix(let rows): Quantity.matrixTeX(rows)
    }
  }

  /// Whether the value is better set as a formula than as text.
  public var isBestAsFormula: Bool {
    switch self {
    case .tex, .matrix: true
    case .tuple(let entries), .vector(let entries): entries.contains(where: \.isBestAsFormula)
    case .complex(let re, let im): re.isBestAsFormula || im.isBestAsFormula
    case .integer, .rational, .double, .ball, .boolean, .text: false
    }
  }

  private static func row(_ entries: [String]) -> String {
    "\\left(" + entries.joined(separator: ",\\; ") + "\\right)"
  }

  /// At most ten rows and columns: the first seven, dots, the last two.
  private static func matrixTeX(_ rows: [[Quantity]]) -> String {
    let shown = QuantityStyle.elided(rows, limit: 10)
    let width = rows.map(\.count).max() ?? 0
    let columns = QuantityStyle.elided(Array(0..<width), limit: 10)
    let lines = shown.map { row in
      columns.map { column -> String in
        switch (row, column) {
        case (nil, nil): "\\ddots"
        case (nil, _): "\\vdots"
        case (_, nil): "\\cdots"
        case (let row?, let column?): row.indices.contains(column) ? row[column].displayTeX : ""
        }
      }.joined(separator: " & ")
    }
    return "\\begin{pmatrix}" + lines.joined(separator: " \\\\ ") + "\\end{pmatrix}"
  }
}

extension String {
  /// The remark about how many digits were left out, set as words.
  fileprivate var texWithoutWords: String {
    guard let remark = range(of: #/ \(\d+ digits\)$/#) else { return self }
    return self[..<remark.lowerBound].replacing("…", with: "\\ldots ")
      + "\\text{\(self[remark])}"
  }

  private func range(of pattern: Regex<Substring>) -> Range<Index>? {
    firstMatch(of: pattern)?.range
  }
}

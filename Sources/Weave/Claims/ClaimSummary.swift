// A claim for pages beside the articles' own: the ledger and the folklore page. Everything in it is
// HTML whose links lead back to the article, wherever on the site (one folder deep) it is put.

import Article
import Ledger
import Records

/// What the site's own pages say about a claim.
public struct ClaimSummary: Sendable, Equatable {
  public var id: String
  /// The title, without links: it is put into one.
  public var title: String
  public var checks: [Check]
  /// Of a folklore box only.
  public var folklore: Folklore?

  /// One check in a row.
  public struct Check: Sendable, Equatable {
    public var part: Int?
    public var evidence: Evidence
    public var verdict: Verdict
    public var sentence: String
    /// What each variable ranged over.
    public var coverage: String
    public var subject: String
    /// Name and value of each number that says how much room there was.
    public var margins: [Margin]
  }

  /// What is commonly said, why it is false, and what rescues it.
  public struct Folklore: Sendable, Equatable {
    public var said: String
    public var witnesses: [String]
    /// Empty when the author wrote nothing more.
    public var rescue: String
  }
}

extension ClaimSummary {
  /// - Parameters:
  ///   - box: where the claim is stated.
  ///   - prose: the article's own.
  init(
    _ entry: ClaimEntry, _ box: Box, formulas: FormulaSetter, prose: ProseRenderer, slug: String
  ) {
    func html(_ tree: HTML) -> String { tree.moved(fromArticle: slug).description }
    id = entry.id
    title = html(prose.render(box.title.asLabel))
    checks = entry.checks.map { check in
      func sentence(_ text: String) -> String { html(formulas.sentence(text, at: check.place)) }
      return Check(
        part: check.record.part, evidence: check.record.evidence, verdict: check.verdict,
        sentence: sentence(check.sentence), coverage: sentence(check.record.coveragePhrase),
        subject: sentence(check.record.subject.phrase),
        margins: (check.sizes + [check.cases]).map {
          Margin(name: $0.name, value: sentence($0.value))
        })
    }
    guard box.kind == .folklore else { return }
    folklore = Folklore(
      said: html(prose.render(Array(box.blocks.prefix(1)))),
      witnesses: entry.checks.compactMap { check in
        check.refutation.map {
          html(formulas.sentence("False \($0.failureText).", at: check.place))
        }
      },
      rescue: html(prose.render(Array(box.blocks.dropFirst()))))
  }

  /// All claims of an article that are stated in boxes.
  static func all(
    of document: Document, _ entries: [ClaimEntry], _ formulas: FormulaSetter,
    _ prose: ProseRenderer
  ) -> [ClaimSummary] {
    let boxes = document.judgedBoxes
    return entries.compactMap { entry in
      boxes[entry.place].map {
        ClaimSummary(entry, $0, formulas: formulas, prose: prose, slug: document.slug)
      }
    }
  }
}

extension HTML {
  /// This tree on another page, one folder beside the article's: links to places on the article's
  /// page lead there, and no id is given twice.
  func moved(fromArticle slug: String) -> HTML {
    switch self {
    case .text, .raw: self
    case .sequence(let children): .sequence(children.map { $0.moved(fromArticle: slug) })
    case .element(let name, let attributes, let children):
      .element(
        name,
        attributes.compactMap { attribute in
          guard attribute.name != "id" else { return nil }
          guard attribute.name == "href", attribute.value.hasPrefix("#") else { return attribute }
          return .url("href", "../\(slug)/index.html" + attribute.value)
        }, children.map { $0.moved(fromArticle: slug) })
    }
  }
}

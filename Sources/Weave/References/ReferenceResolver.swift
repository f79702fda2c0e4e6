// References and links of one article: to a claim, an equation, a section, here or on another page.

import Article
import Diagnostics

struct ReferenceResolver: Sendable {
  let index: SiteIndex
  let slug: String
  /// The article's file, from the site's root.
  let path: String
  let findings: Findings

  /// A reference as a link; a dangling one as text, and a finding.
  func html(_ reference: Reference, _ prose: ProseRenderer) -> HTML {
    guard let target = target(of: reference) else {
      return .element(
        "span", class: "reference reference--dangling", [dangling(reference, prose)])
    }
    return .element(
      "a", [.class("reference"), .url("href", SiteIndex.address(of: target, from: slug))],
      [text(of: reference, target, prose)])
  }

  private func dangling(_ reference: Reference, _ prose: ProseRenderer) -> HTML {
    if case .text(let inlines) = reference.style, !inlines.isEmpty { return prose.render(inlines) }
    return .text(reference.target)
  }

  /// What the reference names; reports it when there is no such thing, or more than one.
  private func target(of reference: Reference) -> SiteIndex.Target? {
    switch index.find(reference.target, from: slug) {
    case .found(let target): return target
    case .ambiguous(let targets):
      let articles = targets.map { "`\($0.slug)`" }.joined(separator: ", ")
      findings.add(
        Diagnostic(
          "reference.ambiguous", at: reference.place,
          "`\(reference.target)` is in several articles: \(articles)",
          fix: "link to the article: [text](\(targets[0].slug).md#\(reference.target))"))
      return nil
    case .unknown(let suggestion):
      findings.add(
        Diagnostic(
          "reference.dangling", at: reference.place,
          "nothing on the site has the id `\(reference.target)`",
          fix: suggestion.map { "did you mean `\($0)`?" }))
      return nil
    }
  }

  private func text(
    of reference: Reference, _ target: SiteIndex.Target, _ prose: ProseRenderer
  ) -> HTML {
    switch reference.style {
    case .equation: return .text("(\(target.number ?? target.id))")
    case .bare: return .text(target.number ?? target.id)
    case .text(let inlines) where inlines.isEmpty: return automaticText(target, prose)
    case .text(let inlines):
      return prose.render(inlines.map { fill($0, with: target) })
    }
  }

  /// "Claim 3", "Equation 2", a section's title; of another article with its title.
  private func automaticText(_ target: SiteIndex.Target, _ prose: ProseRenderer) -> HTML {
    let title = prose.render(target.title)
    let name: HTML =
      switch (target.kind, target.number) {
      case (.section, _): title
      case (let kind, let number?): .text("\(kind.word) \(number)")
      case (.code, nil): .sequence([.text("Code "), title])
      case (let kind, nil): target.title.isEmpty ? .text(kind.word) : title
      }
    guard target.slug != slug, let article = index.title(ofArticle: target.slug) else {
      return name
    }
    return .sequence([name, .text(" (\(article))")])
  }

  private func fill(_ inline: Inline, with target: SiteIndex.Target) -> Inline {
    switch inline {
    case .text(let text):
      let number = target.number ?? ProseRenderer.plainText(of: target.title)
      return .text(text.replacing("#", with: number))
    case .emphasis(let inner): return .emphasis(inner.map { fill($0, with: target) })
    case .strong(let inner): return .strong(inner.map { fill($0, with: target) })
    default: return inline
    }
  }
}

/// What a diagnostic's id stands for, for tools that list rules: a short description and what a
/// reader can do. Ids with a meaning of their own have their own words, all others those of their
/// family, the part before the dot.
public struct Rule: Sendable, Equatable {
  public var summary: String
  public var help: String

  public init(_ id: String) {
    let family = id.prefix { $0 != "." }
    let known = Rule.ids[id] ?? Rule.families[String(family)]
    summary = known?.summary ?? "Something is wrong: \(id)"
    help = known?.help ?? "The message says what, and where."
  }

  private init(_ summary: String, _ help: String) {
    self.summary = summary
    self.help = help
  }

  /// Whether these words were written for the id or its family.
  public static func knows(_ id: String) -> Bool {
    ids[id] != nil || families[String(id.prefix { $0 != "." })] != nil
  }

  private static let ids: [String: Rule] = [
    "claim.refuted": Rule(
      "A claim is false",
      "A certain counterexample was found; the message names it. Correct the claim or its "
        + "hypotheses. `evident explain ID` shows everything that is known about the claim."),
    "claim.inconclusive": Rule(
      "A claim is undecided",
      "The check neither proved nor refuted the claim, or did not notice a damaged version of it. "
        + "It is not a pass: the page says so too."),
    "claim.vacuous": Rule(
      "A check tests nothing",
      "The check could not have failed: its hypotheses never hold, both sides are the same, or the "
        + "tolerance reaches the value itself."),
    "claim.notRun": Rule(
      "A claim was not checked in this run",
      "Something before its check failed, or its check was never reached. It is not a pass."),
    "claim.failed": Rule(
      "The code that checks a claim failed", "Mend the code; the claim itself was not judged."),
    "claim.stale": Rule(
      "A claim's result is older than its code", "Run the check again."),
    "claim.bare-decimal": Rule(
      "A decimal in a claim that no code checks",
      "Compute it: `{swift} expression ≈ 0.665` checks each digit that is printed."),
    "value.wrong": Rule(
      "A number in prose differs from what the code computes",
      "The printed digits are the claim: half a unit in the last place. `evident promote` rewrites "
        + "the literal after showing the change."),
  ]

  private static let families: [String: Rule] = [
    "article": Rule("An article cannot be read", "The message says what the file lacks."),
    "assumption": Rule(
      "What a claim rests on cannot carry it",
      "A lemma is a claim or a cited statement that does not rest on the claim in turn."),
    "block": Rule(
      "A block does not fail as it says",
      "A block marked `fails` or `traps` must end with the message that it states."),
    "box": Rule(
      "A box is not written as a box", "See “Claims” in the guide to writing an article."),
    "chance": Rule(
      "The statistical checks spend more than the site's budget",
      "Give each check a smaller alpha, or state a larger budget in site/site.yml."),
    "check": Rule(
      "A check does not belong to a claim, or was never reached",
      "A check names the id, and the part, of a claim that the article states."),
    "certificate": Rule(
      "A certificate cannot be offered", "The message says what it lacks."),
    "citation": Rule("A citation has no entry", "Add it to site/references.json."),
    "cited": Rule(
      "A cited statement is not cited properly, or too many are",
      "Name a source, do not check the statement, and cite less than you check."),
    "claim": Rule(
      "A claim is not stated or checked as it must be",
      "Each claim has an id of its own, and each of its parts a check."),
    "code": Rule("Code is shown without its colours", "The page is right, but plain."),
    "core": Rule("The library that articles import was not found", "Build it."),
    "enclosure": Rule(
      "An enclosure disagrees with itself",
      "The same number was computed again at twice the bits, or by machine arithmetic, and one of "
        + "the results is wrong. Do not trust the check before the cause is known."),
    "evidence": Rule(
      "The record of fresh statistical runs cannot be used or written",
      "Correct the file that the message names, or choose another seed."),
    "fence": Rule(
      "A block of code is not closed, or of an unknown kind",
      "Close it with as many backticks; Swift that runs begins with ```swift."),
    "figure": Rule("Nothing is shown in a figure", "Fill it with show(…, as: id)."),
    "folklore": Rule(
      "Nothing refutes a folklore statement", "Refute it: claim(id).refuted(law, at: [point])."),
    "footnote": Rule("A footnote is not written", "Write it: `[^name]: …` on a line of its own."),
    "frontmatter": Rule("The front matter is wrong", "See “The top of the file” in the guide."),
    "id": Rule("An id is malformed or used twice", "Give it another one."),
    "link": Rule(
      "A link or a picture leads to nothing on the site",
      "Link to an article by its file, and to what lies in site/assets by its path."),
    "math": Rule(
      "A formula is cut apart by Markdown, or has no end",
      "See “Mathematics” in the guide to writing."),
    "merge": Rule(
      "Ledgers do not fit together", "Merge all shards of one site, made from one commit."),
    "nesting": Rule("Containers are nested too deeply", "Take some of them away."),
    "promote": Rule("A literal cannot be rewritten", "Rewrite it by hand."),
    "record": Rule("A program wrote what is no record of its run", "Leave descriptor 3 alone."),
    "reference": Rule("A reference leads nowhere", "Correct its target."),
    "references": Rule("The bibliography is wrong", "Correct site/references.json."),
    "report": Rule("A report cannot be written", "Choose a place that can be written to."),
    "run": Rule("An article cannot be run", "The message says what the machine lacks."),
    "site": Rule("The site's own files are wrong", "Correct site/site.yml or what it names."),
    "statement": Rule(
      "A statement and its check have drifted apart",
      "Read both again. `evident promote --statements` records that they agree."),
    "swift": Rule("Code does not compile or does not run", "Correct it at the place named."),
    "template": Rule("A template is wrong", "Correct it in site/templates."),
    "tex": Rule("A formula cannot be typeset", "Correct the TeX at the place named."),
    "text": Rule("A file is not plain text", "Take out what the message names."),
    "value": Rule(
      "A checked number in prose is wrong or not written as one",
      "See “Numbers in prose” in the guide to writing an article."),
  ]
}

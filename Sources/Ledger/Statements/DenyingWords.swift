/// Words that say that something fails.
enum DenyingWords {
  /// Whether any word does.
  static func areAny(in text: String) -> Bool { plain(text).contains(any) }

  /// Whether words deny a formula that stands beside them. "It holds for … too" does not.
  static func denyFormula(in text: String) -> Bool { plain(text).contains(formula) }

  /// Whether words deny a law that was proved, and not only limit what is said: "not only",
  /// "the least, and nothing else" are no denials of it.
  static func denyLaw(in text: String) -> Bool { plain(text).contains(law) }

  /// Two negations affirm: "with no exception", "never fails".
  private static func plain(_ text: String) -> String { text.replacing(affirming, with: "") }

  nonisolated(unsafe) private static let affirming =
    #/
    (?i)\b(?:no|not|never|cannot|can\ not|without|hardly|\w+n['’]t)
    \s+(?:\w+\s+)?(?:an?\s+|any\s+)?
    (?:fail\w*|false|wrong|exceptions?|counter-?examples?|doubt|matter|only|just|differ\w*
      |break\w*|equal|zero|both)\b
    /#
  nonisolated(unsafe) private static let any =
    #/
    (?i)\b(?:not|no|none|nor|never|neither|nowhere|fail\w*|false|wrong|break\w*|counter-?examples?
      |except|exceeds?|cannot|\w+n['’]t|differ\w*|too|untrue|impossible|violat\w*|refut\w*)\b
    /#
  nonisolated(unsafe) private static let formula =
    #/
    (?i)\b(?:not|never|fail\w*|false|wrong|break\w*|counter-?examples?|cannot|\w+n['’]t|untrue
      |impossible|violat\w*|refut\w*|for\ no)\b
    /#
  nonisolated(unsafe) private static let law =
    #/
    (?i)\b(?:fails?|failing|false|wrong|untrue|impossible|counter-?examples?|refuted|violated
      |not\ (?:true|hold|the\ case|every|all|always)|never\ (?:true|holds?)
      |(?:cannot|\w+n['’]t)\ (?:be\ true|hold)|for\ no|no\ (?:real|integer|number)s?)\b
    /#
}

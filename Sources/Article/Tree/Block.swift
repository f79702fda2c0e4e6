import Diagnostics

/// A block of an article. Every case knows where it starts.
public indirect enum Block: Sendable, Equatable {
  case heading(Heading)
  case paragraph(Paragraph)
  case list(List)
  case quote([Block], Place)
  /// A fenced or indented block that is not Swift to run; `info` is the fence's info string.
  case code(CodeListing)
  /// A Swift block: `Document.runnables[number]`.
  case swift(Int)
  case html(String, Place)
  case thematicBreak(Place)
  case table(Table)
  /// A displayed formula: `$$…$$` or an environment.
  case display(Display)
  /// A block quote that starts with `[!WORD …]`.
  case box(Box)
}

public struct Heading: Sendable, Equatable {
  public var level: Int
  public var inlines: [Inline]
  /// GitHub's slug, made unique within the article, or the id of a `{#sec:x}` tail.
  public var id: String
  public var place: Place
}

public struct Paragraph: Sendable, Equatable {
  public var inlines: [Inline]
  public var place: Place
}

public struct List: Sendable, Equatable {
  /// `nil` for bullets.
  public var start: Int?
  public var isTight: Bool
  public var items: [ListItem]
  public var place: Place
}

public struct ListItem: Sendable, Equatable {
  /// `nil` unless this is a task.
  public var isDone: Bool?
  public var blocks: [Block]
  public var place: Place
}

public struct CodeListing: Sendable, Equatable {
  public var info: String
  public var code: String
  public var place: Place

  public init(info: String, code: String, place: Place) {
    self.info = info
    self.code = code
    self.place = place
  }
}

public struct Table: Sendable, Equatable {
  public enum Alignment: Sendable, Equatable { case none, left, center, right }
  public var alignments: [Alignment]
  public var header: [[Inline]]
  public var rows: [[[Inline]]]
  public var place: Place
}

/// A displayed formula, numbered if it is an unstarred environment or carries a label or a tag.
public struct Display: Sendable, Equatable {
  /// What goes to the typesetter: `\label` and `\tag` taken out, the environment kept (`align`
  /// becomes `aligned` and so on is the typesetter's business, not the parser's).
  public var tex: String
  /// The environment's name without its star, or `nil` for `$$`.
  public var environment: String?
  /// One entry for each row that has a number: the row, its label, its number or tag.
  public var numbers: [EquationNumber]
  /// For each line of `tex`: its line in the file, and how many bytes stand before it there.
  public var lines: [SourceLine]
  /// Where the formula's first character is, for columns of errors within it.
  public var place: Place
}

public struct EquationNumber: Sendable, Equatable {
  public var row: Int
  public var label: String?
  /// "1", "2", … over the article, or the author's tag.
  public var text: String
}

/// `> [!WORD id] Title` and what stands under it.
public struct Box: Sendable, Equatable {
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    case claim = "CLAIM"
    case cited = "CITED"
    case folklore = "FOLKLORE"
    case figure = "FIGURE"
    case table = "TABLE"
    case definition = "DEFINITION"
    case proof = "PROOF"
    case remark = "REMARK"
    case example = "EXAMPLE"
    case note = "NOTE"
    case tip = "TIP"
    case important = "IMPORTANT"
    case warning = "WARNING"
    case caution = "CAUTION"
  }
  public var kind: Kind
  public var id: String?
  public var title: [Inline]
  public var blocks: [Block]
  /// How many parts the statement has: the items of the first ordered list directly in a claim, or
  /// 0 when it is not divided.
  public var parts: Int
  /// The number of the box among its kind in the article, from 1 (claims, cited and folklore boxes
  /// count together; remarks, examples and alerts are not numbered: 0).
  public var number: Int
  /// The verdict that a demonstration is written to get, as the author spelled it.
  public var expected: Expected? = nil
  public var place: Place

  /// `expect=VERDICT` in a box's marker.
  public struct Expected: Sendable, Equatable {
    public var verdict: String
    public var place: Place
  }
}

public struct Footnote: Sendable, Equatable {
  public var label: String
  public var blocks: [Block]
  /// How many references point here.
  public var references: Int
}

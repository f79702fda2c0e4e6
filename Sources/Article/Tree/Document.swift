import Diagnostics

/// An article as a typed tree of values with true source positions, independent of cmark.
///
/// `blocks` is what a reader sees, in order. `runnables`, `boxes` and `headings` index what other
/// stages look for, in document order. Everything wrong with the text itself is in `diagnostics`;
/// a document with errors is still complete as far as it could be read.
public struct Document: Sendable, Equatable {
  /// The path that places name, relative to the folder of the site: `articles/softmax.md`.
  public var path: String
  /// The last component without `.md`; the page is `<slug>/index.html`.
  public var slug: String
  public var frontMatter: FrontMatter
  public var blocks: [Block]
  /// Footnote definitions that are referenced, in order of first reference.
  public var footnotes: [Footnote]
  /// Swift blocks and inline values in document order; an index into this array is the number that
  /// records carry.
  public var runnables: [Runnable]
  public var diagnostics: [Diagnostic]
  /// The whole source, for excerpts.
  public var source: String
}

/// The keys between the `---` lines.
public struct FrontMatter: Sendable, Equatable {
  public var title: String = ""
  public var summary: String?
  /// `yyyy-mm-dd`, checked.
  public var date: String?
  public var series: String?
  public var author: String?
  public var lang: String = "en"
  public var discusses: Discussed?
  public init() {}

  /// A work that the article is about: credited and linked.
  public struct Discussed: Sendable, Equatable {
    public var title: String
    public var author: String?
    public var date: String?
    public var url: String?
  }
}

/// Something that runs.
public enum Runnable: Sendable, Equatable {
  case block(SwiftBlock)
  case value(InlineValue)
}

/// A fenced `swift` block.
public struct SwiftBlock: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case runs
    /// Runs in a scope of its own: sees what came before, leaks nothing.
    case own
    case isStatic
    case fails
    case traps
  }
  public enum Display: Sendable, Equatable { case shown, folded, hidden }

  /// Its index in `Document.runnables`.
  public var number: Int
  public var id: String?
  public var kind: Kind
  public var display: Display
  public var timeout: Double?
  /// A preview runs it only when asked.
  public var isSlow = false
  /// `false`: it has swallowed what follows it, and cannot run.
  public var isClosed = true
  /// The code without the fence's indentation or the container's prefix, and without the end of
  /// its last line.
  public var code: String
  /// For each line of `code`: its line in the file, and how many bytes of prefix were taken off
  /// (fewer than none where a container has eaten half a tab). Empty for a block without lines.
  public var lines: [SourceLine]
  /// Where the opening fence is.
  public var place: Place
}

public struct SourceLine: Sendable, Equatable {
  public var line: Int
  public var prefix: Int
  public init(line: Int, prefix: Int) {
    self.line = line
    self.prefix = prefix
  }
}

/// A code span `{swift} expression`, with the literal that the author claims, if any.
public struct InlineValue: Sendable, Equatable {
  /// Its index in `Document.runnables`.
  public var number: Int
  public var expression: String
  /// Where the expression begins.
  public var place: Place
  public var claimed: ClaimedLiteral?
}

/// The literal after the last ` ≈ ` or ` = ` of an inline value.
public struct ClaimedLiteral: Sendable, Equatable {
  public enum Relation: String, Sendable, Equatable {
    case approximately = "≈"
    case equal = "="
  }
  public var relation: Relation
  /// As the author wrote it.
  public var text: String
  public var value: Literal
  public var place: Place
}

/// A literal, read exactly.
public indirect enum Literal: Sendable, Equatable {
  /// `digits · 10^exponent`; the last digit of `digits` is the last printed place, so half a unit
  /// in it is `10^exponent / 2`. `%` has already been counted into the exponent.
  case decimal(negative: Bool, digits: String, exponent: Int)
  case fraction(negative: Bool, numerator: String, denominator: String)
  case boolean(Bool)
  case complex(re: Literal, im: Literal)
  case tuple([Literal])
  case infinity(negative: Bool)
  case nan
  case text(String)
}

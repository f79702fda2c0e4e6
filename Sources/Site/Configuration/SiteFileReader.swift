import Diagnostics
import MathCore
import Yams

/// Reads the site file.
///
///     title: Evidence                  # required
///     description: …                   # all others may be left out
///     url: https://example.org/math/
///     author: …
///     language: en
///     macros:
///       \R: \mathbb{R}
///     chance:                          # of the statistical checks
///       salt: any text                 # what all draws are made from; default: url, else title
///       budget: 1e-4                   # what their levels may add up to
///
/// Any other key, a key twice, and a value of another shape are errors at their line and column.
/// A file with errors still gives every value that could be read.
public struct SiteFileReader {
  public private(set) var diagnostics: [Diagnostic] = []
  private let text: String
  private let file: String

  public static func read(_ bytes: [UInt8], file: String = SiteFolder.siteFilePath)
    -> (site: SiteFile, diagnostics: [Diagnostic])
  {
    let missing = SiteFile(title: "")
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let place = Place(file: file, line: 1, column: 1)
      return (missing, [Diagnostic("site.encoding", at: place, "the site file is not UTF-8")])
    }
    var reader = SiteFileReader(text: text, file: file)
    let site = reader.read() ?? missing
    return (site, reader.diagnostics)
  }

  private init(text: String, file: String) {
    self.text = text
    self.file = file
  }

  private static let keys = [
    "title", "description", "url", "author", "language", "macros", "chance",
  ]

  private mutating func read() -> SiteFile? {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        report("site.title", at: nil, "the site file is empty", fix: "write `title: …` into it")
        return nil
      }
      guard let mapping = node.mapping else {
        report("site.shape", at: node.mark, "the site file must be a list of `key: value` lines")
        return nil
      }
      return site(from: mapping)
    } catch let error as YamlError {
      diagnostics.append(YAMLPlaces(text: text, file: file).diagnostic("site.yaml", error))
    } catch {
      report("site.yaml", at: nil, "the site file cannot be read: \(error)")
    }
    return nil
  }

  private mutating func site(from mapping: Node.Mapping) -> SiteFile {
    var site = SiteFile(title: "")
    for (key, value) in mapping {
      let name = key.string ?? ""
      switch name {
      case "title": site.title = string(value, of: name) ?? ""
      case "description": site.description = string(value, of: name)
      case "url": site.url = address(value)
      case "author": site.author = string(value, of: name)
      case "language": site.language = language(value) ?? site.language
      case "macros": site.macros = macros(value)
      case "chance": readChance(value, into: &site)
      default:
        report(
          "site.unknown-key", at: key.mark, "unknown key `\(name)`",
          fix: Suggestion.sentence(for: name, among: Self.keys)
            ?? "known keys: " + Self.keys.joined(separator: ", "))
      }
    }
    if site.title.isEmpty && diagnostics.isEmpty {
      report("site.title", at: nil, "the site has no title", fix: "write `title: …` into the file")
    }
    return site
  }

  private mutating func string(_ node: Node, of key: String) -> String? {
    guard let scalar = node.scalar, !scalar.string.isEmpty else {
      report("site.value", at: node.mark, "`\(key)` needs a text")
      return nil
    }
    return scalar.string
  }

  private mutating func address(_ node: Node) -> String? {
    guard let text = string(node, of: "url") else { return nil }
    guard WebAddress.isWeb(text) else {
      report("site.url", at: node.mark, "`url` must start with `https://` or `http://`")
      return nil
    }
    return text
  }

  private mutating func language(_ node: Node) -> String? {
    guard let text = string(node, of: "language") else { return nil }
    guard text.utf8.allSatisfy({ $0.isTagByte }) else {
      report(
        "site.language", at: node.mark, "`\(text)` is not a language tag",
        fix: "write a tag such as `en`, `de` or `zh-Hans`")
      return nil
    }
    return text
  }

  private mutating func macros(_ node: Node) -> [String: String] {
    guard let mapping = node.mapping else {
      report("site.value", at: node.mark, "`macros` needs lines such as `\\R: \\mathbb{R}`")
      return [:]
    }
    var macros: [String: String] = [:]
    for (key, value) in mapping {
      guard let name = key.string, name.count > 1, name.hasPrefix("\\") else {
        report("site.macro", at: key.mark, "the name of a macro starts with a backslash")
        continue
      }
      macros[name] = string(value, of: name)
    }
    return macros
  }

  private static let chanceKeys = ["salt", "budget"]

  private mutating func readChance(_ node: Node, into site: inout SiteFile) {
    guard let mapping = node.mapping else {
      report("site.value", at: node.mark, "`chance` needs lines such as `budget: 1e-4`")
      return
    }
    for (key, value) in mapping {
      let name = key.string ?? ""
      switch name {
      case "salt": site.salt = string(value, of: name)
      case "budget": site.budget = budget(value) ?? site.budget
      default:
        report(
          "site.unknown-key", at: key.mark, "unknown key `\(name)` in `chance`",
          fix: Suggestion.sentence(for: name, among: Self.chanceKeys)
            ?? "known keys: " + Self.chanceKeys.joined(separator: ", "))
      }
    }
  }

  private mutating func budget(_ node: Node) -> Rational? {
    guard let text = node.scalar?.string, let budget = Rational(text), budget > 0, budget < 1 else {
      report(
        "site.budget", at: node.mark, "`budget` is a number between 0 and 1",
        fix: "the probability that any statistical check cries wolf, such as `1e-4`")
      return nil
    }
    return budget
  }

  private mutating func report(_ id: String, at mark: Mark?, _ message: String, fix: String? = nil)
  {
    let place = YAMLPlaces(text: text, file: file).place(mark)
    diagnostics.append(Diagnostic(id, at: place, message, fix: fix))
  }
}

extension UInt8 {
  /// A letter, a digit or `-`, as language tags are made of.
  fileprivate var isTagByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

// One work of `site/references.json`, as CSL-JSON has it; only what a reference list prints.

import Foundation

/// A work that can be cited.
public struct CSLItem: Sendable, Equatable, Decodable {
  public var id: String
  public var title: String?
  public var authors: [Name]
  public var year: String?
  public var container: String?
  public var volume: String?
  public var issue: String?
  public var pages: String?
  public var publisher: String?
  public var doi: String?
  public var url: String?

  /// A person, or an institution as a `literal`.
  public struct Name: Sendable, Equatable, Decodable {
    public var family: String?
    public var given: String?
    public var literal: String?
  }

  private enum Key: String, CodingKey {
    case id, title, author, editor, issued, volume, issue, page, publisher
    case container = "container-title"
    case doi = "DOI"
    case url = "URL"
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func text(_ key: Key) throws -> String? {
      try values.decodeIfPresent(TextOrNumber.self, forKey: key)?.text
    }
    id = try values.decode(TextOrNumber.self, forKey: .id).text
    title = try text(.title)
    authors =
      try values.decodeIfPresent([Name].self, forKey: .author)
      ?? values.decodeIfPresent([Name].self, forKey: .editor) ?? []
    year = try values.decodeIfPresent(Issued.self, forKey: .issued)?.year
    container = try text(.container)
    volume = try text(.volume)
    issue = try text(.issue)
    pages = try text(.page)
    publisher = try text(.publisher)
    doi = try text(.doi)
    url = try text(.url)
  }
}

/// CSL allows numbers where it means text.
private struct TextOrNumber: Decodable {
  var text: String

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Int.self) {
      text = String(number)
    } else {
      text = try value.decode(String.self)
    }
  }
}

/// A date: `{"date-parts": [[2016, 6]]}`, or words.
private struct Issued: Decodable {
  var year: String?

  private enum Key: String, CodingKey {
    case parts = "date-parts"
    case raw, literal
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let parts = try values.decodeIfPresent([[TextOrNumber]].self, forKey: .parts)
    let words =
      try values.decodeIfPresent(String.self, forKey: .raw)
      ?? values.decodeIfPresent(String.self, forKey: .literal)
    year = parts?.first?.first?.text ?? words
  }
}

// `site/references.json`: the works that articles may cite, read entry by entry, so that one bad
// entry does not take the others away.

import Diagnostics
import Foundation

/// All works that can be cited.
public struct ReferenceLibrary: Sendable, Equatable {
  private let items: [String: CSLItem]

  public init(_ items: [CSLItem] = []) {
    self.items = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public subscript(key: String) -> CSLItem? { items[key] }

  public var keys: [String] { items.keys.sorted() }

  /// Reads CSL-JSON. `path` is what diagnostics name.
  public static func read(_ data: Data, path: String) -> (ReferenceLibrary, [Diagnostic]) {
    let entries: [Entry]
    do {
      entries = try JSONDecoder().decode([Entry].self, from: data)
    } catch {
      return (ReferenceLibrary(), [unreadable(data, path: path)])
    }
    var diagnostics: [Diagnostic] = []
    var seen: Set<String> = []
    var items: [CSLItem] = []
    let place = Place(file: path, line: 1, column: 1)
    for (index, entry) in entries.enumerated() {
      switch entry.item {
      case .failure(let reason):
        diagnostics.append(
          Diagnostic(
            "references.invalid", at: place,
            "entry \(index + 1) of the references cannot be used: \(reason.text)"))
      case .success(let item):
        if seen.insert(item.id).inserted {
          items.append(item)
        } else {
          diagnostics.append(
            Diagnostic(
              "references.duplicate", at: place, "two references have the id `\(item.id)`"))
        }
      }
    }
    return (ReferenceLibrary(items), diagnostics)
  }

  /// `JSONDecoder` does not say where JSON is broken; the older parser does.
  private static func unreadable(_ data: Data, path: String) -> Diagnostic {
    do {
      _ = try JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed])
      return Diagnostic(
        "references.invalid", at: Place(file: path, line: 1, column: 1),
        "the references are not a list of CSL-JSON entries")
    } catch {
      let details = (error as NSError).userInfo
      let reason = details["NSDebugDescription"] as? String
      let offset =
        details["NSJSONSerializationErrorIndex"] as? Int
        ?? reason?.firstMatch(of: #/character (\d+)/#).flatMap { Int($0.1) }
      return Diagnostic(
        "references.invalid", at: place(of: offset ?? 0, in: data, path: path),
        "the references are not valid JSON")
    }
  }

  private static func place(of offset: Int, in data: Data, path: String) -> Place {
    let before = data.prefix(offset)
    let line = before.count { $0 == 10 } + 1
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? before.startIndex
    return Place(file: path, line: line, column: before.endIndex - start + 1)
  }
}

/// An entry that may be bad, and why.
private struct Entry: Decodable {
  struct Reason: Error { var text: String }
  var item: Result<CSLItem, Reason>

  init(from decoder: any Decoder) throws {
    do {
      item = .success(try CSLItem(from: decoder))
    } catch DecodingError.keyNotFound(let key, _) {
      item = .failure(Reason(text: "it has no `\(key.stringValue)`"))
    } catch DecodingError.typeMismatch(_, let context) {
      let path = context.codingPath.dropFirst().map(\.stringValue).joined(separator: ".")
      item = .failure(Reason(text: "`\(path)` has the wrong type"))
    } catch {
      item = .failure(Reason(text: "it is not a CSL-JSON entry"))
    }
  }
}

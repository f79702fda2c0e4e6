/// What the index says of an article's program, in the article's order: which globals are read
/// before they have a value, and which names of the core library its claims do not mean.
///
/// Swift runs top-level code in order but lets it mention any global of the file: a variable that
/// is declared further down reads as zero bytes, silently.
struct ArticleIndex {
  /// A mention of an article's own symbol.
  struct Mention: Equatable {
    var name: String
    /// Where it is mentioned, and where it is declared, in lines and columns of the article.
    var line: Int
    var column: Int
    var declaredLine: Int
    var declaredColumn: Int
    /// The global variable that is not there yet, when the mention is of a function that reads it.
    var reads: String?
  }

  private typealias Occurrence = IndexStore.Occurrence

  private let occurrences: [IndexStore.Occurrence]
  private let articleLines: [Int?]
  /// Definitions at the top level of the article, by USR.
  private let definitions: [String: IndexStore.Occurrence]
  /// The names of the types that the article declares.
  private let ownTypes: Set<String>

  /// - Parameters:
  ///   - occurrences: of the placed program, by its own lines.
  ///   - program: what was compiled.
  init(_ occurrences: [IndexStore.Occurrence], of program: Program) {
    articleLines = program.articleLines
    // Accessors repeat what is said of their variables.
    self.occurrences = occurrences.filter {
      !$0.name.hasPrefix("getter:") && !$0.name.hasPrefix("setter:")
    }
    var definitions: [String: IndexStore.Occurrence] = [:]
    for occurrence in self.occurrences where occurrence.isDefinition && !occurrence.isImplicit {
      definitions[occurrence.usr] = occurrence
    }
    self.definitions = definitions
    ownTypes = Set(definitions.values.filter(\.isType).map(\.name))
  }

  private func articleLine(_ occurrence: IndexStore.Occurrence) -> Int? {
    let index = occurrence.line - 1
    return articleLines.indices.contains(index) ? articleLines[index] : nil
  }

  /// Mentions of global variables above their declaration, in order: those that run there, and
  /// those in a block before the declaring one. So are calls of functions that read such a
  /// variable.
  ///
  /// - Parameter areInOneBlock: whether two lines of the article belong to the same block.
  func readsBeforeDeclaration(areInOneBlock: (Int, Int) -> Bool) -> [Mention] {
    let readers = variablesReadByFunctions()
    return occurrences.compactMap { occurrence -> Mention? in
      guard occurrence.isReference, let line = articleLine(occurrence) else { return nil }
      let isRunHere = occurrence.containers.isEmpty
      if let declaration = laterVariable(occurrence.usr, than: occurrence) {
        guard let declaredLine = articleLine(declaration) else { return nil }
        guard isRunHere || !areInOneBlock(line, declaredLine) else { return nil }
        return mention(occurrence, declaration)
      }
      guard isRunHere, let variables = readers[occurrence.usr] else { return nil }
      let later = variables.sorted().lazy.compactMap { laterVariable($0, than: occurrence) }.first
      return later.flatMap { mention(occurrence, $0, reads: $0.name) }
    }
  }

  /// Mentions, within these lines, of symbols of the article that take the place of the library's:
  /// what has a library's name at the top level, a member with the name of the type's own, an
  /// operator of the library for types of which none is the article's.
  func mentions(ofNames names: Set<String>, in lines: ClosedRange<Int>) -> [Mention] {
    ownMentions(in: lines).compactMap { occurrence, definition in
      replaces(definition, names) ? mention(occurrence, definition) : nil
    }
  }

  /// The lines on which symbols are declared that are mentioned within these lines.
  func linesOfDeclarations(mentionedIn lines: ClosedRange<Int>) -> Set<Int> {
    Set(ownMentions(in: lines).compactMap { articleLine($0.definition) })
  }

  private func ownMentions(
    in lines: ClosedRange<Int>
  ) -> [(occurrence: Occurrence, definition: Occurrence)] {
    occurrences.compactMap { occurrence in
      guard occurrence.isReference, let line = articleLine(occurrence), lines.contains(line),
        let definition = definitions[occurrence.usr], definition.containers.isEmpty
      else { return nil }
      return (occurrence, definition)
    }
  }

  private func replaces(_ definition: Occurrence, _ names: Set<String>) -> Bool {
    let name = ArticleIndex.baseName(definition.name)
    if let parent = definition.parent {
      return !ownTypes.contains(parent) && names.contains("\(parent).\(name)")
    }
    guard names.contains(name) else { return false }
    return name.first?.isLetter ?? false || !mentionsOwnType(definition)
  }

  /// Whether a type of the article stands in the first line of a declaration.
  private func mentionsOwnType(_ definition: Occurrence) -> Bool {
    occurrences.contains { $0.line == definition.line && ownTypes.contains($0.name) }
  }

  /// `softmax` of `softmax(_:)`.
  static func baseName(_ name: String) -> String {
    String(name.prefix { $0 != "(" || name.first == "(" })
  }

  private func mention(
    _ occurrence: IndexStore.Occurrence, _ declaration: IndexStore.Occurrence,
    reads: String? = nil
  ) -> Mention? {
    guard let line = articleLine(occurrence), let declaredLine = articleLine(declaration) else {
      return nil
    }
    return Mention(
      name: ArticleIndex.baseName(occurrence.name), line: line, column: occurrence.column,
      declaredLine: declaredLine, declaredColumn: declaration.column, reads: reads)
  }

  private func isGlobalVariable(_ occurrence: IndexStore.Occurrence) -> Bool {
    occurrence.kind == IndexStore.Occurrence.variable
  }

  private func laterVariable(
    _ usr: String, than occurrence: IndexStore.Occurrence
  ) -> IndexStore.Occurrence? {
    guard let declaration = definitions[usr], isGlobalVariable(declaration),
      (declaration.line, declaration.column) > (occurrence.line, occurrence.column)
    else { return nil }
    return declaration
  }

  /// For each of the article's functions, the global variables that a call of it may read, through
  /// the functions that it calls too.
  private func variablesReadByFunctions() -> [String: Set<String>] {
    var mentions: [String: Set<String>] = [:]
    for occurrence in occurrences where occurrence.isReference {
      guard definitions[occurrence.usr] != nil else { continue }
      for container in occurrence.containers where definitions[container] != nil {
        mentions[container, default: []].insert(occurrence.usr)
      }
    }
    var readers: [String: Set<String>] = [:]
    for function in mentions.keys {
      // A variable's initial value runs where it stands; only what is called reads later.
      if let definition = definitions[function], isGlobalVariable(definition) { continue }
      var reached: Set<String> = []
      var waiting = [function]
      while let next = waiting.popLast() {
        for mentioned in mentions[next] ?? [] where reached.insert(mentioned).inserted {
          waiting.append(mentioned)
        }
      }
      readers[function] = reached.filter { definitions[$0].map(isGlobalVariable) ?? false }
    }
    return readers
  }
}

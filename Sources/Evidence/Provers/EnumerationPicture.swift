import Records

/// Gathers the points of an enumeration for a picture: a dot for each where they have coordinates
/// and are not too many, otherwise runs of their numbers.
struct EnumerationPicture {
  private let count: Int
  private var names: [String]?
  private var points: [ProofPicture.Cell] = []
  private var runs: [ProofPicture.Cell] = []
  private let runLength: Int

  /// - Parameter count: how many points there are at most.
  init(count: Int) {
    self.count = count
    let capacity = ProofPicture.capacity(axes: 1)
    runLength = Swift.max(1, (count + capacity - 1) / capacity)
  }

  /// - Parameter margin: what is to spare there, for inequalities.
  mutating func add(
    _ number: Int, _ kind: ProofPicture.Kind, margin: Double?, at point: () -> [Binding]
  ) {
    let margin = margin.flatMap { $0.isFinite && kind == .shown ? $0 : nil }
    addToRuns(number, kind, margin)
    guard number == 0 || names != nil else { return }
    let coordinates = Self.coordinates(of: point())
    if number == 0, let coordinates, count <= ProofPicture.capacity(axes: coordinates.count) {
      names = coordinates.map(\.name)
    }
    guard let names, let coordinates, coordinates.map(\.name) == names else {
      self.names = nil
      return
    }
    points.append(ProofPicture.Cell(kind, lower: coordinates.map(\.value), margin: margin))
  }

  private mutating func addToRuns(
    _ number: Int, _ kind: ProofPicture.Kind, _ margin: Double?
  ) {
    let position = Double(number)
    guard let last = runs.indices.last, runs[last].count < runLength else {
      runs.append(ProofPicture.Cell(kind, lower: [position], margin: margin))
      return
    }
    let kinds = ProofPicture.Kind.allCases
    let margins = [runs[last].margin, margin].compactMap { $0 }
    runs[last].kind = kinds.first { $0 == runs[last].kind || $0 == kind } ?? .open
    runs[last].margin = runs[last].kind == .shown ? margins.min() : nil
    runs[last].upper = [position]
    runs[last].count += 1
  }

  var picture: ProofPicture? {
    guard !runs.isEmpty else { return nil }
    guard let names else {
      let axis = ProofPicture.Axis(name: "number", lower: 0, upper: Double(count - 1))
      return ProofPicture(form: .points, axes: [axis], cells: runs)
    }
    let axes = names.indices.map { index in
      let values = points.map { $0.lower[index] }
      return ProofPicture.Axis(
        name: names[index], lower: values.min() ?? 0, upper: values.max() ?? 0)
    }
    return ProofPicture(form: .points, axes: axes, cells: points)
  }

  /// Numbers of a point by name, when all of it is numbers: `x = [1, 3/2]` gives x_1 and x_2.
  private static func coordinates(of point: [Binding]) -> [(name: String, value: Double)]? {
    var list: [(name: String, value: Double)] = []
    for binding in point {
      let entries = entries(of: binding.value)
      for (index, text) in entries.enumerated() {
        guard let value = number(text), value.isFinite else { return nil }
        list.append((entries.count == 1 ? binding.name : "\(binding.name)_{\(index + 1)}", value))
      }
    }
    return list.isEmpty ? nil : list
  }

  private static func entries(of text: String) -> [Substring] {
    let inner = text.drop { "[( ".contains($0) }
    let end = inner.lastIndex { !")] ".contains($0) }
    guard let end else { return [] }
    return inner[...end].split(separator: ",", omittingEmptySubsequences: false)
  }

  private static func number(_ text: Substring) -> Double? {
    let text = text.drop { $0 == " " }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return Double(text) }
    guard let above = Double(parts[0]), let below = Double(parts[1]), below != 0 else {
      return nil
    }
    return above / below
  }
}

// All subsets of a fixed size, and all words of a fixed length: what exact moments and exhaustive
// searches run through. Nothing is stored; each element is made when it is asked for.

/// The subsets of {0, …, n − 1} of one size, each ascending, in lexicographic order.
///
/// `Array(Subsets(of: 3, size: 2))` is [[0, 1], [0, 2], [1, 2]]. Size 0 gives the empty set only.
public struct Subsets: Sequence, Sendable {
  public let universe: Int
  public let size: Int

  /// - Precondition: `0 <= size <= universe`.
  public init(of universe: Int, size: Int) {
    require(
      (0...Swift.max(universe, 0)).contains(size),
      "there is no subset of \(size) out of \(universe) elements")
    self.universe = universe
    self.size = size
  }

  /// How many there are: the binomial coefficient.
  ///
  /// - Precondition: it fits into an `Int`.
  public var count: Int {
    let smaller = Swift.min(size, universe - size)
    return (0..<smaller).reduce(1) { product, k in
      let (next, overflow) = product.multipliedReportingOverflow(by: universe - k)
      require(!overflow, "there are too many subsets of \(size) out of \(universe) to count")
      return next / (k + 1)
    }
  }

  public struct Iterator: IteratorProtocol {
    let universe: Int
    var pending: [Int]?

    public mutating func next() -> [Int]? {
      guard let current = pending else { return nil }
      pending = successor(of: current)
      return current
    }

    private func successor(of current: [Int]) -> [Int]? {
      let size = current.count
      guard let place = current.indices.last(where: { current[$0] < universe - size + $0 }) else {
        return nil
      }
      return Array(current[..<place]) + (0..<size - place).map { current[place] + 1 + $0 }
    }
  }

  public func makeIterator() -> Iterator {
    Iterator(universe: universe, pending: Array(0..<size))
  }
}

/// The words of one length over the letters 0, …, n − 1, in lexicographic order.
///
/// `Array(Words(over: 2, length: 2))` is [[0, 0], [0, 1], [1, 0], [1, 1]]. Length 0 gives the
/// empty word only; no letters give no other word.
public struct Words: Sequence, Sendable {
  public let letters: Int
  public let length: Int

  /// - Precondition: neither is negative.
  public init(over letters: Int, length: Int) {
    require(
      letters >= 0 && length >= 0, "there are no words of length \(length) over \(letters) letters")
    self.letters = letters
    self.length = length
  }

  /// How many there are: letters to the power length.
  ///
  /// - Precondition: it fits into an `Int`.
  public var count: Int {
    (0..<length).reduce(1) { product, _ in
      let (next, overflow) = product.multipliedReportingOverflow(by: letters)
      require(!overflow, "there are too many words of length \(length) over \(letters) to count")
      return next
    }
  }

  public struct Iterator: IteratorProtocol {
    let letters: Int
    var pending: [Int]?

    public mutating func next() -> [Int]? {
      guard let current = pending else { return nil }
      pending = successor(of: current)
      return current
    }

    private func successor(of current: [Int]) -> [Int]? {
      guard let place = current.lastIndex(where: { $0 + 1 < letters }) else { return nil }
      return current[..<place] + [current[place] + 1]
        + Array(repeating: 0, count: current.count - place - 1)
    }
  }

  public func makeIterator() -> Iterator {
    let isPossible = length == 0 || letters > 0
    return Iterator(
      letters: letters, pending: isPossible ? Array(repeating: 0, count: length) : nil)
  }
}

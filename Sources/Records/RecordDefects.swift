/// What no honest writer says: the schema's types allow it, their meaning does not.
extension Record {
  /// Why this record cannot be true, or `nil`.
  var defect: String? {
    switch self {
    case .began(let mark), .ended(let mark): mark.defect
    case .value(let value):
      value.runnable < 0 ? "a negative number of a block" : value.quantity.defect
    case .shown(let shown): shown.mark.defect ?? shown.content.defect
    case .check(let check): check.defect
    case .mutant(let mutant):
      mutant.check < 0 ? "a negative number of a check" : mutant.trial.defect
    case .threw(let thrown): thrown.runnable < -1 ? "a negative number of a block" : nil
    case .finished: nil
    }
  }
}

extension Mark {
  var defect: String? {
    if runnable < 0 { return "a negative number of a block" }
    return output < 0 ? "a negative number of bytes" : nil
  }
}

extension CheckRecord {
  var defect: String? {
    if check < 0 || runnable < -1 || line < 0 { return "a negative number in a check" }
    if let part, part < 1 { return "a part of a claim below 1" }
    if claim.isEmpty { return "a check of no claim" }
    return trial.defect ?? never?.defect ?? proof?.defect ?? statistical?.defect
      ?? agreement?.defect
  }
}

extension Agreement {
  var defect: String? {
    if places < 0 || compared < 0 { return "a negative number of recomputed places" }
    return alarms.count > 16 ? "too many disagreements in one record" : nil
  }
}

extension Trial {
  var defect: String? {
    let counts = [held, violated, undecided, uninformative, excluded, unclear]
    var total = 0
    for count in counts + strata.flatMap({ [$0.drawn, $0.accepted] }) where count < 0 {
      return "a negative count (\(count))"
    }
    for count in counts {
      let (sum, overflow) = total.addingReportingOverflow(count)
      if overflow { return "counts beyond any run" }
      total = sum
    }
    if let required, required < 0 { return "a negative number of required cases" }
    return draws?.defect
  }
}

extension Shown {
  var defect: String? {
    switch self {
    case .quantity(let quantity): return quantity.defect
    case .table(let header, let rows):
      if rows.contains(where: { $0.count != header.count }) {
        return "a table whose rows are not as long as its header"
      }
      for row in rows {
        for cell in row { if let defect = cell.defect { return defect } }
      }
      return nil
    }
  }
}

extension Quantity {
  var defect: String? {
    switch self {
    case .integer(let digits):
      return Quantity.isInteger(digits) ? nil : "an integer that is not one"
    case .rational(let numerator, let denominator):
      let isRational =
        Quantity.isInteger(numerator) && Quantity.isPositive(denominator[...])
      return isRational ? nil : "a rational that is not one"
    case .double(let text):
      return Quantity.isDouble(text) ? nil : "a number that is not one"
    case .ball(let lower, let upper):
      let ends = [lower, upper].compactMap { $0 }
      return ends.allSatisfy(Quantity.isFraction) ? nil : "a ball whose ends are not rational"
    case .complex(let re, let im): return re.defect ?? im.defect
    case .boolean, .text, .tex: return nil
    case .tuple(let elements), .vector(let elements):
      return elements.lazy.compactMap(\.defect).first
    case .matrix(let rows):
      if Set(rows.map(\.count)).count > 1 { return "a matrix whose rows differ in length" }
      return rows.lazy.joined().compactMap(\.defect).first
    }
  }

  private static func isInteger(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return digits == "0" || isPositive(digits)
  }

  private static func isPositive(_ digits: Substring) -> Bool {
    guard let first = digits.utf8.first, first != UInt8(ascii: "0") else { return false }
    return digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  static func isFraction(_ text: String) -> Bool {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard isInteger(String(parts[0])) else { return false }
    return parts.count == 1 || isPositive(parts[1])
  }

  private static func isDouble(_ text: String) -> Bool {
    if ["nan", "inf", "-inf"].contains(text) { return true }
    let allowed = "0123456789+-.e".utf8
    return text.utf8.allSatisfy(allowed.contains) && Double(text) != nil
  }
}

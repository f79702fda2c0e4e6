// Natural numbers of any size, as far as displaying a number needs them: exact ends of a ball are
// quotients of integers with hundreds of digits, and their decimals must be rounded correctly.

/// A natural number; limbs of 32 bits, least significant first, no zero limb at the end.
struct Natural: Equatable {
  private var limbs: [UInt32]

  init(_ value: UInt32) { limbs = value == 0 ? [] : [value] }

  private init(limbs: [UInt32]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  /// Decimal digits only; `nil` for anything else.
  init?(_ digits: some StringProtocol) {
    guard !digits.isEmpty else { return nil }
    self.init(0)
    for digit in digits.utf8 {
      guard (48...57).contains(digit) else { return nil }
      multiplyAdd(10, UInt32(digit - 48))
    }
  }

  var isZero: Bool { limbs.isEmpty }

  /// Decimal digits without leading zeros.
  var digits: String {
    guard !isZero else { return "0" }
    var rest = self
    var groups: [String] = []
    while !rest.isZero { groups.append(String(rest.divide(by: 1_000_000_000))) }
    let tail = groups.dropLast().reversed().map {
      String(repeating: "0", count: 9 - $0.count) + $0
    }
    return (groups.last ?? "0") + tail.joined()
  }

  static func power(ofTen exponent: Int) -> Natural {
    var result = Natural(1)
    for _ in 0..<max(0, exponent) { result.multiplyAdd(10, 0) }
    return result
  }

  static func + (a: Natural, b: Natural) -> Natural {
    var carry: UInt64 = 0
    var sum: [UInt32] = []
    for i in 0..<max(a.limbs.count, b.limbs.count) {
      carry += UInt64(a.limb(i)) + UInt64(b.limb(i))
      sum.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    sum.append(UInt32(carry))
    return Natural(limbs: sum)
  }

  /// The difference's absolute value.
  static func distance(_ a: Natural, _ b: Natural) -> Natural {
    let (large, small) = a < b ? (b, a) : (a, b)
    var borrow: Int64 = 0
    let difference = large.limbs.indices.map { i -> UInt32 in
      borrow += Int64(large.limb(i)) - Int64(small.limb(i))
      let limb = UInt32(truncatingIfNeeded: borrow)
      borrow >>= 32
      return limb
    }
    return Natural(limbs: difference)
  }

  static func * (a: Natural, b: Natural) -> Natural {
    var product = [UInt32](repeating: 0, count: a.limbs.count + b.limbs.count)
    for i in a.limbs.indices {
      var carry: UInt64 = 0
      for j in b.limbs.indices {
        carry += UInt64(a.limbs[i]) * UInt64(b.limbs[j]) + UInt64(product[i + j])
        product[i + j] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      product[i + b.limbs.count] = UInt32(carry)
    }
    return Natural(limbs: product)
  }

  /// Quotient and remainder, bit by bit; `divisor` must not be zero.
  func divided(by divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    precondition(!divisor.isZero, "division by zero")
    var quotient = [UInt32](repeating: 0, count: limbs.count)
    var remainder = Natural(0)
    for i in limbs.indices.reversed() {
      for bit in (0..<32).reversed() {
        remainder.multiplyAdd(2, limbs[i] >> UInt32(bit) & 1)
        if !(remainder < divisor) {
          remainder = Natural.distance(remainder, divisor)
          quotient[i] |= 1 << UInt32(bit)
        }
      }
    }
    return (Natural(limbs: quotient), remainder)
  }

  private func limb(_ index: Int) -> UInt32 { index < limbs.count ? limbs[index] : 0 }

  private mutating func multiplyAdd(_ factor: UInt32, _ summand: UInt32) {
    var carry = UInt64(summand)
    for i in limbs.indices {
      carry += UInt64(limbs[i]) * UInt64(factor)
      limbs[i] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  /// Divides in place and gives the remainder.
  private mutating func divide(by divisor: UInt32) -> UInt32 {
    var remainder: UInt64 = 0
    for i in limbs.indices.reversed() {
      remainder = remainder << 32 | UInt64(limbs[i])
      limbs[i] = UInt32(remainder / UInt64(divisor))
      remainder %= UInt64(divisor)
    }
    self = Natural(limbs: limbs)
    return UInt32(remainder)
  }
}

extension Natural: Comparable {
  static func < (a: Natural, b: Natural) -> Bool {
    if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
    for i in a.limbs.indices.reversed() where a.limbs[i] != b.limbs[i] {
      return a.limbs[i] < b.limbs[i]
    }
    return false
  }
}

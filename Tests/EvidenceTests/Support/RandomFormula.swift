import Evident
import MathCore

extension RandomSample {
  /// A formula made by chance from some leaves.
  mutating func formula(depth: Int, of leaves: [Formula]) -> Formula {
    guard depth > 0 else { return leaves[integer(in: 0...(leaves.count - 1))] }
    let a = formula(depth: depth - 1, of: leaves)
    let b = formula(depth: depth - 1, of: leaves)
    switch integer(in: 0...21) {
    case 0...1: return a + b
    case 2...3: return a - b
    case 4...5: return a * b
    case 6: return a / b
    case 7: return a ** Formula(integer(in: -3...7))
    case 8: return a ** b
    case 9: return exp(a)
    case 10: return log(a)
    case 11: return sqrt(a)
    case 12: return abs(a)
    case 13: return sin(a)
    case 14: return cos(a)
    case 15: return tan(a)
    case 16: return sinh(a)
    case 17: return cosh(a)
    case 18: return tanh(a)
    case 19: return atan(a)
    case 20: return erf(a)
    default: return integer(in: 0...1) == 0 ? max(a, b) : min(a, b)
    }
  }
}

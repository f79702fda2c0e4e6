import MathCore

/// What code with running error bounds takes or gives: a number, or a vector of them. The same as
/// balls and as formulas is what a reference takes or gives.
public protocol RoundedNumbers {
  associatedtype Balls
  associatedtype Formulas
  var numbers: [Rounded] { get }
  init(numbers: [Rounded])
  static func balls(_ list: [Ball]) -> Balls
  static func list(_ balls: Balls) -> [Ball]
  static func formulas(_ list: [Formula]) -> Formulas
  static func list(_ formulas: Formulas) -> [Formula]
}

extension Rounded: RoundedNumbers {
  public var numbers: [Rounded] { [self] }
  public init(numbers: [Rounded]) { self = numbers[0] }
  public static func balls(_ list: [Ball]) -> Ball { list[0] }
  public static func list(_ balls: Ball) -> [Ball] { [balls] }
  public static func formulas(_ list: [Formula]) -> Formula { list[0] }
  public static func list(_ formulas: Formula) -> [Formula] { [formulas] }
}

extension Vector: RoundedNumbers where Element == Rounded {
  public var numbers: [Rounded] { entries }
  public init(numbers: [Rounded]) { self.init(numbers) }
  public static func balls(_ list: [Ball]) -> Vector<Ball> { Vector<Ball>(list) }
  public static func list(_ balls: Vector<Ball>) -> [Ball] { balls.entries }
  public static func formulas(_ list: [Formula]) -> [Formula] { list }
  public static func list(_ formulas: [Formula]) -> [Formula] { formulas }
}

extension RoundedNumbers {
  /// The Doubles themselves, as exact numbers.
  var inputs: [Double] { numbers.map(\.value) }

  /// The same Doubles, taken as what a program is given.
  var exactly: Self { Self(numbers: inputs.map { Rounded($0) }) }
}

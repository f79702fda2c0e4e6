import MathCore

/// What code takes or gives that runs on a whole box of inputs: a range, or a vector of them.
public protocol RangeNumbers {
  var ranges: [RoundedRange] { get }
  init(ranges: [RoundedRange])
}

extension RoundedRange: RangeNumbers {
  public var ranges: [RoundedRange] { [self] }
  public init(ranges: [RoundedRange]) { self = ranges[0] }
}

extension Vector: RangeNumbers where Element == RoundedRange {
  public var ranges: [RoundedRange] { entries }
  public init(ranges: [RoundedRange]) { self.init(ranges) }
}

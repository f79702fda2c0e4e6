/// A number below `count` from random words, each equally likely: D. Lemire, "Fast Random Integer
/// Generation in an Interval", ACM Transactions on Modeling and Computer Simulation 29 (2019).
///
/// A word w stands for the high half of w·count. Of the 2ᵇ words, each number below `count` gets
/// exactly ⌊2ᵇ/count⌋: the words whose low half is below 2ᵇ mod count are drawn again.
///
/// - Precondition: `count` is not 0.
@inline(__always)
package func unbiased<Word: FixedWidthInteger & UnsignedInteger>(
  below count: Word, _ next: () -> Word
) -> Word where Word.Magnitude == Word {
  let excess = (0 &- count) % count
  var product = next().multipliedFullWidth(by: count)
  while product.low < excess { product = next().multipliedFullWidth(by: count) }
  return product.high
}

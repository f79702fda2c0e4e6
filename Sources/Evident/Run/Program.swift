@_exported import Evidence
@_exported import MathCore
import Records

#if canImport(Darwin)
  @preconcurrency import Darwin
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  @preconcurrency import Glibc
#endif

// What the program that is made of an article calls between the author's blocks. The names begin
// with an underscore because no author writes them.

/// The first call: printed text must survive a trap, errors get a place, records a way out.
public func _evidentStart() {
  setvbuf(stdout, nil, _IOLBF, 0)
  _ = RunSeed.text
  RecordChannel.shared.open()
  ThrowTrace.install()
  EndTrace.install()
}

/// The block or inline value with this number begins.
public func _began(_ runnable: Int) {
  RecordChannel.shared.currentRunnable = runnable
  RecordChannel.shared.write(.began(outputMark()))
}

/// The block or inline value with this number has come to its end.
public func _ended(_ runnable: Int) {
  RecordChannel.shared.currentRunnable = runnable
  RecordChannel.shared.write(.ended(outputMark()))
}

/// The value of the inline span that runs now. The short name leaves room for columns.
public func _val<Value>(_ value: Value) {
  let runnable = RecordChannel.shared.currentRunnable
  let quantity = Quantity(describing: value)
  RecordChannel.shared.write(.value(ValueRecord(runnable: runnable, quantity: quantity)))
}

/// The last call. An article that never gets here was ended by something.
public func _evidentFinish() {
  fflush(stdout)
  RecordChannel.shared.write(.finished(libraryVersions()))
  EndTrace.hasFinished = true
}

/// Which runnable is running, and how many bytes of standard output there are by now.
func outputMark() -> Mark {
  fflush(stdout)
  // Standard output is a regular file; where it is not (someone runs the program by hand), its
  // position means nothing.
  let position = lseek(STDOUT_FILENO, 0, Int32(SEEK_CUR))
  return Mark(runnable: RecordChannel.shared.currentRunnable, output: max(0, Int(position)))
}

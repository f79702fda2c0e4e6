import Records

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Called in place of the runtime's `swift_errorInMain` when an error reaches the top of an
/// article: the article is linked with `--wrap=swift_errorInMain`. The runtime would trap without a
/// place; this says what was thrown and where, and ends the process without running more of it.
@_silgen_name("__wrap_swift_errorInMain")
public func _evidentErrorInMain(_ error: any Error) -> Never {
  let thrown = ThrownRecord(
    runnable: RecordChannel.shared.currentRunnable, message: String(describing: error),
    frames: ThrowTrace.frames(of: error))
  RecordChannel.shared.write(.threw(thrown))
  fflush(nil)
  _exit(1)
}

// What a process does about signals is the program's to say. LLVM, inside of sourcekitd, installs
// handlers of its own when it starts: for interrupts, crashes and user signals. One of these is how
// JavaScriptCore stops its threads for a collection; without its handler that would wait for ever.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

enum SignalHandlers {
  /// Does `work` and puts every handler back that it has replaced.
  static func kept<Result>(_ work: () -> Result) -> Result {
    let numbers = (Int32(1)..<32).filter { $0 != SIGKILL && $0 != SIGSTOP }
    var saved: [(number: Int32, action: sigaction)] = []
    for number in numbers {
      var action = sigaction()
      if sigaction(number, nil, &action) == 0 { saved.append((number, action)) }
    }
    let result = work()
    for (number, action) in saved {
      var action = action
      _ = sigaction(number, &action, nil)
    }
    return result
  }
}

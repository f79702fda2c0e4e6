import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A child in a process group of its own, so that it and all it starts can be ended together.
///
/// It gets the descriptors that it is given and no other: everything this module opens is
/// close-on-exec, because several children are started at the same time, and what others have
/// opened in this process (a server's port) is closed on the way.
struct ChildProcess {
  enum End: Equatable {
    case exited(Int32)
    case signalled(Int32)
  }

  struct Failure: Error {
    var message: String
  }

  let identifier: pid_t
  /// What may end it before its time.
  private let cancellation: Cancellation?

  /// Held while a child is started and while descriptors that it must not get are not yet
  /// close-on-exec.
  static let starting = Mutex(())

  /// - Parameters:
  ///   - arguments: the program's path and what it gets.
  ///   - descriptors: which of our descriptors it sees under which number; 0 reads nothing.
  init(
    _ arguments: [String], environment: [String: String], descriptors: [Int32: Descriptor]
  ) throws(Failure) {
    cancellation = Cancellation.current
    if let cancellation, cancellation.isCancelled { throw Failure(message: "the run was stopped") }
    var actions = ChildProcess.emptyActions
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (number, descriptor) in descriptors.sorted(by: { $0.key < $1.key }) {
      posix_spawn_file_actions_adddup2(&actions, descriptor.number, number)
    }
    ChildProcess.closeOthers(&actions, above: descriptors.keys.max() ?? 2)
    var attributes = ChildProcess.emptyAttributes
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    ChildProcess.isolate(&attributes)

    var process: pid_t = 0
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let status = withCStrings(arguments) { texts in
      withCStrings(variables) { variables in
        // The actions hold numbers only: without this an optimised build closes the descriptors
        // after their last mention above, before the child has got them.
        withExtendedLifetime(descriptors) {
          ChildProcess.starting.withLock { _ in
            posix_spawn(&process, arguments[0], &actions, &attributes, texts, variables)
          }
        }
      }
    }
    guard status == 0 else {
      throw Failure(message: "\(arguments[0]): \(String(cString: strerror(status)))")
    }
    identifier = process
    cancellation?.adopt(process)
  }

  /// How it ended, or `nil` while it still runs.
  func poll() -> End? { wait(options: WNOHANG) }

  /// Waits for its end.
  func wait() -> End { wait(options: 0) ?? .exited(-1) }

  /// Ends it and its whole group. Processes that are being forked meanwhile are ended too.
  func kill() {
    for _ in 0..<200 {
      if killGroup() != 0 { break }
      _ = usleep(500)
      _ = poll()
    }
  }

  /// Ends what is left of the group after its leader has ended.
  func killRest() { _ = killGroup() }

  private func killGroup() -> Int32 {
    #if canImport(Darwin)
      Darwin.kill(-identifier, SIGKILL)
    #elseif canImport(Musl)
      Musl.kill(-identifier, SIGKILL)
    #else
      Glibc.kill(-identifier, SIGKILL)
    #endif
  }

  private func wait(options: Int32) -> End? {
    guard let hasEnded = hasEnded(options: options) else { return .exited(-1) }
    guard hasEnded else { return nil }
    return cancellation?.release(identifier, reaping: reap) ?? reap()
  }

  /// Looks or waits for its end and leaves it unreaped; `nil`: it is no child of ours any more.
  private func hasEnded(options: Int32) -> Bool? {
    var information = siginfo_t()
    while waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT | options) != 0 {
      if errno != EINTR { return nil }
    }
    return information.si_signo == SIGCHLD
  }

  private func reap() -> End {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) != identifier {
      if errno != EINTR { return .exited(-1) }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }
}

extension ChildProcess {
  #if canImport(Darwin)
    private static var emptyActions: posix_spawn_file_actions_t? { nil }
    /// The attributes say so already.
    private static func closeOthers(
      _ actions: inout posix_spawn_file_actions_t?, above number: Int32
    ) {}
    private static var emptyAttributes: posix_spawnattr_t? { nil }
    private static func isolate(_ attributes: inout posix_spawnattr_t?) {
      let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_CLOEXEC_DEFAULT
      posix_spawnattr_setflags(&attributes, Int16(flags))
      var signals = sigset_t()
      sigfillset(&signals)
      posix_spawnattr_setsigdefault(&attributes, &signals)
    }
  #else
    private static var emptyActions: posix_spawn_file_actions_t { .init() }
    private static func closeOthers(
      _ actions: inout posix_spawn_file_actions_t, above number: Int32
    ) {
      _ = addCloseFrom?(&actions, max(number, 2) + 1)
    }

    private typealias AddCloseFrom =
      @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32

    /// Every glibc since 2.34 has it, but the headers show it to `_GNU_SOURCE` only, which Swift's
    /// Glibc module does not set.
    private static let addCloseFrom = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np").map {
      unsafeBitCast($0, to: AddCloseFrom.self)
    }
    private static var emptyAttributes: posix_spawnattr_t { .init() }
    private static func isolate(_ attributes: inout posix_spawnattr_t) {
      let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
      posix_spawnattr_setflags(&attributes, Int16(flags))
      var signals = sigset_t()
      sigemptyset(&signals)
      posix_spawnattr_setsigmask(&attributes, &signals)
      sigaddset(&signals, SIGPIPE)
      posix_spawnattr_setsigdefault(&attributes, &signals)
    }
  #endif
}

/// Lends texts as a C array that ends with a null pointer.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = texts.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}

import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where errors were thrown: an error that nobody catches has no place of its own.
///
/// The runtime calls a hook at each `throw`. It keeps the return addresses of the last few throws;
/// when an error reaches the top, its frames within the program are told to the generator, which
/// turns them into a line and a column of the article.
enum ThrowTrace {
  private typealias Hook = @convention(c) (UnsafeRawPointer?) -> Void
  private typealias TypedHook =
    @convention(c) (UnsafeRawPointer?, UnsafeRawPointer?, UnsafeRawPointer?) -> Void
  private typealias Backtrace =
    @convention(c) (UnsafeMutablePointer<UnsafeMutableRawPointer?>?, Int32) -> Int32

  private typealias Describe =
    @convention(c) (UnsafeRawPointer, UnsafeMutableRawPointer) -> Int32
  private typealias AuxiliaryValue = @convention(c) (UInt) -> UInt

  private struct Throw {
    /// The error's box; `nil` for a typed throw, which has none.
    var box: UInt?
    var addresses: [UInt]
  }

  /// The newest throw is the last.
  private static let recent = Mutex<[Throw]>([])
  private static let kept = 16
  private static let depth = 32

  /// `backtrace` of the C library, which not every platform has.
  private static let backtrace: Backtrace? = loadedSymbol("backtrace").map {
    unsafeBitCast($0, to: Backtrace.self)
  }

  private static let describe: Describe? = loadedSymbol("dladdr").map {
    unsafeBitCast($0, to: Describe.self)
  }

  /// From here on every `throw` is noted. Does nothing where the runtime has no such hook.
  static func install() {
    guard backtrace != nil else { return }
    if let variable = loadedSymbol("_swift_willThrow") {
      let hook: Hook = { ThrowTrace.note(box: $0) }
      variable.storeBytes(of: unsafeBitCast(hook, to: UInt.self), as: UInt.self)
    }
    if let variable = loadedSymbol("_swift_willThrowTypedImpl") {
      let hook: TypedHook = { _, _, _ in ThrowTrace.note(box: nil) }
      variable.storeBytes(of: unsafeBitCast(hook, to: UInt.self), as: UInt.self)
    }
  }

  /// The offsets, from the start of the program's image, of the calls that were active when this
  /// error was thrown, innermost first; of the last throw when the error itself was not noted.
  static func frames(of error: any Error) -> [UInt] {
    // Through memory: a cast of the value would unwrap the error from its box first.
    var boxed: [any Error] = [error]
    let box = boxed.withUnsafeMutableBytes { $0.load(as: UInt.self) }
    let throwsKept = recent.withLock { $0 }
    let thrown = throwsKept.last { $0.box == box } ?? throwsKept.last
    return programOffsets(thrown?.addresses ?? [])
  }

  /// Return addresses as offsets of the calls from the start of the program's image; those that lie
  /// in libraries are left out.
  static func programOffsets(_ addresses: [UInt]) -> [UInt] {
    guard let program = programBase else { return [] }
    return addresses.compactMap { address in
      // A return address may already belong to the next line: the call is before it.
      imageBase(of: address) == program ? address - program - 1 : nil
    }
  }

  /// The return addresses of the calls that are active now, innermost first.
  static func currentAddresses() -> [UInt] {
    guard let backtrace else { return [] }
    var pointers = [UnsafeMutableRawPointer?](repeating: nil, count: depth)
    let count = pointers.withUnsafeMutableBufferPointer { backtrace($0.baseAddress, Int32(depth)) }
    return pointers.prefix(Int(max(0, count))).map { UInt(bitPattern: $0) }
  }

  private static func note(box: UnsafeRawPointer?) {
    let addresses = currentAddresses()
    recent.withLock { recent in
      if recent.count == kept { recent.removeFirst() }
      recent.append(Throw(box: box.map { UInt(bitPattern: $0) }, addresses: addresses))
    }
  }

  private static func imageBase(of address: UInt) -> UInt? {
    guard let describe, let pointer = UnsafeRawPointer(bitPattern: address) else { return nil }
    // `Dl_info`, which the C library declares only on request: four words, the second of which is
    // the image's base.
    return withUnsafeTemporaryAllocation(of: UInt.self, capacity: 4) { words in
      guard let start = words.baseAddress, describe(pointer, start) != 0 else { return nil }
      return words[1]
    }
  }

  /// Where the program itself begins in memory: its headers lie in its image.
  private static let programBase: UInt? = {
    #if canImport(Darwin)
      return UInt(bitPattern: _dyld_get_image_header(0))
    #else
      guard let value = loadedSymbol("getauxval") else { return nil }
      let headers: UInt = 3  // AT_PHDR
      return imageBase(of: unsafeBitCast(value, to: AuxiliaryValue.self)(headers))
    #endif
  }()
}

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the generator puts into the random numbers of statistical checks: the site's salt, and in a
/// fresh run the published text that goes with it. Empty when the program runs by itself.
enum RunSeed {
  /// The name of the variable in the program's environment.
  private static let variable = "EVIDENT_SEED"

  /// Read once, before any code of the article has run.
  static let text: String = getenv(variable).map { String(cString: $0) } ?? ""
}

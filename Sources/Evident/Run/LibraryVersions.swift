/// Which versions of the C libraries stand behind a run's numbers, as the loaded libraries
/// themselves say.
func libraryVersions() -> [String: String] {
  typealias Version = @convention(c) () -> UnsafePointer<CChar>?
  var versions: [String: String] = [:]
  // FLINT keeps its version in an array, Arb (separate up to FLINT 2.9) in a pointer to text.
  if let text = loadedSymbol("flint_version") {
    versions["FLINT"] = String(cString: text.assumingMemoryBound(to: CChar.self))
  }
  if let text = loadedSymbol("arb_version")?.load(as: UnsafePointer<CChar>?.self) {
    versions["Arb"] = String(cString: text)
  }
  // "OpenBLAS 0.3.21 …"; numbers depend on the kernel, too.
  if let configuration = loadedSymbol("openblas_get_config"),
    let kernel = loadedSymbol("openblas_get_corename"),
    let text = unsafeBitCast(configuration, to: Version.self)(),
    let name = unsafeBitCast(kernel, to: Version.self)()
  {
    let words = String(cString: text).split(separator: " ")
    versions["OpenBLAS"] = "\(words.dropFirst().first ?? "?"), kernel \(String(cString: name))"
  }
  if let function = loadedSymbol("gnu_get_libc_version"),
    let text = unsafeBitCast(function, to: Version.self)()
  {
    versions["glibc"] = String(cString: text)
  }
  return versions
}

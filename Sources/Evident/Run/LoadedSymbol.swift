#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where a function or variable of any loaded library is: for what the platform's headers do not
/// declare, or only some versions of a library have.
func loadedSymbol(_ name: String) -> UnsafeMutableRawPointer? {
  #if canImport(Darwin)
    return dlsym(UnsafeMutableRawPointer(bitPattern: -2), name)
  #else
    return dlsym(nil, name)
  #endif
}

import Records

extension Evidence {
  /// The libraries that evidence of this kind relies on, with the versions that are loaded.
  var libraries: [String] {
    let names: [String] =
      switch self {
      case .exact: ["FLINT"]
      case .enclosed, .witness: ["FLINT", "Arb"]
      case .bounded: ["glibc", "FLINT", "Arb"]
      case .sampled, .statistical: ["glibc"]
      case .cited: []
      }
    return names.compactMap { name in Self.versions[name].map { "\(name) \($0)" } }
  }

  private static let versions = libraryVersions()
}

/// Turns addresses of a program into lines of the article, by the toolchain's own tool.
struct Symbolizer {
  var toolchain: Toolchain
  var scratch: String

  /// The places of these offsets in a program that lie in `file`, in order.
  func places(of offsets: [UInt], in program: String, file: String) -> [Trap.Frame] {
    guard !offsets.isEmpty else { return [] }
    let arguments =
      [toolchain.symbolizer, "--obj=" + program, "--functions=none", "--no-inlines"]
      + offsets.map { "0x" + String($0, radix: 16) }
    // Without the tool an error still has its block.
    guard let result = try? Tool.run(arguments, scratch: scratch) else { return [] }
    return result.output.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":")
      guard parts.count >= 3, let column = Int(parts[parts.count - 1]),
        let row = Int(parts[parts.count - 2]), row > 0,
        parts.dropLast(2).joined(separator: ":").hasSuffix(file)
      else { return nil }
      return Trap.Frame(line: row, column: max(1, column))
    }
  }
}

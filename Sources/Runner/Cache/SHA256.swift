/// SHA-256 (FIPS 180-4), for everything that is named by its content.
///
/// Bytes may come in pieces: a library of megabytes is hashed without holding it whole.
public struct SHA256 {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  /// Bytes that do not fill a block yet.
  private var rest: [UInt8] = []
  private var count = 0
  private var words = [UInt32](repeating: 0, count: 64)

  public init() {}

  public static func hexDigest(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// The digest of a list of texts. Each goes in with its length, so that no two lists read the
  /// same.
  public static func hexDigest(ofParts parts: [String]) -> String {
    var hash = SHA256()
    for part in parts {
      hash.update(Array("\(part.utf8.count)\n".utf8))
      hash.update(Array(part.utf8))
    }
    return hash.finish()
  }

  public mutating func update(_ bytes: [UInt8]) {
    count += bytes.count
    let all = rest.isEmpty ? bytes : rest + bytes
    let whole = all.count / 64 * 64
    all.withUnsafeBufferPointer { all in
      for start in stride(from: 0, to: whole, by: 64) {
        compress(UnsafeBufferPointer(rebasing: all[start..<start + 64]))
      }
    }
    rest = Array(all[whole...])
  }

  /// The digest in hexadecimal; no bytes may follow.
  public mutating func finish() -> String {
    let bits = UInt64(count) &* 8
    var padding = [0x80] + [UInt8](repeating: 0, count: (119 - rest.count) % 64)
    padding += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }
    update(padding)
    return state.map { word in
      let hex = String(word, radix: 16)
      return String(repeating: "0", count: 8 - hex.count) + hex
    }.joined()
  }

  private mutating func compress(_ block: UnsafeBufferPointer<UInt8>) {
    words.withUnsafeMutableBufferPointer { words in
      for index in 0..<16 {
        let byte = 4 * index
        words[index] =
          UInt32(block[byte]) << 24 | UInt32(block[byte + 1]) << 16
          | UInt32(block[byte + 2]) << 8 | UInt32(block[byte + 3])
      }
      for index in 16..<64 {
        let (a, b) = (words[index - 15], words[index - 2])
        let mixedA = SHA256.rotate(a, 7) ^ SHA256.rotate(a, 18) ^ (a >> 3)
        let mixedB = SHA256.rotate(b, 17) ^ SHA256.rotate(b, 19) ^ (b >> 10)
        words[index] = words[index - 16] &+ mixedA &+ words[index - 7] &+ mixedB
      }
    }
    mixWords()
  }

  private mutating func mixWords() {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    SHA256.constants.withUnsafeBufferPointer { constants in
      words.withUnsafeBufferPointer { words in
        for round in 0..<64 {
          let mixedE = SHA256.rotate(e, 6) ^ SHA256.rotate(e, 11) ^ SHA256.rotate(e, 25)
          let choice = (e & f) ^ (~e & g)
          let first = h &+ mixedE &+ choice &+ constants[round] &+ words[round]
          let mixedA = SHA256.rotate(a, 2) ^ SHA256.rotate(a, 13) ^ SHA256.rotate(a, 22)
          let majority = (a & b) ^ (a & c) ^ (b & c)
          (h, g, f, e) = (g, f, e, d &+ first)
          (d, c, b, a) = (c, b, a, first &+ mixedA &+ majority)
        }
      }
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() {
      state[index] = state[index] &+ word
    }
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  /// The fractional parts of the cube roots of the first 64 primes, as the standard lists them.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

import Testing

@testable import Runner

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "the standard's known answers",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 64),
        "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
      ),
    ])
  func knownAnswers(text: String, digest: String) {
    #expect(SHA256.hexDigest(of: Array(text.utf8)) == digest)
  }

  @Test("bytes in pieces of any size give the digest of the whole")
  func pieces() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let whole = SHA256.hexDigest(of: bytes)
    for size in [1, 7, 63, 64, 65, 119, 120, 999] {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        hash.update(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(hash.finish() == whole)
    }
  }

  @Test("two lists of parts are told apart, however their texts join")
  func parts() {
    let lists = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["2\nab", "c"]]
    #expect(Set(lists.map(SHA256.hexDigest(ofParts:))).count == lists.count)
  }
}

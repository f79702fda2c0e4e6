import Foundation
import Records
import Testing

@testable import Runner

/// Random draws come from the site's salt and the claim's id; fresh ones are never remembered.
@Suite("Seeds of random draws")
struct SeedTests {
  private let bench: CacheBench
  init() throws { bench = try CacheBench() }

  private let article = """
    ```swift
    claim("a").statistical(mean: 1, deviation: 1, detects: 0.2, draws: 100) { $0.exponential() }
    print(UInt64.random(in: 0...UInt64.max))
    ```
    """

  private func run(_ text: String, _ seed: RunSeed) throws -> ArticleRun {
    try bench.runner.run([Sketch.document(text, path: "articles/x.md")], seed: seed)[0]
  }

  private func sums(_ run: ArticleRun) throws -> [Double] {
    let check = try #require(run.checks.first)
    return try #require(check.trial.draws).sums
  }

  @Test("one salt gives one sequence of draws, whatever else the article does; another, another")
  func salt() throws {
    let first = try run(article, RunSeed(salt: "one"))
    let edited = try run(article + "\n\n```swift\nprint(1)\n```", RunSeed(salt: "one"))
    let other = try run(article, RunSeed(salt: "two"))
    #expect(first.printed(0) != edited.printed(0))
    #expect(try sums(first) == sums(edited))
    #expect(try sums(first) != sums(other))
  }

  @Test("what is known of one salt is nothing of another; without draws the salt does not matter")
  func cacheKey() throws {
    _ = try run(article, RunSeed(salt: "one"))
    let plain = "```swift\nprint(UInt64.random(in: 0...UInt64.max))\n```"
    let printed = try run(plain, RunSeed(salt: "one")).printed(0)
    let before = bench.runners
    #expect(try run(article, RunSeed(salt: "one")).checks.count == 1)
    #expect(try run(plain, RunSeed(salt: "two")).printed(0) == printed)
    #expect(bench.runners == before)
    let document = Sketch.document(article, path: "articles/x.md")
    #expect(bench.runner.known([document], seed: RunSeed(salt: "one"))[0] != nil)
    #expect(bench.runner.known([document], seed: RunSeed(salt: "two"))[0] == nil)
  }

  @Test("fresh draws are never taken from a cache and never put into one; other code is")
  func fresh() throws {
    let seed = RunSeed(salt: "one", fresh: "2026-11-24")
    let first = try run(article, seed)
    let again = try run(article, seed)
    #expect(try sums(first) == sums(again))
    #expect(first.printed(0) != again.printed(0))
    #expect(try bench.entries.isEmpty)
    #expect(try sums(first) != sums(run(article, RunSeed(salt: "one"))))
    let plain = "```swift\nprint(UInt64.random(in: 0...UInt64.max))\n```"
    #expect(try run(plain, seed).printed(0) == run(plain, seed).printed(0))
  }

  @Test("code cannot change the seed that it was started with")
  func unchangeable() throws {
    let plain = """
      ```swift
      claim("a").statistical(mean: 1, deviation: 1, detects: 0.2, draws: 100) { $0.exponential() }
      ```
      """
    let meddling = """
      ```swift
      import Foundation
      setenv("EVIDENT_SEED", "mine", 1)
      ```

      \(plain)
      """
    let seed = RunSeed(salt: "one")
    #expect(try sums(run(plain, seed)) == sums(run(meddling, seed)))
  }

  @Test("salt and text cannot be shifted into each other")
  func digests() {
    let digests = [
      RunSeed(salt: "ab"), RunSeed(salt: "a", fresh: "b"), RunSeed(salt: "ab", fresh: ""),
      RunSeed(salt: "", fresh: "ab"),
    ].map(\.digest)
    #expect(Set(digests).count == 4)
  }
}

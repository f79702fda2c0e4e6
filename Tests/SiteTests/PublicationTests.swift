import Foundation
import Testing

@testable import Site

@Suite("Publication: from one complete site to the next")
struct PublicationTests {
  private let folder: TemporaryFolder
  private let publication: Publication

  init() throws {
    folder = try TemporaryFolder()
    publication = Publication(to: folder.url.appending(path: "public"))
  }

  private func tree(_ files: [String: String]) -> SiteTree {
    var tree = SiteTree()
    for (path, text) in files { tree.add(text, at: path) }
    return tree
  }

  @Test("writes every file, and leaves nothing beside the site")
  func first() throws {
    let outcome = try publication.publish(tree(["index.html": "I", "a/index.html": "A"]))
    #expect(outcome == .published)
    #expect(folder.files() == ["public/a/index.html", "public/index.html"])
    #expect(folder.text("public/a/index.html") == "A")
  }

  @Test("an edit rewrites its page only; a page that is gone vanishes")
  func edit() throws {
    try publication.publish(tree(["index.html": "I", "a/index.html": "A", "b/index.html": "B"]))
    let untouched = folder.inode("public/index.html")
    let edited = folder.inode("public/a/index.html")
    let outcome = try publication.publish(tree(["index.html": "I", "a/index.html": "A2"]))
    #expect(outcome == .published)
    #expect(folder.files() == ["public/a/index.html", "public/index.html"])
    #expect(folder.text("public/a/index.html") == "A2")
    #expect(folder.inode("public/index.html") == untouched)
    #expect(folder.inode("public/a/index.html") != edited)
  }

  @Test("the same site again touches nothing")
  func unchanged() throws {
    let site = tree(["index.html": "I", "a/index.html": "A"])
    try publication.publish(site)
    let before = folder.inode("public")
    #expect(try publication.publish(site) == .unchanged)
    #expect(folder.inode("public") == before)
  }

  @Test("files that others left in the site are cleared away")
  func strangers() throws {
    try publication.publish(tree(["index.html": "I"]))
    try folder.write("old", at: "public/old/index.html")
    #expect(try publication.publish(tree(["index.html": "I"])) == .published)
    #expect(folder.files() == ["public/index.html"])
  }

  @Test("what a killed build left does not get into the next one")
  func killedWhileWriting() throws {
    try publication.publish(tree(["index.html": "I"]))
    try folder.write("half", at: ".public.next/half/index.html")
    #expect(folder.text("public/index.html") == "I")
    try publication.publish(tree(["index.html": "I2"]))
    #expect(folder.files() == ["public/index.html"])
    #expect(folder.text("public/index.html") == "I2")
  }

  @Test("a build killed between two renames is put right, even if the next one fails")
  func killedBetweenRenames() throws {
    try folder.write("I", at: ".public.old/index.html")
    try folder.write("I2", at: ".public.next/index.html")
    #expect(try publication.publish(tree(["index.html": "I"])) == .unchanged)
    #expect(folder.files() == ["public/index.html"])
    #expect(folder.text("public/index.html") == "I")
  }

  @Test("a folder in the way of a file, and a file in the way of the site")
  func shapes() throws {
    try publication.publish(tree(["a/index.html": "A"]))
    try publication.publish(tree(["a": "file"]))
    #expect(folder.text("public/a") == "file")
    try folder.remove("public")
    try folder.write("a file", at: "public")
    try publication.publish(tree(["index.html": "I"]))
    #expect(folder.files() == ["public/index.html"])
  }

  @Test("publications at once end with one of them, whole")
  func together() async throws {
    let target = folder.url.appending(path: "public")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          var tree = SiteTree()
          for page in 0..<10 { tree.add("\(number)", at: "\(page)/index.html") }
          try Publication(to: target).publish(tree)
        }
      }
      try await group.waitForAll()
    }
    let texts = Set(folder.files().map { folder.text($0) })
    #expect(texts.count == 1)
    #expect(folder.files().count == 10)
  }

  @Test("a reader never sees a site that is not complete")
  func neverIncomplete() async throws {
    let target = folder.url.appending(path: "public")
    try publication.publish(tree(["a": "0", "b": "0"]))
    let writer = Task.detached {
      for number in 1...60 {
        var tree = SiteTree()
        tree.add("\(number)", at: "a")
        tree.add("\(number)", at: "b")
        try Publication(to: target).publish(tree)
      }
    }
    for _ in 0..<500 {
      #expect(folder.text("public/a").flatMap { Int($0) } != nil)
      #expect(folder.text("public/b").flatMap { Int($0) } != nil)
    }
    try await writer.value
    #expect(folder.text("public/a") == "60")
  }
}

import Testing

@testable import Records

@Suite("The channel takes records in order and gives each check a number")
struct RecordChannelTests {
  @Test("records are collected instead of sent, and checks count from 0")
  func collecting() {
    let channel = RecordChannel.shared
    var numbers: [Int] = []
    let records = RecordChannel.collecting {
      numbers = [channel.nextCheck(), channel.nextCheck()]
      channel.write(.began(Mark(runnable: 1, output: 0)))
      channel.write(.finished([:]))
    }
    #expect(numbers == [0, 1])
    #expect(records == [.began(Mark(runnable: 1, output: 0)), .finished([:])])
    #expect(RecordChannel.collecting {} == [])
  }
}

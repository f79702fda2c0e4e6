import Foundation

/// The day that something new is dated with.
enum CalendarDay {
  /// Today where the author is, as `yyyy-mm-dd`.
  static var today: String {
    let day = Calendar(identifier: .gregorian).dateComponents(in: .current, from: Date())
    return String(format: "%04d-%02d-%02d", day.year ?? 0, day.month ?? 0, day.day ?? 0)
  }
}

import Records
import Testing

/// Both checkers accept all of them.
func accepted(_ certificates: [String], at location: SourceLocation = #_sourceLocation) throws {
  for certificate in certificates {
    #expect(swift(certificate) == .accepted, "\(certificate)", sourceLocation: location)
  }
  guard Python.isHere else { return }
  let (opinions, output) = try Python.check(certificates)
  #expect(
    opinions == certificates.map { _ in .accepted }, "\(output)", sourceLocation: location)
}

/// Both checkers accept what was found, and reject all damaged versions of it.
///
/// Not every change is a damage. What still shows something true may be accepted: the changes that
/// are named in `equivalent`, and those of the members in `statement` that leave a statement which
/// `isTrue` finds to be true. The independent checker finds out by itself what stands in the members
/// in `unread`, and takes no notice of their damages.
func damages(
  of found: [Certified], equivalent: Set<String> = [], statement: [String] = [],
  unread: [String] = [], isTrue: (Certificate) -> Bool = { _ in false },
  at location: SourceLocation = #_sourceLocation
) throws {
  let certificates = found.flatMap(\.certificates).map(\.json)
  #expect(!certificates.isEmpty, sourceLocation: location)
  try accepted(certificates, at: location)
  for certificate in certificates {
    let list = try Damage.all(of: certificate)
    #expect(list.count > 10, sourceLocation: location)
    var opinions: [Opinion] = []
    for damage in list {
      let opinion = swift(damage.json)
      opinions.append(opinion)
      if equivalent.contains(damage.description) {
        #expect(opinion == .accepted, "Swift: \(damage)", sourceLocation: location)
      } else if opinion == .accepted {
        let other = Certificate(json: Array(damage.json.utf8))
        let mayChange = statement.contains { damage.description.hasPrefix($0) }
        #expect(mayChange && other.map(isTrue) == true, "\(damage)", sourceLocation: location)
      }
    }
    guard Python.isHere else { continue }
    let (others, _) = try Python.check(list.map(\.json))
    #expect(others.count == list.count, sourceLocation: location)
    for ((damage, opinion), other) in zip(zip(list, opinions), others) {
      let isUnread = unread.contains { damage.description.hasPrefix($0) }
      #expect(
        other == (isUnread ? .accepted : opinion), "Python, where Swift \(opinion): \(damage)",
        sourceLocation: location)
    }
  }
}

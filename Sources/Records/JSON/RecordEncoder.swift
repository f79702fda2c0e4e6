/// Turns an `Encodable` value into JSON without Foundation: an article must not pay for importing
/// it. A `Double` that JSON cannot write becomes the string `nan`, `inf` or `-inf`.
enum RecordEncoder {
  static func encode(_ value: some Encodable) throws -> JSONValue {
    let slot = EncodingSlot()
    try value.encode(to: SlotEncoder(slot: slot, codingPath: []))
    return slot.value
  }
}

/// Where an encoded value is being built: containers that are still open share it by reference.
final class EncodingSlot {
  private enum Content {
    case single(JSONValue)
    case array([EncodingSlot])
    case object([(key: String, slot: EncodingSlot)])
  }
  private var content = Content.single(.object([]))

  var value: JSONValue {
    switch content {
    case .single(let value): value
    case .array(let slots): .array(slots.map(\.value))
    case .object(let members): .object(members.map { .init(key: $0.key, value: $0.slot.value) })
    }
  }

  var count: Int {
    if case .array(let slots) = content { slots.count } else { 0 }
  }

  func set(_ value: JSONValue) { content = .single(value) }

  func becomeArray() {
    if case .array = content { return }
    content = .array([])
  }

  func becomeObject() {
    if case .object = content { return }
    content = .object([])
  }

  func appended() -> EncodingSlot {
    let slot = EncodingSlot()
    if case .array(var slots) = content {
      content = .single(.null)
      slots.append(slot)
      content = .array(slots)
    }
    return slot
  }

  func member(_ key: String) -> EncodingSlot {
    let slot = EncodingSlot()
    if case .object(var members) = content {
      content = .single(.null)
      members.append((key, slot))
      content = .object(members)
    }
    return slot
  }

  /// Scalars that JSON has a form for; everything else encodes itself.
  func set(_ value: some Encodable, path: [any CodingKey]) throws {
    switch value {
    case let value as Bool: set(.boolean(value))
    case let value as String: set(.string(value))
    case let value as Double: set(value.isFinite ? .number("\(value)") : .string("\(value)"))
    case let value as Float: try set(Double(value), path: path)
    case let value as any FixedWidthInteger: set(.number("\(value)"))
    case let value as [String: String]:
      // Hash order differs between runs; records must not.
      let members = value.sorted { $0.key < $1.key }
      set(.object(members.map { .init(key: $0.key, value: .string($0.value)) }))
    default: try value.encode(to: SlotEncoder(slot: self, codingPath: path))
    }
  }
}

struct SlotEncoder: Encoder {
  var slot: EncodingSlot
  var codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    slot.becomeObject()
    return KeyedEncodingContainer(KeyedSlots<Key>(slot: slot, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    slot.becomeArray()
    return UnkeyedSlots(slot: slot, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleSlot(slot: slot, codingPath: codingPath)
  }
}

private struct KeyedSlots<Key: CodingKey>: KeyedEncodingContainerProtocol {
  var slot: EncodingSlot
  var codingPath: [any CodingKey]

  mutating func encodeNil(forKey key: Key) { slot.member(key.stringValue).set(.null) }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    try slot.member(key.stringValue).set(value, path: codingPath + [key])
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    SlotEncoder(slot: slot.member(key.stringValue), codingPath: codingPath + [key])
      .container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    SlotEncoder(slot: slot.member(key.stringValue), codingPath: codingPath + [key])
      .unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    SlotEncoder(slot: slot.member("super"), codingPath: codingPath)
  }

  mutating func superEncoder(forKey key: Key) -> any Encoder {
    SlotEncoder(slot: slot.member(key.stringValue), codingPath: codingPath + [key])
  }
}

private struct UnkeyedSlots: UnkeyedEncodingContainer {
  var slot: EncodingSlot
  var codingPath: [any CodingKey]
  var count: Int { slot.count }

  mutating func encodeNil() { slot.appended().set(.null) }

  mutating func encode(_ value: some Encodable) throws {
    try slot.appended().set(value, path: codingPath)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    SlotEncoder(slot: slot.appended(), codingPath: codingPath).container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    SlotEncoder(slot: slot.appended(), codingPath: codingPath).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    SlotEncoder(slot: slot.appended(), codingPath: codingPath)
  }
}

private struct SingleSlot: SingleValueEncodingContainer {
  var slot: EncodingSlot
  var codingPath: [any CodingKey]

  mutating func encodeNil() { slot.set(.null) }

  mutating func encode(_ value: some Encodable) throws { try slot.set(value, path: codingPath) }
}

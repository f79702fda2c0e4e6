// The modulus of complex numbers.

extension Complex where S: Elementary {
  /// √(re² + im²).
  public var modulus: S { S.sqrt(norm2) }
}

extension Complex where S == Double {
  /// √(re² + im²), without needless overflow or underflow.
  public var modulus: Double { machineHypot(re, im) }
}

extension Complex where S == Ball {
  /// Contains every modulus of the box; certainly not negative, and finite where the box is, also
  /// around 0.
  public var modulus: Ball { ball.abs }
}

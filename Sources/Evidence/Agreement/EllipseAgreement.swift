import MathCore

extension AgreementCheck {
  /// The bounds on the ellipses of a piece: the sides in machine arithmetic at the ends of the axes
  /// must not exceed them.
  mutating func add(_ axes: [ChebyshevBound.Axis], around box: Box, _ extended: Tape) {
    for (variable, axis) in axes.enumerated() where box.sides[variable].width > 0 {
      let ellipse = BernsteinEllipse(rho: axis.rho)
      let half = Double(box.sides[variable].width / 2)
      let ends = [
        Complex(half * Double(ellipse.semiMajor), 0), Complex(0, half * Double(ellipse.semiMinor)),
      ]
      for end in ends {
        var inputs = box.midpoint.map { MachineProbe.constant($0, precision: 53) }
        inputs[variable].value = inputs[variable].value + end
        inputs[variable].error = 1e-15 * inputs[variable].value.modulus
        guard let values = try? extended.evaluate(inputs, precision: 53) else { continue }
        compare(values, bound: Double(axis.bound), at: "\(inputs[variable].value)")
      }
    }
  }
}

// ψ of wide boxes, by the mean value instead of by Stirling's series: Arb's own enclosure of a
// box of radius r may be a hundred times wider than ψ′ explains, and box proofs by derivatives of
// log Γ then need a hundred times as many boxes.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension ComplexBall {
  /// ψ(z) for every z of the box; not finite at a pole.
  package static func digamma(_ z: ComplexBall) -> ComplexBall {
    let direct = z.mapped { acb_digamma($0, $1, $2) }
    guard direct.isWide, z.re.isCertainlyPositive, z.isFinite else { return direct }
    let byMeanValue = z.digammaByMeanValue
    return byMeanValue.isFinite && byMeanValue.reach < direct.reach ? byMeanValue : direct
  }

  /// ψ(m) ± r · sup |ψ′|, where r is the distance of the corners from the centre m.
  ///
  /// On the box |ψ′(w)| ≤ Σ 1/|w + n|² ≤ Σ 1/((x + n)² + y²), x the least real part and y the least
  /// |Im w|: that is Im ψ(x + iy)/y, and at most ψ′(x).
  ///
  /// - Precondition: the box lies right of the imaginary axis.
  private var digammaByMeanValue: ComplexBall {
    let x = re.end { arb_get_lbound_arf($0, $1, $2) }
    let y = im.end { arb_get_abs_lbound_arf($0, $1, $2) }
    var slope = Ball.polygamma(1, x)
    if y.isCertainlyPositive {
      let corner = ComplexBall(x, y).mapped { acb_digamma($0, $1, $2) }
      slope = Ball.smaller(slope, corner.im / y)
    }
    let centre = mapped { middle, box, _ in acb_get_mid(middle, box) }
    let distance = (self - centre).abs * slope
    let value = centre.mapped { acb_digamma($0, $1, $2) }
    return value.mapped { wide, narrow, _ in
      acb_set(wide, narrow)
      distance.lend { acb_add_error_arb(wide, $0) }
    }
  }

  private var reach: Double { re.radius + im.radius }

  /// Worth a second look: wider than rounding makes it.
  private var isWide: Bool { !isFinite || reach > 1e-12 }
}

extension Ball {
  /// One end of the ball, as an exact ball; rounded to the safe side.
  fileprivate func end(
    _ bound: (UnsafeMutablePointer<arf_struct>, UnsafePointer<arb_struct>, Int) -> Void
  ) -> Ball {
    lend { x in
      Ball(precision: precision) { ball, bits in
        let end = Dyadic { bound($0, x, bits) }
        end.lend { arb_set_arf(ball, $0) }
      }
    }
  }
}

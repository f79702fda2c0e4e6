import Records

/// What a procedure says of an inequality.
enum InequalityAnswer {
  case proved
  case refuted(Witness)
  case open

  init(_ answer: UnivariateInequality.Answer) {
    switch answer {
    case .proved, .holds: self = .proved
    case .refuted(let witness): self = .refuted(witness)
    case .open: self = .open
    }
  }
}

#!/usr/bin/env python3
"""Checks the certificates of a site that was made by Evident.

    python3 check_certificates.py certificates/*.json

Nothing but Python's standard library is used, and nothing of Evident: all arithmetic is that of
exact fractions. For each certificate one line says, in the checker's own words, what it shows. A
file is rejected at the first that shows nothing. The exit code is 0 if all of them check, else 1.
"""
import json
import sys
from collections import namedtuple
from fractions import Fraction
from itertools import product
from math import inf, nan, prod
from operator import eq, ge, gt, le, lt, mul

RELATIONS = {"≤": le, "<": lt, "=": eq, "≥": ge, ">": gt}
CLOSED = {"≤": le, "<": le, "=": eq, "≥": ge, ">": ge}
LONG = 10 ** 20_000


def need(condition, why):
    if not condition:
        raise ValueError(why)


def number(text):
    """A fraction, written as "7" or "-3/4"."""
    need(type(text) is str and len(text) <= 20_000 and set(text) <= set("0123456789-/"),
         f"not a fraction: {text!r:.40}")
    return Fraction(text)


def vector(value, count=None):
    need(type(value) is list and count in (None, len(value)), "a list is missing, or too short")
    return [number(entry) for entry in value]


def integer(value, low, high):
    need(type(value) is int and low <= value <= high, f"{value!r:.40} is not in {low}…{high}")
    return value


def dot(a, b):
    return sum(map(mul, a, b))


def text(v):
    return f"({', '.join(map(str, v))})"


def definiteness(c):
    """A is a sum of positive multiples of squares vvᵀ, of n independent v if it is definite; or it
    is refuted by an x for which xᵀAx is negative, or zero, which is enough against definiteness."""
    strict = {"positive semidefinite": False, "positive definite": True}[c["property"]]
    n = len(c["matrix"])
    a = [vector(row, n) for row in c["matrix"]]
    need(n > 0 and a == [list(column) for column in zip(*a)], "not symmetric")
    if "counterexample" in c:
        x = vector(c["counterexample"], n)
        form = dot(x, [dot(row, x) for row in a])
        need(any(x) and (form < 0 or strict and form == 0), f"xᵀAx = {form}")
        return f"a {n}×{n} matrix is not {c['property']}: xᵀAx = {form} at x = {text(x)}"
    weights = [number(square["weight"]) for square in c["squares"]]
    columns = list(zip(*(vector(square["vector"], n) for square in c["squares"]))) or [()] * n
    need(all(w > 0 for w in weights), "a weight that is not positive")
    need(a == [[dot(map(mul, weights, p), q) for q in columns] for p in columns],
         "the squares do not sum to the matrix")
    if strict:
        need(len(weights) == len(c["pivots"]) == n, "not as many squares as rows")
        for k, pivot in enumerate(c["pivots"]):
            column = columns[integer(pivot, 0, n - 1)]
            need(column[k] and not any(column[k + 1:]), "independence does not show")
    return f"a {n}×{n} matrix is {c['property']}"


def linear_program(c):
    """Multiples of the constraints sum to a bound of the objective, or to the contradiction 0 < 0.
    A point, or a ray that starts there, shows values that the objective has."""
    n, sign = len(c["names"]), {"maximize": 1, "minimize": -1}[c["goal"]]
    objective, offset = [sign * x for x in vector(c["objective"], n)], number(c["offset"])
    value = sign * (number(c["value"]) - offset) if "value" in c else nan
    rows = [(vector(row["coefficients"], n), row["relation"], number(row["bound"]))
            for row in c["constraints"]]
    # No point has a value above the top (nor equal to it, if strict). One has the value reached.
    top, strict, reached = inf, False, -inf
    if "multipliers" in c:
        y = vector(c["multipliers"], len(rows))
        need(all(r == "=" or CLOSED[r](0, f) for f, (_, r, _) in zip(y, rows)), "a wrong sign")
        combined = [dot(y, [a[j] for a, _, _ in rows]) for j in range(n)]
        bound = dot(y, [b for _, _, b in rows])
        strict = any(f and r in "<>" for f, (_, r, _) in zip(y, rows))
        if not any(combined) and (bound < 0 or strict and bound == 0):
            top = -inf
        elif combined == objective:
            top = bound
    if "point" in c:
        x = vector(c["point"], n)
        need(all(RELATIONS[r](dot(a, x), b) for a, r, b in rows), "the point violates a constraint")
        reached = dot(objective, x)
        if "direction" in c:
            ray = vector(c["direction"], n)
            need(all(CLOSED[r](dot(a, ray), 0) for a, r, _ in rows), "the ray leaves the region")
            reached = inf if dot(objective, ray) > 0 else reached
    below = top < value or strict and top == value
    proof, refutation = {
        "optimum": (top == value == reached, below or reached > value),
        "bound": (top <= value, reached > value),
        "strict bound": (below, reached >= value),
        "infeasible": (top == -inf, reached > -inf),
        "unbounded": (reached == inf, top < inf)}[c["property"]]
    need({False: proof, True: refutation}[c["refutes"]], "it shows something else")
    where = "; ".join(f"{text(a)}·x {relation} {bound}" for a, relation, bound in rows)
    said = c["property"] + (f" {c['value']}" if "value" in c else "")
    return f"{'false: ' if c['refutes'] else ''}{said}: {c['goal']} " \
        f"{text(vector(c['objective']))}·x + {offset}, where {where}"


def enumeration(c):
    """Each point is listed with both sides of its comparisons. What they are is not checked."""
    def hold(comparisons):
        return all([RELATIONS[relation](number(a), number(b)) for a, relation, b in comparisons])

    need(len(c["points"]) == integer(c["count"], 1, inf), "not all points are here")
    tested = 0
    for point in c["points"]:
        name, conclusions = point["name"], point["conclusions"]
        if conclusions and hold(point.get("hypotheses", [])):
            need(hold(conclusions), f"it fails at {name}")
            tested += 1
    need(tested, "nothing is said at any point")
    return f"comparisons hold at {tested} of {c['domain']}; the sides are taken as computed"


def expectation(c):
    """The weights sum to one, and the weighted sum of the values is beside the other side."""
    other = vector(c["other"])
    outcomes = [(o["name"], number(o["weight"]), vector(o["value"], len(other)))
                for o in c["outcomes"]]
    need(len(outcomes) == integer(c["count"], 1, inf) and other, "not all outcomes are here")
    need(all(w >= 0 for _, w, _ in outcomes) and sum(w for _, w, _ in outcomes) == 1,
         "the weights are no probabilities")
    mean = [sum(w * v[j] for _, w, v in outcomes) for j in range(len(other))]
    holds = all(map(RELATIONS[c["relation"]], mean, other))
    return f"{'' if holds else 'false: '}E = {text(mean)} {c['relation']} {text(other)} over " \
        f"{c['domain']}; the values are taken as computed"


class Polynomial(dict):
    """{monomial: coefficient}, where a monomial is a set of pairs (atom, power), and a power is any
    fraction. The atom "i" is the imaginary unit. Polynomials that are divided by are atoms too."""

    def __add__(self, other):
        sums = {m: self.get(m, 0) + other.get(m, 0) for m in {**self, **other}}
        return Polynomial({m: a for m, a in sums.items() if a})

    def __mul__(self, other):
        other = other if isinstance(other, Polynomial) else {frozenset(): other}
        need(len(self) * len(other) <= 1_000_000, "too many terms")
        sums = {}
        for (m, a), (n, b) in product(self.items(), other.items()):
            p, q = dict(m), dict(n)
            powers = {atom: p.get(atom, 0) + q.get(atom, 0) for atom in {**p, **q}}
            turns = powers.get("i", 0)
            powers["i"] = turns % 2
            key = frozenset(pair for pair in powers.items() if pair[1])
            sums[key] = sums.get(key, 0) + a * b * (-1) ** (turns // 2 % 2)
        need(all(abs(a.numerator) < LONG > a.denominator for a in sums.values()), "too long")
        return Polynomial({m: a for m, a in sums.items() if a})

    def __pow__(self, n):
        """1/p has negative powers if p is a single term, else p as an atom, but for a number."""
        if integer(n, -1_000, 1_000) >= 0:
            return prod([self] * n, start=ONE)
        need(self.cleared(), "a division by zero")
        m = min(self, key=hash)
        atoms = [(frozenset((self * (1 / self[m])).items()), 1)] if len(self) > 1 else m
        return Polynomial({frozenset((atom, -k) for atom, k in atoms): 1 / self[m]}) ** -n

    def cleared(self):
        """A product with powers of what is divided by, which is left nowhere."""
        p = self
        while atoms := {atom for m in p for atom, _ in m if type(atom) is frozenset}:
            atom, parts = atoms.pop(), {}
            for m, a in p.items():
                n = dict(m).get(atom, 0)
                parts.setdefault(n, Polynomial())[m - {(atom, n)}] = a
            base, lowest = Polynomial(dict(atom)), min(0, *parts)
            p = sum((part * base ** (n - lowest) for n, part in parts.items()), ZERO)
        return p

    def terms(self):
        """The powers of x with their coefficients, the highest last."""
        need(all(atom == "x" and n <= 2_000 for m in self for atom, n in m), "not in x alone")
        return sorted((sum(n for _, n in m), a) for m, a in self.items())

    def at(self, x):
        """The value at x, or its sign where x is infinite."""
        if abs(x) == inf:
            n, a = self.terms()[-1]
            return a if x > 0 else a * (-1) ** n
        return sum(a * x ** n for n, a in self.terms())

    def divides(self, other):
        n, a = self.terms()[-1]
        while other and other.terms()[-1][0] >= n:
            k, b = other.terms()[-1]
            other = other + self * term("x", k - n) * (-b / a)
        return not other


def term(atom, n=1):
    return Polynomial({frozenset({(atom, n)} if n else ()): Fraction(1)})


ZERO, ONE, I, HALF = Polynomial(), term("x", 0), term("i"), Fraction(1, 2)


class Quotient(namedtuple("Quotient", "over under")):
    """Of two polynomials. Nothing is cancelled, but summands may have the same denominator."""

    def __add__(self, other):
        if self.under == other.under:
            return Quotient(self.over + other.over, self.under)
        return Quotient(self.over * other.under + other.over * self.under, self.under * other.under)

    def __mul__(self, other):
        over, under = other if isinstance(other, Quotient) else (other, 1)
        return Quotient(self.over * over, self.under * under)

    def __pow__(self, n):
        need(integer(n, -1_000, 1_000) >= 0 or self.over, "a division by zero")
        over, under = self if n >= 0 else reversed(self)
        return Quotient(over ** abs(n), under ** abs(n))


def read(steps, variable=None, wrap=lambda p: p):
    """The steps as polynomials in free atoms: variables, π, logarithms, and e^m for each monomial m
    of an exponent. What holds for all values of the atoms holds for those that they have, be they
    as little free as eˣ and eⁱˣ. And the steps as texts."""
    parts, texts, bases = [], [], {}

    def of(k):
        return parts[integer(k, 0, len(parts) - 1)]

    def exp(p):
        """e^(q·m) is a power of e^m, but e^(q·πi) is i^2q, and e^(n·log b) is bⁿ."""
        result, powers = ONE, {}
        for m, q in p.items():
            if m == {("pi", 1), ("i", 1)}:
                powers["i"] = 2 * q
            elif m in bases and q.denominator == 1:
                result = result * bases[m] ** int(q)
            else:
                powers["e", m] = q
        return result * Polynomial({frozenset(powers.items()): Fraction(1)})

    operations = {
        "number": lambda digits: wrap(ONE * number(digits)),
        "atom": lambda name: wrap(term("x" if name == variable else ("atom", len(parts)))),
        "pi": lambda: term("pi"),
        "i": lambda: I,
        "negate": lambda a: of(a) * -1,
        "+": lambda a, b: of(a) + of(b),
        "-": lambda a, b: of(a) + of(b) * -1,
        "*": lambda a, b: of(a) * of(b),
        "/": lambda a, b: of(a) * of(b) ** -1,
        "^": lambda a, n: of(a) ** n,
        "log": lambda a: term(("log", integer(a, 0, len(parts) - 1))),
        "exp": lambda a: exp(of(a)),
        "sinh": lambda a: (exp(of(a)) + exp(of(a) * -1) * -1) * HALF,
        "cosh": lambda a: (exp(of(a)) + exp(of(a) * -1)) * HALF,
        "sin": lambda a: (exp(of(a) * I) + exp(of(a) * I ** -1) * -1) * I ** -1 * HALF,
        "cos": lambda a: (exp(of(a) * I) + exp(of(a) * I ** -1)) * HALF}
    for operation, *rest in steps:
        parts.append(operations[operation](*rest))
        bases[frozenset({(("log", len(parts) - 1), 1)})] = parts[-1]
        if operation in ("number", "atom"):
            said = f"({rest[0]})" if set("/-") & set(rest[0]) else rest[0]
        elif len(rest) == 2:
            second = rest[1] if operation == "^" else texts[rest[1]]
            said = f"({texts[rest[0]]} {operation} {second})"
        else:
            said = operation + "".join(f"({texts[k]})" for k in rest)
        texts.append(said if len(said) < 400 else said[:400] + "…")
    return parts, texts


def identity(c):
    """The difference of both sides, multiplied out, is the zero polynomial in free atoms. This is
    another way than that by which Evident checks: on a grid, with values that are not read here."""
    steps, (parts, texts) = c["steps"], read(c["steps"])
    left, right = (integer(c[side], 0, len(parts) - 1) for side in ("left", "right"))
    need(not (parts[left] + parts[right] * -1).cleared(), "the difference is not zero")
    if c["exponentiated"] is not False:
        need(steps[left][0] == steps[right][0] == "exp" and all(step[0] != "i" for step in steps),
             "no exponentials of two real numbers")
        left, right = steps[left][1], steps[right][1]
    return f"{texts[left]} = {texts[right]}" + "".join(f", given {fact}" for fact in c["given"])


def polynomial(value):
    return sum((term("x", k) * a for k, a in enumerate(vector(value))), ZERO)


def roots(f, steps, low, high):
    """The roots of f strictly between two ends, by its Sturm chain, and those at ends that belong
    to the interval. The chain ends in a constant: no two members that follow vanish together."""
    chain = [f, sum((term("x", n - 1) * (n * a) for n, a in f.terms()), ZERO)]
    for step in steps:
        scale, carry = number(step["scale"]), number(step["carry"])
        need(scale > 0 < carry, "a factor that is not positive")
        member = polynomial(step["quotient"]) * chain[-1] + chain[-2] * -scale
        chain.append(member * (1 / carry))
    need(set(chain[-1]) == set(ONE), "a chain that does not end in a constant")

    def changes(x):
        signs = [value > 0 for value in (p.at(x) for p in chain) if value]
        return sum(a != b for a, b in zip(signs, signs[1:]))

    inside = changes(low[0]) - changes(high[0]) - (f.at(high[0]) == 0)
    return inside, sum(included and f.at(end) == 0 for end, included in (low, high))


def rational(c):
    """N/D has the sign of N·D, a constant times powers of factors: it is positive at a point, and
    no factor of an odd power has a root between the ends; for a strict sign no factor has any, but
    for poles. A polynomial has the different roots that the product of its factors has."""
    need(all(step[0] in ("number", "atom", "negate", *"+-*/^") for step in c["steps"]), "functions")
    parts, texts = read(c["steps"], c["atom"], lambda p: Quotient(p, ONE))
    (over, under), poles = parts[-1], ONE
    for operation, *rest in c["steps"]:
        if operation == "/" or operation == "^" and rest[1] < 0:
            poles = poles * parts[rest[operation == "/"]].over
    factors = [(polynomial(factor["polynomial"]), integer(factor["power"], 1, 400), factor)
               for factor in c["factors"]]
    whole = prod((f ** n for f, n, _ in factors), start=ONE * number(c["constant"]))
    low, high = ((number(c[end]["value"]), c[end]["included"] is True) if end in c
                 else (none, False) for end, none in (("lower", -inf), ("upper", inf)))
    where = f"for {c['atom']}{' = ' + c['meaning'] if 'meaning' in c else ''} in " \
        f"{'[' if low[1] else '('}{low[0]}, {high[0]}{']' if high[1] else ')'}".replace("inf", "∞")
    if c["kind"] == "root count":
        simple = prod((f for f, *_ in factors), start=ONE)
        count, said = sum(roots(simple, c["chain"], low, high)), integer(c["count"], -10**9, 10**9)
        need(set(under) == set(poles) == set(ONE) and whole * under == over and count >= 0, "other")
        return f"{'' if count == said else f'false (it has {count}): '}{texts[-1]} has {said} " \
            f"real roots {where}"
    need(whole == over * under, "the factors give another product")
    strict = {"≥": False, ">": True}[c["relation"]]
    for f, n, factor in factors:
        clear = strict and not f.divides(poles)
        if n % 2 or clear:
            inside, at_ends = roots(f, factor["chain"], low, high)
            need(inside == 0 or not n % 2, "its sign changes inside of the interval")
            need(inside + at_ends == 0 or not clear, "it vanishes in the interval")
    x = number(c["point"])
    need(low[0] < x < high[0] and whole.at(x) > 0, "it is not positive at an inner point")
    return f"{texts[-1]} {c['relation']} 0 {where}"


def main(paths):
    kinds = {"definiteness": definiteness, "linear program": linear_program, "sign": rational,
             "enumeration": enumeration, "expectation": expectation, "identity": identity,
             "root count": rational}
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    bad = not paths
    for path in paths:
        claim = path
        try:
            with open(path, encoding="utf-8") as file:
                document = json.load(file)
            claim = document["claim"]
            for certificate in [c for check in document["checks"] for c in check["certificates"]]:
                print(f"ok        {claim}: {kinds[certificate['kind']](certificate)}")
        except Exception as error:  # Whatever goes wrong, nothing is shown.
            print(f"REJECTED  {claim}: {type(error).__name__}: {error}")
            bad = True
    return bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

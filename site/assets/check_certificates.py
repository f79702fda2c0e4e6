#!/usr/bin/env python3
"""Checks the certificates of a site that was made by Evident.

    python3 check_certificates.py certificates/*.json

Nothing but Python's standard library is used, and nothing of Evident: all arithmetic is that of
exact fractions. For each certificate one line says, in the checker's own words, what it shows.
The exit code is 0 if all of them check, and 1 if any does not.
"""
import json
import sys
from collections import Counter
from fractions import Fraction
from itertools import product as iterate
from math import floor, lcm, prod


class Rejected(Exception):
    """Why a certificate shows nothing."""


def need(condition, why):
    if not condition:
        raise Rejected(why)


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────

def number(text):
    """A fraction, written as "7" or "-3/4"."""
    need(type(text) is str and set(text) <= set("0123456789-/") and len(text) <= 20_000,
         f"not a fraction: {str(text)[:40]}")
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise Rejected(f"not a fraction: {text[:40]}") from None


def array(value, count=None):
    need(type(value) is list, "a list is missing")
    need(count is None or len(value) == count, f"{len(value)} entries where {count} belong")
    return value


def name(value):
    need(type(value) is str, "a name is missing")
    return value


def vector(value, count=None):
    return [number(entry) for entry in array(value, count)]


def index(value, count):
    need(type(value) is int and 0 <= value < count, f"{value} is no number from 0 to {count - 1}")
    return value


def dot(a, b):
    return sum((x * y for x, y in zip(a, b) if x and y), Fraction(0))


# ── The sign of xᵀAx ─────────────────────────────────────────────────────────────────────────────

def definiteness(c):
    """A is a sum of weighted squares; or here is an x for which xᵀAx is negative."""
    strict = {"positive semidefinite": False, "positive definite": True}[c["property"]]
    n = len(array(c["matrix"]))
    a = [vector(row, n) for row in c["matrix"]]
    need(n > 0 and all(a[i][j] == a[j][i] for i in range(n) for j in range(i)), "not symmetric")
    if "counterexample" in c:
        need("squares" not in c, "a proof and a refutation at once")
        x = vector(c["counterexample"], n)
        form = dot(x, [dot(row, x) for row in a])
        need(any(x) and (form <= 0 if strict else form < 0), f"xᵀAx = {form}")
        return f"a {n}×{n} matrix is not {c['property']}: xᵀAx = {form} at x = {show(x)}"
    squares = [(number(s["weight"]), vector(s["vector"], n)) for s in array(c["squares"])]
    need(len(squares) <= n and all(w > 0 for w, _ in squares), "not a sum of positive squares")
    for w, v in squares:
        for i in range(n):
            a[i] = [entry - w * v[i] * other for entry, other in zip(a[i], v)]
    need(not any(map(any, a)), "the squares do not sum to the matrix")
    if strict:
        need(len(squares) == n, "fewer squares than rows")
        for k, pivot in enumerate(array(c["pivots"], n)):
            column = [v[index(pivot, n)] for _, v in squares]
            need(column[k] != 0 and not any(column[k + 1:]), "independence does not show")
    return f"a {n}×{n} matrix is {c['property']}"


def show(x):
    text = ", ".join(map(str, x))
    return f"({text})" if len(text) < 100 else f"({text[:100]}…)"


# ── Linear programs ──────────────────────────────────────────────────────────────────────────────

def compare(a, relation, b):
    return {"≤": a <= b, "<": a < b, "=": a == b, "≥": a >= b, ">": a > b}[relation]


def linear_program(c):
    """Multipliers combine the constraints to a bound; a point reaches it, or refutes it."""
    n, maximum = len(array(c["names"])), {"maximize": True, "minimize": False}[c["goal"]]
    sign = 1 if maximum else -1
    objective = [sign * x for x in vector(c["objective"], n)]
    rows = [(vector(r["coefficients"], n), r["relation"], number(r["bound"]))
            for r in array(c["constraints"])]
    offset = number(c["offset"])
    value = sign * (number(c["value"]) - offset) if "value" in c else None

    def bound(target):
        """Σ yᵢbᵢ, and whether it is never reached, for multipliers with Σ yᵢaᵢ = target."""
        y = vector(c["multipliers"], len(rows))
        for factor, (_, relation, _) in zip(y, rows):
            need(not factor or relation == "=" or (factor > 0) == (relation in ("≤", "<")),
                 "a multiplier of the wrong sign")
        total = [sum((f * a[j] for f, (a, _, _) in zip(y, rows)), Fraction(0)) for j in range(n)]
        need(total == target, "the multipliers do not combine to the objective")
        return (sum((f * b for f, (_, _, b) in zip(y, rows)), Fraction(0)),
                any(f and relation in ("<", ">") for f, (_, relation, _) in zip(y, rows)))

    def contradiction():
        top, strict = bound([0] * n)
        need(top < 0 or top == 0 and strict, "no contradiction")

    def point():
        x = vector(c["point"], n)
        need(all(compare(dot(a, x), relation, b) for a, relation, b in rows),
             "the point violates a constraint")
        return x

    what, refutes = c["property"], c["refutes"]
    need(type(refutes) is bool, "refutes is neither true nor false")
    if refutes and "point" not in c:
        need(what in ("optimum", "unbounded"), "a refutation without a point")
        try:
            contradiction()
        except Rejected:
            top, _ = bound(objective)
            need(what == "unbounded" or top < value, "the bound does not refute the value")
    elif refutes:
        reached = dot(objective, point())
        need(what == "infeasible" or what in ("optimum", "bound") and reached > value
             or what == "strict bound" and reached >= value, "the point refutes nothing")
    elif what == "optimum":
        need(bound(objective)[0] == value == dot(objective, point()), "the values differ")
    elif what == "bound":
        need(bound(objective)[0] <= value, "the bound is too large")
    elif what == "strict bound":
        top, strict = bound(objective)
        need(top < value or top == value and strict, "the bound is too large")
    elif what == "infeasible":
        contradiction()
    else:
        need(what == "unbounded", "an unknown property")
        point()
        ray = vector(c["direction"], n)
        loose = {"<": "≤", ">": "≥"}
        need(all(compare(dot(a, ray), loose.get(r, r), 0) for a, r, _ in rows)
             and dot(objective, ray) > 0, "not a ray along which the objective grows")
    goal = f"{'max' if maximum else 'min'} {linear(sign * x for x in objective)} + {offset}"
    rows = "; ".join(f"{linear(a)} {relation} {b}" for a, relation, b in rows)
    target = f" = {c['value']}" if what == "optimum" else f" beyond {c['value']}: never" \
        if "bound" in what and value is not None else f": {what}"
    return f"{'false that ' if refutes else ''}{goal}{target}, where {rows[:400]}"


def linear(coefficients):
    return " + ".join(f"{a}·x{j + 1}" for j, a in enumerate(coefficients) if a) or "0"


# ── Finite sets ──────────────────────────────────────────────────────────────────────────────────

def enumeration(c):
    """Every point is listed with both sides of each comparison. What the sides are is not checked."""
    points = array(c["points"])
    need(type(c["count"]) is int and len(points) == c["count"] > 0, "not all points are here")

    def hold(comparisons):
        return all([compare(number(array(side, 3)[0]), side[1], number(side[2]))
                    for side in array(comparisons)])

    tested = 0
    for point in points:
        name(point["name"])
        hypotheses, conclusions = hold(point.get("hypotheses", [])), hold(point["conclusions"])
        need(conclusions or not hypotheses, f"it fails at {point['name']}")
        tested += hypotheses and len(point["conclusions"]) > 0
    need(tested, "nothing is said at any point")
    return f"comparisons hold at {tested} of {c['domain']}; the sides are taken as computed"


def expectation(c):
    """Weights that sum to one, and the weighted sum of the values beside the other side."""
    other = vector(c["other"])
    outcomes = [(name(o["name"]), number(o["weight"]), vector(o["value"], len(other)))
                for o in array(c["outcomes"])]
    need(type(c["count"]) is int and len(outcomes) == c["count"] > 0 < len(other),
         "not all outcomes are here")
    need(all(w >= 0 for _, w, _ in outcomes) and sum(w for _, w, _ in outcomes) == 1,
         "the weights are no probabilities")
    mean = [sum(w * v[j] for _, w, v in outcomes) for j in range(len(other))]
    holds = all([compare(a, c["relation"], b) for a, b in zip(mean, other)])
    return f"{'' if holds else 'false: '}E = {show(mean)} {c['relation']} {show(other)} over " \
        f"{c['domain']}; the values are taken as computed"


# ── The sign of N/D for one number x ─────────────────────────────────────────────────────────────

def coefficients(value):
    p = vector(value)
    need(p and p[-1], "a polynomial with a leading zero")
    return p


def trim(p):
    while p and not p[-1]:
        p = p[:-1]
    return p


def plus(p, q, factor=1):
    return trim([(p[k] if k < len(p) else 0) + (factor * q[k] if k < len(q) else 0)
                 for k in range(max(len(p), len(q)))])


def times(p, q):
    product = [Fraction(0)] * (len(p) + len(q) - 1) if p and q else []
    for i, x in enumerate(p):
        for j, y in enumerate(q):
            product[i + j] += x * y
    return trim(product)


def power(p, n):
    need(type(n) is int and n * max(len(p), 1) <= 2_000, "too high a degree")
    product = [Fraction(1)]
    for _ in range(n):
        product = times(product, p)
    return product


def divides(p, q):
    while len(q) >= len(p):
        q = plus(q, [Fraction(0)] * (len(q) - len(p)) + p, -q[-1] / p[-1])
    return not q


def at(p, x):
    total = Fraction(0)
    for coefficient in reversed(p):
        total = total * x + coefficient
    return total


OPERANDS = {"number": 1, "atom": 1, "negate": 1, "+": 2, "-": 2, "*": 2, "/": 2, "^": 2}


def quotient(steps, atom):
    """N, D, and a polynomial that vanishes wherever the formula divides by zero."""
    one, parts, poles = [Fraction(1)], [], [Fraction(1)]
    for operation, *rest in map(array, steps):
        need(len(rest) == OPERANDS[operation], "too many operands, or too few")
        if operation == "number":
            parts.append((trim([number(rest[0])]), one))
            continue
        if operation == "atom":
            need(rest == [atom], "another atom")
            parts.append(([Fraction(0), Fraction(1)], one))
            continue
        a, b = parts[index(rest[0], len(parts))]
        if operation == "^":
            n = rest[1]
            need(type(n) is int, "an exponent that is no integer")
            if n < 0:
                need(a, "a negative power of zero")
                poles, a, b = times(poles, a), b, a
            parts.append((power(a, abs(n)), power(b, abs(n))))
            continue
        c, d = parts[index(rest[1], len(parts))] if len(rest) > 1 else ([Fraction(-1)], one)
        if operation == "/":
            need(c, "a division by zero")
            poles, c, d = times(poles, c), d, c
        need(operation in ("+", "-", "*", "/", "negate"), "no operation of quotients")
        parts.append((plus(times(a, d), times(c, b), -1 if operation == "-" else 1), times(b, d))
                     if operation in ("+", "-") else (times(a, c), times(b, d)))
    return (*parts[-1], poles)


def roots(f, steps, low, high):
    """The roots of f strictly between two ends (None: infinite), by its Sturm chain, and those at
    ends that belong to the interval."""
    ends, low, high = (low, high), low[0], high[0]
    chain = [f, [k * x for k, x in enumerate(f)][1:]]
    for step in array(steps):
        scale, carry = number(step["scale"]), number(step["carry"])
        need(scale > 0 < carry, "a factor that is not positive")
        following = plus(times(coefficients(step["quotient"]), chain[-1]), chain[-2], -scale)
        need(len(following) <= len(f), "a chain that grows")
        chain.append([x / carry for x in following])
    need(len(chain[-1]) == 1, "a chain that does not end in a constant")

    def changes(values):
        signs = [value > 0 for value in values if value]
        return sum(a != b for a, b in zip(signs, signs[1:]))

    left = [at(p, low) if low is not None else p[-1] * (-1) ** (len(p) - 1) for p in chain if p]
    right = [at(p, high) if high is not None else p[-1] for p in chain if p]
    return (changes(left) - changes(right) - (right[0] == 0),
            sum(included and at(f, end) == 0 for end, included in ends))


def interval(c):
    """Two ends, as numbers (None: infinite) and whether they belong to it; and how it is written."""
    low, high = ((number(c[end]["value"]), c[end]["included"]) if end in c else (None, False)
                 for end in ("lower", "upper"))
    need(type(low[1]) is type(high[1]) is bool, "included is neither true nor false")
    return low, high, ("(-∞" if low[0] is None else f"{'[' if low[1] else '('}{low[0]}") + ", " \
        + ("∞)" if high[0] is None else f"{high[0]}{']' if high[1] else ')'}")


def factors(c):
    """The constant times the powers of the factors; the factors with their powers."""
    product, each = [number(c["constant"])], []
    for factor in array(c["factors"]):
        f, n = coefficients(factor["polynomial"]), factor["power"]
        need(type(n) is int and n > 0 and len(f) > 1, "no factor")
        product = times(product, power(f, n))
        each.append((f, n, factor.get("chain")))
    return trim(product), each


def sign(c):
    """N·D is a product of powers; no factor changes its sign inside of the interval."""
    strict = {"≥": False, ">": True}[c["relation"]]
    over, under, poles = quotient(c["steps"], name(c["atom"]))
    low, high, where = interval(c)
    product, each = factors(c)
    for f, n, chain in each:
        clear = strict and not divides(f, poles)
        if n % 2 or clear:
            inside, at_ends = roots(f, chain, low, high)
            need(inside == 0 or not n % 2, "its sign changes inside of the interval")
            need(inside + at_ends == 0 or not clear, "it vanishes in the interval")
    need(product == times(over, under), "the factors give another product")
    x = number(c["point"])
    need((low[0] is None or low[0] < x) and (high[0] is None or x < high[0]), "no inner point")
    need(at(product, x) > 0, "it is not positive at the point")
    means = f" = {c['meaning']}" if "meaning" in c else ""
    below = "" if len(under) == 1 else f" over {polynomial(under, c['atom'])}"
    return f"{polynomial(over, c['atom'])}{below} {c['relation']} 0 for " \
        f"{c['atom']}{means} in {where}"


def root_count(c):
    """The polynomial is a constant times powers of factors without a common or multiple root."""
    over, under, poles = quotient(c["steps"], name(c["atom"]))
    need(len(under) == len(poles) == 1, "no polynomial")
    low, high, where = interval(c)
    product, each = factors(c)
    need(each and times(product, under) == over, "the factors give another product")
    simple = [Fraction(1)]
    for f, _, _ in each:
        simple = times(simple, f)
    count, said = sum(roots(simple, c["chain"], low, high)), c["count"]
    need(type(said) is int and abs(said) < 1 << 63, "a count that is no integer")
    return f"{'' if count == said else 'false that '}{polynomial(over, c['atom'])} has {said} " \
        f"real roots in {where}{'' if count == said else f': they are {count}'}"


def polynomial(p, atom):
    text = " + ".join(f"{a}" + (f"·{atom}^{k}" if k > 1 else f"·{atom}" if k else "")
                      for k, a in enumerate(p) if a)
    return f"({text})" if len(text) < 200 else f"a polynomial of degree {len(p) - 1}"


# ── Identities ───────────────────────────────────────────────────────────────────────────────────

class Gauss:
    """A complex number with rational parts."""

    def __init__(self, re, im=Fraction(0)):
        self.re, self.im = re, im

    def __eq__(self, other):
        return self.re == other.re and self.im == other.im

    def __add__(self, other):
        return Gauss(self.re + other.re, self.im + other.im)

    def __sub__(self, other):
        return Gauss(self.re - other.re, self.im - other.im)

    def __mul__(self, other):
        if not self.im and not other.im:
            return Gauss(self.re * other.re)
        return Gauss(self.re * other.re - self.im * other.im,
                     self.re * other.im + self.im * other.re)

    def inverse(self):
        size = self.re * self.re + self.im * self.im
        need(size, "a denominator vanishes at a point of the grid")
        return Gauss(self.re / size, -self.im / size)

    def power(self, n):
        need(abs(n) <= 1_000, "too large an exponent")
        product, base = ONE, self if n >= 0 else self.inverse()
        for _ in range(abs(n)):
            product = product * base
        return product


ONE, UNIT, ZERO = Gauss(Fraction(1)), Gauss(Fraction(0), Fraction(1)), Gauss(Fraction(0))
EXPONENTIAL = {"exp": [ONE], "sinh": [ONE, ZERO - ONE], "cosh": [ONE, ZERO - ONE],
               "sin": [UNIT, ZERO - UNIT], "cos": [UNIT, ZERO - UNIT]}
ARITY = {"number": 0, "atom": 0, "pi": 0, "i": 0, "negate": 1, "log": 1, "+": 2, "-": 2, "*": 2,
         "/": 2, "^": 1, **dict.fromkeys(EXPONENTIAL, 1)}


def add(p, q, factor=ONE):
    total = dict(p)
    for monomial, x in q.items():
        total[monomial] = total.get(monomial, ZERO) + factor * x
    return {monomial: x for monomial, x in total.items() if x != ZERO}


def multiply(p, q):
    """The product of two forms; None if it has too many terms, or too high a power."""
    product = {}
    for m, x in (p or {}).items():
        for n, y in q.items():
            powers = Counter(dict(zip(m[::2], m[1::2]))) + Counter(dict(zip(n[::2], n[1::2])))
            if len(p) * len(q) > 200 or sum(powers.values()) > 64:
                return None
            key = tuple(entry for pair in sorted(powers.items()) for entry in pair)
            product = add(product, {key: x * y})
    return product if p is not None else None


class Reading:
    """Steps, their forms as polynomials {(step, power, …): factor}, and their exponentials, one
    for exp and two for sin and its like, as (turns by i, powers of atoms e^m and e^{im}, powers
    of steps under a logarithm)."""

    def __init__(self, steps):
        self.steps, self.forms, self.exponentials = [], [], {}
        for operation, *rest in map(array, steps):
            texts = rest if operation in ("number", "atom") else []
            operands = [index(k, len(self.steps)) for k in rest[:ARITY[operation]]] \
                if not texts else []
            need(len(rest) == len(texts) + ARITY[operation] + (operation == "^")
                 and len(texts) < 2, "too many operands, or too few")
            n = rest[1] if operation == "^" else 0
            need(type(n) is int, "an exponent that is no integer")
            value = Gauss(number(rest[0])) if operation == "number" else UNIT
            self.steps.append((operation, operands, n, value))
            form = self.form(operation, [self.forms[k] for k in operands], n, value)
            self.forms.append({(len(self.forms), 1): ONE} if form is None else form)
        exponents = {k: [self.exponent(self.forms[operands[0]], x) for x in EXPONENTIAL[operation]]
                     for k, (operation, operands, *_) in enumerate(self.steps)
                     if operation in EXPONENTIAL}
        divisors = {}
        for _, atoms, _ in sum(exponents.values(), []):
            for atom, x in atoms.items():
                divisors[atom] = lcm(divisors.get(atom, 1), x.denominator)
        for k, parts in exponents.items():
            self.exponentials[k] = [
                (turns, {atom: int(x * divisors[atom]) for atom, x in atoms.items()}, inner)
                for turns, atoms, inner in parts]
            need(all(abs(n) <= 64 for _, powers, _ in self.exponentials[k]
                     for n in powers.values()), "too large an exponent")

    def form(self, operation, parts, n, value):
        if operation in ("number", "i"):
            return add({}, {(): value})
        if operation in ("+", "-"):
            return add(*parts, ONE if operation == "+" else ZERO - ONE)
        if operation == "negate":
            return add({}, *parts, ZERO - ONE)
        if operation == "*":
            return multiply(*parts)
        if operation == "/" and list(parts[1]) == [()]:
            return add({}, parts[0], parts[1][()].inverse())
        if operation == "^" and 0 <= n <= 8:
            power = {(): ONE}
            for _ in range(n):
                power = multiply(power, parts[0])
            return power
        return None

    def exponent(self, form, unit):
        turns, atoms, inner = 0, {}, Counter()
        for monomial, factor in form.items():
            factor = factor * unit
            single = self.steps[monomial[0]] if monomial[1:] == (1,) else ("", [])
            real, angle = factor.re, factor.im
            if single[0] == "log" and not angle and real.denominator == 1 and abs(real) <= 64:
                inner[single[1][0]] += int(real)
                continue
            if single[0] == "pi":
                turns += floor(2 * angle)
                angle -= Fraction(floor(2 * angle), 2)
            atoms |= {("growth", monomial): real} if real else {}
            atoms |= {("rotation", monomial): angle} if angle else {}
        return turns % 4, atoms, inner

    def degrees(self, left, right):
        """Degrees of the numerator of left − right, from (degrees, divisors) of each step."""
        parts = []

        def of(divisors):
            total = Counter()
            for (kind, key), n in divisors.items():
                for atom, d in ({key: 1} if kind == "atom" else parts[key][0]).items():
                    total[atom] += n * d
            return total

        def inverse(k):
            return of(parts[k][1]), Counter({("step", k): 1} if parts[k][0] else {})

        def product(a, b):
            return a[0] + b[0], a[1] + b[1]

        def power(part, n):
            return tuple(Counter({key: n * m for key, m in side.items() if n}) for side in part)

        def total(a, b):
            under = a[1] | b[1]
            return (a[0] + of(under - a[1])) | (b[0] + of(under - b[1])), under

        for k, (operation, operands, n, _) in enumerate(self.steps):
            a, *rest = [parts[j] for j in operands] or [(Counter(), Counter())]
            if operation in ("+", "-"):
                part = total(a, *rest)
            elif operation in ("*", "/"):
                part = product(a, rest[0] if operation == "*" else inverse(operands[1]))
            elif operation == "^":
                part = power(a if n >= 0 else inverse(operands[0]), abs(n))
            elif operation in EXPONENTIAL:
                sides = []
                for _, powers, inner in self.exponentials[k]:
                    part = (Counter({x: m for x, m in powers.items() if m > 0}),
                            Counter({("atom", x): -m for x, m in powers.items() if m < 0}))
                    for j, m in inner.items():
                        part = product(part, power(parts[j] if m >= 0 else inverse(j), abs(m)))
                    sides.append(part)
                part = sides[0] if operation == "exp" else total(*sides)
            elif operation in ("atom", "pi", "log"):
                part = Counter({("value", (k, 1)): 1}), Counter()
            else:
                part = a
            need(all(n <= 100_000 for side in part for n in side.values()), "too high a degree")
            parts.append(part)
        return total(parts[left], parts[right])[0]

    def values(self, point):
        """All steps at a point. An atom that has cancelled may be anything."""
        values, half = [], Gauss(Fraction(1, 2))
        for k, (operation, operands, n, value) in enumerate(self.steps):
            a, *rest = [values[j] for j in operands] or [value]
            if operation in ("+", "-"):
                a = a + rest[0] if operation == "+" else a - rest[0]
            elif operation in ("*", "/"):
                a = a * (rest[0] if operation == "*" else rest[0].inverse())
            elif operation == "^":
                a = a.power(n)
            elif operation == "negate":
                a = ZERO - a
            elif operation in EXPONENTIAL:
                sides = []
                for turns, powers, inner in self.exponentials[k]:
                    a = UNIT.power(turns)
                    for atom, m in powers.items():
                        a = a * point.get(atom, Gauss(Fraction(2))).power(m)
                    for j, m in inner.items():
                        a = a * values[j].power(m)
                    sides.append(a)
                if operation in ("cos", "cosh"):
                    a = (sides[0] + sides[1]) * half
                elif operation in ("sin", "sinh"):
                    a = (sides[0] - sides[1]) * half
                    a = a * UNIT.inverse() if operation == "sin" else a
            elif operation in ("atom", "pi", "log"):
                a = point.get(("value", (k, 1)), Gauss(Fraction(k + 2)))
            values.append(a)
        return values


def identity(c):
    """The difference's numerator vanishes on a grid of more values than its degrees."""
    reading = Reading(c["steps"])
    left, right = (index(c[side], len(reading.steps)) for side in ("left", "right"))
    degrees = sorted((*atom, n) for atom, n in reading.degrees(left, right).items())
    said = [(a["kind"], tuple(a["monomial"]), a["degree"]) for a in array(c["atoms"])]
    need(said == degrees and all(type(n) is int for _, m, d in said for n in (*m, d)),
         "other atoms or degrees than the steps have")
    need(type(c["exponentiated"]) is bool, "exponentiated is neither true nor false")
    need(not c["exponentiated"] or all(s[0] != "i" for s in reading.steps)
         and reading.steps[left][0] == reading.steps[right][0] == "exp", "no real exponentials")
    axes = []
    for atom in c["atoms"]:
        t = vector(atom["values"])
        need(len(set(t)) == len(t) > atom["degree"], "too few different values")
        need(atom["kind"] != "growth" or all(t), "an exponential that is zero")
        axes.append([Gauss((1 - x * x) / (1 + x * x), 2 * x / (1 + x * x))
                     if atom["kind"] == "rotation" else Gauss(x) for x in t])
    points = prod(map(len, axes))
    need(points <= 10_000 and points * len(reading.steps) <= 200_000, "too large a grid")
    for point in iterate(*axes):
        values = reading.values({atom[:2]: x for atom, x in zip(degrees, point)})
        need(values[left] == values[right], "the sides differ at a point of the grid")
    names = [name(s[1]) for s in c["steps"] if s[0] == "atom"]
    given = "".join(f", given {name(fact)}" for fact in array(c["given"]))
    return f"an identity in {', '.join(names) or 'numbers'}, of degrees " \
        f"{[n for *_, n in degrees]}, vanishes on {points} points{given}"


# ── The program ──────────────────────────────────────────────────────────────────────────────────

KINDS = {"definiteness": definiteness, "linear program": linear_program,
         "enumeration": enumeration, "expectation": expectation, "sign": sign,
         "identity": identity, "root count": root_count}


def check(certificate):
    """What a certificate shows, as text. Raises Rejected."""
    try:
        return KINDS[certificate["kind"]](certificate)
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        raise Rejected(f"something is missing or of another kind: {error!r}") from None


def unique(pairs):
    need(len({key for key, _ in pairs}) == len(pairs), "a key that comes twice")
    return dict(pairs)


def refuse(text):
    raise Rejected(f"a number that is not written as text: {text}")


def check_file(path):
    """Prints a line for each certificate of a file. Returns how many of them do not check."""
    with open(path, encoding="utf-8") as file:
        document = json.load(file, object_pairs_hook=unique, parse_float=refuse,
                             parse_constant=refuse)
    bad = 0
    for entry in array(document["checks"]):
        for certificate in array(entry["certificates"]):
            try:
                print(f"ok        {document['claim']}: {check(certificate)}")
            except Rejected as why:
                bad += 1
                print(f"REJECTED  {document['claim']}: {why}")
    return bad


def main(paths):
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    bad = 0
    for path in paths:
        try:
            bad += check_file(path)
        except (Rejected, OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            bad += 1
            print(f"REJECTED  {path}: {error}")
    if not paths:
        print(__doc__)
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

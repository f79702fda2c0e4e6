#!/usr/bin/env python3
"""Checks the certificates of a site that was made by Evident.

    python3 check_certificates.py certificates/*.json

Nothing but Python's standard library is used, and nothing of Evident: all arithmetic is that of
exact fractions. For each certificate one line says, in the checker's own words, what it shows.
The exit code is 0 if all of them check, and 1 if any does not.
"""
import json
import sys
from fractions import Fraction


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


# ── The program ──────────────────────────────────────────────────────────────────────────────────

KINDS = {"definiteness": definiteness, "linear program": linear_program,
         "enumeration": enumeration, "expectation": expectation}


def check(certificate):
    """What a certificate shows, as text. Raises Rejected."""
    try:
        return KINDS[certificate["kind"]](certificate)
    except (KeyError, TypeError, AttributeError) as error:
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

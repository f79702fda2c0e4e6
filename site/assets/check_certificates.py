#!/usr/bin/env python3
"""Checks the certificates of a site that was made by Evident.

    python3 check_certificates.py certificates/*.json

Nothing but Python's standard library is used, and nothing of Evident: all arithmetic is that of
exact fractions. For each certificate one line says, in the checker's own words, what it shows. A
file is rejected at the first that shows nothing. The exit code is 0 if all of them check, else 1.
"""
import json
import re
import sys
from collections import Counter
from fractions import Fraction
from itertools import product
from math import inf, prod
from operator import eq, ge, gt, le, lt, mul

HOLDS = {"≤": le, "<": lt, "=": eq, "≥": ge, ">": gt}
RATIONAL = {"number", "atom", "negate", "+", "-", "*", "/", "^"}
FUNCTIONS = {"pi", "i", "exp", "log", "sin", "cos", "sinh", "cosh"}


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


def natural(n):
    need(type(n) is int and n >= 0, f"{n!r:.40} is no natural number")
    return n


def quoted(text):
    """Whatever the file calls something, in quotes, unless it looks like the name of a variable."""
    plain = re.fullmatch(r"\\?[A-Za-z]+(_(\w|\{\w+\}))?", text) and text not in FUNCTIONS
    return text if plain else json.dumps(text, ensure_ascii=False)


def enumeration(c):
    """Each point is listed with both sides of its comparisons. What they are is not checked."""
    def hold(comparisons):
        return all([HOLDS[relation](number(a), number(b)) for a, relation, b in comparisons])

    need(len(c["points"]) == natural(c["count"]), "not all points are here")
    tested = [(p["name"], hold(p["conclusions"])) for p in c["points"]
              if p["conclusions"] and hold(p.get("hypotheses", []))]
    need(tested, "nothing is said at any point")
    need(all(holds for _, holds in tested), "it fails at a point")
    return f"comparisons hold at {len(tested)} of {c['count']} points, as computed: " \
        + quoted(c["domain"])


def expectation(c):
    """The weights sum to one, and the weighted sum of the values is the other side. What the values
    are is not checked."""
    other, mean, total = vector(c["other"]), [0] * len(c["other"]), 0
    for outcome in c["outcomes"]:
        weight, values = number(outcome["weight"]), vector(outcome["value"], len(other))
        need(weight >= 0, f"a negative weight at {outcome['name']}")
        mean, total = [m + weight * v for m, v in zip(mean, values)], total + weight
    need(len(c["outcomes"]) == natural(c["count"]) and total == 1, "not all outcomes are here")
    need(mean == other != [], f"the expectation is {mean}")
    return f"E = {', '.join(map(str, mean))} over {c['count']} outcomes, as computed: " \
        + quoted(c["domain"])


class Polynomial(dict):
    """{monomial: coefficient}, where a monomial is a set of pairs (atom, power), and a power is any
    fraction. The atom "i" is the imaginary unit. Polynomials that are divided by are atoms too."""

    def __add__(self, other):
        sums = {m: self.get(m, 0) + other.get(m, 0) for m in {**self, **other}}
        return Polynomial({m: a for m, a in sums.items() if a})

    def __sub__(self, other):
        return self + other * constant(-1)

    def __mul__(self, other):
        need(len(self) * len(other) <= 1_000_000, "too many terms")
        sums = {}
        for (m, a), (n, b) in product(self.items(), other.items()):
            powers = Counter(dict(m))
            powers.update(dict(n))
            turns = powers["i"]
            powers["i"] %= 2
            key = frozenset(pair for pair in powers.items() if pair[1])
            sums[key] = sums.get(key, 0) + a * b * (-1) ** (turns // 2 % 2)
        need(all(abs(a.numerator) < LONG > a.denominator for a in sums.values()), "too long")
        return Polynomial({m: a for m, a in sums.items() if a})

    def __pow__(self, n):
        """1/p has negative powers if p is a single term, and else p as an atom."""
        need(type(n) is int and abs(n) <= 1_000, "an exponent out of range")
        if n >= 0:
            return prod([self] * n, start=ONE)
        need(self.cleared(), "a division by zero")
        if len(self) > 1:
            return term(frozenset(self.items()), n)
        [(m, a)] = self.items()
        return Polynomial({frozenset((atom, -k) for atom, k in m): 1 / a}) ** -n

    def cleared(self):
        """A product with powers of what is divided by, which is left nowhere."""
        for atom in {atom for m in self for atom, _ in m if type(atom) is frozenset}:
            parts = {}
            for m, a in self.items():
                n = dict(m).get(atom, 0)
                parts.setdefault(n, Polynomial())[m - {(atom, n)}] = a
            base, lowest = Polynomial(atom), min(0, *parts)
            return sum((p * base ** (n - lowest) for n, p in parts.items()), ZERO).cleared()
        return self

    def terms(self):
        """The powers of x with their coefficients, the highest last."""
        need(all(atom == "x" for m in self for atom, _ in m), "not in x alone")
        return sorted((sum(n for _, n in m), a) for m, a in self.items())

    def at(self, x):
        """The value at x, or its sign where x is infinite."""
        terms, x = (self.terms(), x) if abs(x) < inf else (self.terms()[-1:], 1 if x > 0 else -1)
        return sum(a * x ** n for n, a in terms)


def constant(a):
    return Polynomial({frozenset(): Fraction(a)} if a else {})


def term(atom, n=1):
    return Polynomial({frozenset({(atom, n)} if n else ()): Fraction(1)})


LONG, ZERO, ONE, I, HALF = 10 ** 20_000, constant(0), constant(1), term("i"), constant(0.5)


def read(steps, allowed, atom=lambda name, number: term(("atom", number))):
    """The steps as polynomials in free atoms: variables, π, logarithms, and e^m for each monomial m
    of an exponent. What holds for all values of the atoms holds for those that they have, be they
    as little free as eˣ and eⁱˣ. And the steps as texts, and a remark if they may be undefined."""
    names = [step[1] for step in steps if step[0] == "atom"]
    need(len(set(names)) == len(names), "a name of two atoms")
    need(all(type(step) is list and step[0] in allowed for step in steps), "an operation too many")
    partial = any(step[0] in ("/", "log") or step[0] == "^" and step[2] < 0 for step in steps)
    parts, texts, bases = [], [], {}

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

    def log(p):
        [m] = atom = term(("log", frozenset(p.items())))
        bases[m] = p
        return atom

    operations = {
        "number": lambda digits: constant(number(digits)),
        "atom": lambda name: atom(name, len(parts)),
        "pi": lambda: term("pi"), "i": lambda: I,
        "negate": lambda a: ZERO - a, "+": lambda a, b: a + b, "-": lambda a, b: a - b,
        "*": lambda a, b: a * b, "/": lambda a, b: a * b ** -1, "^": lambda a, n: a ** n,
        "log": log, "exp": exp,
        "sinh": lambda a: (exp(a) - exp(ZERO - a)) * HALF,
        "cosh": lambda a: (exp(a) + exp(ZERO - a)) * HALF,
        "sin": lambda a: (exp(a * I) - exp(ZERO - a * I)) * HALF * I ** -1,
        "cos": lambda a: (exp(a * I) + exp(ZERO - a * I)) * HALF}
    for operation, *rest in steps:
        count = {"number": 0, "atom": 0, "^": 1}.get(operation, len(rest))
        operands, others = [parts[natural(k)] for k in rest[:count]], rest[count:]
        parts.append(operations[operation](*operands, *others))
        if operation == "number":
            said = str(number(rest[0])) if set(rest[0]) <= set("0123456789") else f"({rest[0]})"
        elif operation == "atom":
            said = quoted(rest[0])
        elif len(rest) == 2:
            said = f"({texts[rest[0]]} {operation} {texts[rest[1]] if count == 2 else rest[1]})"
        else:
            said = operation + "".join(f"({texts[k]})" for k in rest)
        texts.append(said if len(said) <= 400 else said[:400] + "…")
    return parts, texts, ", where defined" if partial else ""


def identity(c):
    """The difference of both sides, multiplied out, is the zero polynomial in free atoms. This is
    another way than that by which Evident checks: on a grid, with values that are not read here."""
    parts, texts, remark = read(c["steps"], RATIONAL | FUNCTIONS)
    left, right = natural(c["left"]), natural(c["right"])
    need(not (parts[left] - parts[right]).cleared(), "the difference is not zero")
    return f"{texts[left]} = {texts[right]}{remark}" + "".join(
        f", given {quoted(fact)}" for fact in c["given"])


def combination(c):
    """A sum of positive multiples of squares, and of products of what is given not to be negative,
    is not negative; positive, if one of the summands is. Of what is given to be zero any multiple
    may be added."""
    parts, texts, remark = read(c["steps"], RATIONAL)
    given = [(natural(k), {">": ">", "≥": "≥", "=": "="}[relation]) for k, relation in c["given"]]
    for conclusion in c["conclusions"]:
        rest, strict = parts[natural(conclusion["slack"])], False
        for summand in conclusion["terms"]:
            weight, roots = number(summand["weight"]), [parts[natural(k)] for k in summand["root"]]
            facts = [given[natural(k)] for k in summand["given"]]
            relations = {relation for _, relation in facts}
            need(weight > 0 or "=" in relations, "a weight that is not positive")
            strict = strict or not roots and relations <= {">"}
            rest -= prod(2 * roots + [parts[k] for k, _ in facts], start=constant(weight))
        need(not rest.cleared(), "the summands have another sum")
        need({"≥": True, ">": strict}[conclusion["relation"]], "no summand is positive")
    said = [f"{texts[k]} {relation} 0" for k, relation in given]
    need(c["conclusions"], "nothing is concluded")
    return "; ".join(f"{texts[d['slack']]} {d['relation']} 0" for d in c["conclusions"]) + \
        (", given " + "; ".join(said) if said else "") + remark


def witness(c):
    """Comparisons hold at one point."""
    values, names = iter(vector(c["values"])), [step[1] for step in c["steps"] if step[0] == "atom"]
    parts, texts, _ = read(c["steps"], RATIONAL, lambda name, _: constant(next(values)))
    holds = [HOLDS[relation](parts[natural(a)].at(0), parts[natural(b)].at(0))
             for a, relation, b in c["comparisons"]]
    need(holds and all(holds), "it fails at the point")
    return "; ".join(f"{texts[a]} {relation} {texts[b]}" for a, relation, b in c["comparisons"]) + \
        " at " + ", ".join(map("{} = {}".format, map(quoted, names), c["values"]))


def polynomial(value):
    return sum((term("x", k) * constant(a) for k, a in enumerate(vector(value))), ZERO)


def roots(f, steps, low, high):
    """The roots of f strictly between two ends, by its Sturm chain, and those at ends that belong
    to the interval. The chain ends in a constant: no two members that follow vanish together."""
    chain = [f, sum((term("x", n - 1) * constant(n * a) for n, a in f.terms()), ZERO)]
    for step in steps:
        scale, carry = number(step["scale"]), number(step["carry"])
        need(scale > 0 < carry, "a factor that is not positive")
        member = polynomial(step["quotient"]) * chain[-1] - chain[-2] * constant(scale)
        chain.append(member * constant(1 / carry))
    need(set(chain[-1]) == set(ONE), "a chain that does not end in a constant")

    def changes(x):
        signs = [value > 0 for value in (p.at(x) for p in chain) if value]
        return sum(a != b for a, b in zip(signs, signs[1:]))

    inside = changes(low[0]) - changes(high[0]) - (f.at(high[0]) == 0)
    return inside, sum(included and f.at(end) == 0 for end, included in (low, high))


def on_interval(c):
    """Times a square, the formula is a constant times powers of factors. It is not negative if it
    is positive at a point and no factor of an odd power has a root between the ends; and positive
    if no factor has any. A polynomial has the roots that the product of its factors has."""
    parts, texts, remark = read(
        c["steps"], RATIONAL, lambda name, _: {c["atom"]: term("x")}[name])
    factors = [(polynomial(factor["polynomial"]), factor) for factor in c["factors"]]
    need(all(natural(factor["power"]) for _, factor in factors), "a factor that is none")
    all_of_it = prod((f ** factor["power"] for f, factor in factors),
                     start=constant(number(c["constant"])))
    square = polynomial(c["multiplier"]) ** 2 if c["kind"] == "sign" else ONE
    need(square and all_of_it and not (parts[-1] * square - all_of_it).cleared(), "another product")
    low, high = ((number(c[end]["value"]), c[end]["included"] is True) if end in c
                 else (none, False) for end, none in (("lower", -inf), ("upper", inf)))
    where = f"for {quoted(c['atom'])}{' = ' + quoted(c['meaning']) if 'meaning' in c else ''} in " \
        + f"{'[' if low[1] else '('}{low[0]}, {high[0]}{']' if high[1] else ')'}" \
        .replace("inf", "∞") + remark
    if c["kind"] == "root count":
        count = sum(roots(prod((f for f, _ in factors), start=ONE), c["chain"], low, high))
        need(not remark, "no polynomial")
        need(count == natural(c["count"]), f"there are {count} roots, or the ends are in no order")
        return f"{texts[-1]} has {count} real roots {where}"
    strict = {"≥": False, ">": True}[c["relation"]]
    for f, factor in factors:
        if strict or factor["power"] % 2:
            inside, at_ends = roots(f, factor["chain"], low, high)
            need(inside == 0 and not (strict and at_ends), "it vanishes or changes its sign")
    x = number(c["point"])
    need(low[0] < x < high[0] and all_of_it.at(x) > 0, "it is not positive at an inner point")
    return f"{texts[-1]} {c['relation']} 0 {where}"


def main(paths):
    kinds = {"enumeration": enumeration, "expectation": expectation, "identity": identity,
             "combination": combination, "witness": witness, "sign": on_interval,
             "root count": on_interval}
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    bad = not paths
    for path in paths:
        claim = path
        try:
            with open(path, encoding="utf-8") as file:
                document = json.load(file)
            claim = document["claim"]
            lines = [f"ok        {claim}: {kinds[certificate['kind']](certificate)}"
                     for check in document["checks"] for certificate in check["certificates"]]
            need(lines, "there is no certificate")
        except Exception as error:  # Whatever goes wrong, nothing is shown.
            lines, bad = [f"REJECTED  {claim}: {type(error).__name__}: {error}"], True
        for line in lines:
            print("".join(character if character.isprintable() else "?" for character in line))
    return bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

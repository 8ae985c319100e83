#!/usr/bin/env python3
"""Re-check exported proofs, sharing no code with the engine that wrote them.

For every step: a term that cites a premise equals its conclusion, the written arithmetic gives the
conclusion, and so does the rule applied again to the terms and parameters. Numbers are exact.
`docs/dossiers.md` has the format. Exit: 0 no fault, 1 some faults, 2 a file that is not a proof.
"""

import ast
import json
import operator
import re
import sys
from collections import Counter, namedtuple
from datetime import date, datetime
from fractions import Fraction
from math import ceil, floor

USAGE = "usage : verifier_preuve.py [FICHIER…] (sans fichier, ou « - » : entrée standard)"
MAX_MARK, DUT_CREDITS, BUT_CREDITS, HALF = 20, 120, 180, Fraction(1, 2)
BTS_THRESHOLD, BTS_DAYS = 10, 8  # written in the décret itself: the BTS reads no parameter
LEFT_OUT, AWAITED, INCOMPLETE = "neutralisée", "attendue", "incomplète"
UNKNOWN, VALIDATED, NO_VOLUME, GIVEN = "incomplet", "validé", "volume inconnu", "moyenne donnée"
KINDS = {Fraction: "un nombre", bool: "vrai ou faux", str: "un texte", object: "une valeur"}
NUMBER = re.compile(r"-?\d{1,99}(\.\d{1,6}|/0*[1-9]\d{0,98})?", re.ASCII)
MARK = re.compile(r"(?:ABJ )?(\d{1,6}(?:,\d{1,6})?)(?:/(\d{1,6}(?:,\d{1,6})?))?", re.ASCII)
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
             ast.Div: operator.truediv, ast.Gt: operator.gt, ast.GtE: operator.ge,
             ast.Lt: operator.lt, ast.LtE: operator.le}
CALLS = {"min": min, "max": max, "floor": floor, "ceil": ceil}
NOT_COMPUTABLE = (ArithmeticError, KeyError, MemoryError, RecursionError, SyntaxError, TypeError, ValueError)
Term = namedtuple("Term", "name value weight premise")


class Unreadable(Exception):
    """The file does not hold a proof."""


class Fault(Exception):
    """What is wrong with a step, what was expected and what was read."""

    def __init__(self, wrong, expected, read):
        super().__init__(f"{wrong}, attendu {show(expected)}, lu {show(read)}")


def show(value):
    """A value as the report prints it."""
    if isinstance(value, bool):
        return "vrai" if value else "faux"
    return f"« {value} »" if isinstance(value, str) else str(value)


def expect(wrong, expected, read):
    """Fail unless two values are equal and of one kind: true is not 1."""
    expected = Fraction(expected) if type(expected) is int else expected
    if type(expected) is not type(read) or expected != read:
        raise Fault(wrong, expected, read)


def parse(raw, words=()):
    """A number where the text is one; else the verdict, or the text itself."""
    if not isinstance(raw, str | bool):
        raise TypeError
    return Fraction(raw) if isinstance(raw, str) and NUMBER.fullmatch(raw) else raw


def number(tree):
    """What an expression is worth; anything but arithmetic is refused."""
    match tree:
        case ast.Constant(value=value) if type(value) in (int, float):
            return Fraction(str(value))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -number(operand)
        case ast.BinOp(left=left, op=op, right=right):
            return OPERATORS[type(op)](number(left), number(right))
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
            return Fraction(CALLS[name](*map(number, args)))
    raise SyntaxError
...

"""Writes language/expressions.json: texts of the property language and what numpy makes of the same texts, since the
names and their meaning are numpy's. Run it by hand; its output is committed.

Each entry is {"text": …, "inputs": {name: array}, "expected": array}, an array being {"kind": "bool", "int" or
"float", "shape": […], "data": […]} with the elements in row-major order; "nan", "inf" and "-inf" are such elements.
"""

import itertools
import math
import warnings

import numpy as np

from comparison import write

KINDS = {"b": "bool", "i": "int", "f": "float"}


def set_part(x, i, v):
    result = np.array(x)
    result[tuple(np.atleast_1d(i))] = v
    return result


NAMES = {
    **{name: getattr(np, name) for name in """
        abs sqrt exp log sin cos tanh isfinite isnan maximum minimum clip where round sum mean prod min max argmax any
        all var std cumsum dot matmul transpose reshape concatenate stack flip roll take sort argsort unique tril triu
        eye zeros ones full arange broadcast_to size allclose pi inf""".split()},
    "erf": np.vectorize(math.erf, otypes=[float]),
    "norm": np.linalg.norm,
    "svdvals": lambda x: np.linalg.svd(x, compute_uv=False),
    "shape": lambda x: np.array(np.shape(x), dtype=int),
    "len": len,
    "set": set_part,
    "far": lambda a, b, atol: np.any(np.abs(a - b) > atol),
    "true": True,
    "false": False,
    "__builtins__": {},
}


def encoded(array):
    array = np.asarray(array)
    special = {math.inf: "inf", -math.inf: "-inf"}
    data = [
        "nan" if isinstance(e, float) and math.isnan(e) else special.get(e, e) if isinstance(e, float) else e
        for e in array.ravel().tolist()
    ]
    return {"kind": KINDS[array.dtype.kind], "shape": list(array.shape), "data": data}


def entry(text, **inputs):
    inputs = {name: np.asarray(value) for name, value in inputs.items()}
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        expected = eval(text, NAMES, dict(inputs))  # the texts stand below
    encoded_inputs = {name: encoded(value) for name, value in inputs.items()}
    return {"text": text, "inputs": encoded_inputs, "expected": encoded(expected)}


def reals(rng, *shape):
    return np.round(rng.normal(0, 2, shape), 3)


def ints(rng, *shape):
    return rng.integers(-9, 10, shape)


def bools(rng, *shape):
    return rng.integers(0, 2, shape).astype(bool)


SHAPES = [(), (1,), (5,), (0,), (2, 3), (1, 4), (2, 0), (0, 3), (3, 4, 2), (2, 1, 3, 2)]
AXES = [(shape, axis) for shape in SHAPES for axis in range(-len(shape), len(shape))]


def elementwise(rng):
    odd = np.array([math.nan, math.inf, -math.inf, 0.0, -0.0, 1e308, 1e-310])
    for shape in SHAPES:
        x = reals(rng, *shape)
        for name in ("sin", "cos", "tanh", "erf", "exp", "abs", "isfinite", "isnan", "round"):
            yield entry(f"{name}(x)", x=x)
        for name in ("sqrt", "log"):
            yield entry(f"{name}(x)", x=np.abs(x))
    for name in ("sqrt", "exp", "log", "sin", "cos", "tanh", "erf", "abs", "isfinite", "isnan", "round"):
        yield entry(f"{name}(x)", x=odd)
        yield entry(f"{name}(x)", x=rng.integers(0, 9, (2, 3)))
    for decimals in (-3, -2, -1, 0, 1, 2, 5):
        yield entry(f"round(x, {decimals})", x=reals(rng, 6) * 100)
        yield entry(f"round(x, decimals = {decimals})", x=rng.integers(-2000, 2000, 8))
    yield entry("round(x)", x=[0.5, 1.5, 2.5, -0.5, -1.5])
    yield entry("round(x, -1)", x=[5, 15, 25, -5, -15, 14, 16])
    for name in ("maximum", "minimum"):
        for a, b in BROADCASTS:
            yield entry(f"{name}(x, y)", x=reals(rng, *a), y=ints(rng, *b))
        yield entry(f"{name}(x, y)", x=odd, y=odd[::-1])
        yield entry(f"{name}(x, y)", x=bools(rng, 2, 3), y=bools(rng, 3))
        yield entry(f"{name}(x, 0)", x=ints(rng, 4))
    yield entry("clip(x, -1, 1)", x=reals(rng, 3, 4))
    yield entry("clip(x, -1, 1)", x=ints(rng, 3, 4))
    yield entry("clip(x, y, 2.5)", x=reals(rng, 3, 4), y=reals(rng, 4))
    yield entry("where(x > 0, x, y)", x=reals(rng, 3, 4), y=ints(rng, 4))
    yield entry("where(x, 1, 0)", x=bools(rng, 5))
    yield entry("where(x, y, [[1], [2]])", x=bools(rng, 3), y=ints(rng, 2, 3))


BROADCASTS = [((), ()), ((3,), ()), ((), (2, 3)), ((2, 3), (3,)), ((2, 1), (1, 4)), ((2, 3), (2, 3)),
              ((3, 1, 2), (4, 1)), ((0,), (1,)), ((2, 0), (1,)), ((1, 3), (0, 3))]


def operators(rng):
    for a, b in BROADCASTS:
        for sign in ("+", "-", "*", "/", "==", "!=", "<", "<=", ">", ">="):
            yield entry(f"x {sign} y", x=reals(rng, *a), y=reals(rng, *b))
            yield entry(f"x {sign} y", x=ints(rng, *a), y=ints(rng, *b))
        for sign in ("//", "%"):
            yield entry(f"x {sign} y", x=reals(rng, *a), y=reals(rng, *b) + 5)
            yield entry(f"x {sign} y", x=ints(rng, *a), y=rng.choice([-4, -3, -1, 1, 2, 7], b))
            yield entry(f"x {sign} y", x=ints(rng, *a), y=rng.choice([-2.5, -1.0, 0.5, 3.0], b))
        yield entry("x ** y", x=ints(rng, *a), y=rng.integers(0, 6, b))
        yield entry("x ** y", x=np.abs(reals(rng, *a)), y=reals(rng, *b))
    numbers = np.array([0.0, 1.0, -1.0, 2.5, math.inf, -math.inf, math.nan])
    for sign in ("/", "//", "%", "**", "==", "!=", "<", ">="):
        yield entry(f"x {sign} y", x=numbers[:, None], y=numbers)
    yield entry("x / y", x=[1, -1, 0], y=[0, 0, 0])
    yield entry("x == y", x=bools(rng, 6), y=bools(rng, 6))
    yield entry("x * y", x=bools(rng, 2, 3), y=reals(rng, 3))
    yield entry("x + y", x=bools(rng, 2, 3), y=ints(rng, 3))
    for text in ("-x ** 2", "2 * x - x / 4", "x - x - x", "x * x % 3", "2.0 ** -1 * x", "2 ** 3 ** 2 + x", "(x + 1) * -x",
                 "x[0] - -x[1]", "-7 // 2 + 0 * x", "7 % -3 + 0 * x", "1e3 * x + pi", "[1, 2.5] + x[0]"):
        yield entry(text, x=reals(rng, 3))


def reductions(rng):
    for name in ("sum", "mean", "prod", "any", "all", "norm", "var", "std", "min", "max", "argmax"):
        never_empty = name in ("min", "max", "argmax")
        for shape in SHAPES:
            if 0 not in shape or not never_empty:
                yield entry(f"{name}(x)", x=reals(rng, *shape))
        yield entry(f"{name}(x)", x=ints(rng, 3, 4))
        for shape, axis in AXES:
            if (0 in shape and never_empty) or (name == "norm" and 0 in shape):
                continue
            keyword = "axis = " if name == "norm" or axis % 2 else ""
            yield entry(f"{name}(x, {keyword}{axis})", x=reals(rng, *shape))
            yield entry(f"{name}(x, axis = {axis}, keepdims = true)", x=ints(rng, *shape))
        yield entry(f"{name}(x, keepdims = true)", x=reals(rng, 2, 3))
        yield entry(f"{name}(x, axis = 0, keepdims = false)", x=reals(rng, 2, 3))
        if name not in ("norm", "var", "std"):
            yield entry(f"{name}(x, axis = 1)", x=bools(rng, 3, 4))
        if name not in ("any", "all"):
            yield entry(f"{name}(x, axis = 0)", x=[[1.0, math.nan, 3.0], [2.0, 5.0, math.inf], [0.0, 1.0, -1.0]])
    for name, ddof in itertools.product(("var", "std"), (0, 1, 2, 5)):
        yield entry(f"{name}(x, ddof = {ddof})", x=reals(rng, 4))
        yield entry(f"{name}(x, 1, ddof = {ddof}, keepdims = true)", x=reals(rng, 4, 3) + 100)
    for shape in SHAPES:
        yield entry("cumsum(x)", x=reals(rng, *shape))
    for shape, axis in AXES:
        yield entry(f"cumsum(x, {axis})", x=ints(rng, *shape))
    yield entry("cumsum(x)", x=bools(rng, 5))


def sorting(rng):
    for shape, axis in AXES:
        for name in ("sort", "argsort"):
            yield entry(f"{name}(x, {axis})", x=rng.permutation(math.prod(shape)).reshape(shape) / 4)
    for values in ([3, 1, 2, 1], [0.5, math.nan, -1.0, math.inf, math.nan, -math.inf], [[3, 1], [0, 2]]):
        yield entry("sort(x)", x=values)
        yield entry("unique(x)", x=values)
    yield entry("argsort(x)", x=[3, 1, 4, 2])
    yield entry("argsort(x, axis = -1)", x=[math.nan, 1.0, math.inf, 0.0])
    yield entry("sort(x)", x=bools(rng, 6))
    yield entry("unique(x)", x=bools(rng, 6))
    yield entry("unique(x)", x=np.zeros((0, 2)))


def products(rng):
    for a, b in (((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 2)), ((2, 3), (3, 4)), ((0,), (0,)), ((2, 0), (0, 3)),
                 ((0, 2), (2,)), ((1, 1), (1, 1)), ((5, 7), (7, 6))):
        for text in ("x @ y", "dot(x, y)", "matmul(x, y)"):
            yield entry(text, x=reals(rng, *a), y=reals(rng, *b))
            yield entry(text, x=ints(rng, *a), y=ints(rng, *b))
    yield entry("x @ y", x=ints(rng, 2, 3), y=reals(rng, 3))
    for shape in ((1, 1), (3, 4), (4, 3), (4, 4), (1, 5), (6, 1)):
        yield entry("svdvals(x)", x=reals(rng, *shape))
    yield entry("svdvals(x)", x=[[1.0, 2.0], [2.0, 4.0]])
    yield entry("svdvals(x)", x=np.zeros((3, 2)))


def rearranging(rng):
    for shape in SHAPES:
        x = reals(rng, *shape)
        yield entry("transpose(x)", x=x)
        yield entry("reshape(x, [-1])", x=x)
        yield entry(f"reshape(x, {[*shape[::-1]]})", x=x)
        if shape:
            yield entry("flip(x)", x=x)
            yield entry("roll(x, 2)", x=x)
            yield entry("roll(x, shift = -3)", x=x)
        yield entry(f"broadcast_to(x, {[2, *shape]})", x=x)
    for shape, axis in AXES:
        x = ints(rng, *shape)
        yield entry(f"flip(x, {axis})", x=x)
        for shift in (-7, -1, 0, 1, 4):
            yield entry(f"roll(x, {shift}, axis = {axis})", x=x)
        yield entry(f"concatenate([x, y], {axis})", x=x, y=reals(rng, *shape))
        yield entry(f"stack([x, y, x], axis = {axis})", x=x, y=ints(rng, *shape))
        size = shape[axis]
        if size > 0:
            yield entry(f"take(x, y, {axis})", x=x, y=rng.integers(-size, size, (2, 2)))
            yield entry(f"take(x, 0, axis = {axis})", x=x)
            yield entry(f"take(x, [-1, 0], {axis})", x=x)
    yield entry("reshape(x, 6)", x=reals(rng, 2, 3))
    yield entry("reshape(x, [3, -1])", x=reals(rng, 2, 3))
    yield entry("broadcast_to(x, [3, 4])", x=reals(rng, 3, 1))
    yield entry("broadcast_to(x, 4)", x=bools(rng))
    yield entry("take(x, [[0, -1], [3, 2]])", x=reals(rng, 2, 3))
    yield entry("concatenate([x, y, x])", x=ints(rng, 2), y=ints(rng, 0))
    yield entry("concatenate([x, y], axis = 1)", x=reals(rng, 2, 1, 3), y=reals(rng, 2, 4, 3))
    yield entry("stack([x, y], axis = -1)", x=reals(rng), y=ints(rng))
    yield entry("stack([x, y])", x=bools(rng, 2, 3), y=bools(rng, 2, 3))
    for name, k in itertools.product(("tril", "triu"), (-2, -1, 0, 1, 5)):
        for shape in ((3, 3), (2, 4), (4, 2), (2, 2, 3)):
            yield entry(f"{name}(x, {k})", x=reals(rng, *shape))
        yield entry(f"{name}(x, k = {k})", x=ints(rng, 3, 3))
    yield entry("tril(x)", x=bools(rng, 3, 3))
    yield entry("triu(x)", x=np.zeros((0, 3)))
    yield entry("set(x, 1, y)", x=reals(rng, 3, 2), y=reals(rng, 2))
    yield entry("set(x, [-1, 0], 7)", x=ints(rng, 3, 2))
    yield entry("set(x, [0], 7)", x=reals(rng, 2, 2, 2))
    yield entry("set(x, [0, 1, -1], y)", x=reals(rng, 2, 2, 2), y=1.5)


def making(rng):
    for text in ("eye(3)", "eye(0)", "zeros(2)", "zeros([2, 3])", "zeros([0, 2])", "ones([3])", "ones([])",
                 "full([2, 2], 7)", "full(3, 0.5)", "full([2, 2], true)", "arange(5)",
                 "arange(0)", "arange(-3)", "arange(2, 9)", "arange(2, 9, 3)", "arange(9, 2, -2)", "arange(3, 3, -1)",
                 "arange(2, 9, -1)", "arange(0, 1, 0.1)", "arange(1.5)", "arange(1, -1, -0.25)",
                 "arange(10, 0, step = -5)", "zeros(shape(x))", "[size(x), len(x)]", "eye(len(x)) * x[0]",
                 "ones([size(x), 2])", "matmul([[1, 2], [3, 4]], [x[1], 2])", "0 * x[0] + [1, 2] == [1, 3]",
                 "[true, false]", "[]"):
        x = reals(rng, 4)
        result = entry(text, x=x)
        if text == "[]":  # of ints, so that it can be a shape
            result["expected"]["kind"] = "int"
        yield result
    for shape in SHAPES:
        yield entry("shape(x)", x=reals(rng, *shape))
        yield entry("size(x)", x=bools(rng, *shape))
        if shape:
            yield entry("len(x)", x=ints(rng, *shape))


def indexing(rng):
    cube, matrix, vector = reals(rng, 3, 4, 2), ints(rng, 3, 5), bools(rng, 6)
    for text in ("x[0]", "x[-1]", "x[1, 2]", "x[1, 2, -1]", "x[:]", "x[1:]", "x[:-1]", "x[::2]", "x[::-1]", "x[:, 1]",
                 "x[:, :, 0]", "x[1:3, ::-2, 1]", "x[2:1]", "x[-100:100:2, 0]", "x[100:-100:-1]", "x[0][1][0]",
                 "x[:, 1:3][0]", "x[2::-1, -1:-9:-3]", "x[1:2, 1:2, 1:2]"):
        yield entry(text, x=cube)
    for text in ("x[2, 4]", "x[:, -1]", "x[::3, ::3]", "x[1 + 1, 2 * 2]", "x[x[0, 0] // 100]", "x[:, 5:]", "x[3:]"):
        yield entry(text, x=matrix)
    for text in ("x[-6]", "x[5]", "x[4:1:-1]", "x[:3:-1]", "x[::7]", "x[::-7]", "x[-2:]"):
        yield entry(text, x=vector)


def closeness(rng):
    special = [(math.inf, math.inf), (math.inf, 1.0), (math.nan, math.nan)]
    for a, b in [(1.0, 1.0 + 1e-7), (1.0, 1.1), (0.0, 1e-9), *special]:
        yield entry("allclose(x, y, rtol = 1e-5, atol = 1e-8)", x=[a, 2.0], y=[b, 2.0])
        yield entry("allclose(x, y, atol = 0.2, rtol = 0)", x=[a, 2.0], y=b)
        if math.isfinite(a):
            yield entry("far(x, y, 0.05)", x=[a, 2.0], y=[b, 2.0])
    yield entry("allclose(x, y, rtol = 0.1, atol = 0)", x=ints(rng, 3, 2), y=1)
    yield entry("far(x, 0, 1)", x=np.zeros(0))


GROUPS = (elementwise, operators, reductions, sorting, products, rearranging, making, indexing, closeness)

if __name__ == "__main__":
    entries = []
    for seed, group in enumerate(GROUPS):
        entries += group(np.random.default_rng(40_000 + seed))
    write("language/expressions", entries)

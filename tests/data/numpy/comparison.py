"""Random inputs and JSON files, as make_normalization.py and make_layer_norm.py need them.

Each file is a list of {"input": {parameter: value}, "expected": value}: arrays as nested lists in row-major order,
records as objects, numbers with as many digits as a double needs to come back the same.
"""

import json
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
EPSILONS = [1e-5, 1e-6, 1e-3, 0.1, 1.0]


def plain(value):
    """What json can write: lists, floats, ints, bools."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    return value


def write(exercise, entries):
    assert len(entries) >= 20, exercise
    lines = [json.dumps(plain(entry), ensure_ascii=True, allow_nan=False) for entry in entries]
    path = HERE / f"{exercise}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n")


def numbers(rng, *shape):
    """Random numbers of a random scale, from tiny to large, and often far from zero; six decimals at most."""
    scale = rng.choice([1e-3, 0.1, 1.0, 10.0, 1e3])
    return np.round(scale * (rng.normal(size=shape) + rng.choice([0.0, 0.0, 3.0])), 6)


def matrix_shapes(rng):
    """A batch of one, a feature of one, squares, wide and tall, then whatever comes."""
    fixed = [(1, 1), (1, 7), (6, 1), (2, 2), (4, 4), (8, 8), (2, 9), (9, 2), (1, 32), (16, 24)]
    return fixed + [tuple(rng.integers(1, 9, size=2)) for _ in range(14)]


def epsilon(rng):
    return float(rng.choice(EPSILONS))


def standardized(x, axis, eps):
    mean = np.mean(x, axis=axis, keepdims=True)
    variance = np.var(x, axis=axis, ddof=0, keepdims=True)
    return (x - mean) / np.sqrt(variance + eps)

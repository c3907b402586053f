"""Writes the forward exercises' part of transformer/*.json: numpy's answers. Run it by hand; its output is committed."""

import numpy as np

from comparison import epsilon, write
from transformer_numpy import (
    attention,
    feed_forward,
    gelu,
    linear,
    multi_head_attention,
    normalized,
    plain,
    random_attention,
    random_block,
    random_transformer,
    transformer,
    transformer_block,
    widened,
)


def draw(rng, *shape, std=1.0):
    return np.round(rng.normal(0, std, shape), 3)


def exact(function, *arguments):
    """The result in longdouble, rounded once at the end."""
    return np.array(function(*(widened(value) for value in arguments)), dtype=float)


def any_mask(rng, rows, columns):
    """No mask, a causal one, or one with gaps in which every row may attend somewhere."""
    kind = rng.integers(3)
    if kind == 0:
        return None
    if kind == 1:
        return np.tril(np.ones((rows, columns), dtype=bool))
    mask = rng.random((rows, columns)) < 0.6
    mask[np.arange(rows), rng.integers(0, columns, rows)] = True
    return mask


def with_mask(arguments, mask):
    return arguments if mask is None else arguments | {"mask": mask}


def gelu_entries(rng):
    for size in [1, 2, 3, 5, 8, 40] + list(rng.integers(1, 12, size=16)):
        x = draw(rng, size, std=rng.choice([0.1, 1.0, 3.0]))
        yield {"x": x}, exact(gelu, x)
    x = np.array([0.0, -0.0, 1e-9, -5.5, 5.5, 12.0, -12.0, 500.0, -500.0])
    yield {"x": x}, exact(gelu, x)


def linear_entries(rng):
    shapes = [(1, 1, 1), (4, 4, 4), (1, 6, 2), (5, 1, 3), (3, 7, 1), (2, 12, 9)]
    for rows, inputs, outputs in shapes + [tuple(rng.integers(1, 7, size=3)) for _ in range(16)]:
        x, w, b = draw(rng, rows, inputs, std=3), draw(rng, inputs, outputs), draw(rng, outputs)
        yield {"x": x, "w": w, "b": b}, exact(linear, x, w, b)


def attention_entries(rng):
    shapes = [(1, 1, 1, 1), (4, 4, 4, 4), (1, 6, 2, 3), (5, 1, 3, 2), (8, 8, 6, 5)]
    for t, s, k, e in shapes + [tuple(rng.integers(1, 7, size=4)) for _ in range(20)]:
        q, keys, values = draw(rng, t, k, std=2), draw(rng, s, k), draw(rng, s, e, std=3)
        mask = any_mask(rng, t, s)
        expected = exact(attention, q, keys, values, mask)
        yield with_mask({"q": q, "k": keys, "v": values}, mask), expected


def sizes_with_heads(rng, count):
    """Positions, features and heads: each pair of features and heads that divide them, again and again."""
    pairs = [(1, 1), (2, 1), (2, 2), (4, 1), (4, 2), (4, 4), (6, 2), (6, 3)]
    return [(int(rng.integers(1, 5)), *pairs[i % len(pairs)]) for i in range(count)]


def multi_head_attention_entries(rng):
    for rows, features, heads in sizes_with_heads(rng, 24):
        x, weights = draw(rng, rows, features), random_attention(rng, features)
        mask = any_mask(rng, rows, rows)
        expected = exact(multi_head_attention, x, weights, heads, mask)
        yield with_mask({"x": x, "weights": weights, "heads": heads}, mask), expected


def feed_forward_entries(rng):
    shapes = [(1, 1, 1), (4, 4, 4), (3, 2, 8)]
    for rows, features, hidden in shapes + [tuple(rng.integers(1, 6, size=3)) for _ in range(19)]:
        x = draw(rng, rows, features, std=2)
        w1, b1 = draw(rng, features, hidden), draw(rng, hidden)
        w2, b2 = draw(rng, hidden, features), draw(rng, features)
        yield {"x": x, "w1": w1, "b1": b1, "w2": w2, "b2": b2}, exact(feed_forward, x, w1, b1, w2, b2)


def transformer_block_entries(rng):
    for rows, features, heads in sizes_with_heads(rng, 24):
        x, weights = draw(rng, rows, features), random_block(rng, features, int(rng.integers(1, 6)))
        mask = any_mask(rng, rows, rows)
        expected = exact(transformer_block, x, weights, heads, mask)
        yield with_mask({"x": x, "weights": weights, "heads": heads}, mask), expected


def transformer_entries(rng):
    for rows, features, heads in sizes_with_heads(rng, 24):
        batch, vocabulary, hidden = (int(n) for n in rng.integers(1, 5, size=3))
        positions, blocks = rows + int(rng.integers(0, 3)), int(rng.integers(1, 3))
        weights = random_transformer(rng, vocabulary, positions, features, hidden, blocks)
        tokens = rng.integers(0, vocabulary, (batch, rows))
        expected = exact(transformer, tokens, weights, heads)
        yield {"tokens": tokens, "weights": weights, "heads": heads}, expected


def layer_norm_3d_entries(rng):
    for shape in [(1, 1, 1), (3, 3, 3), (2, 5, 1), (1, 4, 8)] + [tuple(rng.integers(1, 6, size=3)) for _ in range(18)]:
        x, eps = draw(rng, *shape, std=rng.choice([0.5, 5.0])), epsilon(rng)
        gamma, beta = draw(rng, shape[2]), draw(rng, shape[2])
        expected = exact(normalized, x, gamma, beta, eps)
        yield {"x": x, "gamma": gamma, "beta": beta, "eps": eps}, expected


def rotated(x, positions, base):
    """Each pair of neighbours as a complex number, times another one of length 1."""
    features = x.shape[1]
    angles = positions[:, None] / np.longdouble(base) ** (np.arange(0, features, 2, dtype=np.longdouble) / features)
    turned = (x[:, ::2] + 1j * x[:, 1::2]) * np.exp(1j * angles)
    return np.stack([turned.real, turned.imag], axis=2).reshape(x.shape)


def apply_rope_entries(rng):
    for _ in range(24):
        rows, features = int(rng.integers(1, 6)), 2 * int(rng.integers(1, 6))
        x, base = draw(rng, rows, features), float(rng.choice([10000.0, 500000.0, 4.0]))
        positions = rng.integers(-10, 600, rows)
        yield {"x": x, "positions": positions, "base": base}, exact(rotated, x, positions, base)


def swiglu(x, w_gate, w_up, w_down):
    gate = x @ w_gate
    return (gate * (1 + np.tanh(gate / 2)) / 2 * (x @ w_up)) @ w_down


def swiglu_entries(rng):
    shapes = [(1, 1, 1), (4, 4, 4), (3, 2, 8)]
    for rows, features, hidden in shapes + [tuple(rng.integers(1, 6, size=3)) for _ in range(19)]:
        x = draw(rng, rows, features, std=2)
        w_gate, w_up, w_down = (draw(rng, *s) for s in [(features, hidden)] * 2 + [(hidden, features)])
        yield {"x": x, "w_gate": w_gate, "w_up": w_up, "w_down": w_down}, exact(swiglu, x, w_gate, w_up, w_down)


EXERCISES = {
    "gelu": gelu_entries,
    "linear": linear_entries,
    "attention": attention_entries,
    "multi_head_attention": multi_head_attention_entries,
    "feed_forward": feed_forward_entries,
    "transformer_block": transformer_block_entries,
    "transformer": transformer_entries,
    "layer_norm_3d": layer_norm_3d_entries,
    "apply_rope": apply_rope_entries,
    "swiglu_ffn": swiglu_entries,
}

if __name__ == "__main__":
    for seed, (name, entries) in enumerate(EXERCISES.items()):
        pairs = entries(np.random.default_rng(70_000 + seed))
        write(f"transformer/{name}", [plain({"input": i, "expected": e}) for i, e in pairs])

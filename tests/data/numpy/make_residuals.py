"""Writes residuals/*.json: numpy's answers to the exercises of that topic. Run it by hand; its output is committed.

The answers are computed in longdouble and rounded once, at the end.
"""

import numpy as np

from comparison import epsilon, matrix_shapes, numbers, standardized, write
from transformer_numpy import causal_mask, feed_forward, multi_head_attention, normalized, random_block, widened


def wide(*arrays):
    return tuple(np.asarray(array, dtype=np.longdouble) for array in arrays)


def rounded(value):
    if isinstance(value, dict):
        return {name: rounded(part) for name, part in value.items()}
    return np.asarray(value, dtype=float)


def moderate(rng, *shape, mean=0.0, std=1.0):
    return np.round(rng.normal(mean, std, shape), 4)


def spread(x, axis):
    """Whether no row is so nearly constant that dividing by its standard deviation makes rounding errors large."""
    return np.all(np.std(x, axis=axis) > 0.01 * np.max(np.abs(x), initial=1e-3))


def until(accept, draw):
    """The first draw that is accepted."""
    while not accept(value := draw()):
        pass
    return value


def residual_add_entries(rng):
    for rows, features in matrix_shapes(rng):
        x, fx = numbers(rng, rows, features), numbers(rng, rows, features)
        yield {"x": x, "fx": fx}, x + fx


def gradient_magnitudes_entries(rng):
    for layers in [1, 2, 3, 20, 100] + list(rng.integers(1, 40, size=20)):
        decay, residual_decay = (float(v) for v in np.round(rng.uniform(0, 1.1, 2), 3))
        floor = float(np.round(rng.uniform(0, 1), 3))
        # The definition, a product of one factor for every layer passed.
        plain, rest = [np.longdouble(1)], [1 - np.longdouble(floor)]
        for _ in range(int(layers) - 1):
            plain.append(plain[-1] * decay)
            rest.append(rest[-1] * residual_decay)
        given = {"layers": int(layers), "decay": decay, "floor": floor, "residual_decay": residual_decay}
        yield given, {"plain": np.array(plain), "residual": floor + np.array(rest)}


def residual_layer(x, w):
    return x + np.tanh(w @ x)


def jacobian(x, w):
    """1 / cosh^2 is the derivative of tanh, from another formula than the reference's."""
    return np.eye(len(x)) + w / np.cosh(w @ x)[:, np.newaxis] ** 2


def assert_same_jacobian(x, w, expected):
    step = np.longdouble(1e-5)
    for column in range(len(x)):
        up, down = np.array(x), np.array(x)
        up[column] += step
        down[column] -= step
        slope = (residual_layer(up, w) - residual_layer(down, w)) / (2 * step)
        # The error of central differences is step^2 / 6 times the third derivative, at most 2 |w|^3.
        assert np.allclose(slope, expected[:, column], rtol=0, atol=1e-9 * (1 + np.max(np.abs(w)) ** 3))


def residual_jacobian_entries(rng):
    for size in [1, 1, 2, 3, 4, 8, 16] + list(rng.integers(1, 9, size=17)):
        x, w = moderate(rng, size), moderate(rng, size, size, std=float(rng.choice([0.2, 1.0, 3.0])))
        expected = jacobian(*wide(x, w))
        assert_same_jacobian(*wide(x, w), expected)
        yield {"x": x, "w": w}, expected


def standardize_entries(rng):
    for size in [2, 2, 3, 4, 5, 8, 100] + list(rng.integers(2, 20, size=17)):
        x = until(lambda v: spread(v, 0), lambda: numbers(rng, size))
        yield {"x": x}, standardized(wide(x)[0], 0, 0)


def layer_norm_std_entries(rng):
    fixed = [(1, 1, 2), (1, 4, 3), (3, 1, 4), (2, 2, 2), (4, 4, 4), (2, 3, 16)]
    for shape in fixed + [tuple(rng.integers([1, 1, 2], [4, 5, 8])) for _ in range(18)]:
        x = until(lambda v: spread(v, 2), lambda: numbers(rng, *shape))
        gamma, beta = moderate(rng, shape[2], mean=1), moderate(rng, shape[2])
        eps = epsilon(rng)
        precise = wide(x)[0]
        centred = precise - np.mean(precise, axis=2, keepdims=True)
        expected = gamma * centred / (np.std(precise, axis=2, ddof=1, keepdims=True) + eps) + beta
        yield {"x": x, "gamma": gamma, "beta": beta, "eps": eps}, expected


def post_norm(x, w, gamma, beta, eps):
    return normalized(x + x @ w, gamma, beta, eps)


def pre_norm(x, w, gamma, beta, eps):
    return x + normalized(x, gamma, beta, eps) @ w


def placed_norm_entries(layer):
    def entries(rng):
        for rows, features in matrix_shapes(rng):
            x, w = moderate(rng, rows, features, mean=1), moderate(rng, features, features, std=0.7)
            gamma, beta = moderate(rng, features, mean=1), moderate(rng, features)
            eps = epsilon(rng)
            given = {"x": x, "w": w, "gamma": gamma, "beta": beta, "eps": eps}
            yield given, layer(*wide(x, w, gamma, beta), np.longdouble(eps))

    return entries


def norm_placement_entries(rng):
    for layers in [1, 1, 2, 2, 12, 12] + list(rng.integers(1, 6, size=18)):
        rows, features = rng.integers([1, 3], [5, 7])
        x = moderate(rng, rows, features, mean=1)
        weights = [moderate(rng, features, features, std=0.6) for _ in range(layers)]
        eps, pre = epsilon(rng), bool(rng.integers(2))
        (stream,) = wide(x)
        sizes = []
        for w in wide(*weights):
            stream = (pre_norm if pre else post_norm)(stream, w, 1, 0, np.longdouble(eps))
            sizes.append(np.sqrt(np.mean(stream**2)))
        yield {"x": x, "weights": [w.tolist() for w in weights], "eps": eps, "pre": pre}, np.array(sizes)


def post_norm_block(x, weights, heads, mask):
    attended = x + multi_head_attention(x, weights["attention"], heads, mask)
    h = normalized(attended, weights["gamma1"], weights["beta1"])
    thought = feed_forward(h, *(weights[name] for name in ("w1", "b1", "w2", "b2")))
    return normalized(h + thought, weights["gamma2"], weights["beta2"])


def post_norm_block_entries(rng):
    for number in range(24):
        heads = int(rng.choice([1, 2, 3]))
        length, features, hidden = int(rng.integers(1, 6)), heads * int(rng.integers(2, 4)), int(rng.integers(1, 7))
        x, weights = moderate(rng, length, features), random_block(rng, features, hidden)
        mask = causal_mask(length) if number % 3 else None
        given = {"x": x, "weights": weights, "heads": heads} | ({} if mask is None else {"mask": mask})
        yield given, post_norm_block(wide(x)[0], widened(weights), heads, mask)


EXERCISES = {
    "residual_add": residual_add_entries,
    "gradient_magnitudes": gradient_magnitudes_entries,
    "residual_jacobian": residual_jacobian_entries,
    "standardize": standardize_entries,
    "layer_norm_std": layer_norm_std_entries,
    "post_norm": placed_norm_entries(post_norm),
    "pre_norm": placed_norm_entries(pre_norm),
    "post_norm_block": post_norm_block_entries,
    "norm_placement": norm_placement_entries,
}

if __name__ == "__main__":
    for seed, (name, entries) in enumerate(EXERCISES.items()):
        pairs = entries(np.random.default_rng(40_000 + seed))
        write(f"residuals/{name}", [{"input": i, "expected": rounded(e)} for i, e in pairs])

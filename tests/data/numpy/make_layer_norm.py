"""Writes layer_norm/*.json: numpy's answers to the exercises of that topic. Run it by hand; its output is committed."""

import numpy as np

from comparison import epsilon, matrix_shapes, numbers, standardized, write


def layer_norm(x, gamma, beta, eps):
    return gamma * standardized(x, 1, eps) + beta


def my_layer_norm_entries(rng):
    for size in [1, 2, 3, 4, 5, 8, 64] + list(rng.integers(1, 20, size=15)):
        x, eps, seed = numbers(rng, size), epsilon(rng), float(np.round(rng.uniform(0, 100), 1))
        yield {"seed": seed, "x": x, "eps": eps}, standardized(x, 0, eps)


def layer_norm_entries(rng):
    for rows, features in matrix_shapes(rng):
        x, eps = numbers(rng, rows, features), epsilon(rng)
        gamma, beta = numbers(rng, features), numbers(rng, features)
        yield {"x": x, "gamma": gamma, "beta": beta, "eps": eps}, layer_norm(x, gamma, beta, eps)


def backward(x, gamma, eps, dy):
    """The chain rule step by step, as a tape would run it: each line is the derivative of one operation."""
    rows, features = x.shape
    mean = np.mean(x, axis=1, keepdims=True)
    centered = x - mean
    variance = np.mean(centered**2, axis=1, keepdims=True)
    inverse = 1 / np.sqrt(variance + eps)

    d_normalized = dy * gamma
    d_inverse = np.sum(d_normalized * centered, axis=1, keepdims=True)
    d_variance = d_inverse * (-0.5) * (variance + eps) ** -1.5
    d_centered = d_normalized * inverse + d_variance * 2 * centered / features
    d_mean = -np.sum(d_centered, axis=1, keepdims=True)
    dx = d_centered + d_mean / features
    return {"dx": dx, "dgamma": np.sum(dy * centered * inverse, axis=0), "dbeta": np.sum(dy, axis=0)}


def central_differences(x, gamma, beta, eps, dy):
    """Derivatives of sum(dy * layer_norm) by two evaluations for every input number, in extended precision."""
    wide = [np.array(part, dtype=np.longdouble) for part in (x, gamma, beta)]
    results = []
    for position, part in enumerate(wide):
        gradient = np.zeros(part.shape)
        for index in np.ndindex(part.shape):
            # The function bends on the scale of the root of variance + eps; a row of x must move by far less.
            scale = np.sqrt(np.var(wide[0][index[0]]) + eps) if position == 0 else 1
            step = np.longdouble(1e-5) * scale
            values = []
            for sign in (1, -1):
                moved = [np.array(other) for other in wide]
                moved[position][index] += sign * step
                values.append(np.sum(dy * layer_norm(*moved, np.longdouble(eps))))
            gradient[index] = (values[0] - values[1]) / (2 * step)
        results.append(gradient)
    return dict(zip(("dx", "dgamma", "dbeta"), results))


def assert_same_gradients(expected, differences):
    for name, gradient in expected.items():
        scale = np.max(np.abs(gradient), initial=0)
        assert np.allclose(gradient, differences[name], rtol=1e-6, atol=1e-8 * (1 + scale)), name


def layer_norm_backward_entries(rng):
    for rows, features in matrix_shapes(rng):
        x, eps = numbers(rng, rows, features), epsilon(rng)
        # Of moderate size: with two features dx is a small difference of numbers as large as dy * gamma / s.
        gamma, dy = np.round(rng.normal(1, 1, features), 4), np.round(rng.normal(0, 2, (rows, features)), 4)
        wide = backward(x.astype(np.longdouble), gamma, eps, dy)
        expected = {name: gradient.astype(float) for name, gradient in wide.items()}
        assert_same_gradients(expected, central_differences(x, gamma, np.zeros(features), eps, dy))
        yield {"x": x, "gamma": gamma, "eps": eps, "dy": dy}, expected


EXERCISES = {
    "my_layer_norm": my_layer_norm_entries,
    "layer_norm": layer_norm_entries,
    "layer_norm_backward": layer_norm_backward_entries,
}

if __name__ == "__main__":
    for seed, (name, entries) in enumerate(EXERCISES.items()):
        pairs = entries(np.random.default_rng(30_000 + seed))
        write(f"layer_norm/{name}", [{"input": i, "expected": e} for i, e in pairs])

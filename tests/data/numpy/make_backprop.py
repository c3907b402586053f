"""Writes transformer/*_backward.json and others: numpy's answers to the exercises on training a transformer.

Gradients come from a tape, which knows the derivatives of single operations only, in extended precision; they are then
held against central differences of the forward pass in transformer_numpy.py. Run it by hand; its output is committed.
"""

import numpy as np

import transformer_numpy as forward
from comparison import write

WIDE = np.longdouble
PI = 2 * np.arcsin(WIDE(1))


class Node:
    """An array, what it was made from, and how its gradient is passed on to that."""

    def __init__(self, value, *origins):
        self.value = np.asarray(value, dtype=WIDE)
        self.origins = origins
        self.gradient = np.zeros_like(self.value)

    def __add__(self, other):
        other = node(other)
        return Node(self.value + other.value, (self, lambda g: g), (other, lambda g: g))

    def __sub__(self, other):
        return self + node(other) * -1

    def __mul__(self, other):
        other = node(other)
        return Node(self.value * other.value, (self, lambda g: g * other.value), (other, lambda g: g * self.value))

    def __matmul__(self, other):
        return Node(
            self.value @ other.value,
            (self, lambda g: np.einsum("to,io->ti", g, other.value)),
            (other, lambda g: np.einsum("ti,to->io", self.value, g)),
        )

    def __pow__(self, exponent):
        return Node(self.value**exponent, (self, lambda g: g * exponent * self.value ** (exponent - 1)))

    def __getitem__(self, index):
        def scatter(g):
            whole = np.zeros_like(self.value)
            np.add.at(whole, index, g)
            return whole

        return Node(self.value[index], (self, scatter))

    def transposed(self):
        return Node(self.value.T, (self, lambda g: g.T))

    def sum(self, axis=None):
        kept = axis is not None
        return Node(np.sum(self.value, axis=axis, keepdims=kept), (self, lambda g: g + np.zeros_like(self.value)))

    def exp(self):
        value = np.exp(self.value)
        return Node(value, (self, lambda g: g * value))

    def log(self):
        return Node(np.log(self.value), (self, lambda g: g / self.value))

    def erf(self):
        return Node(forward.erf(self.value), (self, lambda g: g * 2 / np.sqrt(PI) * np.exp(-(self.value**2))))

    def backpropagate(self, gradient):
        """Through everything this was made from, each node after all that were made from it."""
        order, seen = [], set()

        def visit(one):
            if id(one) not in seen:
                seen.add(id(one))
                for origin, _ in one.origins:
                    visit(origin)
                order.append(one)

        visit(self)
        self.gradient = self.gradient + gradient
        for one in reversed(order):
            for origin, passed_on in one.origins:
                origin.gradient = origin.gradient + summed_to(passed_on(one.gradient), origin.value.shape)


def node(value):
    return value if isinstance(value, Node) else Node(value)


def summed_to(gradient, shape):
    """What was broadcast adds its gradients up."""
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    stretched = tuple(axis for axis, size in enumerate(shape) if size == 1 and gradient.shape[axis] != 1)
    return gradient.sum(axis=stretched, keepdims=True) if stretched else gradient


def side_by_side(parts):
    ends = np.cumsum([part.value.shape[1] for part in parts])

    def columns(part, end):
        return part, lambda g: g[:, end - part.value.shape[1] : end]

    return Node(np.concatenate([part.value for part in parts], axis=1), *map(columns, parts, ends))


def tape_gelu(x):
    return x * ((x * (1 / np.sqrt(WIDE(2)))).erf() + 1) * 0.5


def tape_cross_entropy(logits, targets):
    rows = len(targets)
    relative = logits - np.max(logits.value, axis=1, keepdims=True)
    surprise = relative.exp().sum(axis=1).log().sum() - relative[np.arange(rows), targets].sum()
    return surprise * (1 / WIDE(rows))


def tape_attention(q, k, v, mask):
    scores = q @ k.transposed() * (1 / np.sqrt(WIDE(k.value.shape[1])))
    allowed = np.ones(scores.value.shape) if mask is None else mask.astype(float)
    largest = np.max(np.where(allowed > 0, scores.value, -np.inf), axis=1, keepdims=True)
    # Where attention is not allowed the power is anything finite, times 0.
    powers = (scores * allowed - largest * allowed).exp() * allowed
    return (powers * powers.sum(axis=1) ** -1) @ v


def tape_norm(x, gamma, beta):
    share = 1 / WIDE(x.value.shape[1])
    centred = x - x.sum(axis=1) * share
    return centred * ((centred * centred).sum(axis=1) * share + forward.EPS) ** WIDE(-0.5) * gamma + beta


def tape_block(x, weights, heads, mask):
    a = weights["attention"]
    inner = tape_norm(x, weights["gamma1"], weights["beta1"])
    q, k, v = (inner @ a["w" + name] + a["b" + name] for name in "qkv")
    size = x.value.shape[1] // heads
    parts = [np.s_[:, head * size : (head + 1) * size] for head in range(heads)]
    x = x + side_by_side([tape_attention(q[part], k[part], v[part], mask) for part in parts]) @ a["wo"] + a["bo"]
    inner = tape_norm(x, weights["gamma2"], weights["beta2"])
    return x + tape_gelu(inner @ weights["w1"] + weights["b1"]) @ weights["w2"] + weights["b2"]


def tape_loss(tokens, targets, weights, heads):
    total = node(0)
    for row, wanted in zip(tokens, targets):
        x = weights["token"][row] + weights["position"][: len(row)]
        for block in weights["blocks"]:
            x = tape_block(x, block, heads, forward.causal_mask(len(row)))
        logits = tape_norm(x, weights["gamma"], weights["beta"]) @ weights["w_out"] + weights["b_out"]
        total = total + tape_cross_entropy(logits, wanted)
    return total * (1 / WIDE(len(tokens)))


def mapped(function, value):
    if isinstance(value, dict):
        return {name: mapped(function, part) for name, part in value.items()}
    if isinstance(value, list):
        return [mapped(function, part) for part in value]
    return function(value)


def gradients_of(value):
    return mapped(lambda one: one.gradient, value)


def leaves(value):
    if isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from leaves(part)
    else:
        yield value


def rounded(value):
    """As doubles; enough digits for a comparison to 1e-12."""
    return forward.plain(mapped(lambda one: np.round(np.asarray(one, dtype=float), 15), value))


def assert_central_differences(loss, inputs, gradients):
    """loss() is evaluated anew after each step; inputs are changed in place, one array after the other."""
    rng = np.random.default_rng(1)
    for array, gradient in zip(leaves(inputs), leaves(gradients), strict=True):
        assert array.dtype == WIDE and array.shape == gradient.shape
        for _ in range(3):
            step = WIDE(1e-8) * rng.normal(size=array.shape)
            kept = array.copy()
            array += step
            above = loss()
            array[...] = kept - step
            below = loss()
            array[...] = kept
            expected = np.sum(step * gradient)
            tolerance = 1e-8 * np.sum(np.abs(step * gradient)) + WIDE(1e-17)
            assert abs((above - below) / 2 - expected) <= tolerance, (above - below, expected)


def cross_entropy(logits, targets):
    p = forward.softmax(logits)
    return -np.mean(np.log(p[..., np.arange(len(targets)), targets]))


def transformer_loss(tokens, targets, weights, heads):
    logits = forward.transformer(tokens, weights, heads)
    return np.mean(np.array([cross_entropy(*pair) for pair in zip(logits, targets)]))


def draw(rng, *shape, std=1.0):
    return np.round(rng.normal(0, std, shape), 3)


def linear_backward_entries(rng):
    shapes = [(1, 1, 1), (1, 4, 3), (5, 1, 2), (3, 2, 1), (4, 4, 4)] + [rng.integers(1, 7, size=3) for _ in range(18)]
    for rows, inputs, outputs in shapes:
        x, w, dy = draw(rng, rows, inputs), draw(rng, inputs, outputs), draw(rng, rows, outputs)
        wide = [part.astype(WIDE) for part in (x, w, np.zeros(outputs))]
        nodes = [node(part) for part in wide]
        (nodes[0] @ nodes[1] + nodes[2]).backpropagate(dy)
        gradients = dict(zip(("dx", "dw", "db"), gradients_of(nodes)))
        assert_central_differences(lambda: np.sum(dy * forward.linear(*wide)), wide, gradients)
        yield {"x": x, "w": w, "dy": dy}, gradients


def gelu_backward_entries(rng):
    for size in [1, 2, 3, 8, 16] + list(rng.integers(1, 9, size=17)):
        x, dy = draw(rng, size, std=rng.choice([0.1, 1.0, 3.0])), draw(rng, size)
        wide, tape = x.astype(WIDE), node(x)
        tape_gelu(tape).backpropagate(dy)
        assert_central_differences(lambda: np.sum(dy * forward.gelu(wide)), [wide], [tape.gradient])
        yield {"x": x, "dy": dy}, tape.gradient


def logits_and_targets(rng):
    for rows, tokens in [(1, 1), (3, 1), (1, 5), (4, 4), (6, 20)] + [rng.integers(1, 8, size=2) for _ in range(18)]:
        logits = draw(rng, rows, tokens, std=rng.choice([0.1, 1.0, 10.0]))
        yield logits, rng.integers(0, tokens, size=rows)


def cross_entropy_entries(rng):
    for logits, targets in logits_and_targets(rng):
        expected = tape_cross_entropy(node(logits), targets).value
        assert np.isclose(float(expected), float(cross_entropy(logits.astype(WIDE), targets)), rtol=1e-12, atol=1e-12)
        yield {"logits": logits, "targets": targets}, expected


def cross_entropy_backward_entries(rng):
    for logits, targets in logits_and_targets(rng):
        wide, tape = logits.astype(WIDE), node(logits)
        tape_cross_entropy(tape, targets).backpropagate(1)
        assert_central_differences(lambda: cross_entropy(wide, targets), [wide], [tape.gradient])
        yield {"logits": logits, "targets": targets}, tape.gradient


def random_mask(rng, rows, columns):
    """None, or bools with at least one true in every row."""
    kind = rng.integers(3)
    if kind == 0:
        return None
    mask = np.tril(np.ones((rows, columns), dtype=bool)) if kind == 1 else rng.random((rows, columns)) < 0.6
    mask[:, 0] |= ~mask.any(axis=1)
    return mask


def attention_backward_entries(rng):
    shapes = [(1, 1, 1, 1), (4, 4, 4, 4), (1, 5, 2, 3), (6, 6, 4, 4)]
    for rows, keys, features, values in shapes + [rng.integers(1, 6, size=4) for _ in range(20)]:
        inputs = draw(rng, rows, features), draw(rng, keys, features), draw(rng, keys, values)
        mask, dy = random_mask(rng, rows, keys), draw(rng, rows, values)
        wide, nodes = [part.astype(WIDE) for part in inputs], [node(part) for part in inputs]
        tape_attention(*nodes, mask).backpropagate(dy)
        gradients = dict(zip(("dq", "dk", "dv"), gradients_of(nodes)))
        assert_central_differences(lambda: np.sum(dy * forward.attention(*wide, mask)), wide, gradients)
        yield dict(zip("qkv", inputs)) | {"mask": mask, "dy": dy}, gradients


def block_backward_entries(rng):
    for features, heads in [(4, 1), (4, 2), (4, 4)] + 3 * [(2, 1), (2, 2), (3, 1), (3, 3), (2, 1), (2, 2)]:
        rows, hidden = int(rng.integers(1, 5)), int(rng.integers(1, 4))
        x, dy, mask = draw(rng, rows, features), draw(rng, rows, features), random_mask(rng, rows, rows)
        weights = forward.random_block(rng, features, hidden)
        wide = {"x": x.astype(WIDE), "weights": forward.widened(weights)}
        nodes = mapped(node, wide)
        tape_block(nodes["x"], nodes["weights"], heads, mask).backpropagate(dy)
        dx, gradients = gradients_of(list(nodes.values()))

        def loss():
            return np.sum(dy * forward.transformer_block(wide["x"], wide["weights"], heads, mask))

        assert_central_differences(loss, wide, [dx, gradients])
        inputs = {"x": x, "weights": weights, "heads": heads, "mask": mask, "dy": dy}
        yield inputs, {"dx": dx, "gradients": gradients}


def transformer_gradients_entries(rng):
    # features, heads, blocks
    sizes = [(4, 2, 1), (3, 1, 2)] + 3 * [(3, 3, 1), (3, 1, 1), (2, 2, 1), (2, 1, 2), (2, 2, 0), (2, 1, 1)]
    for features, heads, blocks in sizes:
        vocabulary, length = int(rng.integers(2, 5)), int(rng.integers(1, 4))
        tokens, targets = rng.integers(0, vocabulary, size=(2, int(rng.integers(1, 3)), length))
        positions = length + int(rng.integers(0, 2))
        weights = forward.random_transformer(rng, vocabulary, positions, features, 2, blocks)
        wide = forward.widened(weights)
        nodes = mapped(node, wide)
        loss = tape_loss(tokens, targets, nodes, heads)
        loss.backpropagate(1)
        gradients = gradients_of(nodes)
        assert_central_differences(lambda: transformer_loss(tokens, targets, wide, heads), wide, gradients)
        inputs = {"tokens": tokens, "targets": targets, "weights": weights, "heads": heads}
        yield inputs, {"loss": loss.value, "gradients": gradients}


def adam_step_entries(rng):
    """Against the sums that the running means stand for, over a history of gradients."""
    for count in range(1, 24):
        size = int(rng.integers(1, 6))
        rate, beta1 = float(rng.choice([0.1, 0.003])), float(rng.choice([0.9, 0.5]))
        beta2, eps = float(rng.choice([0.999, 0.9])), float(rng.choice([1e-8, 0.01]))
        history = draw(rng, count, size, std=rng.choice([0.1, 1.0]))

        def mean(values, beta):
            ages = np.arange(len(values))[::-1].reshape(-1, 1)
            return np.sum((1 - WIDE(beta)) * WIDE(beta) ** ages * values, axis=0)

        wide = history.astype(WIDE)
        w, m, v = draw(rng, size), mean(wide[:-1], beta1).astype(float), mean(wide[:-1] ** 2, beta2).astype(float)
        new_m, new_v = mean(wide, beta1), mean(wide**2, beta2)
        step = new_m / (1 - WIDE(beta1) ** count) / (np.sqrt(new_v / (1 - WIDE(beta2) ** count)) + eps)
        constants = {"t": count, "learning_rate": rate, "beta1": beta1, "beta2": beta2, "eps": eps}
        yield {"w": w, "g": history[-1], "m": m, "v": v} | constants, {"w": w - rate * step, "m": new_m, "v": new_v}


EXERCISES = {
    "linear_backward": linear_backward_entries,
    "gelu_backward": gelu_backward_entries,
    "cross_entropy": cross_entropy_entries,
    "cross_entropy_backward": cross_entropy_backward_entries,
    "attention_backward": attention_backward_entries,
    "block_backward": block_backward_entries,
    "transformer_gradients": transformer_gradients_entries,
    "adam_step": adam_step_entries,
}

if __name__ == "__main__":
    for seed, (name, entries) in enumerate(EXERCISES.items()):
        pairs = entries(np.random.default_rng(50_000 + seed))
        write(f"transformer/{name}", [{"input": forward.plain(i), "expected": rounded(e)} for i, e in pairs])

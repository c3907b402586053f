"""The transformer's forward pass in numpy, written from the papers, for the scripts beside it.

Every function works in the precision of its inputs, double or longdouble. Weights are dictionaries with the fields of
the records in exercises/course.yaml.
"""

import math

import numpy as np

EPS = 1e-5


def normalized(x, gamma, beta, eps=EPS):
    """LayerNorm over the last axis."""
    centred = x - np.mean(x, axis=-1, keepdims=True)
    return gamma * centred / np.sqrt(np.mean(centred**2, axis=-1, keepdims=True) + eps) + beta


def erf_series(z):
    """The error function of a longdouble of moderate size, from its everywhere converging series.

    erf(z) = 2/sqrt(pi) exp(-z^2) sum over n of 2^n z^(2n+1) / (1 * 3 * ... * (2n+1)): all terms have one sign.
    """
    if abs(z) > 7:
        return np.longdouble(math.copysign(1, z))
    term = total = z
    n = 0
    while abs(term) > abs(total) * np.finfo(np.longdouble).eps / 4:
        n += 1
        term = term * 2 * z * z / (2 * n + 1)
        total += term
    pi = 2 * np.arcsin(np.longdouble(1))
    return 2 / np.sqrt(pi) * np.exp(-z * z) * total


def erf(x):
    x = np.asarray(x)
    one = erf_series if x.dtype == np.longdouble else math.erf
    return np.array([one(z) for z in x.ravel()], dtype=x.dtype).reshape(x.shape)


def gelu(x):
    return x * (1 + erf(x / np.sqrt(x.dtype.type(2)))) / 2


def softmax(scores):
    exponentials = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


def linear(x, w, b):
    return x @ w + b


def attention_weights(q, k, mask):
    """The matrix of softmax(q k^T / sqrt(d)), whose rows sum to 1."""
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.dtype.type(q.shape[-1]))
    return softmax(scores if mask is None else np.where(mask, scores, -np.inf))


def attention(q, k, v, mask):
    return attention_weights(q, k, mask) @ v


def split_heads(x, heads):
    """[T, D] to [heads, T, D / heads]: consecutive columns belong to one head."""
    rows, features = x.shape
    return np.swapaxes(np.reshape(x, (rows, heads, features // heads)), 0, 1)


def join_heads(x):
    heads, rows, size = x.shape
    return np.reshape(np.swapaxes(x, 0, 1), (rows, heads * size))


def multi_head_attention(x, weights, heads, mask):
    q, k, v = (split_heads(linear(x, weights["w" + n], weights["b" + n]), heads) for n in "qkv")
    return linear(join_heads(attention(q, k, v, mask)), weights["wo"], weights["bo"])


def feed_forward(x, w1, b1, w2, b2):
    return linear(gelu(linear(x, w1, b1)), w2, b2)


def transformer_block(x, weights, heads, mask):
    x = x + multi_head_attention(
        normalized(x, weights["gamma1"], weights["beta1"]), weights["attention"], heads, mask
    )
    inner = normalized(x, weights["gamma2"], weights["beta2"])
    return x + feed_forward(inner, *(weights[n] for n in ("w1", "b1", "w2", "b2")))


def causal_mask(length):
    return np.tril(np.ones((length, length), dtype=bool))


def transformer(tokens, weights, heads):
    """[B, T] ids to [B, T, V] logits."""
    length = tokens.shape[1]
    logits = []
    for row in tokens:
        x = weights["token"][row] + weights["position"][:length]
        for block in weights["blocks"]:
            x = transformer_block(x, block, heads, causal_mask(length))
        logits.append(linear(normalized(x, weights["gamma"], weights["beta"]), weights["w_out"], weights["b_out"]))
    return np.array(logits)


def random_attention(rng, features, std=0.5):
    def draw(*shape):
        return np.round(rng.normal(0, std, shape), 3)

    weights = {name: draw(features, features) for name in ("wq", "wk", "wv", "wo")}
    return weights | {name: draw(features) for name in ("bq", "bk", "bv", "bo")}


def random_block(rng, features, hidden, std=0.5):
    def draw(*shape, mean=0.0):
        return np.round(rng.normal(mean, std, shape), 3)

    return {
        "gamma1": draw(features, mean=1.0),
        "beta1": draw(features),
        "attention": random_attention(rng, features, std),
        "gamma2": draw(features, mean=1.0),
        "beta2": draw(features),
        "w1": draw(features, hidden),
        "b1": draw(hidden),
        "w2": draw(hidden, features),
        "b2": draw(features),
    }


def random_transformer(rng, vocabulary, positions, features, hidden, blocks, std=0.5):
    def draw(*shape, mean=0.0):
        return np.round(rng.normal(mean, std, shape), 3)

    return {
        "token": draw(vocabulary, features),
        "position": draw(positions, features),
        "blocks": [random_block(rng, features, hidden, std) for _ in range(blocks)],
        "gamma": draw(features, mean=1.0),
        "beta": draw(features),
        "w_out": draw(features, vocabulary),
        "b_out": draw(vocabulary),
    }


def plain(value):
    """What json can write, of lists of records as well, which comparison.plain leaves alone."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value


def widened(value):
    """Every float array in longdouble, for central differences."""
    if isinstance(value, dict):
        return {name: widened(part) for name, part in value.items()}
    if isinstance(value, list):
        return [widened(part) for part in value]
    return value.astype(np.longdouble) if isinstance(value, np.ndarray) and value.dtype == float else value

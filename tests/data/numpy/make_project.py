"""Writes transformer/{generate_text,corpus_loss,post_norm_gradients}.json: numpy's answers to these exercises of the
project. Run it by hand; its output is committed."""

import numpy as np

import make_backprop as tape
from comparison import write
from transformer_numpy import (
    causal_mask,
    feed_forward,
    linear,
    multi_head_attention,
    normalized,
    plain,
    random_transformer,
    transformer,
    widened,
)

SURE = 1e-6  # by how much the best logit must exceed the others, so that no rounding decides


def generate(weights, heads, prompt, count):
    """The text, and the smallest lead of a chosen token over the second best."""
    text, lead = list(prompt), np.inf
    for _ in range(count):
        context = np.array([text[-len(weights["position"]) :]])
        logits = transformer(context, weights, heads)[0, -1]
        order = np.argsort(logits)
        lead = min(lead, logits[order[-1]] - logits[order[-2]])
        text.append(int(order[-1]))
    return text, lead


def generate_text_entries(rng):
    """Models that fall into a loop after a few tokens are common and say little; half of them are left out."""
    made = 0
    while made < 24:
        heads, features = [(1, 3), (2, 4), (3, 6), (2, 6)][made % 4]
        vocabulary, positions = int(rng.integers(3, 9)), int(rng.integers(1, 7))
        weights = random_transformer(rng, vocabulary, positions, features, int(rng.integers(2, 7)), made % 3, std=0.8)
        prompt = rng.integers(0, vocabulary, size=int(rng.integers(1, 9)))
        count = int(rng.integers(0, 9))
        text, lead = generate(weights, heads, prompt, count)
        if lead < SURE or (made % 2 and len(set(text[len(prompt) :])) < 2):
            continue
        made += 1
        arguments = {"weights": weights, "heads": heads, "prompt": prompt, "count": count}
        yield plain(arguments), np.array(text)


def loss(corpus, weights, config):
    """Window by window, and the probabilities of the targets multiplied before their logarithm is taken."""
    data = np.frombuffer(corpus.encode("latin-1"), dtype=np.uint8)
    ids = np.searchsorted(np.unique(data), data)
    length, logs = config["max_len"], []
    for start in range(0, len(ids) - length, length):
        logits = transformer(ids[None, start : start + length], weights, config["heads"])[0]
        odds = np.exp(logits - logits[np.arange(length), ids[start + 1 : start + length + 1], None])
        logs.append(np.log(np.prod(np.sum(odds, axis=1))) / length)
    return float(np.mean(logs))


def corpus_loss_entries(rng):
    for number in range(24):
        heads, features = [(1, 3), (2, 4), (3, 6), (2, 6)][number % 4]
        letters = rng.permutation(list("abXYZ 01,.\n"))[: int(rng.integers(2, 9))]
        hidden, blocks, length = int(rng.integers(2, 7)), number % 3, int(rng.integers(1, 7))
        corpus = "".join(rng.choice(letters, size=length + int(rng.integers(1, 30))))
        positions = length + number % 2
        weights = random_transformer(rng, len(set(corpus)), positions, features, hidden, blocks)
        config = {"layers": blocks, "heads": heads, "d_model": features, "d_ff": hidden, "max_len": length}
        config |= {"steps": 1, "batch": 1, "log_every": 1, "learning_rate": 0.001}
        arguments = {"corpus": corpus, "weights": weights, "config": config}
        yield plain(arguments), loss(corpus, widened(weights), config)


def tape_post_norm_block(x, weights, heads, mask):
    a = weights["attention"]
    q, k, v = (x @ a["w" + name] + a["b" + name] for name in "qkv")
    size = x.value.shape[1] // heads
    parts = [np.s_[:, head * size : (head + 1) * size] for head in range(heads)]
    attended = tape.side_by_side([tape.tape_attention(q[part], k[part], v[part], mask) for part in parts])
    h = tape.tape_norm(x + attended @ a["wo"] + a["bo"], weights["gamma1"], weights["beta1"])
    hidden = tape.tape_gelu(h @ weights["w1"] + weights["b1"])
    return tape.tape_norm(h + hidden @ weights["w2"] + weights["b2"], weights["gamma2"], weights["beta2"])


def tape_post_norm_loss(tokens, targets, weights, heads):
    total = tape.node(0)
    for row, wanted in zip(tokens, targets):
        x = weights["token"][row] + weights["position"][: len(row)]
        for block in weights["blocks"]:
            x = tape_post_norm_block(x, block, heads, causal_mask(len(row)))
        logits = tape.tape_norm(x, weights["gamma"], weights["beta"]) @ weights["w_out"] + weights["b_out"]
        total = total + tape.tape_cross_entropy(logits, wanted)
    return total * (1 / tape.WIDE(len(tokens)))


def post_norm_loss(tokens, targets, weights, heads):
    """The same without a tape, for central differences."""
    losses = []
    for row, wanted in zip(tokens, targets):
        x = weights["token"][row] + weights["position"][: len(row)]
        for block in weights["blocks"]:
            x = x + multi_head_attention(x, block["attention"], heads, causal_mask(len(row)))
            x = normalized(x, block["gamma1"], block["beta1"])
            x = x + feed_forward(x, *(block[name] for name in ("w1", "b1", "w2", "b2")))
            x = normalized(x, block["gamma2"], block["beta2"])
        logits = linear(normalized(x, weights["gamma"], weights["beta"]), weights["w_out"], weights["b_out"])
        losses.append(tape.cross_entropy(logits, wanted))
    return np.mean(np.array(losses))


def post_norm_gradients_entries(rng):
    # features, heads, blocks; with two features and γ ≈ 1 the norms would leave next to nothing of any gradient.
    sizes = [(4, 2, 1)] + 5 * [(3, 3, 1), (3, 1, 1)] + 2 * [(3, 1, 2)] + 7 * [(3, 3, 0)]
    for features, heads, blocks in sizes:
        vocabulary, length = int(rng.integers(2, 5)), int(rng.integers(1, 4))
        tokens, targets = rng.integers(0, vocabulary, size=(2, int(rng.integers(1, 3)), length))
        weights = random_transformer(rng, vocabulary, length + int(rng.integers(0, 2)), features, 2, blocks)
        wide = widened(weights)
        nodes = tape.mapped(tape.node, wide)
        loss = tape_post_norm_loss(tokens, targets, nodes, heads)
        loss.backpropagate(1)
        gradients = tape.gradients_of(nodes)
        tape.assert_central_differences(lambda: post_norm_loss(tokens, targets, wide, heads), wide, gradients)
        inputs = {"tokens": tokens, "targets": targets, "weights": weights, "heads": heads}
        yield plain(inputs), tape.rounded({"loss": loss.value, "gradients": gradients})


EXERCISES = {
    "generate_text": generate_text_entries,
    "corpus_loss": corpus_loss_entries,
    "post_norm_gradients": post_norm_gradients_entries,
}

if __name__ == "__main__":
    for seed, (name, entries) in enumerate(EXERCISES.items()):
        pairs = entries(np.random.default_rng(70_000 + seed))
        write(f"transformer/{name}", [{"input": i, "expected": e} for i, e in pairs])

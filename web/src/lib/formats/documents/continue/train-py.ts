// SPDX-License-Identifier: MIT

/** train.py: the same text for every network, which it reads from the files beside it. */
export const TRAIN = String.raw`# SPDX-License-Identifier: MIT
"""Goes on training the network beside it, in PyTorch 1.13 or newer; README.txt says how."""
import argparse, hashlib, json, math, os, sys
import torch, torch.distributed as dist
from torch import nn, optim
from files import bytes_of, read_idx, read_model, write_model
from network import Network, accuracy, cost, probabilities

RANK, WORLD = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
HERE = os.path.dirname(os.path.abspath(__file__))
NOT_HERE = {"images": "all", "averaging": "none", "validation": 0, "patience": 0, "otherHands": 0, "drawings": 0,
            "shift": 0, "scale": 0, "rotation": 0, "shear": 0, "elastic": 0, "thickness": 0}
MEMORY = {  # what PyTorch calls the optimizer's memory, and what the file calls it
    "sgd": {}, "rmsprop": {"square_avg": "second"},
    "momentum": {"momentum_buffer": "first"}, "nesterov": {"momentum_buffer": "first"},
    "adam": {"exp_avg": "first", "exp_avg_sq": "second"}, "adamw": {"exp_avg": "first", "exp_avg_sq": "second"}}

def optimizer_of(network, s):  # PyTorch's formulas are those of the page
    weights = [{"params": [w for w in network.parameters() if w.dim() == 2], "weight_decay": s["weightDecay"]},
               {"params": [b for b in network.parameters() if b.dim() == 1], "weight_decay": 0.0}]
    method, mu, betas = s["optimizer"], s["momentum"], (s["beta1"], s["beta2"])
    if method == "adam": return optim.Adam(weights, betas=betas, eps=s["epsilon"])
    if method == "adamw": return optim.AdamW(weights, betas=betas, eps=s["epsilon"])
    if method == "rmsprop": return optim.RMSprop(weights, alpha=s["rho"], eps=s["epsilon"])
    if method == "sgd": return optim.SGD(weights, lr=1.0)
    return optim.SGD(weights, lr=1.0, momentum=mu, nesterov=method == "nesterov" and mu > 0)

def recall(optimizer, network, metadata, tensors, s):  # the memory of the file; returns the steps taken
    memory = json.loads(metadata["optimizer"])
    if memory["method"] != s["optimizer"] or memory["steps"] == 0: return 0
    for name, w in network.named_parameters():
        for key, part in MEMORY[s["optimizer"]].items():
            optimizer.state[w][key] = tensors[f"memory.{part}.{name}"].to(w.device)
        optimizer.state[w]["step"] = torch.tensor(float(memory["steps"]))
    return memory["steps"]

def share(s, u, total, warm_up, every):  # of the learning rate, for update u of the run, from 0
    half_cosine = lambda a, b, t: b + (a - b) * (1 + math.cos(math.pi * min(t, 1))) / 2
    u, peak, curve = min(u, total - 1), max(0.3 * total - 1, 1), s["schedule"]
    if curve == "step": return s["stepFactor"] ** (u // every)
    if curve == "cosine" and u < warm_up: return (u + 1) / warm_up
    if curve == "cosine": return half_cosine(1, 0, (u - warm_up) / max(total - warm_up, 1))
    if curve == "oneCycle" and u <= peak: return half_cosine(1 / 25, 1, u / peak)
    if curve == "oneCycle": return half_cosine(1, 1 / 250000, (u - peak) / max(total - 1 - peak, 1))
    return 1.0

@torch.no_grad()
def check(network, test, s, say):  # that it answers as the page did
    with open(os.path.join(HERE, "expected.json")) as file: expected = json.load(file)
    Z = network(read_idx(HERE, "expected-idx3-ubyte").to(test[0].device)).cpu()
    dp = (probabilities(Z, s) - torch.tensor(expected["probabilities"])).abs().max().item()
    say(f"{len(Z)} images: max |dp| {dp:.1e}; test accuracy {accuracy(network, *test, s):.4f}, "
        f"on the page {expected['testAccuracy']}")
    if not dp < 1e-4: sys.exit("The network does not answer as it did on the page.")
    not_here = [name for name, none in NOT_HERE.items() if s[name] != none]
    if not_here: say(f"set on the page, but not done here: {', '.join(not_here)}")

def main(folder, epochs, s):
    say = print if RANK == 0 else lambda text: None
    cuda = torch.cuda.is_available()
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0))) if cuda else torch.device("cpu")
    metadata, tensors = read_model(os.path.join(HERE, "model.safetensors"))
    network = learner = Network(s).to(device)
    network.load_state_dict({name: tensors[name] for name in network.state_dict()})
    X, labels, *test = (read_idx(folder, f"{part}-{kind}-ubyte").to(device)
                        for part in ("train", "t10k") for kind in ("images-idx3", "labels-idx1"))
    check(network, test, s, say)
    optimizer = optimizer_of(network, s)
    t = recall(optimizer, network, metadata, tensors, s)
    yes = (labels == s["positive"]).float().mean().item()
    c = (1 - yes) / yes if s["positiveWeight"] == "balanced" else s["positiveWeight"]
    if WORLD > 1:
        if cuda: torch.cuda.set_device(device)
        dist.init_process_group("nccl" if cuda else "gloo")
        learner = nn.parallel.DistributedDataParallel(network)
    size = len(X) if s["batchSize"] == "all" else min(s["batchSize"], len(X))
    each = math.ceil(len(X) / size)  # updates in an epoch
    done, u = (json.loads(metadata[key]) for key in ("epochs", "updates"))
    run = json.loads(metadata.get("run", "{}"))  # that was under way; 'next': as it was changed last
    run = run.get("next", run) or {"firstUpdate": u, "schedule": {
        "total": epochs * each, "warmUp": min(epochs * each, round(s["warmUp"] * each)),
        "every": max(1, round(s["stepEvery"] * each))}}
    curve = [run["schedule"][key] for key in ("total", "warmUp", "every")]
    for epoch in range(done + 1, done + max(epochs, 1) + 1):
        torch.manual_seed((s["seed"] + epoch) * WORLD + RANK)  # of the dropout
        order, J = torch.randperm(len(X), generator=torch.Generator().manual_seed(s["seed"] + epoch)), 0
        for batch in order.split(size):
            mine = batch[RANK::WORLD].to(device)
            part = cost(learner(X[mine], s["dropout"]), labels[mine], s, c) / len(batch)
            optimizer.zero_grad()
            (part * WORLD).backward()  # since the mean over the processes is taken
            if s["clipNorm"] > 0: nn.utils.clip_grad_norm_(network.parameters(), s["clipNorm"])
            for group in optimizer.param_groups:
                group["lr"] = s["learningRate"] * share(s, u - run["firstUpdate"], *curve)
            optimizer.step()
            for w in network.parameters():
                if s["maxNorm"] > 0 and w.dim() == 2: w.data.renorm_(2, 0, s["maxNorm"])
            u, t, J = u + 1, t + 1, J + part.detach() * len(batch) / len(X)
        if WORLD > 1: dist.all_reduce(J)
        if not math.isfinite(J): sys.exit("The cost is not a number any more: set a smaller learningRate.")
        right = accuracy(network, *test, s)
        say(f"epoch {epoch}: training cost {J:.4f}, test accuracy {right:.4f}")
    memory = {f"memory.{part}.{name}": optimizer.state[w][key]
              for name, w in network.named_parameters() for key, part in MEMORY[s["optimizer"]].items()}
    for old in ("place", "lastGood", "mean", "run"): metadata.pop(old, None)
    weights = hashlib.sha256(b"".join(bytes_of(w.t()) for w in network.parameters()))  # column after column
    figures = {"trainCost": J.item(), "testCost": None, "trainAccuracy": None, "testAccuracy": right}
    metadata.update(epochs=str(epoch), updates=str(u), sha256=weights.hexdigest(), figures=json.dumps(figures),
                    optimizer=json.dumps({"method": s["optimizer"], "steps": t}))
    path = os.path.join(HERE, "model-trained.safetensors")
    if RANK == 0: write_model(path, metadata, {**network.state_dict(), **memory})
    if WORLD > 1: dist.destroy_process_group()
    say(f"written: {path}")

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="a folder with MNIST's four IDX files, gzipped or not")
    parser.add_argument("--epochs", type=int, default=1)
    with open(os.path.join(HERE, "settings.json")) as settings: s = json.load(settings)
    main(parser.parse_args().data, parser.parse_args().epochs, s)
`;

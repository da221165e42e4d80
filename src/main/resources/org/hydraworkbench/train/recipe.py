"""Trains the model of a recipe of Hydra Workbench, on as many GPUs as there are.

    python train.py                              one GPU, or the processor
    torchrun --nproc-per-node 4 train.py         four GPUs of this machine
    accelerate launch train.py                   as accelerate is set up

Needs torch and transformers. It lies in the folder of the recipe, reads nothing else, and writes there: losses.jsonl, a line a step, and at the end
the folder result, a Hugging Face folder, which `hydra train --import FOLDER --out OUT` takes back. Each process works on its share of a step's
sequences with a whole model, and gradients are added up; what is computed does not depend on how many there are, but for rounding.
With --try N it takes N steps and writes losses.jsonl only.
"""

import argparse
import array
import contextlib
import hashlib
import json
import math
import os
import pathlib
import shutil
import sys
import time

import torch
import torch.distributed as dist
from transformers import AutoConfig, AutoModelForCausalLM

HERE = pathlib.Path(__file__).resolve().parent


def numbers(entry):
    data = (HERE / entry["file"]).read_bytes()
    if hashlib.sha256(data).hexdigest() != entry["sha256"]:
        sys.exit(entry["file"] + " is not the file that was written with this recipe.")
    values = array.array("i", data)
    if sys.byteorder == "big":
        values.byteswap()
    return torch.tensor(values, dtype=torch.int64)


def load(device, options):
    config = AutoConfig.from_pretrained(HERE / "model")
    for name, value in config.to_dict().items():
        if ("dropout" in name or "pdrop" in name) and isinstance(value, (int, float)) and not isinstance(value, bool):
            setattr(config, name, 0.0)
    model = AutoModelForCausalLM.from_pretrained(HERE / "model", config=config).float().to(device)
    model.config.use_cache = False
    model.train()
    if options["recompute"]:
        model.gradient_checkpointing_enable(gradient_checkpointing_kwargs={"use_reentrant": False})
    return model


def choose(model, plan):
    """Marks what is trained; the parameters that decay, and those that do not."""
    tables = {id(model.get_input_embeddings().weight), id(model.get_output_embeddings().weight)}
    count = model.config.num_hidden_layers
    layers = next(m for m in model.modules() if isinstance(m, torch.nn.ModuleList) and len(m) == count)
    outer = {id(p) for i, layer in enumerate(layers) if i < 2 or i >= count - 2 for p in layer.parameters()}
    decayed, plain = [], []
    for name, parameter in model.named_parameters():
        wanted = plan == "full" or id(parameter) in tables or plan == "outer-layers" and id(parameter) in outer
        parameter.requires_grad_(wanted)
        if wanted:
            (decayed if parameter.dim() > 1 and not name.endswith("norm.weight") else plain).append(parameter)
    return decayed, plain


def rate(options, step):
    """The learning rate of a step, counted from 1."""
    peak, warmup, steps = options["lr"], options["warmup"], options["steps"]
    if step <= warmup:
        return peak * step / warmup
    gone = (step - 1 - warmup) / max(1, steps - warmup)
    if options["schedule"] == "linear":
        return peak * max(0.0, 1 - gone)
    if options["schedule"] == "cosine":
        return peak * (1 + math.cos(math.pi * min(1.0, gone))) / 2
    return peak


def windows(tokens, starts, length):
    """Tokens to read and to predict; a text that is shorter is filled up with its first token, of which nothing is learnt."""
    at = starts[:, None] + torch.arange(length)[None, :]
    last = len(tokens) - 1
    read = torch.where(at <= last, tokens[at.clamp(max=last)], tokens[0])
    wanted = torch.where(at + 1 <= last, tokens[(at + 1).clamp(max=last)], -100)
    return read, wanted


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--try", dest="trial", type=int, metavar="N")
    parser.add_argument("--device", choices=["cuda", "cpu"], default="cuda" if torch.cuda.is_available() else "cpu")
    arguments = parser.parse_args()
    text = (HERE / "recipe.json").read_bytes()
    recipe = json.loads(text)
    options = recipe["options"]

    rank, world = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
    device = torch.device(arguments.device, int(os.environ.get("LOCAL_RANK", 0))) if arguments.device == "cuda" else torch.device("cpu")
    if device.type == "cuda":
        torch.cuda.set_device(device)
    if world > 1:
        dist.init_process_group("nccl" if device.type == "cuda" else "gloo")

    tokens, order = numbers(recipe["tokens"]), numbers(recipe["order"])
    batch, length, steps = options["batch"], options["length"], options["steps"]
    order = order.view(steps, batch)
    model = load(device, options)
    decayed, plain = choose(model, options["plan"])
    trained = decayed + plain
    optimiser = torch.optim.AdamW(
        [{"params": group, "weight_decay": decay} for group, decay in ((decayed, options["weight-decay"]), (plain, 0.0)) if group],
        lr=options["lr"], betas=(recipe["beta1"], recipe["beta2"]), eps=recipe["epsilon"])

    first, end = rank * batch // world, (rank + 1) * batch // world
    begun = time.time()
    log = open(HERE / "losses.jsonl", "w") if rank == 0 else contextlib.nullcontext()
    last = min(steps, arguments.trial or steps)
    with log:
        for step in range(1, last + 1):
            read, wanted = windows(tokens, order[step - 1], length)
            count = max(1, int((wanted >= 0).sum()))
            total = torch.zeros(1, dtype=torch.float64, device=device)
            optimiser.zero_grad(set_to_none=False)
            parts = max(1, min(options["accumulate"], end - first))
            for part in range(parts):
                a, b = first + (end - first) * part // parts, first + (end - first) * (part + 1) // parts
                if a == b:
                    continue
                scores = model(input_ids=read[a:b].to(device)).logits.float().flatten(0, 1)
                targets = wanted[a:b].flatten().to(device)
                loss = torch.nn.functional.cross_entropy(scores, targets, ignore_index=-100, reduction="sum")
                total += loss.detach().double()
                smoothing = options["label-smoothing"]
                if smoothing > 0:
                    loss = torch.nn.functional.cross_entropy(
                        scores, targets, ignore_index=-100, reduction="sum", label_smoothing=smoothing)
                (loss / count).backward()
            for parameter in trained:
                if parameter.grad is None:
                    parameter.grad = torch.zeros_like(parameter)
                if world > 1:
                    dist.all_reduce(parameter.grad)
            if world > 1:
                dist.all_reduce(total)
            norm = torch.linalg.vector_norm(torch.stack([torch.linalg.vector_norm(p.grad) for p in trained]))
            value = total.item() / count
            if not math.isfinite(value) or not math.isfinite(norm.item()):
                sys.exit(f"Training diverged: at step {step} the loss is no number any more.")
            for parameter in trained:
                parameter.grad.div_(max(1.0, norm.item() / options["clip"]))
            for group in optimiser.param_groups:
                group["lr"] = rate(options, step)
            optimiser.step()
            if rank == 0:
                line = {"step": step, "loss": value, "lr": rate(options, step), "norm": norm.item(), "seconds": time.time() - begun}
                log.write(json.dumps(line) + "\n")
                log.flush()
                print(f"step {step} of {steps}  loss {value:.6f}", flush=True)

    if rank == 0 and not arguments.trial:
        made = HERE / "result.part"
        shutil.rmtree(made, ignore_errors=True)
        model.to(getattr(torch, recipe["type"])).save_pretrained(made)
        for file in (HERE / "model").iterdir():
            if file.is_file() and not file.name.startswith("model"):
                shutil.copyfile(file, made / file.name)
        (made / "recipe-result.json").write_text(json.dumps({"recipe": hashlib.sha256(text).hexdigest(), "steps": last, "loss": value}))
        shutil.rmtree(HERE / "result", ignore_errors=True)
        made.rename(HERE / "result")
        print(f"The model is in {HERE / 'result'}.")
    if world > 1:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()

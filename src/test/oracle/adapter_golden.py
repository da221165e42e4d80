"""What peft computes with LoRA and DoRA beside small random models, and the adapters as it writes them.

    python adapter_golden.py RESOURCES/org/hydraworkbench/model

reads the models in families/ and writes adapters/NAME with the folder peft saves and golden.json: the base model's name, the text's tokens, logits, the loss without
the first token in nats, and the norm of its gradient with respect to each tensor of the adapter.
"""
import json
import shutil
import sys
import warnings
from pathlib import Path

import torch
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM

LLAMA = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
GPT2 = ["c_attn", "c_proj", "c_fc"]
CASES = [
    # name, base, modules, DoRA, tables
    ("llama-lora", "llama", LLAMA, False, ["embed_tokens", "lm_head"]),
    ("llama-dora", "llama", LLAMA, True, ["embed_tokens", "lm_head"]),
    ("llama-some", "llama", ["q_proj", "v_proj"], False, None),
    ("llama-some-dora", "llama", ["v_proj", "down_proj"], True, None),
    ("biased-dora", "llama-biased", LLAMA, True, None),
    ("qwen3-lora", "qwen3", LLAMA, False, None),
    ("gemma-dora", "gemma", LLAMA, True, None),
    ("phi3-lora", "phi3", ["qkv_proj", "o_proj", "gate_up_proj", "down_proj"], False, None),
    ("gpt2-lora", "gpt2", GPT2, False, None),
    ("gpt2-dora", "gpt2-untied", GPT2, True, ["wte", "lm_head"]),
    ("neox-dora", "gpt-neox", ["query_key_value", "dense", "dense_h_to_4h", "dense_4h_to_h"], True, None),
]


def main(root):
    warnings.filterwarnings("ignore")
    for number, (name, base, modules, dora, tables) in enumerate(CASES):
        folder = root / "families" / base
        model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")
        model = get_peft_model(model, LoraConfig(
            r=3, lora_alpha=7, target_modules=modules, use_dora=dora, modules_to_save=tables,
            fan_in_fan_out=base.startswith("gpt2"), task_type="CAUSAL_LM"))
        torch.manual_seed(number)
        with torch.no_grad():
            for key, parameter in model.named_parameters():
                if "lora_A" in key or "lora_B" in key:
                    parameter.normal_(0, 0.2)
                elif "magnitude" in key:
                    parameter.mul_(torch.empty_like(parameter).uniform_(0.7, 1.4))
                elif "modules_to_save" in key:
                    parameter.add_(torch.randn_like(parameter) * 0.02)
        model.eval()
        ids = json.loads((folder / "golden.json").read_text())["ids"]
        logits = model(torch.tensor([ids])).logits[0]
        loss = torch.nn.functional.cross_entropy(logits[:-1].double(), torch.tensor(ids[1:]), reduction="sum")
        loss.backward()
        gradients = {}
        for key, parameter in model.named_parameters():
            if parameter.requires_grad:
                key = key.replace(".default.weight", ".weight").replace(".default", "").replace(".modules_to_save", "")
                key = key.replace("lora_magnitude_vector.weight", "lora_magnitude_vector")
                gradients[key.removeprefix("base_model.model.")] = parameter.grad.norm().item()
        model.peft_config["default"].base_model_name_or_path = base
        out = root / "adapters" / name
        shutil.rmtree(out, ignore_errors=True)
        model.save_pretrained(out)
        (out / "README.md").unlink(missing_ok=True)
        golden = {"base": base, "ids": ids, "nll": loss.item(), "logits": [[round(x, 6) for x in row] for row in logits.tolist()], "gradients": gradients}
        (out / "golden.json").write_text(json.dumps(golden))
        print(name, loss.item())


main(Path(sys.argv[1]))

"""Writes the golden files of the `weights` tests with the safetensors library.

usage: safetensors_golden.py OUT_FOLDER
"""
import json
import pathlib
import sys

import torch
from safetensors.torch import save_file

out = pathlib.Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)

special = torch.tensor(
    [0.0, -0.0, 1.0, -1.0, 1.00390625, 1.01171875, 3.3895314e38, 3.4e38, 65504.0, 65519.9, 65520.0, 65536.0, 5.9604645e-8,
     2.9802322e-8, 2.98023242e-8, 6.1035156e-5, 1e-40, 1.1754944e-38, float("inf"), float("-inf"), 3.1415927, -2.7182817],
    dtype=torch.float32)
generator = torch.Generator().manual_seed(7)
values = torch.cat([special, torch.randn(490, generator=generator) * 100])
save_file(
    {"f32": values.reshape(32, 16).contiguous(),
     "bf16": values.to(torch.bfloat16).reshape(32, 16).contiguous(),
     "f16": values.to(torch.float16).reshape(32, 16).contiguous()},
    out / "rounding.safetensors", metadata={"format": "pt"})

# All of one type and in the order of their names, so that the layout has no freedom.
save_file(
    {"a.weight": torch.arange(6, dtype=torch.float32).reshape(2, 3),
     "b.weight": torch.tensor([0.5, -0.25], dtype=torch.float32),
     "c.scalar": torch.tensor(2.0, dtype=torch.float32)},
    out / "layout.safetensors", metadata={"format": "pt"})

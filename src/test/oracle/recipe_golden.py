"""Writes what the script of a recipe makes of ten steps, for RecipeTest.

Usage: recipe_golden.py OUT.json NAME=RECIPE_FOLDER...

Each folder is one that `hydra train --export-recipe` made of recipe.txt; its train.py is run by one process, and by two under torchrun.
"""

import json
import pathlib
import subprocess
import sys


def losses(folder, *command):
    subprocess.run([*command, "train.py", "--try", "10", "--device", "cpu"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return [json.loads(line)["loss"] for line in (folder / "losses.jsonl").read_text().splitlines()]


golden = {}
for each in sys.argv[2:]:
    name, place = each.split("=")
    folder = pathlib.Path(place).resolve()
    recipe = json.loads((folder / "recipe.json").read_text())
    golden[name] = {
        "tokens": recipe["tokens"]["sha256"],
        "order": recipe["order"]["sha256"],
        "one": losses(folder, sys.executable),
        "two": losses(folder, str(pathlib.Path(sys.executable).with_name("torchrun")), "--nproc-per-node", "2"),
    }
pathlib.Path(sys.argv[1]).write_text(json.dumps(golden, indent=1) + "\n")

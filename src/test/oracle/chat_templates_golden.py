"""Writes the golden file of the chat template tests with Jinja2 3.1.

usage: chat_templates_golden.py FOLDER

FOLDER holds templates/*.jinja and conversations.json; every template is rendered with every conversation, and every snippet of
chat_template_snippets.py with its variables, into FOLDER/golden.json. What raises an error is null: only that it fails is compared.
The environment is the one of transformers (`_compile_jinja_template` in utils/chat_template_utils.py), but for its clock, which stands.
"""
import copy
import json
import sys
from datetime import datetime
from pathlib import Path

import jinja2
import jinja2.ext
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment

from chat_template_snippets import SNIPPETS, VARIABLES

NOW = datetime(2024, 7, 5, 9, 3, 8)


class Generation(Extension):
    """{% generation %} as the AssistantTracker of transformers has it while nothing is tracked."""

    tags = {"generation"}

    def parse(self, parser):
        lineno = next(parser.stream).lineno
        body = parser.parse_statements(["name:endgeneration"], drop_needle=True)
        return jinja2.nodes.CallBlock(self.call_method("_generation_support"), [], [], body).set_lineno(lineno)

    @jinja2.pass_eval_context
    def _generation_support(self, context, caller):
        return caller()


def environment():
    def raise_exception(message):
        raise jinja2.exceptions.TemplateError(message)

    def tojson(x, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
        return json.dumps(x, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)

    def strftime_now(format):
        return NOW.strftime(format)

    env = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[Generation, jinja2.ext.loopcontrols])
    env.filters["tojson"] = tojson
    env.globals["raise_exception"] = raise_exception
    env.globals["strftime_now"] = strftime_now
    return env


def render(env, template, variables):
    try:
        # A copy, since some filters of Jinja2 change what they are given before they fail.
        return env.from_string(template).render(**copy.deepcopy(variables))
    except Exception:
        return None


def main(folder):
    env = environment()
    conversations = json.loads((folder / "conversations.json").read_text(encoding="utf-8"))
    special = conversations["special_tokens"]
    renders = []
    for file in sorted(folder.glob("templates/*.jinja")):
        template = file.read_bytes().decode("utf-8")
        for conversation in conversations["conversations"]:
            variables = {"tools": None, "documents": None, **special, **conversation["variables"]}
            renders.append({"template": file.stem, "conversation": conversation["name"], "text": render(env, template, variables)})
    snippets = [{"template": snippet, "text": render(env, snippet, VARIABLES)} for snippet in SNIPPETS]
    golden = {"jinja2": jinja2.__version__, "now": NOW.isoformat(), "renders": renders, "variables": VARIABLES, "snippets": snippets}
    with open(folder / "golden.json", "w", encoding="utf-8") as f:
        json.dump(golden, f, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

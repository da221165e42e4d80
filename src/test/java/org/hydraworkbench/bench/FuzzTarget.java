package org.hydraworkbench.bench;

import java.util.List;

/**
 * A command that reads files of a kind, and which of its files are damaged.
 *
 * @param name what a person calls the kind
 * @param files the files that are damaged, one at a time, as paths inside the folder of the samples; each kind has a folder of its own
 * @param commands what is run then, one after the other; {@code @} stands for the folder
 */
record FuzzTarget(String name, List<String> files, List<List<String>> commands) {

    /** All kinds. */
    static final List<FuzzTarget> ALL = List.of(
            new FuzzTarget(
                    "tokenizer",
                    List.of("model/tokenizer.json", "own/tokenizer.json", "unigram/tokenizer.json", "own/tokenizer_config.json", "own/special_tokens_map.json"),
                    List.of(
                            List.of("tokenizer", "encode", "--tokenizer", "@/own"),
                            List.of("tokenizer", "encode", "--tokenizer", "@/model"),
                            List.of("tokenizer", "encode", "--tokenizer", "@/unigram"),
                            List.of("init", "--model", "@/model", "--tokenizer", "@/own", "--method", "copy-overlap", "--out", "@/made"))),
            new FuzzTarget(
                    "config",
                    List.of("model/config.json", "model/generation_config.json"),
                    List.of(
                            List.of("generate", "--model", "@/model", "--prompt", "Once", "--max-tokens", "3", "--threads", "1"),
                            List.of("train", "--from-config", "@/model/config.json", "--tokenizer", "@/model", "--text", "@/text.txt",
                                    "--plan", "full", "--steps", "1", "--batch", "1", "--length", "8", "--lr", "1e-3", "--threads", "1", "--out", "@/made"))),
            new FuzzTarget(
                    "hydra",
                    List.of("hydra/hydra.json"),
                    List.of(
                            List.of("translate", "--model", "@/hydra", "--from", "en", "--to", "kab", "--text", "A", "--max-tokens", "2", "--threads", "1"),
                            List.of("export", "--model", "@/hydra", "--lang", "kab", "--out", "@/made"))),
            new FuzzTarget(
                    "pack",
                    List.of("kab.hydrapack"),
                    List.of(List.of("heads", "add", "--model", "@/hydra", "--head", "@/kab.hydrapack", "--language", "eo", "--out", "@/made"))),
            new FuzzTarget(
                    "published",
                    List.of("published/config.json"),
                    List.of(List.of("assemble", "--published", "@/published", "--source-lang", "en", "--target-lang", "kab", "--out", "@/made"))),
            new FuzzTarget(
                    "checkpoint",
                    List.of(
                            "run/checkpoints/latest",
                            "run/checkpoints/step-2/training-state.json",
                            "run/checkpoints/step-2/training-state.safetensors",
                            "run/checkpoints/step-2/config.json",
                            "run/checkpoints/step-2/model.safetensors"),
                    List.of(List.of("train", "--model", "@/model", "--text", "@/text.txt", "--plan", "full", "--steps", "4", "--batch", "1",
                            "--length", "8", "--lr", "1e-3", "--threads", "1", "--out", "@/run", "--resume"))),
            new FuzzTarget(
                    "project",
                    List.of("p.hydra"),
                    List.of(
                            List.of("project", "status", "@/p.hydra", "--json"),
                            List.of("project", "history", "@/p.hydra"),
                            List.of("project", "links", "@/p.hydra", "--pair", "1", "--json"),
                            List.of("project", "undo", "@/p.hydra"),
                            List.of("translate", "--project", "@/p.hydra", "--text", "The dog", "--max-tokens", "2", "--threads", "1"),
                            List.of("project", "run", "@/p.hydra", "--stale", "--threads", "1"))));
}

package org.hydraworkbench.model.family;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hydraworkbench.base.InputException;

/** Why a model is none that can be run, as far as its configuration tells. */
enum Unsupported {
    ENCODER_DECODER(
            "it has an encoder beside its decoder",
            Set.of("bart", "fsmt", "longt5", "m2m_100", "marian", "mbart", "mt5", "nllb-moe", "pegasus", "seamless_m4t", "t5", "t5gemma", "umt5", "whisper"),
            List.of()),
    ENCODER(
            "it is an encoder, which reads texts and writes none",
            Set.of("albert", "bert", "camembert", "deberta", "deberta-v2", "distilbert", "electra", "ernie", "eurobert", "modernbert", "roberta",
                    "xlm-roberta", "xlm-roberta-xl", "xmod"),
            List.of()),
    SEEING(
            "it reads more than text, and its decoder is only a part of it",
            Set.of("aya_vision", "gemma3", "gemma3n", "gemma4", "idefics3", "internvl", "llama4", "llava", "llava_next", "llava_onevision", "mistral3", "mllama",
                    "paligemma", "phi4_multimodal", "qwen2_5_vl", "qwen2_audio", "qwen2_vl", "qwen3_vl", "smolvlm", "voxtral"),
            List.of("vision_config", "audio_config")),
    EXPERTS(
            "it is a mixture of experts, of which other ones work at each token",
            Set.of("dbrx", "deepseek_v2", "deepseek_v3", "ernie4_5_moe", "glm4_moe", "gpt_oss", "granitemoe", "hunyuan_v1_moe", "jetmoe", "minimax", "mixtral",
                    "olmoe", "phimoe", "qwen2_moe", "qwen3_moe"),
            List.of("num_local_experts", "num_experts", "n_routed_experts", "moe_num_experts")),
    RECURRENT(
            "it has layers that carry a state along instead of looking at what was before",
            Set.of("bamba", "falcon_h1", "falcon_mamba", "granitemoehybrid", "jamba", "lfm2", "mamba", "mamba2", "minimax_m1", "nemotron_h", "qwen3_next",
                    "recurrent_gemma", "rwkv", "xlstm", "zamba", "zamba2"),
            List.of("ssm_cfg", "state_size", "linear_num_key_heads"));

    private final String reason;
    private final Set<String> types;
    private final List<String> signs;

    /**
     * @param types what {@code model_type} calls such models
     * @param signs keys that only the configurations of such models have
     */
    Unsupported(String reason, Set<String> types, List<String> signs) {
        this.reason = reason;
        this.types = types;
        this.signs = signs;
    }

    /** What is to be said of a model of no family here. */
    static InputException of(ConfigFields config) throws InputException {
        String type = config.text("model_type", "");
        boolean encodes = config.flag("is_encoder_decoder", false);
        Optional<Unsupported> kind = first(each -> each.types.contains(type))
                .or(() -> first(each -> each == ENCODER_DECODER && encodes || each.signs.stream().anyMatch(config::has)));
        String reason = kind.map(each -> ": " + each.reason).orElse("");
        return config.wrong("model_type is \"" + type + "\"" + reason + "; this program runs decoders of the families " + Families.names());
    }

    private static Optional<Unsupported> first(Predicate<Unsupported> is) {
        return Arrays.stream(values()).filter(is).findFirst();
    }
}

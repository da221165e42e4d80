package org.hydraworkbench.mapping;

import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import java.util.OptionalInt;
import org.hydraworkbench.tokenizer.SpecialTokens;

/**
 * Which source token stands for a special target token, by role: pad for pad, unknown for unknown, the beginning for the
 * beginning, and so on with the nearest role that the source has, lastly its unknown token.
 *
 * <p>A token that begins a text serves nothing but beginnings. Many models have no unknown or padding token of their own, or name
 * the beginning there; its embedding is an attention sink and would spoil whatever is initialised with it.
 */
final class SpecialRoles {

    private SpecialRoles() {}

    /** Source token by special target token; target tokens without a counterpart are left out. */
    static Int2IntMap map(SpecialTokens source, SpecialTokens target) {
        OptionalInt unk = unknown(source);
        Int2IntMap roles = new Int2IntLinkedOpenHashMap();
        put(roles, target.bos(), first(source.bos(), source.cls(), unk));
        put(roles, target.eos(), first(source.eos(), source.sep(), unk));
        put(roles, target.cls(), first(source.cls(), source.bos(), unk));
        put(roles, target.sep(), first(source.sep(), source.eos(), unk));
        put(roles, target.unk(), unk);
        put(roles, target.pad(), first(unlessBeginning(source.pad(), source), unk));
        put(roles, target.mask(), first(unlessBeginning(source.mask(), source), unlessBeginning(source.pad(), source), unk));
        return roles;
    }

    /** The source's unknown token, unless it is the one that begins texts. */
    static OptionalInt unknown(SpecialTokens source) {
        return unlessBeginning(source.unk(), source);
    }

    private static OptionalInt unlessBeginning(OptionalInt id, SpecialTokens source) {
        return id.isPresent() && (id.equals(source.bos()) || id.equals(source.cls())) ? OptionalInt.empty() : id;
    }

    private static OptionalInt first(OptionalInt... choices) {
        for (OptionalInt choice : choices) {
            if (choice.isPresent()) {
                return choice;
            }
        }
        return OptionalInt.empty();
    }

    /** A target token with several roles keeps the first. */
    private static void put(Int2IntMap roles, OptionalInt target, OptionalInt source) {
        if (target.isPresent() && source.isPresent()) {
            roles.putIfAbsent(target.getAsInt(), source.getAsInt());
        }
    }
}

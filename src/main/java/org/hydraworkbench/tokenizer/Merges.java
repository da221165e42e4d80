package org.hydraworkbench.tokenizer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;

/** Of which two tokens each token of byte-pair encoding was merged. */
public final class Merges {

    private static final int NONE = -1;

    private final int[] left;
    private final int[] right;

    private Merges(int tokens) {
        left = new int[tokens];
        right = new int[tokens];
        Arrays.fill(left, NONE);
    }

    /**
     * Reads them.
     *
     * @throws InputException when the tokenizer has none
     */
    static Merges read(TokenizerSource source, TokenizerJson json) throws InputException {
        Merges merges = new Merges(json.size());
        boolean any = false;
        try (JsonReader reader = TokenizerJson.reader(source.json())) {
            reader.beginObject();
            while (reader.hasNext()) {
                if (!reader.nextName().equals("model")) {
                    reader.skipValue();
                    continue;
                }
                reader.beginObject();
                while (reader.hasNext()) {
                    if (!reader.nextName().equals("merges") || reader.peek() != JsonToken.BEGIN_ARRAY) {
                        reader.skipValue();
                        continue;
                    }
                    reader.beginArray();
                    while (reader.hasNext()) {
                        any |= merges.add(parts(Json.next(reader)), json);
                    }
                    reader.endArray();
                }
                reader.endObject();
            }
        } catch (IOException e) {
            throw InputException.in(source.file(), "cannot be read", e);
        }
        if (!any) {
            throw InputException.in(source.file(), "this tokenizer does not merge pairs of tokens, so that no merge can be left out");
        }
        return merges;
    }

    /** As {@code "a b"}, or as {@code ["a", "b"]}. */
    private static String[] parts(JsonElement merge) {
        if (merge instanceof JsonArray pair) {
            return new String[] {pair.get(0).getAsString(), pair.get(1).getAsString()};
        }
        return merge.getAsString().split(" ", 2);
    }

    /** The first merge that makes a token is the one that is used. */
    private boolean add(String[] parts, TokenizerJson json) {
        int made = json.merged(parts[0], parts[1]);
        int first = json.ids.getInt(parts[0]);
        int second = json.ids.getInt(parts[1]);
        if (made < 0 || first < 0 || second < 0 || left[made] != NONE) {
            return false;
        }
        left[made] = first;
        right[made] = second;
        return true;
    }

    /**
     * Takes merges back, as if they had been left out: each token falls into the two that it was merged of with a probability, and so do
     * these. This is what remains of BPE dropout (Provilkov et al. 2020) where one merge at a time is left to be made.
     *
     * @param token which
     * @param probability of each merge, 0 to 1
     * @param into where the tokens go
     */
    public void split(int token, double probability, RandomGenerator random, IntArrayList into) {
        if (token < left.length && left[token] != NONE && random.nextDouble() < probability) {
            split(left[token], probability, random, into);
            split(right[token], probability, random, into);
        } else {
            into.add(token);
        }
    }
}

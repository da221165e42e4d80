package org.hydraworkbench.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.text.LanguagePair;

/**
 * Speaks as the machine translation engine of OPUS-CAT does, which plug-ins of Trados, memoQ, Wordfast and OmegaT ask. Tokens and the tags of
 * models are not looked at: there is one translator.
 */
final class OpusCatFace {

    private static final String ROOT = "/MTRestService/";
    private static final String SOURCE = "srcLangCode";
    private static final String TARGET = "trgLangCode";

    private final ServedTranslator translator;
    private final Directions directions;

    OpusCatFace(ServedTranslator translator) {
        this.translator = translator;
        this.directions = new Directions(translator);
    }

    Map<String, Endpoint> endpoints() {
        return Map.of(
                ROOT + "ListSupportedLanguagePairs", Endpoint.get((asked, progress) -> pairs()),
                ROOT + "GetLanguagePairModelTags", Endpoint.get((asked, progress) -> tags(asked)),
                ROOT + "TranslateJson", Endpoint.getWork(this::translate));
    }

    private JsonElement pairs() {
        JsonArray pairs = new JsonArray();
        translator.directions().forEach(each -> pairs.add(each.toString()));
        return pairs;
    }

    private JsonElement tags(JsonFields asked) throws HydraException {
        String source = asked.requiredText(SOURCE);
        String target = asked.requiredText(TARGET);
        JsonArray tags = new JsonArray();
        if (translator.directions().stream().anyMatch(each -> each.serves(source, target))) {
            tags.add(translator.name());
        }
        return tags;
    }

    private JsonElement translate(JsonFields asked, Progress progress) throws HydraException {
        LanguagePair direction = directions.find(asked.requiredText(SOURCE), asked.requiredText(TARGET));
        JsonObject answer = new JsonObject();
        answer.addProperty("translation", translator.translate(direction, asked.requiredText("input"), progress).text());
        return answer;
    }
}

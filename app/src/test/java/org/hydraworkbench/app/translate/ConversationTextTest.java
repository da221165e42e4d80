package org.hydraworkbench.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTextTest {

    private static Exchange exchange() {
        Exchange exchange = new Exchange(new Exchange.Request(
                "I *know*.", "en", "kab", AnswerBy.HYDRA, false, "plain", Decoding.defaults(), 3, "demo", Instant.parse("2025-01-02T03:04:05Z")));
        exchange.add(List.of(new AnswerToken(5, "Ẓri", "Ẓri", 0.5, "kab", true), new AnswerToken(6, "ɣ.", "ɣ.", 0.25, "kab", false)));
        exchange.finish("Ẓriɣ.", -2.0794, List.of(), false);
        exchange.corrected("Ssneɣ.");
        return exchange;
    }

    @Test
    void markdownShowsBothSidesAndTheCorrection() {
        assertThat(ConversationText.markdown(List.of(exchange())))
                .contains("**en** I \\*know\\*.", "**kab** Ẓriɣ.", "**kab (corrected)** Ssneɣ.", "beam 4");
    }

    @Test
    void tabSeparatedTextHasOneRowForEachAnswer() {
        List<String> lines = ConversationText.tsv(List.of(exchange())).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1))
                .isEqualTo("en\tkab\tI *know*.\tẒriɣ.\tSsneɣ.\t-2.0794\tdemo\tbeam 4\t3\t2025-01-02T03:04:05Z");
    }

    @Test
    void anAnswerGrowsTokenByToken() {
        Exchange exchange = new Exchange(exchange().request());
        exchange.add(List.of(new AnswerToken(5, "Ẓri", "Ẓri", 0.5, "kab", false)));
        assertThat(exchange.answer()).isEqualTo("Ẓri");
        assertThat(exchange.isEnded()).isFalse();
        exchange.add(List.of(new AnswerToken(6, "ɣ", "ɣ", 0.5, "kab", false)));
        assertThat(exchange.answer()).isEqualTo("Ẓriɣ");
    }

    @Test
    void tokensThatComeAfterTheStopAreNotShown() {
        Exchange exchange = new Exchange(exchange().request());
        exchange.stopped();
        exchange.add(List.of(new AnswerToken(5, "Ẓri", "Ẓri", 0.5, "kab", false)));
        assertThat(exchange.answer()).isEmpty();
        assertThat(exchange.stateProperty().get()).isEqualTo(Exchange.State.STOPPED);
    }

    @Test
    void whatIsWrittenFromRightToLeftIsSavedAsItIs() {
        Exchange exchange = new Exchange(new Exchange.Request(
                "Where?", "en", "ar", AnswerBy.HYDRA, false, "plain", Decoding.defaults(), 0, "هيدرا", Instant.EPOCH));
        exchange.finish("أين؟", -1, List.of(), false);
        String saved = ConversationText.markdown(List.of(exchange)) + ConversationText.tsv(List.of(exchange));
        assertThat(saved).contains("<bdi dir=\"rtl\" lang=\"ar\">أين؟</bdi>", "\tأين؟\t", "هيدرا").doesNotContainPattern("[\u200e\u200f\u202a-\u202e\u2066-\u2069]");
    }
}

package org.hydraworkbench.app.translate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Target;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.Sentence;
import org.hydraworkbench.decode.choice.Evidence;
import org.jspecify.annotations.Nullable;

/** What shaped each stretch of the answer that is looked at; where it was seen is one click away. */
final class EvidencePane extends VBox {

    /** Of these it says nothing how many candidates have the same. */
    private static final Set<Evidence.Kind> SURE = EnumSet.of(Evidence.Kind.CONFIRMED, Evidence.Kind.COPIED, Evidence.Kind.LEFT_OUT);

    private final Workbench workbench;
    private @Nullable Subscription watching;

    EvidencePane(Workbench workbench, TranslateViewModel model) {
        super(8);
        this.workbench = workbench;
        setId("translate-evidence");
        model.lookedAtProperty().subscribe(this::look);
    }

    private void look(@Nullable Exchange exchange) {
        if (watching != null) {
            watching.unsubscribe();
            watching = null;
        }
        if (exchange == null) {
            getChildren().setAll(Parts.hint("translate.evidence.none"));
        } else {
            watching = exchange.stateProperty().subscribe(state -> show(exchange));
        }
    }

    private void show(Exchange exchange) {
        List<Shaped> shaped = exchange.shapedProperty().get();
        if (!exchange.isEnded()) {
            getChildren().setAll(Parts.hint("translate.evidence.waiting"));
        } else if (exchange.request().by() == AnswerBy.HYDRA) {
            getChildren().setAll(Parts.hint("translate.evidence.hydra"));
        } else if (shaped.isEmpty()) {
            getChildren().setAll(Parts.hint("translate.evidence.unknown"));
        } else {
            getChildren().setAll(shaped.stream().map(each -> row(exchange, each)).toList());
        }
    }

    private Node row(Exchange exchange, Shaped shaped) {
        String words = exchange.answer().substring(shaped.start(), shaped.end());
        VBox row = new VBox(2);
        row.getStyleClass().add("evidence");
        if (!words.isEmpty()) {
            row.getChildren().add(new Sentence(words, Directed.language(exchange.request().to()).apply(words)));
        }
        if (!shaped.source().isEmpty()) {
            Sentence source = new Sentence(shaped.source(), Directed.language(exchange.request().from()).apply(shaped.source()));
            source.getStyleClass().add("bubble-meta");
            row.getChildren().add(source);
        }
        row.getChildren().add(origin(shaped));
        return row;
    }

    private Node origin(Shaped shaped) {
        String kind = Texts.get("translate.evidence.kind." + shaped.kind());
        boolean sure = SURE.contains(shaped.kind());
        String told = sure ? kind : Texts.format("translate.evidence.sure", kind, Math.round(100 * shaped.sureness()));
        String share = sure ? kind : Texts.format("translate.evidence.share", Math.round(100 * shaped.sureness()));
        if (shaped.pair() == 0) {
            Label label = new Label(told);
            label.getStyleClass().add("bubble-meta");
            label.setTooltip(Parts.tip(share));
            return label;
        }
        Hyperlink link = new Hyperlink(told);
        link.getStyleClass().add("evidence-link");
        link.setTooltip(Parts.tip(share + "\n" + Texts.format("translate.evidence.seen", shaped.seen())));
        link.setOnAction(event -> workbench.navigator().show(Step.ALIGNMENT, new Target.Pair(shaped.pair())));
        return link;
    }
}
